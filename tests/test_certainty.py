"""How sure a clause is, and how far a hedge reaches. All people and places are fiction."""

from __future__ import annotations

import pytest
from quote_helpers import read

from headwater.text.certainty import certainty_in
from headwater.text.clauses import verbal_clauses
from headwater.types import Certainty

CERTAIN, PROBABLE, POSSIBLE, OPEN = (
    Certainty.CERTAIN,
    Certainty.PROBABLE,
    Certainty.POSSIBLE,
    Certainty.UNDERSPECIFIED,
)


def sureness(text: str, lemma: str) -> Certainty:
    """The certainty of the clause whose words hold the lemma and whose predicate is nearest to it."""
    document = read(text)
    tokens = document.tokens
    clauses = [
        clause
        for sentence in document.sentences
        for clause in verbal_clauses(tokens, sentence)
        if any(tokens[word].lemma == lemma for word in clause.words)
    ]
    own = min(clauses, key=lambda clause: (tokens[clause.predicate].lemma != lemma, len(clause.words)))
    return certainty_in(tokens, own.predicate, own.words)


@pytest.mark.parametrize(
    ("text", "lemma", "level"),
    [
        ("The boat sank on Monday.", "sink", CERTAIN),
        ("The boat might not sink.", "sink", POSSIBLE),
        ("The police did not rule out that the boat sank.", "sink", POSSIBLE),
        ("The board failed to deny that the dam had cracked.", "crack", POSSIBLE),
        ("The board denied that the dam had cracked.", "crack", CERTAIN),
        ("Police could not confirm that the boat sank.", "sink", OPEN),
        ("Police confirmed that the boat sank.", "sink", CERTAIN),
        ("Nobody knows whether the boat sank.", "sink", OPEN),
        ("There is no evidence that the boat sank.", "sink", OPEN),
        ("There is evidence that the boat sank.", "sink", CERTAIN),
        ("The captain is believed to have fled.", "flee", PROBABLE),
        ("The captain is thought to have left the valley.", "leave", PROBABLE),
        ("The boat appears to have sunk.", "sink", PROBABLE),
        ("The boat is likely to sink.", "sink", PROBABLE),
        ("Police believe that the boat sank.", "sink", PROBABLE),
        ("Police suspect that the boat sank.", "sink", POSSIBLE),
        ("Police fear that the boat sank.", "sink", POSSIBLE),
        ("Police doubt that the boat sank.", "sink", POSSIBLE),
        ("It is possible that the boat sank.", "sink", POSSIBLE),
        ("The captain, who may have been drunk, left the boat.", "leave", CERTAIN),
        ("The captain, who may have been drunk, left the boat.", "drunk", POSSIBLE),
        ("The suspected smuggler left the boat.", "leave", CERTAIN),
        ("A possible witness left the boat.", "leave", CERTAIN),
        ("Perhaps the boat sank.", "sink", POSSIBLE),
        ("The mayor may have said that the boat sank.", "sink", CERTAIN),
        ("Orla Venn said she believes that the boat sank.", "sink", PROBABLE),
        ("The boat sank, and the crew may have jumped.", "sink", CERTAIN),
        ("The boat sank, and the crew may have jumped.", "jump", POSSIBLE),
        ("If the rain goes on, the dam will break.", "go", OPEN),
        ("The boat sank in May.", "sink", CERTAIN),
    ],
)
def test_a_hedge_reaches_as_far_as_it_means(text: str, lemma: str, level: Certainty) -> None:
    assert sureness(text, lemma) is level


def test_no_words_are_certain() -> None:
    assert certainty_in(read("Rain.").tokens, 0, ()) is CERTAIN
