"""How the room looks: light, dark, or as the reader's system does. Kept in a cookie, so that no page flashes."""

from __future__ import annotations

from typing import Final

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from headwater.web.cookies import forget, remember
from headwater.web.forms import form_of
from headwater.web.ways import way_back

__all__ = ["ROUTES", "THEMES"]

THEMES: Final = ("light", "dark")


def theme(request: Request) -> Response:
    """Keep a look, or forget it where the form names none of ours; back to the page that was open."""
    with form_of(request) as form:
        wanted, back = form.one("theme"), form.one("back")
    answer = RedirectResponse(way_back(request, back), status_code=303)
    if wanted in THEMES:
        remember(answer, "theme", wanted)
    else:
        forget(answer, "theme")
    return answer


ROUTES: Final = (Route("/settings/theme", theme, methods=["POST"], name="theme"),)
