"""Attribution lost or changed in copying: said by nobody, or by somebody else.

What is compared are the quotes, direct or not, that were found in each article (`headwater.quotes`). A source is lost
where a copy gives what somebody said as a plain fact; it is changed where two readings name people who are not
described alike. "Officials said" against "the governor said" is neither: one says more than the other.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import Final

from headwater.findings.alterations.aligned import Aligned, Change, both_ways
from headwater.findings.alterations.substitutes import is_spelling
from headwater.findings.alterations.texts import Text
from headwater.text.function_words import FUNCTION_WORDS
from headwater.text.kinds import part_of
from headwater.text.mentions import EntityIndex
from headwater.text.news_synonyms import news_synonyms
from headwater.text.spans import meets
from headwater.text.thesaurus import is_a, related
from headwater.text.wordset import wordset
from headwater.types import AlterationKind, EntityKind, Quote, QuoteForm, Span, Token

__all__ = ["source_changes"]

_FEWEST: Final = 5  # words that are said; fewer are a label, not a statement
_SAID_AGAIN: Final = 0.75  # share of the words said that the other side must have, and of the other's that are these
_LEAD: Final = 2  # sentences at the head of an article, where headlines and summaries leave sources out ...
_LEAD_KEPT: Final = 0.7  # ... unless this share of the words was kept, so that it is no summary
_MARKED: Final = frozenset({QuoteForm.DIRECT, QuoteForm.MIXED})
_HEARSAY: Final = frozenset({"allegedly", "reportedly", "alleged", "reported", "supposedly", "purportedly"})
_TELLING: Final = wordset("""
    say tell state report announce confirm accord according add declare note claim assert allege warn explain write
    insist argue maintain acknowledge admit concede disclose reveal estimate believe think suspect stress describe
    testify tweet post comment contend conclude deny remark reply answer recall
""")
_CHANNELS: Final = wordset(
    "by phone telephone email e-mail radio television tv statement post text message letter a the"
)
_PASSING_ON: Final = frozenset({"quote", "cite"})
_FINITE: Final = frozenset({"VBD", "VBP", "VBZ", "MD"})
_IN_A_SOURCE: Final = frozenset({"relcl", "aux", "auxpass"})
_BEHIND: Final = frozenset({"VERB", "AUX", "ADP", "SCONJ"})  # what follows the noun of a source says more, not who
_NOUNS: Final = frozenset({"NOUN", "PROPN"})
_CONTENT: Final = frozenset({"NOUN", "PROPN", "ADJ"})
_VAGUE: Final = wordset("""
    official authority source person people spokesman spokeswoman spokesperson representative statement report witness
    expert analyst aide adviser leader member head chief man woman senior top government company firm group party
