"""A draft about a written story: true sentences, taken or reworded from its reports, and false ones among them.

    paragraph = write_paragraph(401)
    paragraph.reports      # what it is held against
    paragraph.draft        # the text
    paragraph.facts        # its sentences, each with what is false in it

Some sentences are taken from the reports handed over and reworded as an editor or a language model would; others sum
up a fact of the record in words that no report uses, once every value in it stands in some report. False are those in
which a copyist's alteration is planted (a number, a name, a denial ...) and those with a detail, or wholly, of the
scribe's own invention.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from random import Random
from typing import Final

from msgspec import Struct

from headwater.testing.articles import make_article
from headwater.testing.scribe import structure, wording
from headwater.testing.scribe.draft import Draft, Sentence, Word, added, read_draft
from headwater.testing.scribe.newsrooms import digest_event
from headwater.testing.scribe.newsrooms.numerals import numeral
from headwater.testing.scribe.pen import Note, Pen
from headwater.testing.scribe.plan import Plan
from headwater.testing.scribe.plants import HARMLESS, plant, plant_harmless
from headwater.testing.scribe.plants.changes import is_free
from headwater.testing.scribe.press import print_draft
from headwater.testing.scribe.stories import write_story
from headwater.types import AlterationKind, Article, Span

__all__ = ["INVENTED", "Fact", "Paragraph", "write_paragraph"]

INVENTED: Final = ("detail invented", "fact invented")
_KINDS: Final = tuple(
    kind for kind in AlterationKind if kind not in (AlterationKind.WORDING, AlterationKind.MARKS_LOST)
)
_PLAN: Final = Plan(lines=(2, 3), articles=(4, 8), alterations=(0, 0), harmless=(0, 0), events=1_000_000)
_TAKEN: Final = 5
_SUMMED: Final = 3
_SHORTEST: Final = 8  # words of a sentence worth taking
_LONGEST: Final = 40
_DETAILS: Final = (
    "in the presence of foreign monitors", "for the third time this year", "after a warning by telephone",
    "despite a court order", "according to a leaked memo", "during a power cut", "in front of two television crews",
    "without telling the regional council", "at the request of an insurance broker", "on live radio",
    "because of a dispute over wages", "with the help of a retired admiral", "hours after a small earthquake",
    "to the surprise of the trade unions", "using a borrowed satellite telephone", "in exchange for a tax refund",
)  # fmt: skip
_FACTS: Final = (
    "A second vehicle was found abandoned near a dairy farm.",
    "The head of the national archive resigned within hours.",
    "Schools will remain closed until the end of the month.",
    "A fund for the families has collected nine million in donations.",
    "The United Nations sent four observers to the region.",
    "Two journalists were expelled from the country the next morning.",
    "The stock exchange suspended trading for an afternoon.",
    "An orchestra cancelled its anniversary concert out of respect.",
    "Experts blamed a faulty sensor made by a supplier abroad.",
    "A parliamentary committee had warned of this in a secret report.",
    "The suspect had been released from prison a week earlier.",
    "A video of the event was watched six million times.",
)


class Fact(Struct, frozen=True):
    """A sentence of the draft. `false` names what is false in it, '' for a true one; `at` are the false words."""

    span: Span
    false: str
    how: str
    at: tuple[Span, ...]


class Paragraph(Struct, frozen=True):
    """A draft with its truth, and the reports that it is about."""

    reports: tuple[Article, ...]
    draft: Article
    facts: tuple[Fact, ...]


def write_paragraph(seed: int, false: int = 3) -> Paragraph:
    """The draft of a seed, with `false` facts planted among some eight; fewer where nothing can be planted.

    The same seed writes the same draft. Needs what the scribe needs.
    """
    rng = Random(seed)  # noqa: S311  # chance for texts, not for secrets
    told = write_story(seed, _PLAN)
    pen = Pen(rng)
    taken = _taken(told.articles, rng)
    summed = tuple(_summed(seed, told.articles, rng))
    order = rng.sample([*taken, *summed], len(taken) + len(summed))
    text = print_draft(Draft("", ()).with_sentences(order)).draft
    return _recorded(seed, told.articles, _reworded(_with_falsehoods(text, pen, false), pen), pen)


# --- what is true ---------------------------------------------------------------------------------------------


def _taken(articles: Sequence[Article], rng: Random) -> list[Sentence]:
    """Sentences of the reports, no two alike."""
    every = [
        sentence._replace(opens=False)
        for article in articles
        for sentence in read_draft(article).sentences
        if not sentence.furniture and _SHORTEST <= len(sentence.words) <= _LONGEST and _stands_alone(sentence)
    ]
    chosen: list[Sentence] = []
    for sentence in rng.sample(every, len(every)):
        if len(chosen) < _TAKEN and not any(_alike(sentence, other) for other in chosen):
            chosen.append(sentence)
    return chosen


def _stands_alone(sentence: Sentence) -> bool:
    """A whole sentence of the reporter's, with its quotation marks in pairs."""
    texts = [word.text for word in sentence.words]
    paired = texts.count("“") == texts.count("”") and texts.count('"') % 2 == 0
    return paired and texts[-1] in (".", "”", '"') and texts[0][:1].isupper()


def _alike(one: Sentence, other: Sentence) -> bool:
    left, right = ({word.text.lower() for word in each.words} for each in (one, other))
    return len(left & right) > 0.5 * min(len(left), len(right))


