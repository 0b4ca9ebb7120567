"""How the newsroom stands to what it passes on: the class of a cue, by its word, its negation and its adverbs.

The classes are those of reporting verbs (after Recasens et al. 2013): who "claims" is held at a distance, who
"confirms" is believed, who "denies" speaks against something that others say. A negated cue shows no stance: "did not
deny" and "could not confirm" neither deny nor confirm.
"""

from __future__ import annotations

from typing import Final

from headwater.quotes.tree import Tree
from headwater.text.cues import SPEECH_VERBS, is_negated
from headwater.text.wordset import wordset
from headwater.types import CueClass

__all__ = ["cue_class_of"]

_DISTANT_NOUNS: Final = wordset("claim allegation accusation assertion rumor rumour contention insinuation boast")
_SURE_NOUNS: Final = wordset(
    "confirmation revelation disclosure admission confession acknowledgement acknowledgment finding proof discovery"
)
_DENYING_NOUNS: Final = wordset("denial rebuttal refutation dismissal rejection")
_NOUNS: Final = {
    **dict.fromkeys(sorted(_DISTANT_NOUNS), CueClass.DISTANCING),
    **dict.fromkeys(sorted(_SURE_NOUNS), CueClass.ENDORSING),
    **dict.fromkeys(sorted(_DENYING_NOUNS), CueClass.DENYING),
}
_DOUBTING: Final = wordset("allegedly purportedly supposedly reportedly falsely wrongly apparently")


def cue_class_of(tree: Tree, cue: tuple[int, int]) -> CueClass:
    """The class of a cue, given as a range of tokens; neutral for words that show no stance."""
    first, last = cue
    classes = [_class_at(tree, item) for item in range(first, last)]
    return next((kind for kind in classes if kind is not CueClass.NEUTRAL), CueClass.NEUTRAL)


def _class_at(tree: Tree, item: int) -> CueClass:
    token = tree.tokens[item]
    if token.pos == "NOUN":
        return _NOUNS.get(token.lemma, CueClass.NEUTRAL)
    kind = SPEECH_VERBS.get(token.lemma, CueClass.NEUTRAL)
    if kind is not CueClass.NEUTRAL and is_negated(tree.tokens, item):
        return CueClass.NEUTRAL
    doubted = any(tree.words[child] in _DOUBTING for child in tree.children[item] if child < item + 2)
    return CueClass.DISTANCING if kind is CueClass.NEUTRAL and doubted else kind
