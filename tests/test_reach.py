"""How far a source's word reaches in sentences of several clauses. All people and places are invented."""

from __future__ import annotations

import pytest
from findings_cases import case, told

# Each row: a sentence, the event words that stand on the source's word, and those that the newsroom adds.
SENTENCES = [
    case("the tense stays", "The mayor, Ada Holm, said the mill had burned, and one protester was shot by guards near "
         "the quay.", {"burned"}, {"shot"}),
    case("the tense moves back in both", "Officials said 12 people had died, and the road had been closed.",
         {"died", "closed"}, set()),
    case("a second that", "Ada Holm said that guards had shot a clerk and that one protester was killed.",
         {"shot", "killed"}, set()),
    case("one subject", "Ada Holm said raiders had burned the mill and killed two men.", {"burned", "killed"}, set()),
    case("a semicolon before", "One protester was shot in Varnholt; 12 guards were hurt, Ada Holm said.", {"hurt"},
         {"shot"}),
    case("a clause before the cue", "Raiders burned the mill and 12 guards were hurt, Ada Holm said.",
         {"burned", "hurt"}, set()),
    case("within the second clause", "One protester was shot in Varnholt and, according to Ada Holm, 12 guards were "
         "hurt.", {"hurt"}, {"shot"}),
    case("at the end of both", "One protester was shot in Varnholt and 12 guards were hurt, according to Ada Holm.",
         {"shot", "hurt"}, set()),
    case("between marks", "“One protester was shot; 12 guards were hurt,” Ada Holm said.", {"shot", "hurt"}, set()),
]  # fmt: skip


@pytest.mark.parametrize(("text", "told_by_source", "own"), SENTENCES)
def test_a_source_is_given_the_clauses_that_it_told_and_no_other(
    text: str, told_by_source: set[str], own: set[str]
) -> None:
    story = told(text)
    found = {word: bool(story.claim(word).attribution) for word in told_by_source | own}
    assert found == dict.fromkeys(told_by_source, True) | dict.fromkeys(own, False)
