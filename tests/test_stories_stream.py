"""Placing articles into stories: invented reports of events that are much alike."""

from __future__ import annotations

from collections.abc import Iterable

from headwater.stories import Sketch, Stream, decode_sketch, encode_sketch, repair, sketch
from headwater.testing.articles import make_article

DAY = 20_000

# Fiction. Two shootings in one city a week apart, and a flood.
SHOOTING = """PORT ELLIN (Invented News) - A man was shot and killed Monday night outside a bakery on Marlow Street in
Port Ellin. Police said Orla Venn, 23, was found in a parking lot at about 10:30 p.m. Detectives are looking for a grey
van. Venn had worked at the bakery for two years, his mother, Teresa Venn, said. No arrest has been made."""
SHOOTING_TOLD_AGAIN = """Police in Port Ellin are searching for a grey van after Orla Venn, 23, was shot dead on Marlow
Street. The baker died outside the shop where he worked on Monday, and his mother Teresa Venn asked for witnesses to
come forward."""
FLOOD = """Heavy rain flooded the valley of the Sarn on Thursday, and 300 people left their homes in Upper Wessing.
The governor, Helena Brack, said that the dam at Lake Orrin would hold."""


def _sketch(id: str, text: str, day: int = DAY, title: str = "") -> Sketch:  # noqa: A002  # as in make_article
    return sketch(make_article(text, id=id, title=title), day)


def _placed(sketches: Iterable[Sketch]) -> dict[str, str]:
    return {placement.article: placement.story for placement in Stream(lambda day: ()).place(sketches)}


def test_a_sketch_is_small_and_comes_back_as_it_was_kept() -> None:
    one = _sketch("a", SHOOTING * 20, title="Baker shot dead in Port Ellin")
    assert decode_sketch(encode_sketch(one)) == one
    assert len(encode_sketch(one)) < 1200


def test_two_reports_of_one_event_are_one_story_and_others_are_not() -> None:
    placed = _placed(
        [
            _sketch("one", SHOOTING, title="Baker shot dead in Port Ellin"),
            _sketch("flood", FLOOD, title="Flood drives hundreds from Upper Wessing"),
            _sketch("two", SHOOTING_TOLD_AGAIN, DAY + 1, "Police hunt grey van after baker is shot dead"),
        ]
    )
    assert placed == {"one": "story-one", "flood": "story-flood", "two": "story-one"}


def test_a_repair_joins_what_should_be_one_and_says_which_id_survives() -> None:
    one = _sketch("one", SHOOTING, title="Baker shot dead in Port Ellin")
    two = _sketch("two", SHOOTING_TOLD_AGAIN, DAY + 1, "Police hunt grey van after baker is shot dead")
    mended = repair([(one, "story-one"), (two, "story-two")])
    assert [(move.article, move.before, move.after) for move in mended.moves] == [("two", "story-two", "story-one")]
    assert [(change.kind, change.story, change.other) for change in mended.changes] == [
        ("merged", "story-two", "story-one")
    ]
