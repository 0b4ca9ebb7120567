"""The intake as a whole: what comes in, what is left out, and with which word. All people and places are invented."""

import io
import os
import sys
from pathlib import Path

import pytest

from headwater.errors import NotEnglish, OptionError
from headwater.settings import Settings
from headwater.sources import Gathered, gather
from headwater.types import Article, Basis, Known, Span

NEWS = (
    "The harbour council of Varnok met for two hours on Monday and sent the plan for a new pier back to its authors. "
    "The mayor said that the town could not pay for it."
)
FRENCH = (
    "Le conseil municipal de Varnok s'est réuni lundi pendant deux heures et a renvoyé le projet de nouvelle jetée à "
    "ses auteurs, parce que la ville ne peut pas la payer, selon le maire."
)


def written(folder: Path, **files: str | bytes) -> list[Path]:
    """Files of a folder, named by keyword with `_` for the dot before the suffix."""
    paths = []
    for name, content in files.items():
        path = folder / ".".join(name.rsplit("_", 1))
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        paths.append(path)
    return paths


def reasons(gathered: Gathered) -> str:
    return "\n".join(f"{left.name}: {left.reason}" for left in gathered.left_out)


def test_a_file_becomes_an_article_with_its_text_unchanged(tmp_path: Path) -> None:
    (path,) = written(tmp_path, **{"Harbour Plan_txt": NEWS})
    gathered = gather([path])
    assert gathered.articles == (Article(id="harbour-plan", text=NEWS, name="Harbour Plan.txt"),)
    assert gathered.left_out == ()
    assert gathered.failures == ()


def test_a_folder_is_read_to_its_depth_but_only_known_kinds_and_nothing_hidden(tmp_path: Path) -> None:
    deep = tmp_path / "one" / "two"
    deep.mkdir(parents=True)
    written(tmp_path, a_txt=NEWS, b_py=NEWS, c_docx=b"PK\x03\x04")
    written(deep, d_md=NEWS)
    (tmp_path / ".hidden.txt").write_text(NEWS)
    (tmp_path / ".git").mkdir()
    written(tmp_path / ".git", e_txt=NEWS)
    gathered = gather([str(tmp_path)])
    assert [article.name for article in gathered.articles] == ["a.txt", "one/two/d.md"]


def test_five_hundred_files_are_fine(tmp_path: Path) -> None:
    for number in range(500):
        (tmp_path / f"{number:03}.txt").write_text(f"{NEWS} Vote {number}.")
    gathered = gather([tmp_path])
    assert len({article.id for article in gathered.articles}) == 500


@pytest.mark.parametrize(
    ("content", "word"),
    [
        (b"", "is empty"),
        (b" \n\t\n", "is empty"),
        (b"%PDF-1.7 ...", "is a PDF; save its text first"),
        (b"PK\x03\x04....", "office document"),
        (b"\x89PNG\r\n", "picture"),
        (b"abc\0def", "binary"),
        ("Совет собрался в понедельник".encode("koi8-r"), "encoding that cannot be told"),
        (b'<?xml version="1.0"?><kml></kml>', "XML"),
    ],
)
def test_what_is_no_text_is_refused_by_name(tmp_path: Path, content: bytes, word: str) -> None:
    (path,) = written(tmp_path, a_txt=content)
    gathered = gather([path])
    assert gathered.articles == ()
    assert str(path) in reasons(gathered)
    assert word in reasons(gathered)
    assert len(gathered.failures) == 1


def test_a_page_without_an_article_is_refused(tmp_path: Path) -> None:
    (path,) = written(tmp_path, a_html="<!doctype html><html><head><title>x</title></head><body></body></html>")
    assert "has no article in it" in reasons(gather([path]))


def test_a_huge_text_is_refused_without_being_read(tmp_path: Path) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.truncate(50_000_000)
    assert "50,000,000 bytes, more than one article can be" in reasons(gather([path]))


def test_a_text_longer_than_any_article_is_refused(tmp_path: Path) -> None:
    (path,) = written(tmp_path, a_txt=NEWS * 10_000)
    assert "longer than an article can be (1,000,000 characters)" in reasons(gather([path]))


