"""Set phrases: turns of news and terms of the thesaurus, by lemmas."""

from __future__ import annotations

import pytest

from headwater.text.set_phrases import is_set_phrase


@pytest.mark.parametrize(
    "lemmas",
    [
        ("critical", "condition"),
        ("condition", "of", "anonymity"),
        ("claim", "responsibility"),
        ("on", "strike"),
        ("tear", "gas"),
    ],
)
def test_turns_of_news_and_terms_of_the_thesaurus_are_set(lemmas: tuple[str, ...]) -> None:
    assert is_set_phrase(*lemmas)


@pytest.mark.parametrize("lemmas", [("basic", "condition"), ("on", "hit"), ("state", "of", "obscurity"), ("", ""), ()])
def test_free_combinations_are_not(lemmas: tuple[str, ...]) -> None:
    assert not is_set_phrase(*lemmas)
