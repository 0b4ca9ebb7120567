"""Negations altered in copying: lost, slipped in, or a verb turned into its opposite."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from headwater.testing.scribe.draft import Word
from headwater.testing.scribe.plants.changes import Change
from headwater.testing.scribe.plants.forms import Words, fresh, inflected, like, low, run, tag
from headwater.testing.scribe.plants.persons import Cast
from headwater.testing.scribe.wording.joinery import article_for
from headwater.text.wordset import wordset

__all__ = ["no_lost", "nobody_found", "not_added", "not_lost", "opposite", "outcome_turned"]

_KEEPS_NOT: Final = wordset("only just merely simply yet until necessarily least all even so to that unlike")
_ASKS_NOT: Final = wordset("or if whether why")
_WANTS_NOT: Final = wordset("any anyone anybody anything anywhere yet either nor ever until but neither")
_BARE: Final = {"ca": "can", "wo": "will", "sha": "shall"}
_DO: Final = {"did": "VBD", "does": "VBZ", "do": "VBP"}
_MASS: Final = wordset("""
    evidence information comment damage proof support access water power electricity help aid food money progress
    resistance violence warning interest news research contact trouble fuel gas pollution staff
    equipment traffic knowledge confidence trust hope harm blame
""")
_FIXED: Final = wordset("longer matter doubt means way time sense sooner more less fewer later other such one good")
_PRONOUNS: Final = {
    "nobody": "somebody",
    "nothing": "something",
    "none": "some",
    "nowhere": "somewhere",
    "neither": "both",
}
_PAIRS: Final = """
    deny confirm; reject accept; reject approve; oppose support; condemn praise; ban allow; acquit convict;
    increase decrease; rise fall; include exclude; strengthen weaken; lift impose; tighten loosen