def test_missing_paths_and_patterns_are_told_and_the_rest_goes_on(tmp_path: Path) -> None:
    (path,) = written(tmp_path, a_txt=NEWS)
    gathered = gather([tmp_path / "no.txt", str(tmp_path / "*.nothing"), path, "a\0b"])
    assert len(gathered.articles) == 1
    assert "no.txt: does not exist" in reasons(gathered)
    assert "*.nothing: does not exist; check the path; patterns are for the shell to expand" in reasons(gathered)
    assert len(gathered.failures) == 3


def test_an_empty_folder_is_told(tmp_path: Path) -> None:
    assert "holds no file of a known kind" in reasons(gather([tmp_path]))


def test_the_same_file_twice_is_taken_once_and_that_is_no_failure(tmp_path: Path) -> None:
    (path,) = written(tmp_path, a_txt=NEWS)
    link = tmp_path / "b.txt"
    link.symlink_to(path)
    gathered = gather([path, tmp_path, link, f"{tmp_path}/../{tmp_path.name}/a.txt"])
    assert len(gathered.articles) == 1
    assert "taken once" in reasons(gathered)
    assert gathered.failures == ()


def test_one_text_under_two_names_stays_two_articles(tmp_path: Path) -> None:
    gathered = gather(list(written(tmp_path, a_txt=NEWS, b_txt=NEWS)))
    assert [article.id for article in gathered.articles] == ["a", "b"]


def test_ids_are_unique_and_do_not_depend_on_the_order_of_inputs(tmp_path: Path) -> None:
    paths = []
    for number in range(6):
        folder = tmp_path / str(number)
        folder.mkdir()
        paths += written(folder, a_txt=f"{NEWS} Vote {number % 3}.", b_txt=NEWS)
    first = gather(paths)
    paths = paths[::2] + paths[::-2]
    assert gather(paths) == first
    assert [article.id for article in first.articles][:3] == ["a", "a-2", "a-3"]


def test_loops_of_links_fifos_and_broken_links_do_not_hang_or_stop_the_rest(tmp_path: Path) -> None:
    written(tmp_path, a_txt=NEWS)
    (tmp_path / "loop").symlink_to(tmp_path)
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere")
    os.mkfifo(tmp_path / "pipe.txt")
    gathered = gather([tmp_path, tmp_path / "pipe.txt"])
    assert [article.name for article in gathered.articles] == ["a.txt"]
    assert "broken link" in reasons(gathered)
    assert "not a regular file" in reasons(gathered)


