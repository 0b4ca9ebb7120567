"""`make picture`: the pictures in the README and in docs/, taken of the reading room over the bundled example.

`python -m tools.pictures FOLDER` serves the room on a free port of this machine, has Chromium look at it, and writes
one PNG for each of `SHOTS` into the folder. What they show is what the room really gives.
"""

from __future__ import annotations

import shutil
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final, NamedTuple
from urllib.parse import urljoin

import uvicorn
from playwright.sync_api import sync_playwright

import headwater
from headwater.examples import HARBOUR
from headwater.web import room

if TYPE_CHECKING:
    from playwright.sync_api import Page

__all__ = ["SHOTS", "Shot", "main"]

_BROWSERS: Final = ("chromium", "chromium-browser", "google-chrome")
_PATIENCE: Final = 120_000  # ms: the compare page reads its articles first


class Shot(NamedTuple):
    """A picture: its name, the page, the part of it that is shown ('': the first screen), and how it is looked at."""

    name: str
    path: str  # {story}, {brief}, and the ids of the example's articles by the beginning of their file's name
    part: str = ""
    width: int = 1280
    height: int = 900
    scheme: str = "light"


SHOTS: Final = (
    Shot("brief", "{brief}", height=1000),
    Shot("front", "/"),
    Shot("example", "/story/{story}"),
    Shot("river", "/story/{story}", "figure.picture"),
    Shot("sheet", "/story/{story}", "#figure-1"),
    Shot("compare", "/compare?a={northgate}&b={scoop}&story={story}"),
    Shot("article", "/article/{scoop}?story={story}"),
    Shot("dark", "/story/{story}", scheme="dark"),
)


def main(folder: Path) -> None:
    """Write all pictures into a folder."""
    with TemporaryDirectory() as shelf, headwater.Library(Path(shelf) / "example.sqlite") as library:
        library.add([HARBOUR / "articles"])
        story = library.stories()[0].id
        brief = Path(shelf) / "brief.html"
        brief.write_text(headwater.render.render(library.brief(story), "html"), "utf-8")
        with _served(library) as base:
            names = {"story": story, "brief": brief.as_uri(), **_articles(library, story)}
            for shot in SHOTS:
                _take(shot, urljoin(base, shot.path.format(**names)), folder / f"{shot.name}.png")


def _articles(library: headwater.Library, story: str) -> dict[str, str]:
    """The ids of the story's articles by the names of their files, up to the first sign that is no letter."""
    kept = library.story(story).articles
    return {Path(one.article.name).stem.partition("-")[0]: one.article.id for one in kept}


@contextmanager
def _served(library: headwater.Library) -> Iterator[str]:
    """The address of the room while it is served."""
    server = uvicorn.Server(uvicorn.Config(room(library), port=0, log_level="warning"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.05)
    host, port = server.servers[0].sockets[0].getsockname()
    yield f"http://{host}:{port}"
    server.should_exit = True
    thread.join()


def _take(shot: Shot, address: str, target: Path) -> None:
    """Look at one page and write what is seen."""
    browser_path = next(filter(None, map(shutil.which, _BROWSERS)), None)
    if browser_path is None:
        sys.exit("no Chromium on this machine: install Debian's package chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path, args=["--no-sandbox", "--disable-gpu"])
        size = {"width": shot.width, "height": shot.height}
        page = browser.new_page(viewport=size, color_scheme=shot.scheme)  # type: ignore[arg-type]  # of two words
        page.goto(address)
        _written(page, shot, target)
        browser.close()


def _written(page: Page, shot: Shot, target: Path) -> None:
    page.wait_for_selector(shot.part or "main h1", timeout=_PATIENCE)
    page.wait_for_selector(".work", state="detached", timeout=_PATIENCE)
    page.wait_for_timeout(300)  # what scripts draw
    if shot.part:
        page.locator(shot.part).first.screenshot(path=target)
    else:
        page.screenshot(path=target)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
