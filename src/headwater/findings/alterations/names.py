"""Names exchanged or damaged in copying."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from headwater.findings.alterations.aligned import Aligned, Change, alike
from headwater.findings.alterations.parts import is_portfolio
from headwater.findings.alterations.substitutes import is_spelling
from headwater.findings.alterations.texts import Text
from headwater.text.function_words import FUNCTION_WORDS
from headwater.text.gazetteer import is_demonym, known_place
from headwater.text.mentions import EntityIndex
from headwater.text.names import is_title
from headwater.text.names.lexicon import BODY_WORDS, DAYS
from headwater.text.spans import holds, meets
from headwater.text.spelling import FAMILY, word_likeness
from headwater.text.thesaurus import known, noun_like
from headwater.types import AlterationKind, Entity, EntityKind, Span

__all__ = ["name_changes"]

_LIKE_ENOUGH = 0.5  # share of kept words from which an exchanged name is a change and not another sentence

_PLACING = frozenset(
    {"in", "at", "near", "around", "outside", "off", "across", "into", "towards", "toward", "through", "from"}
)
_FORMS = frozenset({"s", "n", "ed", "an", "ian", "es", "i"})  # endings that make no other name
_COUNTRY = 3  # letters that a country and its adjective share
_STEM = 5  # letters by which forms of one word are known
_ALIKE = 0.4  # likeness of two words from which letters were lost or exchanged; below it stands another word
_SHORTEST = 4  # letters; shorter words of names are titles, initials and particles

Named = tuple[Span, Entity]


def name_changes(aligned: Aligned, entities: EntityIndex) -> Iterator[Change]:
    """A name stands where another name stood, or a word of a name was taken for a word of English and exchanged."""
    yield from _exchanged_names(aligned, entities)
    yield from alike(_damaged_names, aligned)
    yield from _other_letters(aligned, entities)


# --- exchanged ------------------------------------------------------------------------------------------------


def _exchanged_names(aligned: Aligned, entities: EntityIndex) -> Iterator[Change]:
    """One name for another, and neither stands anywhere else in the other reading."""
    if aligned.likeness < _LIKE_ENOUGH:
        return
    here = _named(aligned.left, aligned.passage.left, entities)
    there = _named(aligned.right, aligned.passage.right, entities)
    for edit in aligned.edits:
        if edit.op != "replace":
            continue
        left = _only(here, aligned.left, aligned.left_words[edit.left_start : edit.left_end])
        right = _only(there, aligned.right, aligned.right_words[edit.right_start : edit.right_end])
        if left and right and _is_exchange(left, right, here, there):
            yield _exchange(aligned, left, right)


def _named(text: Text, span: Span, entities: EntityIndex) -> list[Named]:
    mentions = (name.span for name in text.document.names if holds(span, name.span))
    return [(mention, entity) for mention in mentions if (entity := entities.at(mention)) is not None]


def _only(named: Sequence[Named], text: Text, words: Sequence[int]) -> Named | None:
    place = text.span(words)
    inside = [item for item in named if meets(item[0], place)]
    return inside[0] if len(inside) == 1 else None


def _is_exchange(left: Named, right: Named, here: Sequence[Named], there: Sequence[Named]) -> bool:
    one, other = left[1], right[1]
    return (
        one.id != other.id
        and one.kind == other.kind
        and one.id not in {entity.id for _, entity in there}
        and other.id not in {entity.id for _, entity in here}
        and not _is_short_form(one.name, other.name)
    )


def _is_short_form(one: str, other: str) -> bool:
    """Whether one name is the other cut short, in another spelling or in initials: no other name, a shorter one."""
    short, long = sorted((_plain_words(one), _plain_words(other)), key=len)
    left = [word for word in short if not any(is_spelling(word, whole) for whole in long)]
    rest = [word for word in long if not any(is_spelling(word, whole) for whole in short)]
    initials = "".join(word[0] for word in rest if word not in FUNCTION_WORDS)
    return (
        not left
        or "".join(left) == "".join(rest)
        or (len(left) == 1 < len(initials) and _abbreviates(left[0], initials))
    )


def _abbreviates(short: str, initials: str) -> bool:
    """Whether a word is made of the initials, the last of them maybe left out: "CDC" of "CDCP"."""
    return len(short) > 1 and initials.startswith(short)


def _plain_words(name: str) -> list[str]:
    return [word for part in name.lower().split() if (word := "".join(c for c in part if c.isalnum()))]


def _exchange(aligned: Aligned, left: Named, right: Named) -> Change:
    detail = f"{left[1].name} against {right[1].name}"
    if _speaks(aligned.left, left[0]) and _speaks(aligned.right, right[0]):
        harm = f"said by somebody else: {detail}"
        return Change(AlterationKind.ATTRIBUTION, left[0], right[0], harm, "", "speaker exchanged", detail)
    placed = _stands_placed(aligned.left, left[0]) and _stands_placed(aligned.right, right[0])
    kind = EntityKind.PLACE if placed else left[1].kind
    told = AlterationKind.PLACE if kind is EntityKind.PLACE else AlterationKind.NAME
    return Change(told, left[0], right[0], f"another {kind.value}: {detail}", "", "name exchanged", detail)


def _speaks(text: Text, name: Span) -> bool:
    """Whether the bare name is all that is said of a quote's source."""
    return any(quote.source == name for quote in text.quotes)


# --- damaged --------------------------------------------------------------------------------------------------


