"""Rules that turn a phrase: genitives, contractions, "the town of", titles before a name or after it."""

from __future__ import annotations

from typing import Final

from headwater.testing.scribe.draft import Word
from headwater.testing.scribe.pen import Pen
from headwater.testing.scribe.wording.grammar import COMMA, NOUNS, PROPER, SAID, Words, fresh, is_calendar
from headwater.testing.scribe.wording.joinery import capitalised
from headwater.text.thesaurus import is_a
from headwater.text.wordset import wordset

__all__ = ["contracted", "genitive_of", "genitive_s", "spelt_out", "title_after", "title_before", "without_town_of"]

_TITLES: Final = wordset("""
    minister chief governor mayor commander president director commissioner chairman chairwoman spokesman spokeswoman
    ambassador prosecutor judge leader secretary
""")
_CONTRACTS: Final = wordset("did does do is are was were has have had would could should will can")
_SHORT: Final = {"will": "wo", "can": "ca"}
_LONG: Final = {short: full for full, short in _SHORT.items()}
_FIXED: Final = wordset("change rest head master state sort kind end number majority lot bulk back top")
_SETTLEMENTS: Final = wordset("town city village port")


def genitive_of(words: Words, pen: Pen) -> Words | None:
    """From "The minister's visit" to "the visit of the minister"."""
    for place in range(2, len(words) - 2):
        the, owner, mark, owned = words[place - 2 : place + 2]
        single = the.text.lower() == "the" and owner.tag == "NN" and mark.text[1:] == "s" and mark.tag == "POS"
        ends = (
            owned.tag in {"NN", "NNS"}
            and words[place + 2].tag not in NOUNS | {"POS", "VBG"}
            and words[place + 2].text != "of"
        )
        if single and ends and not is_calendar(owner) and not the.quoted:
            new = (the, owned, fresh("of", "IN"), fresh("the", "DT"), owner)
            return (
                *words[: place - 2],
                *pen.exchange(words[place - 2 : place + 2], new, "genitive"),
                *words[place + 2 :],
            )
    return None


def genitive_s(words: Words, pen: Pen) -> Words | None:
    """From "The visit of the minister" to "the minister's visit"; only of people."""
    for place in range(len(words) - 5):
        the, owned, of, article, owner, after = words[place : place + 6]
        texts = (the.text.lower(), of.text, article.text)
        nouns = owned.tag in {"NN", "NNS"} and owner.tag in {"NN", "NNS"} and is_a(owner.lemma, "person")
        nouns = nouns and owned.lemma not in _FIXED
        ends = after.tag not in NOUNS | {"POS", "WP", "VBG", "VBN"} and after.text != "of"
        if texts == ("the", "of", "the") and nouns and ends and not the.quoted:
            plural = owner.text.endswith("s")
            mark = fresh(_apostrophe(words) + ("" if plural else "s"), "POS", gap="")
            new = (the, owner, mark, owned)
            return (*words[:place], *pen.exchange(words[place : place + 5], new, "genitive"), *words[place + 5 :])
    return None


def contracted(words: Words, pen: Pen) -> Words | None:
    """From "Did not" to "didn't"."""
    for place in range(len(words) - 1):
        verb, no = words[place], words[place + 1]
        if verb.text in _CONTRACTS and no.text == "not" and not verb.quoted:
            short = verb._replace(text=_SHORT.get(verb.text, verb.text))
            new = (short, no._replace(text=f"n{_apostrophe(words)}t", gap=""))
            return (*words[:place], *pen.exchange((verb, no), new, "contraction"), *words[place + 2 :])
    return None


def spelt_out(words: Words, pen: Pen) -> Words | None:
    """From "Didn't" to "did not"."""
    for place in range(len(words) - 1):
        verb, no = words[place], words[place + 1]
        if no.text in {"n't", "n’t"} and not verb.quoted:
            full = verb._replace(text=_LONG.get(verb.text, verb.text))
            new = (full, no._replace(text="not", gap="" if full.text == "can" else " "))
            return (*words[:place], *pen.exchange((verb, no), new, "contraction"), *words[place + 2 :])
    return None


def without_town_of(words: Words, pen: Pen) -> Words | None:
    """From "In the town of Varla" to "in Varla"."""
    for place in range(1, len(words) - 3):
        the, kind, of, name = words[place : place + 4]
        if (
            the.text == "the"
            and kind.text in _SETTLEMENTS
            and of.text == "of"
            and name.tag in PROPER
            and not the.quoted
        ):
            new = (name._replace(gap=the.gap),)
            return (*words[:place], *pen.exchange(words[place : place + 4], new, "shorter"), *words[place + 4 :])
    return None


def title_after(words: Words, pen: Pen) -> Words | None:
    """From "Police Chief Oren Dahl said" to "Oren Dahl, the police chief, said"."""
    titled = next((at for at, word in enumerate(words[:5]) if word.text.lower() in _TITLES), None)
    verb = next((at for at, word in enumerate(words) if word.text in SAID | {"told"}), None)
    if titled is None or verb is None or not titled < verb - 2 or any(word.quoted for word in words[:verb]):
        return None
    title, name = words[: titled + 1], words[titled + 1 : verb]
    if any(w.tag not in PROPER for w in name) or any(w.tag not in NOUNS | {"JJ"} for w in title):
        return None
    lowered = tuple(word._replace(text=_lowered(word), gap=" ") for word in title)
    new = (name[0]._replace(gap=""), *name[1:], COMMA, fresh("the", "DT"), *lowered, COMMA)
    return (*pen.exchange(words[:verb], new, "apposition"), *words[verb:])


def title_before(words: Words, pen: Pen) -> Words | None:
    """From "Oren Dahl, the police chief, said" to "Police Chief Oren Dahl said"."""
    commas = [place for place, word in enumerate(words[:12]) if word.text == ","][:2]
    if len(commas) != 2 or commas[0] < 2 or words[commas[1] + 1].text not in SAID | {"told"}:
        return None
    name, title = words[: commas[0]], words[commas[0] + 2 : commas[1]]
    bare = all(w.tag in NOUNS | {"JJ"} for w in title) and title and title[-1].text.lower() in _TITLES
    if not bare or words[commas[0] + 1].text != "the" or any(w.tag not in PROPER or w.quoted for w in name):
        return None
    raised = tuple(word._replace(text=capitalised(word.text)) for word in title)
    new = (raised[0]._replace(gap=""), *raised[1:], name[0]._replace(gap=" "), *name[1:])
    return (*pen.exchange(words[: commas[1] + 1], new, "apposition"), *words[commas[1] + 1 :])


def _lowered(word: Word) -> str:
    return word.text if word.text.isupper() else word.text.lower()


def _apostrophe(words: Words) -> str:
    return "'" if any("'" in word.text for word in words) else "’"
