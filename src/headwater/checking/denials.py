"""What a denial of a claim denies, and whether the reports deny the same.

"The dock is not run by them" is not borne out by a sentence that says who runs the dock and that somebody denied
something else: the denial must turn the same word there.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from headwater.checking.bearing import Bearing
from headwater.text.rewording.sides import Side
from headwater.text.wordset import wordset

__all__ = ["DENIALS", "denied_as", "denied_otherwise", "is_bound", "is_denied", "turns"]

DENIALS: Final = wordset("not no never without none nobody nothing neither nor fail refuse deny")
_BOUNDS: Final = wordset("few fewer less more much many")
_LACKING: Final = wordset("missing lack unable unaccounted absent without decline")  # say what is not without "not"
_SUFFERING: Final = frozenset({"dobj", "nsubjpass"})
_UNREAL: Final = wordset("would could may might should must if whether will can")
_DENIED: Final = frozenset({"dobj", "ccomp", "xcomp", "pcomp"})  # of a verb that denies


def is_bound(side: Side, word: int) -> bool:
    """Whether a word is part of a bound, "no fewer than", "not less than", "no more than": it denies nothing."""
    behind = side.lemmas[word + 1] if word + 1 < len(side) else ""
    return side.lemmas[word] in ("no", "not") and behind in _BOUNDS


def denied_as(bearing: Bearing, denial: int) -> str:
    """How the reports stand to a denial of the claim.

    "met" if some sentence denies the same word; "akin" if no sentence has that word and one that bears the claim out
    denies something; else "absent": nothing is denied, or the same is told without a denial.
    """
    turned = [word for word in range(len(bearing.claim)) if word != denial and turns(bearing.claim, denial, word)]
    told = [(number, met[word][0]) for number, met in bearing.near.items() for word in turned if word in met]
    if any(is_denied(bearing.side(number), there) for number, there in told):
        return "met"
    denies = any(_denials(side) or _LACKING & set(side.lemmas) for side in map(bearing.side, bearing.base))
    return "akin" if denies and not any(word in bearing.met for word in turned) else "absent"


def denied_otherwise(bearing: Bearing) -> Iterator[tuple[int, int, int]]:
    """Where a sentence tells the claim's main deed and only one of the two denies it: "no group claimed it".

    Gives the deed in the claim, the sentence, and the deed there. What is done, and to what, must be the same; who did
    it need not: "the Front claimed it" goes against "no group claimed it".
    """
    claim = bearing.claim
    for deed in (at for at, token in enumerate(claim.tokens) if token.dep == "ROOT" and token.pos == "VERB"):
        objects = [at for at, head in enumerate(claim.heads) if head == deed and claim.tokens[at].dep in _SUFFERING]
        denied = is_denied(claim, deed)
        for number, met in sorted(bearing.near.items()):
            side = bearing.side(number)
            if deed not in met or is_denied(side, met[deed][0]) is denied or not _plain(side, met[deed][0]):
                continue
            if objects and all(at in met and side.heads[met[at][0]] == met[deed][0] for at in objects):
                yield deed, number, met[deed][0]


def _plain(side: Side, deed: int) -> bool:
    """Whether a sentence says that it was done, or was not: no hedge, question, plan or wish."""
    verb = side.tokens[deed]
    hedged = any(head == deed and side.lemmas[at] in _UNREAL for at, head in enumerate(side.heads))
    return (
        verb.dep in ("ROOT", "conj", "ccomp", "relcl") and verb.tag in ("VB", "VBD", "VBN", "VBZ", "VBP") and not hedged
    )


def is_denied(side: Side, word: int) -> bool:
    """Whether some denial of a sentence turns the word."""
    return any(turns(side, denial, word) for denial in _denials(side))


def turns(side: Side, denial: int, word: int) -> bool:
    """Whether a denial turns a word: it hangs on it or on a part of it, or denies it as a verb does."""
    heads, token = side.heads, side.tokens[denial]
    if token.pos == "VERB":
        return heads[word] == denial and side.tokens[word].dep in _DENIED
    over = heads[denial]
    if over < 0:
        return False
    return word in (over, heads[over]) or (heads[word] == over and side.tokens[word].dep in _DENIED | {"acomp", "attr"})


def _denials(side: Side) -> list[int]:
    return [at for at in side.denials if not is_bound(side, at)]
