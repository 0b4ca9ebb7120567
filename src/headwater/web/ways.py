"""Ways back: the page that a form was sent from, if it is one of ours."""

from __future__ import annotations

from starlette.requests import Request

__all__ = ["is_ours", "way_back"]


def way_back(request: Request, back: str) -> str:
    """The page that a form names as where it came from, the front page where that is none of ours."""
    return back if is_ours(back) else str(request.app.url_path_for("front"))


def is_ours(path: str) -> bool:
    """Whether a path stays in the room: from the root, and not a host's name with the scheme left out."""
    return path.startswith("/") and not path.startswith("//") and "\\" not in path and path.isprintable()
