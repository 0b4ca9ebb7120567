"""How tests look at the reading room in a real browser: the machine's Chromium, driven by Playwright.

A test that takes the fixture `visit` runs in a thread of its own, because Playwright keeps an event loop running in the
thread that started it, where nothing else could run one any more. There is one browser for each worker of pytest-xdist.
Whatever a visit meets that no page of ours may do, a dialog, an error in the console, a report that the policy stopped
something, a request to elsewhere, fails the test at its end.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pytest
from room_client import library_copied, served

import headwater
from headwater.web import room

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Dialog, Page, Request

__all__ = ["ABSENT", "DESK", "PHONE", "Visit", "Visitor", "chromium_path", "room_over"]

ABSENT: Final = "no Chromium on this machine (Debian's package chromium), so no page is looked at in a browser"
DESK: Final = {"width": 1280, "height": 900}
PHONE: Final = {"width": 390, "height": 844}
_NAMES: Final = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_FLAGS: Final = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
)  # in a container, as root, without a screen
_PATIENCE: Final = 20_000  # ms for a page on a busy machine
_WATCH: Final = """
window.violations = []; window.shifts = 0;
addEventListener("securitypolicyviolation", (e) => violations.push(`${e.violatedDirective}: ${e.blockedURI}`));
new PerformanceObserver((list) => { for (const e of list.getEntries()) if (!e.hadRecentInput) shifts += e.value; })
  .observe({ type: "layout-shift", buffered: true });
"""
_thread: Final = ThreadPoolExecutor(1, "browser")


def chromium_path() -> str | None:
    """Where the machine has Chromium, None where it has none."""
    return next((found for name in _NAMES if (found := shutil.which(name))), None)


class Visit:
    """One page in a context of its own, with what it did that it may not do. `base` is the room's address."""

    def __init__(self, context: BrowserContext, base: str) -> None:
        self.base = base
        self.context = context
        self.faults: list[str] = []
        self.missing: set[str] = set()  # addresses whose status is meant to be an error
        context.on("request", self._asked)
        context.on("dialog", self._spoken)
        context.on("weberror", lambda error: self.faults.append(f"error: {error.error}"))
        context.on("console", self._logged)
        context.add_init_script(_WATCH)
        self.page: Page = context.new_page()

    def go(self, path: str, *statuses: int) -> Page:
        """The page at a path, which has to answer with one of these statuses (200)."""
        if any(status >= 400 for status in statuses):
            self.missing.add(self.base + path)
        self.ended()
        answer = self.page.goto(self.base + path)
        assert answer is not None
        assert answer.status in (statuses or (200,)), f"{path[:200]}: {answer.status}"
        return self.page

    def shifts(self) -> float:
        """How far the page has moved under its reader without being asked (Cumulative Layout Shift)."""
        self.page.wait_for_timeout(150)  # what is drawn late is what shifts
        return float(self.page.evaluate("shifts"))

    def ended(self) -> list[str]:
        """Everything that was done and may not be, the reports of the last page's policy with it."""
        if not self.page.is_closed() and self.page.url.startswith("http"):
            self.faults += self.page.evaluate("window.violations || []")
            ran = self.page.evaluate("typeof window.ran")
            self.faults += [] if ran == "undefined" else [f"something ran: window.ran is {ran}"]
        return self.faults

    def _asked(self, request: Request) -> None:
        if not request.url.startswith(self.base + "/"):
            self.faults.append(f"asked elsewhere: {request.url[:200]}")

    def _spoken(self, dialog: Dialog) -> None:
        self.faults.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def _logged(self, message: ConsoleMessage) -> None:
        meant = "Failed to load resource" in message.text and message.location.get("url") in self.missing
        if message.type in ("error", "warning") and not meant:
            self.faults.append(f"console: {message.text[:300]} ({message.location.get('url', '')[:200]})")


Visitor = Callable[..., Visit]


def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> bool | None:
    """Run a test that visits pages in the browser's thread."""
    if "visit" not in pyfuncitem.funcargs:
        return None
    names = pyfuncitem._fixtureinfo.argnames
    _thread.submit(pyfuncitem.obj, **{name: pyfuncitem.funcargs[name] for name in names}).result()
    return True


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The browser of this worker."""
    path = chromium_path()
    if path is None:
        pytest.skip(ABSENT)
    from playwright.sync_api import sync_playwright

    playwright = _thread.submit(lambda: sync_playwright().start()).result()
    browser = _thread.submit(lambda: playwright.chromium.launch(executable_path=path, args=list(_FLAGS))).result()
    yield browser
    _thread.submit(browser.close).result()
    _thread.submit(playwright.stop).result()


@pytest.fixture
def visit(chromium: Browser) -> Iterator[Visitor]:
    """Open the room at an address: `visit(base, color_scheme="dark", viewport=PHONE, java_script_enabled=False)`."""
    visits: list[Visit] = []

    def opened(base: str, **options: Any) -> Visit:
        context = chromium.new_context(**{"viewport": DESK, "reduced_motion": "reduce", **options})
        context.set_default_timeout(_PATIENCE)
        visits.append(Visit(context, base))
        return visits[-1]

    yield opened
    faults = _thread.submit(lambda: [fault for each in visits for fault in each.ended()]).result()
    for each in visits:
        _thread.submit(each.context.close).result()
    assert faults == []


@contextmanager
def room_over(library: Path, **options: Any) -> Iterator[str]:
    """The address of a room over a library in a file."""
    with headwater.Library(library, **options) as opened, served(room(opened)) as base:
        yield base


@pytest.fixture(scope="session")
def example_room(room_library: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A room over the example's library that tests may look at and must not change."""
    copied = library_copied(room_library, tmp_path_factory.mktemp("example") / "room.sqlite")
    with room_over(copied) as base:
        yield base