def test_a_dash_reads_a_list_with_comments_from_standard_input(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    one, two = written(tmp_path, a_txt=NEWS, b_txt=NEWS)
    monkeypatch.setattr(sys, "stdin", io.StringIO(f"# my pile\n{one}\n\n  {two}  \nno.txt\n"))
    gathered = gather(["-"])
    assert len(gathered.articles) == 2
    assert "no.txt: does not exist" in reasons(gathered)


def test_a_text_in_another_language_is_set_aside_with_its_name(tmp_path: Path) -> None:
    gathered = gather(list(written(tmp_path, a_txt=NEWS, b_txt=FRENCH, c_txt="Varnok: oui au port.")))
    assert [article.id for article in gathered.articles] == ["a", "c"]
    assert isinstance(gathered.failures[0], NotEnglish)
    assert "recognised as French (fr); headwater reads English only" in reasons(gathered)


def test_names_that_could_deceive_are_shown_escaped(tmp_path: Path) -> None:
    path = tmp_path / "a\u202etxt\x1b[31m.txt"
    path.write_text(NEWS)
    (article,) = gather([path]).articles
    assert article.name == "a\\u202etxt\\x1b[31m.txt"
    assert "\x1b" not in reasons(gather([tmp_path / "b\x1b.txt"]))


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_tells_the_encoding(tmp_path: Path, encoding: str) -> None:
    (path,) = written(tmp_path, a_txt=f"{NEWS} “Naïve” — he said.".encode(encoding))
    assert gather([path]).articles[0].text == f"{NEWS} “Naïve” — he said."


@pytest.mark.parametrize(("encoding", "label"), [("cp1252", "Windows-1252"), ("mac_roman", "Mac Roman")])
def test_a_legacy_encoding_is_read_and_said(tmp_path: Path, encoding: str, label: str) -> None:
    (path,) = written(tmp_path, a_txt=f"{NEWS} “It’s naïve” — he didn’t say.".encode(encoding))
    gathered = gather([path])
    assert gathered.articles[0].text.endswith("“It’s naïve” — he didn’t say.")
    assert f"read as {label}" in reasons(gathered)
    assert gathered.failures == ()


def test_windows_line_ends_become_line_feeds(tmp_path: Path) -> None:
    (path,) = written(tmp_path, a_txt=f"{NEWS}\r\n\r\n{NEWS}\r".encode())
    assert gather([path]).articles[0].text == f"{NEWS}\n\n{NEWS}\n"


def test_articles_in_hand_keep_their_id_and_what_they_state() -> None:
    given = Article(id="My Id", text=NEWS, name="mine", outlet=Known("Varnok Courier", Basis.FILE))
    (article,) = gather([given]).articles
    assert article == given


def test_articles_that_share_an_id_are_told_apart_and_their_spans_move_along() -> None:
    text = f"VARNOK (AP) — {NEWS}"
    one, two = gather([Article(id="x", text=text, name="n"), Article(id="x", text=text + " ", name="n")]).articles
    assert (one.id, two.id) == ("x", "x-2")
    assert two.agency is not None
    assert two.agency.span == Span("x-2", 0, 13)


def test_progress_is_told_for_each_input(tmp_path: Path) -> None:
    told: list[str] = []
    gather(list(written(tmp_path, a_txt=NEWS, b_txt=NEWS)), on_progress=told.append)
    assert len(told) == 2


def test_a_sidecar_fills_in_what_a_file_does_not_state(tmp_path: Path) -> None:
    one, two = written(tmp_path, a_txt=f"2021-01-01\n\n{NEWS}", b_json='{"text": "' + NEWS + '", "outlet": "Own"}')
    (sidecar,) = written(
        tmp_path, side_csv="file,published,outlet,agency\na.txt,2021-05-03,Courier,Associated Press\nb,,Other,\nc,,,\n"
    )
    gathered = gather([one, two], Settings(sidecar=str(sidecar), published="2021-06-01"))
    a, b = gathered.articles
    assert a.published == Known("2021-05-03", Basis.OPTION)
    assert a.agency == Known("AP", Basis.OPTION)
    assert b.outlet == Known("Own", Basis.FILE)
    assert b.published == Known("2021-06-01", Basis.OPTION)
    assert "c: is named in the sidecar, but no article" in reasons(gathered)


@pytest.mark.parametrize(
    ("content", "word"),
    [
        ("file,colour\na,red\n", "column 'colour', which is not known"),
        ("published\n2021-05-03\n", "no column 'name' or 'file'"),
        ("file,outlet\na,x\na,y\n", "line 3: names one again"),
        ("file,outlet\n,x\n", "line 2: names no article"),
        ("file\na,b,c\n", "more cells than columns"),
        ('file\n"a', "is not CSV"),
    ],
)
def test_a_sidecar_that_cannot_be_understood_is_an_error_of_the_option(tmp_path: Path, content: str, word: str) -> None:
    (sidecar,) = written(tmp_path, side_csv=content)
    with pytest.raises(OptionError, match=word):
        gather([], Settings(sidecar=str(sidecar)))


def test_a_missing_sidecar_is_an_error_of_the_option(tmp_path: Path) -> None:
    with pytest.raises(OptionError, match="cannot be read"):
        gather([], Settings(sidecar=str(tmp_path / "no.csv")))


def test_a_sidecar_date_that_is_none_is_an_error_of_the_option(tmp_path: Path) -> None:
    (sidecar,) = written(tmp_path, side_csv="file,published\na,soon\n")
    with pytest.raises(OptionError, match="'soon' is no date"):
        gather([], Settings(sidecar=str(sidecar)))