def _summed(seed: int, articles: Sequence[Article], rng: Random) -> Iterator[Sentence]:
    """Facts of the record whose values the reports give."""
    text = "\n".join(article.text for article in articles).casefold()
    told = [
        digest for digest in digest_event(seed % _PLAN.events) if all(_stands(each, text) for each in digest.values)
    ]
    for digest in rng.sample(told, min(_SUMMED, len(told))):
        yield from (_known(sentence) for sentence in added(digest.text))


def _stands(value: str, text: str) -> bool:
    forms = {value, f"{int(value):,}", numeral(int(value), 99)} if value.isdigit() else {value}
    return any(re.search(rf"(?<!\w){re.escape(form.casefold())}(?!\w)", text) for form in forms)


def _known(sentence: Sentence) -> Sentence:
    """The sentence as one that stands somewhere, so that a plant may alter it."""
    return sentence._replace(words=tuple(word._replace(at=(0, 0)) for word in sentence.words), opens=False)


# --- what is false --------------------------------------------------------------------------------------------


def _with_falsehoods(draft: Draft, pen: Pen, count: int) -> Draft:
    """The draft with alterations planted and things invented, each way at most once."""
    ways = pen.random.sample([*_KINDS, *INVENTED], len(_KINDS) + len(INVENTED))
    while count > 0 and ways:
        made = _falsified(draft, pen, ways.pop())
        if made is not None:
            draft, count = made, count - 1
    return draft


def _falsified(draft: Draft, pen: Pen, way: AlterationKind | str) -> Draft | None:
    if way in (AlterationKind.CERTAINTY, AlterationKind.ATTRIBUTION):
        return _only_taken(draft, pen, AlterationKind(way))
    if isinstance(way, AlterationKind):
        return plant(draft, pen, way)
    return _detailed(draft, pen) if way == INVENTED[0] else _put_in(draft, pen)


def _only_taken(draft: Draft, pen: Pen, kind: AlterationKind) -> Draft | None:
    """As `plant`, in sentences taken from reports: "at least" lost where one sums up may be what a report says."""
    closed = draft._replace(sentences=tuple(_with_places(each, keep=_is_taken(each)) for each in draft.sentences))
    planted = plant(closed, pen, kind)
    if planted is None:
        return None
    opened = [new if _is_taken(old) else old for old, new in zip(draft.sentences, planted.sentences, strict=True)]
    return draft._replace(sentences=tuple(opened))


def _is_taken(sentence: Sentence) -> bool:
    return any(word.place is not None for word in sentence.words)


def _with_places(sentence: Sentence, *, keep: bool) -> Sentence:
    """The sentence, its words without a place in the text unless they keep it: such words no plant touches."""
    return sentence if keep else sentence._replace(words=tuple(word._replace(at=None) for word in sentence.words))


def _put_in(draft: Draft, pen: Pen) -> Draft:
    at = pen.random.randint(1, len(draft.sentences))
    (fact,) = (_known(sentence) for sentence in added(pen.random.choice(_FACTS)))
    words = pen.exchange(fact.words, fact.words, INVENTED[1], AlterationKind.ROLE)
    return draft.with_sentences([*draft.sentences[:at], fact._replace(words=words), *draft.sentences[at:]])


def _detailed(draft: Draft, pen: Pen) -> Draft | None:
    """A sentence of the reporter's, not yet altered, with a circumstance that nobody reported at its end."""
    free = [n for n, each in enumerate(draft.sentences) if is_free(each, pen) and _takes_more(each)]
    if not free:
        return None
    number = pen.random.choice(free)
    words = draft.sentences[number].words
    detail = tuple(Word(text, " ", text, "NN") for text in pen.random.choice(_DETAILS).split())
    longer = (*words[:-2], *pen.insert(words[-2], detail, INVENTED[0], AlterationKind.ROLE), words[-1])
    return draft.with_sentences(
        [each if n != number else each._replace(words=longer) for n, each in enumerate(draft.sentences)]
    )


def _takes_more(sentence: Sentence) -> bool:
    words = sentence.words
    return len(words) > _SHORTEST and words[-1].text == "." and not any(word.quoted for word in words)


# --- how it is said -------------------------------------------------------------------------------------------


def _reworded(draft: Draft, pen: Pen) -> Draft:
    """The draft as an editor or a model passes it on: reworded, merged, some values written otherwise."""
    draft = wording.paraphrase(draft, pen, rate=0.5)
    for kind in pen.random.sample(sorted(HARMLESS), 3):
        draft = plant_harmless(draft, pen, kind) or draft
    if pen.random.random() < 0.3:
        draft = wording.back_translate(draft, pen, rate=0.3)
    return structure.resentence(draft, pen, rate=0.25)


def _recorded(seed: int, reports: tuple[Article, ...], draft: Draft, pen: Pen) -> Paragraph:
    printed = print_draft(draft)
    name = f"draft-{seed}"
    harmful = {note.id: note for note in pen.notes if note.kind is not None}
    facts = tuple(_fact(name, sentence, harmful) for sentence in printed.draft.sentences)
    return Paragraph(reports, make_article(printed.text, id=name, title=""), facts)


def _fact(article: str, sentence: Sentence, harmful: Mapping[int, Note]) -> Fact:
    altered = [(word, harmful[number]) for word in sentence.words for number in word.edits if number in harmful]
    whole = _span_of(article, sentence.words)
    if not altered:
        return Fact(whole, "", "", ())
    note = altered[0][1]
    kind = note.how if note.how in INVENTED or note.kind is None else note.kind.value
    return Fact(whole, kind, note.how, tuple(dict.fromkeys(_span_of(article, (word,)) for word, _ in altered)))


def _span_of(article: str, words: Sequence[Word]) -> Span:
    places = [word.at for word in words if word.at is not None]
    return Span(article, places[0][0], places[-1][1])
