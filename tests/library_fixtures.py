"""What the tests of the library share: a library in a file and one on a server, and articles to put in.

The server is PostgreSQL from its binaries (Debian's package `postgresql` brings them), started for the session in a
folder of its own, listening on a socket alone, under another user where the tests run as root.
"""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from headwater.library import Incoming, Store
from headwater.testing.articles import make_article
from headwater.types import Capture, Captured

KINDS = ("sqlite", "postgresql")
TIME = "2031-03-10T21:15:00Z"


def incoming(
    words: str,
    *,
    outlet: str = "Northgate Herald",
    title: str = "",
    url: str = "",
    day: int = 100,
    taken: str = TIME,
    sketch: bytes = b"sketch",
    data: bytes | None = None,
) -> Incoming:
    """An article to be added, read from a plain text of its words."""
    article = make_article(words, outlet=outlet, title=title, url=url)
    capture = Capture("reports.zip!report.txt", taken, words.encode() if data is None else data, "text/plain")
    return Incoming(Captured(article, capture), day, sketch)


def server_binaries() -> Path | None:
    """Where PostgreSQL's server stands: on the path, or where Debian puts it."""
    named = shutil.which("initdb")
    found = [Path(named).parent] if named else sorted(Path("/usr/lib/postgresql").glob("*/bin"))
    return found[-1] if found else None


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """The address of a database on a server of its own."""
    binaries = server_binaries()
    if binaries is None:
        pytest.skip("PostgreSQL's server is not installed (Debian's package postgresql)")
    folder = Path(tempfile.mkdtemp(prefix="hw-pg-"))
    try:
        yield from _served(binaries, folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _served(binaries: Path, folder: Path) -> Iterator[str]:
    user = _server_user()
    if user is not None:
        os.chown(folder, pwd.getpwnam(user).pw_uid, pwd.getpwnam(user).pw_gid)
    data = folder / "data"

    def run(*command: str | Path) -> None:
        who = {"user": user, "group": pwd.getpwnam(user).pw_gid, "extra_groups": []} if user is not None else {}
        subprocess.run(command, check=True, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **who)  # type: ignore[call-overload]  # noqa: S603  # the server's own programs

    run(binaries / "initdb", "-D", data, "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync", "-U", "postgres")
    options = f"-k {folder} -c listen_addresses='' -c fsync=off -c full_page_writes=off"
    run(binaries / "pg_ctl", "-D", data, "-w", "-l", folder / "log", "-o", options, "start")
    try:
        yield f"postgresql+pg8000://postgres@/postgres?unix_sock={folder}/.s.PGSQL.5432"
    finally:
        run(binaries / "pg_ctl", "-D", data, "-m", "immediate", "stop")


def _server_user() -> str | None:
    """PostgreSQL refuses to run as root."""
    if os.getuid() != 0:
        return None
    names = {entry.pw_name for entry in pwd.getpwall()}
    return "postgres" if "postgres" in names else "nobody"


@pytest.fixture(params=KINDS)
def where(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where a library may be made: a path, and the address of an empty database."""
    if request.param == "sqlite":
        return str(tmp_path / "library.db")
    address: str = request.getfixturevalue("server")
    clear(address)
    return address


@pytest.fixture
def store(where: str) -> Iterator[Store]:
    """An empty library, of either kind, in which it is always the same time."""
    with Store.open(where, clock=lambda: TIME) as opened:
        yield opened


def clear(address: str) -> None:
    """Empty the library on a server, as far as there is one; that is quicker than making it anew."""
    engine = create_engine(address)
    with engine.begin() as connection:
        if connection.scalar(text("SELECT to_regclass('headwater.about')")) is not None:
            names = ", ".join(f"headwater.{name}" for name in ("outlets", "stories", "decisions", "validators"))
            connection.execute(text(f"TRUNCATE {names} CASCADE"))
            connection.execute(text("INSERT INTO headwater.outlets VALUES (0, '', '')"))
            connection.execute(text("UPDATE headwater.about SET value = 0 WHERE name = 'generation'"))
    engine.dispose()


def remove(address: str) -> None:
    """Take the library off a server."""
    engine = create_engine(address)
    with engine.begin() as connection:
        connection.execute(text("DROP SCHEMA IF EXISTS headwater CASCADE"))
    engine.dispose()