""")


def source_changes(aligned: Aligned, entities: EntityIndex) -> Iterator[Change]:
    """A source that the other reading leaves out or exchanges."""
    yield from both_ways(_lost, aligned)
    yield from _exchanged(aligned, entities)


# --- lost -----------------------------------------------------------------------------------------------------


def _lost(aligned: Aligned) -> Iterator[Change]:
    for quote in _said(aligned.left, aligned.passage.left):
        there = _said_again(aligned, quote)
        if there is None or quote.form in _MARKED or _attributed(aligned, there, quote):
            continue
        if _still_there(aligned, quote) or _is_hearsay(aligned.right, there):
            continue
        here = _with_source(quote)
        lead = aligned.right.sentence_number(aligned.right.words(there)[0]) < _LEAD
        if lead and aligned.agreement < _LEAD_KEPT:
            continue
        detail = f"“{_words(aligned.left, _naming(quote))}” is left out"
        harm = f"given as a plain fact: {detail}"
        there = aligned.right.whole(there)
        clue = "source lost in a lead" if lead else "source lost"
        yield Change(AlterationKind.ATTRIBUTION, here, there, harm, "right", clue, detail)


def _said(text: Text, span: Span) -> list[Quote]:
    """The statements with a source that lie in a passage."""
    return [quote for quote in text.quotes_in(span) if _names_its_source(text, quote)]


def _names_its_source(text: Text, quote: Quote) -> bool:
    """Whether the source, some noun, stands in the sentence of what is said; one found further off is a guess."""
    if quote.source is None or quote.cue is None or not _tells(text, quote.cue):
        return False
    source, content = text.words(quote.source), text.words(quote.content)
    if all(text.tokens[word].lemma in _CHANNELS for word in source):
        return False
    if not content or any(_states(text.tokens[word]) for word in source):
        return False
    sentence = text.sentence_number(source[0])
    return text.sentence_number(content[0]) <= sentence <= text.sentence_number(content[-1])


def _states(token: Token) -> bool:
    """Whether the word makes a sentence of the source, which then is none; "who runs the mill" may stand in it."""
    return token.tag in _FINITE and token.dep not in _IN_A_SOURCE


def _tells(text: Text, cue: Span) -> bool:
    """Whether the cue is one of telling: not of passing on ("quoted him as saying") or doing ("police fired ...")."""
    lemmas = {text.tokens[word].lemma for word in text.words(cue)}
    return bool(lemmas & _TELLING) and not lemmas & _PASSING_ON


def _said_again(aligned: Aligned, quote: Quote) -> Span | None:
    """Where the other side has what was said, whole and little else; None if it has not."""
    words = aligned.left.words(quote.content)
    told = [aligned.answered[i] for i in words if i in aligned.answered]
    if len(words) < _FEWEST or len(told) < _SAID_AGAIN * len(words):
        return None
    there = aligned.right.span(told)
    return there if len(told) >= _SAID_AGAIN * len(aligned.right.words(there)) else None


def _attributed(aligned: Aligned, there: Span, lost: Quote) -> bool:
    """Whether the words have a source after all: their own, or one beside them."""
    text = aligned.right
    sentence = text.sentence_number(text.words(there)[0])
    if any(meets(mark, there) for mark in text.document.quoted):
        return True
    near = range(max(0, sentence - 1), min(len(text.document.sentences), sentence + 2))
    spans = [text.document.sentences[number].span for number in near]
    here, around = spans[near.index(sentence)], spans[0].start
    return any(
        (quote.cue is None or _tells(text, quote.cue))
        and quote.content.start < spans[-1].end
        and around < quote.content.end
        and (meets(quote.content, here) or _same_speech(aligned, quote, lost))
        for quote in text.quotes
    )


def _still_there(aligned: Aligned, quote: Quote) -> bool:
    """Whether the source stands in the passage in another part: "residents said they heard", "heard by residents"."""
    held = {aligned.right.tokens[word].lemma for word in aligned.right_words}
    source = aligned.left.words(quote.source) if quote.source is not None else ()
    nouns = [aligned.left.tokens[word].lemma for word in source if aligned.left.tokens[word].pos in _NOUNS]
    return 2 * sum(noun in held for noun in nouns) >= len(nouns)


def _is_hearsay(text: Text, there: Span) -> bool:
    """Whether the words say of themselves that somebody says so: "allegedly"."""
    return any(text.written(word).lower() in _HEARSAY for word in text.words(there))


def _same_speech(aligned: Aligned, quote: Quote, lost: Quote) -> bool:
    """Whether a neighbouring statement has the source that was lost: then the source runs on."""
    if lost.speaker and lost.speaker == quote.speaker:
        return True
    if lost.source is None or quote.source is None:
        return False
    here = {aligned.left.tokens[word].lemma for word in aligned.left.words(lost.source)}
    there = {aligned.right.tokens[word].lemma for word in aligned.right.words(quote.source)}
    return bool((here & there) - FUNCTION_WORDS)


def _naming(quote: Quote) -> Span:
    source = quote.source or quote.content
    if quote.cue is None:
        return source
    return Span(source.article, min(source.start, quote.cue.start), max(source.end, quote.cue.end))


def _with_source(quote: Quote) -> Span:
    naming, content = _naming(quote), quote.content
    return Span(content.article, min(naming.start, content.start), max(naming.end, content.end))


def _words(text: Text, span: Span) -> str:
    return " ".join(text.document.article.text[span.start : span.end].split())


# --- exchanged ------------------------------------------------------------------------------------------------


def _exchanged(aligned: Aligned, entities: EntityIndex) -> Iterator[Change]:
    for quote in _said(aligned.left, aligned.passage.left):
        there = _said_again(aligned, quote)
        if there is None:
            continue
        others = [other for other in aligned.right.quotes if _covers(other, there)]
        if len(others) != 1 or not _names_its_source(aligned.right, others[0]):
            continue
        if _may_be_one(aligned, quote, others[0], entities):
            continue
        here, other = _naming(quote), _naming(others[0])
        detail = f"“{_words(aligned.left, here)}” against “{_words(aligned.right, other)}”"
        harm = f"said by somebody else: {detail}"
        yield Change(AlterationKind.ATTRIBUTION, here, other, harm, "", "another source", detail)


def _covers(quote: Quote, there: Span) -> bool:
    shared = min(quote.content.end, there.end) - max(quote.content.start, there.start)
    return shared >= 0.5 * (there.end - there.start)


def _may_be_one(aligned: Aligned, one: Quote, other: Quote, entities: EntityIndex) -> bool:
    """Whether the two sources may be one: named alike, described alike, or one of them hardly described at all."""
    if one.speaker and one.speaker == other.speaker:
        return True
    left, right = _describing(aligned.left, one, entities), _describing(aligned.right, other, entities)
    if left <= _VAGUE or right <= _VAGUE:
        return True
    if _is_bare_name(aligned.left, one, left) != _is_bare_name(aligned.right, other, right):
        return True  # a name here and a description there may be one
    return any(_alike(here, there) for here in left for there in right)


def _describing(text: Text, quote: Quote, entities: EntityIndex) -> set[str]:
    """The nouns and adjectives that say who the source is; of a named person also those of the roles given anywhere."""
    words = _describing_words(text, quote)
    found = {text.tokens[word].lemma for word in words if text.tokens[word].pos in _CONTENT}
    entity = entities.at(quote.source) if quote.source is not None else None
    if entity is not None and entity.kind is EntityKind.PERSON:
        found |= {word for spelling in entity.spellings for word in spelling.text.lower().split()}
        roles = (role for role in entity.roles if role.article == text.id)
        found |= {text.tokens[word].lemma for role in roles for word in text.words(role)}
    return found


def _describing_words(text: Text, quote: Quote) -> list[int]:
    """The words of the source up to what is said of it: "a report | released on Monday"."""
    words = text.words(quote.source) if quote.source is not None else ()
    return list(itertools.takewhile(lambda word: text.tokens[word].pos not in _BEHIND, words))


def _is_bare_name(text: Text, quote: Quote, described: set[str]) -> bool:
    """Whether nothing is known of the source but its name."""
    named = {text.tokens[word].lemma for word in _describing_words(text, quote) if text.tokens[word].pos == "PROPN"}
    return bool(named) and described <= named


def _alike(one: str, other: str) -> bool:
    if is_spelling(one, other) or related(one, other) or news_synonyms(one, other):
        return True
    part = part_of(one)
    return (part is not None and part == part_of(other)) or is_a(one, other) or is_a(other, one)
