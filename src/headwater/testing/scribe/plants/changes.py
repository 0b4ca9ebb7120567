"""A change of a few words of one sentence: found by looking, chosen by chance, carried out by the pen.

A *finder* looks at one sentence and yields every change of its sort that would fit; it uses no chance and touches
nothing. `planter` makes a finder into a planter, which takes one of these changes anywhere in a text.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import Final, NamedTuple

from headwater.testing.scribe.draft import Draft, Sentence, Word
from headwater.testing.scribe.pen import Pen
from headwater.testing.scribe.plants.forms import Words, low
from headwater.testing.scribe.plants.persons import Cast
from headwater.testing.scribe.wording.joinery import article_for, capitalised
from headwater.types import AlterationKind

__all__ = ["Change", "Finder", "Planter", "carry_out", "is_free", "planter"]

_OPENING: Final = frozenset('“‘"([') | {"``"}
_MISQUOTES: Final = 0.25  # the odds of words between quotation marks against others: copyists respect them, mostly


class Change(NamedTuple):
    """The words `first` to `last` of a sentence, exclusive, become `new`.

    With nothing in `new` they are dropped; with `first == last` the new ones are put in before that word.
    """

    first: int
    last: int
    new: Words
    how: str


Finder = Callable[[Words, Cast], Iterable[Change]]
Planter = Callable[[Draft, Pen], Draft | None]


def planter(find: Finder, kind: AlterationKind | None) -> Planter:
    """A planter that makes one of the changes a finder finds, at a random place of the draft's reporting.

    It gives None if the finder finds nothing in sentences that are free: no furniture, none that bears an alteration
    from this pen. Words that bear any edit stay as they are, so that each edit's truth holds.
    """

    def plant(draft: Draft, pen: Pen) -> Draft | None:
        cast = Cast(draft.sentences)
        second: tuple[int, Change] | None = None
        for number in pen.random.sample(range(len(draft.sentences)), len(draft.sentences)):
            words = draft.sentences[number].words
            found = _choose(words, find(words, cast), pen) if is_free(draft.sentences[number], pen) else None
            if found is None:
                continue
            if not words[found.first].quoted or pen.random.random() < _MISQUOTES:
                return _changed(draft, number, found, pen, kind)
            second = second or (number, found)
        return second and _changed(draft, *second, pen, kind)

    return plant


def is_free(sentence: Sentence, pen: Pen) -> bool:
    """Whether an alteration may be planted in the sentence: it reports, and this pen has planted none in it."""
    if sentence.furniture:
        return False
    planted = {note.id for note in pen.notes if note.kind is not None}
    return not planted or not any(planted.intersection(word.edits) for word in sentence.words if word.edits)


def _choose(words: Words, changes: Iterable[Change], pen: Pen) -> Change | None:
    """One of the changes that fit: first a place, then what is done there."""
    places: dict[tuple[int, int], list[Change]] = defaultdict(list)
    for change in changes:
        if _fits(words, change):
            places[change.first, change.last].append(change)
    return pen.random.choice(pen.random.choice(list(places.values()))) if places else None


def _fits(words: Words, change: Change) -> bool:
    """Whether the pen can make the change: the words come from the text copied, untouched, and others are left."""
    old = words[change.first : change.last] or words[change.first - 1 : change.first]
    untouched = all(word.at is not None and not word.edits for word in old)
    return untouched and (len(old) < len(words) or bool(change.new)) and _texts(old) != _texts(change.new)


def _texts(words: Sequence[Word]) -> list[str]:
    return [word.text for word in words]


def _changed(draft: Draft, number: int, change: Change, pen: Pen, kind: AlterationKind | None) -> Draft:
    sentence = draft.sentences[number]
    changed = sentence._replace(words=carry_out(sentence.words, change, pen, kind))
    return draft._replace(sentences=(*draft.sentences[:number], changed, *draft.sentences[number + 1 :]))


def carry_out(words: Words, change: Change, pen: Pen, kind: AlterationKind | None) -> Words:
    """The sentence with the change made and noted; "a" or "an" before it agrees, a capital at its beginning stays."""
    first, last, new, how = _agreeing(words, _begun(words, change))
    if first == last:
        return (*words[: first - 1], *pen.insert(words[first - 1], new, how, kind), *words[first:])
    if new:
        new = (new[0]._replace(gap=words[first].gap), *new[1:])  # the space before them is no part of the edit
        return (*words[:first], *pen.exchange(words[first:last], new, how, kind), *words[last:])
    return _dropped(words, change, pen, kind)


def _dropped(words: Words, change: Change, pen: Pen, kind: AlterationKind | None) -> Words:
    before = words[change.first - 1] if change.first else None
    after = words[change.last] if change.last < len(words) else None
    if after is not None and after.text[:1].isalnum():
        capital = _opens(words, change.first) and words[change.first].text[:1].isupper()
        text = capitalised(after.text) if capital else after.text
        gap = words[change.first].gap if before is None or before.text in _OPENING else after.gap
        after = after._replace(text=text, gap=gap)
    left, right = pen.drop(before, words[change.first : change.last], after, change.how, kind)
    kept = (*words[: max(0, change.first - 1)], left, right, *words[change.last + 1 :])
    return tuple(word for word in kept if word is not None)


def _begun(words: Words, change: Change) -> Change:
    """The change with a capital on its first word if it stands where the sentence begins."""
    if change.first == change.last or not change.new or not _opens(words, change.first):
        return change
    first = change.new[0]
    if not words[change.first].text[:1].isupper():
        return change
    return change._replace(new=(first._replace(text=capitalised(first.text)), *change.new[1:]))


def _opens(words: Words, index: int) -> bool:
    return not any(word.text[:1].isalnum() for word in words[:index])


def _agreeing(words: Words, change: Change) -> Change:
    """The change with the indefinite article before it, if that has to change as well."""
    first, last, new, how = change
    if first == last or low(words, first - 1) not in ("a", "an"):
        return change
    follower = new[0].text if new else (words[last].text if last < len(words) else "")
    needed = article_for(follower)
    if not follower[:1].isalnum() or needed == low(words, first - 1):
        return change
    article = words[first - 1]._replace(text=needed.capitalize() if words[first - 1].text[0] == "A" else needed)
    kept = new or words[last : last + 1]  # of words dropped the neighbours bear the edit
    return Change(first - 1, last if new else last + 1, (article, *kept), how)
