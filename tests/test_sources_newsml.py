"""NewsML-G2, NITF and ninjs: versions, what they state of their origin, and XML that means harm. All is invented."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.errors import InputError
from headwater.sources import stream
from headwater.sources.versions import Version, superseded
from headwater.types import Article, Captured

NEWS = "The harbour council of Varnok met for two hours on Monday and sent the plan for a new pier back to its authors."
CONTENT = "<contentSet>{}</contentSet>"
NITF = '<inlineXML contenttype="application/nitf+xml"><nitf><body><body.content>{}</body.content></body></nitf>' + (
    "</inlineXML>"
)


def news(
    body: str = f"<p>{NEWS}</p>", meta: str = "", guid: str = "urn:x:1", version: int = 1, content: str = ""
) -> str:
    inside = CONTENT.format(content or NITF.format(body))
    return f'<newsItem guid="{guid}" version="{version}"><itemMeta>{meta}</itemMeta>{inside}</newsItem>'


def read(folder: Path, content: str, name: str = "a.xml") -> list[Captured | InputError]:
    (folder / name).write_text(content, encoding="utf-8")
    return list(stream([folder / name]))


def only(readings: list[Captured | InputError]) -> Article:
    (reading,) = readings
    assert isinstance(reading, Captured)
    return reading.article


def errors(readings: list[Captured | InputError]) -> str:
    return "\n".join(str(one) for one in readings if isinstance(one, InputError))


@pytest.mark.parametrize(
    "content",
    [
        NITF.format(f"<block><p>{NEWS}</p><p>Second.</p></block>"),
        f'<inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head><title>T</title>'
        f"</head><body><p>{NEWS}</p><p>Second.</p></body></html></inlineXML>",
        f'<inlineData contenttype="text/plain">{NEWS}\nSecond.</inlineData>',
        f'<inlineData contenttype="text/html"><![CDATA[<p>{NEWS}</p><p>Second.</p>]]></inlineData>',
    ],
    ids=["NITF", "XHTML", "plain", "HTML in CDATA"],
)
def test_a_body_is_read_in_each_form_that_the_standard_has(tmp_path: Path, content: str) -> None:
    assert only(read(tmp_path, news(content=content))).text == f"{NEWS}\nSecond."


def test_captions_of_pictures_are_no_text(tmp_path: Path) -> None:
    body = f"<p>{NEWS}</p><media><media-caption><p>The pier.</p></media-caption></media>"
    assert only(read(tmp_path, news(body))).text == NEWS


def test_an_item_says_what_it_was_derived_from(tmp_path: Path) -> None:
    meta = '<link rel="irel:derivedFrom" residref="urn:x:0"/><link rel="irel:seeAlso" residref="urn:x:9"/>'
    article = only(read(tmp_path, news(meta=meta)))
    assert [known.value for known in article.derived_from] == ["urn:x:0"]
    assert article.guid is not None
    assert article.guid.value == "urn:x:1"


def test_of_several_versions_the_newest_is_read_whatever_their_order(tmp_path: Path) -> None:
    old, new = news("<p>Old.</p>"), news(version=2)
    for message in (old + new, new + old):
        readings = read(tmp_path, f"<newsMessage><itemSet>{message}</itemSet></newsMessage>")
        assert [one.article.text for one in readings if isinstance(one, Captured)] == [NEWS]
        assert "is an earlier version of item" in errors(readings)


def test_an_item_whose_newest_version_withdraws_it_is_not_read_in_an_older_one(tmp_path: Path) -> None:
    withdrawn = news(version=2, meta='<pubStatus qcode="stat:canceled"/>')
    readings = read(tmp_path, f"<newsMessage><itemSet>{news()}{withdrawn}</itemSet></newsMessage>")
    assert not any(isinstance(one, Captured) for one in readings)
    assert "was withdrawn by its publisher (pubStatus canceled)" in errors(readings)


@pytest.mark.parametrize(
    ("content", "word"),
    [
        ('<!DOCTYPE newsItem [<!ENTITY x SYSTEM "file:///etc/hostname">]>' + news("<p>&x;</p>"), "declares entities"),
        (
            '<!DOCTYPE newsItem [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;">]>' + news("<p>&b;</p>"),
            "declares entities",
        ),
        ('<!DOCTYPE newsItem [<!ENTITY % p SYSTEM "http://varnok.example/p"> %p;]>' + news(), "declares entities"),
        (news()[:-20], "is not well-formed XML"),
        (news(""), "without a text"),
        (news(meta='<pubStatus qcode="stat:withheld"/>'), "was withdrawn"),
        ("<packageItem/>", "holds no news item"),
        ("<NewsML><x/></NewsML>", "is XML of a kind that is not read (its root is <newsml>)"),
        ("hello", "is no XML"),
        ("<nitf><body/></nitf>", "is a NITF document without a text"),
    ],
)
def test_what_cannot_be_read_is_told_in_one_line(tmp_path: Path, content: str, word: str) -> None:
    (error,) = read(tmp_path, content)
    assert word in str(error)


def test_a_version_that_no_number_or_zone_can_hold_keeps_nothing_from_being_read(tmp_path: Path) -> None:
    odd = "<versionCreated>0001-01-01T00:00:00+14:00</versionCreated>"
    items = news(meta=odd, version=10**4000) + news(f"<p>{NEWS} Again.</p>", version=2)
    assert only(read(tmp_path, f"<newsMessage>{items}</newsMessage>")[1:]).text.endswith("Again.")
    ninjs = [{"uri": "u:1", "version": "1" * 5000, "versioncreated": "0001-01-01T00:00:00+14:00", "body_text": NEWS}]
    readings = read(tmp_path, json.dumps([*ninjs, {**ninjs[0], "version": "2"}]), "a.json")
    assert sum(isinstance(one, Captured) for one in readings) == 1


def test_a_document_type_without_entities_is_nothing_to_fear_and_not_fetched(tmp_path: Path) -> None:
    content = f'<!DOCTYPE nitf SYSTEM "http://varnok.example/nitf.dtd"><nitf><body><body.content><p>{NEWS}</p></body.content></body></nitf>'
    assert only(read(tmp_path, content)).text == NEWS


def test_versions_of_ninjs_in_one_file_are_one_article(tmp_path: Path) -> None:
    items = [
        {"uri": "u:1", "version": str(number), "body_text": f"{NEWS} {number}", "derivedFrom": "u:0"}
        for number in (9, 10, 2)
    ]
    readings = read(tmp_path, json.dumps(items), "a.json")
    (article,) = [one.article for one in readings if isinstance(one, Captured)]
    assert article.text.endswith("10")
    assert [known.value for known in article.derived_from] == ["u:0"]


def test_articles_of_our_own_form_are_no_versions_of_each_other(tmp_path: Path) -> None:
    assert len(read(tmp_path, json.dumps([{"text": NEWS}] * 3), "a.json")) == 3


@given(
    st.lists(
        st.builds(
            Version,
            st.sampled_from(["", "a", "b"]),
            st.integers(-1, 3),
            st.sampled_from(["", "2021-05-03T10:00:00Z", "2021-05-03T10:00:00+02:00", "soon"]),
        )
    )
)
def test_of_each_item_exactly_one_version_stands(versions: list[Version]) -> None:
    later = superseded(versions)
    standing = [version.item for place, version in enumerate(versions) if place not in later]
    assert sorted(item for item in standing if item) == sorted({version.item for version in versions} - {""})
    assert standing.count("") == sum(not version.item for version in versions)
    assert not set(later) & set(later.values())