def _damaged_names(aligned: Aligned) -> Iterator[Change]:
    """A word of a longer name replaced by a word of English, the words beside it kept.

    Where only one of the two is a word of English, it is the damage: software that puts in synonyms, or mends what it
    takes for misspelt, knows no names. Two spellings that are both no words are a matter of taste.
    """
    for left, right in sorted(aligned.put.items()):
        if not (_names(aligned.left, left) and _names(aligned.right, right) and _beside_kept(aligned, left, right)):
            continue
        one, other = aligned.left.tokens[left].lemma, aligned.right.tokens[right].lemma
        if one[:_STEM] == other[:_STEM] or aligned.left.written(left) == aligned.right.written(right):
            continue  # "Armor", "Armored"; one word, of which the parser reads another lemma
        if is_title(one) or is_title(other) or is_portfolio(aligned, left, right):
            continue  # "President Orla", "Bren Orla": called otherwise
        if _is_word(one) != _is_word(other):
            yield _damage(aligned, left, right, "left" if _is_word(one) else "right")
        elif _is_word(one) and not is_spelling(one, other):
            yield _damage(aligned, left, right, "")


def _names(text: Text, word: int) -> bool:
    """Whether the word may be part of a name: with a capital, no abbreviation, no country or people."""
    written = text.written(word)
    if known_place(written) or is_demonym(written):
        return False
    return written[:1].isupper() and len(written) >= _SHORTEST and written.isalpha() and not written.isupper()


def _beside_kept(aligned: Aligned, left: int, right: int) -> bool:
    """Whether a neighbour of the word belongs to the name and was kept."""
    return any(
        aligned.kept.get(left + step) == right + step
        and aligned.left.tokens[left + step].pos == "PROPN"
        and aligned.left.written(left + step)[:1].isupper()
        for step in (-1, 1)
    )


# --- other letters --------------------------------------------------------------------------------------------


def _other_letters(aligned: Aligned, entities: EntityIndex) -> Iterator[Change]:
    """A word of a name in the place of another too far from it to be a spelling, whoever the two are taken for.

    Letters that were lost or exchanged make another name, which a reader cannot tell from a spelling; the clusters of
    names hold the two together because all else about them is alike.
    """
    if aligned.likeness < _LIKE_ENOUGH:
        return
    for left, right in sorted(aligned.put.items()):
        if left in aligned.held or right in aligned.held_there or is_portfolio(aligned, left, right):
            continue
        one, other = aligned.left.tokens[left], aligned.right.tokens[right]
        if one.dep != other.dep or not (_may_name(aligned.left, left) and _may_name(aligned.right, right)):
            continue
        here, there = aligned.left.written(left), aligned.right.written(right)
        if word_likeness(here, there) < FAMILY and not _may_be_one(aligned, (left, right), (here, there), entities):
            yield _letters(aligned, left, right, entities)


def _may_be_one(aligned: Aligned, words: tuple[int, int], written: tuple[str, str], entities: EntityIndex) -> bool:
    """Whether the two words are forms of one, of one country, or two words of one and the same name."""
    short, long = sorted(written, key=len)
    if long.startswith(short) and long[len(short) :] in _FORMS:
        return True
    if _of_one_country(*written):
        return True
    spans = aligned.left.span((words[0],)), aligned.right.span((words[1],))
    named = [entity for span in spans if (entity := entities.at(span)) is not None]
    return any(set(written) <= set(spelling.text.split()) for entity in named for spelling in entity.spellings)


def _of_one_country(one: str, other: str) -> bool:
    """Whether a country and its people or adjective stand for each other: "Norway", "Norwegian"."""
    return one[:_COUNTRY] == other[:_COUNTRY] and all(known_place(word) or is_demonym(word) for word in (one, other))


def _may_name(text: Text, word: int) -> bool:
    """Whether the word stands as a name or a part of one: no title, no day, nothing that begins a sentence only."""
    token, written = text.tokens[word], text.written(word)
    if token.pos != "PROPN" or not written[:1].isupper() or written.isupper() or len(written) < _SHORTEST:
        return False
    return written.isalpha() and not is_title(token.lemma) and token.lemma.lower() not in DAYS | BODY_WORDS


def _letters(aligned: Aligned, left: int, right: int, entities: EntityIndex) -> Change:
    here, there = aligned.left.span((left,)), aligned.right.span((right,))
    kinds = {entity.kind for span in (here, there) if (entity := entities.at(span)) is not None}
    placed = EntityKind.PLACE in kinds or (_is_placed(aligned.left, left) and _is_placed(aligned.right, right))
    kind = AlterationKind.PLACE if placed else AlterationKind.NAME
    written = aligned.left.written(left), aligned.right.written(right)
    clue = "letters of a name" if word_likeness(*written) >= _ALIKE else "another name"
    detail = f"“{written[0]}” against “{written[1]}”"
    return Change(kind, here, there, f"another name: {detail}", "", clue, detail)


def _stands_placed(text: Text, name: Span) -> bool:
    words = text.words(name)
    return bool(words) and _is_placed(text, words[0])


def _is_placed(text: Text, word: int) -> bool:
    """Whether a name stands alone behind a preposition of place."""
    return word > 0 and text.tokens[word - 1].lemma.lower() in _PLACING


def _is_word(lemma: str) -> bool:
    return known(lemma) and noun_like(lemma)


def _damage(aligned: Aligned, left: int, right: int, altered: str) -> Change:
    here, there = aligned.left.span((left,)), aligned.right.span((right,))
    detail = f"“{aligned.left.written(left)}” against “{aligned.right.written(right)}”"
    return Change(AlterationKind.NAME, here, there, f"another name: {detail}", altered, "name damaged", detail)