"""
_OPPOSITES: Final[dict[str, tuple[str, ...]]] = {}  # verbs that take the same words after them
for _one, _other in (_pair.split() for _pair in _PAIRS.split(";")):
    _OPPOSITES[_one] = (*_OPPOSITES.get(_one, ()), _other)
    _OPPOSITES[_other] = (*_OPPOSITES.get(_other, ()), _one)
_OF_THINGS: Final = wordset("rise fall lift allow include")  # also said in other senses: only before "a"
_QUALITIES: Final = (
    "guilty innocent;legal illegal;safe unsafe;possible impossible;able unable;likely unlikely;aware unaware;"
    "armed unarmed;clear unclear;known unknown;willing unwilling;authorized unauthorized;successful unsuccessful;"
    "related unrelated;expected unexpected;stable unstable;lawful unlawful;fair unfair;necessary unnecessary;"
    "certain uncertain;accurate inaccurate;adequate inadequate;complete incomplete;responsible irresponsible"
)
_TURNED: Final = {
    one: other for pair in _QUALITIES.split(";") for a, b in [pair.split()] for one, other in ((a, b), (b, a))
}
_OUTCOMES: Final = {"fail": "manage", "refuse": "agree", "decline": "agree", "agree": "refuse", "manage": "fail"}
_FINITE: Final = wordset("was were is are will would could can should has had")


def not_lost(words: Words, _: Cast) -> Iterator[Change]:
    """A "not" lost: "opened" for "did not open", "can" for "cannot"."""
    for index, word in enumerate(words):
        if index == 0 or word.lemma != "not" or not _is_plain_not(words, index):
            continue
        before = words[index - 1]
        if before.text.lower() in _DO and before.lemma == "do":
            yield from _affirmed(words, index)
        elif before.text.lower() in _BARE:
            bare = like(before, _BARE[before.text.lower()])
            yield Change(index - 1, index + 1, (bare,), "not lost")
        elif before.tag in ("MD", "VBD", "VBZ", "VBP", "VB"):
            yield Change(index, index + 1, (), "not lost")


def no_lost(words: Words, _: Cast) -> Iterator[Change]:
    """A "no", "never" or "without" lost: "found a sign", "woke up", "with warning"."""
    for index, word in enumerate(words):
        text = word.text.lower()
        if text == "never" and tag(words, index + 1) in ("VBD", "VBN") and not _wants_not(words, index):
            yield Change(index, index + 1, (), "never lost")
        if text == "without" and tag(words, index + 1) in ("DT", "NN", "NNS", "JJ") and not _wants_not(words, index):
            yield Change(index, index + 1, (like(word, "with"),), "without turned into with")
        if text == "no" and word.tag == "DT" and not _wants_not(words, index) and low(words, index + 1) not in _FIXED:
            yield from _without_no(words, index)


def nobody_found(words: Words, _: Cast) -> Iterator[Change]:
    """Someone for no one, "still" for "no longer"."""
    for index, word in enumerate(words):
        text, after = word.text.lower(), low(words, index + 1)
        if _wants_not(words, index):
            continue
        if text in _PRONOUNS and word.tag in ("NN", "DT") and (text not in ("none", "neither") or after == "of"):
            yield Change(index, index + 1, (like(word, _PRONOUNS[text]),), f"{text} turned round")
        if text == "no" and after == "one":
            yield Change(index, index + 2, (like(word, "someone"),), "no one turned round")
        if text == "no" and after == "longer" and tag(words, index - 1)[:2] in ("VB", "MD"):
            yield Change(index, index + 2, run("still", word, "RB"), "no longer turned round")


def not_added(words: Words, _: Cast) -> Iterator[Change]:
    """A "not" slipped in: "was not closed"."""
    for index, word in enumerate(words):
        follows = tag(words, index + 1) in ("VBN", "VB", "VBG", "JJ", "IN")
        main = word.lemma in ("have", "has") and tag(words, index + 1) != "VBN"
        denied = any(each.lemma in ("not", "no", "never", "nothing", "nobody") for each in words[max(0, index - 3) :])
        plain = low(words, index - 1) not in _EXPLETIVES and low(words, index + 1) not in _LEAVES
        finite = word.text in _FINITE and word.tag in ("MD", "VBD", "VBZ", "VBP")
        if finite and plain and follows and not main and not denied:
            yield Change(index + 1, index + 1, (fresh("not", "RB"),), "not put in")


_EXPLETIVES: Final = wordset("so as than there it")
_LEAVES: Final = wordset("due still already also like as")


def opposite(words: Words, _: Cast) -> Iterator[Change]:
    """Confirmed for denied, guilty for innocent."""
    for index, word in enumerate(words):
        for other in _OPPOSITES.get(word.lemma, ()):
            if (
                all(each.lemma != other for each in words)
                and word.tag.startswith("VB")
                and _takes_object(words, index, word.lemma)
            ):
                yield Change(index, index + 1, (_verb(word, other),), f"{word.lemma} turned into {other}")
        turned = _TURNED.get(word.text.lower())
        if turned and word.tag == "JJ" and low(words, index - 1) not in ("not", "n't", "more", "less", "“", '"'):
            yield Change(index, index + 1, (like(word, turned),), "adjective turned into its opposite")


def outcome_turned(words: Words, _: Cast) -> Iterator[Change]:
    """Who failed to is said to have managed to, who refused to agreed to."""
    for index, word in enumerate(words):
        turned = _OUTCOMES.get(word.lemma)
        finite = tag(words, index) in ("VBD", "VBZ", "VBN", "VBP") and tag(words, index + 2) == "VB"
        plain = not _wants_not(words, index) and low(words, index + 2) not in ("comment", "be")
        if turned and finite and plain and low(words, index + 1) == "to":
            yield Change(index, index + 1, (_verb(word, turned),), f"{word.lemma} turned into {turned}")


def _is_plain_not(words: Words, index: int) -> bool:
    fixed = low(words, index + 1) in _KEEPS_NOT or low(words, index - 2) in _ASKS_NOT
    return not fixed and not _wants_not(words, index) and tag(words, index + 1) not in (",", ".", "")


def _wants_not(words: Words, index: int) -> bool:
    """Whether a word further on stands only beside a negation: without it the sentence would not be English."""
    return any(word.text.lower() in _WANTS_NOT for word in words[index + 1 : index + 9])


def _affirmed(words: Words, index: int) -> Iterator[Change]:
    """The verb after "did not" in the form that "did" had, the adverbs before it kept."""
    verb = next((i for i in range(index + 1, min(index + 4, len(words))) if words[i].tag.startswith("VB")), None)
    if verb is None or words[verb].tag != "VB" or any(word.tag != "RB" for word in words[index + 1 : verb]):
        return
    form = _DO[low(words, index - 1)]
    finite = words[verb]._replace(text=inflected(words[verb].lemma, form), tag=form)
    new = (*words[index + 1 : verb], finite)
    yield Change(index - 1, verb + 1, (new[0]._replace(gap=words[index - 1].gap), *new[1:]), "not lost")


def _without_no(words: Words, index: int) -> Iterator[Change]:
    """The "no" before a noun lost, an article in its place where the noun can be counted."""
    ahead = next((i for i in range(index + 1, min(index + 4, len(words))) if tag(words, i)[:2] == "NN"), None)
    if ahead is None or tag(words, ahead) not in ("NN", "NNS") or tag(words, ahead + 1) in ("NN", "NNS", "CC"):
        return
    if words[ahead].lemma in _FIXED:
        return
    if words[ahead].tag == "NNS" or words[ahead].lemma in _MASS:
        yield Change(index, index + 1, (), "no lost")
    else:
        article = article_for(words[index + 1].text)
        yield Change(index, index + 1, (like(words[index], article)._replace(tag="DT"),), "no turned into a")


def _takes_object(words: Words, index: int, verb: str) -> bool:
    if (
        words[index].tag == "VBN"
        and tag(words, index - 1) in ("DT", "JJ", "CD")
        and tag(words, index + 1)[:2] in ("NN", "JJ")
    ):
        return False  # an adjective: "a banned group"
    denied = any(low(words, near) in ("not", "n't", "n’t", "no", "never") for near in range(index - 3, index))
    if denied or _wants_not(words, index):
        return False
    if verb in _OF_THINGS:
        return tag(words, index + 1) == "DT" or (verb in ("rise", "fall") and low(words, index + 1) in ("by", "to"))
    return tag(words, index + 1) in ("DT", "NN", "NNS", "NNP", "PRP$", "JJ", "IN", "RP") or words[index].tag == "VBN"


def _verb(word: Word, lemma: str) -> Word:
    return like(word, inflected(lemma, word.tag), lemma)
