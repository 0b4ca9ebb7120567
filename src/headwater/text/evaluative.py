"""Words that say how good or bad something is, not what happened: "a disgrace", "unacceptable"."""

from __future__ import annotations

from typing import Final

from headwater.text.wordset import wordset

__all__ = ["is_evaluative"]

_ADJECTIVES: Final = wordset("""
    absurd admirable amazing appalling atrocious awful bad barbaric beautiful best better brave brilliant brutal callous
    catastrophic courageous cowardly crazy cruel decent deplorable despicable devastating disappointing disastrous
    disgraceful disgusting dreadful excellent extraordinary fair fantastic foolish good great happy heartbreaking
    heinous heroic historic honest horrendous horrible horrific horrifying ignorant immoral impressive incredible
    inexcusable inhuman insane irresponsible laughable ludicrous magnificent marvellous marvelous monstrous naive nice
    outrageous outstanding pathetic perfect pointless proud reckless regrettable ridiculous right sad scandalous
    senseless shameful shocking sickening silly smart stupid superb terrible terrific tragic unacceptable unbelievable
    unconscionable unfair unforgivable unfortunate unjust unthinkable useless vicious vile weak wicked wonderful worse
    worst worthless wrong important interesting welcome dangerous necessary
""")
_NOUNS: Final = wordset("""
    abomination blessing calamity catastrophe comedy cowardice crisis curse debacle disappointment disaster disgrace
    embarrassment evil failure farce fiasco folly genius hero honour honor horror hypocrisy idiot idiocy insult
    injustice joke joy liar lie madness mess mistake mockery nightmare nonsense outrage pity pleasure privilege
    provocation relief shame scandal stupidity success travesty tragedy treasure triumph victory waste wonder
""")


def is_evaluative(lemma: str) -> bool:
    """Whether a predicate adjective or noun judges rather than reports; `lemma` in any case."""
    return lemma.lower() in _ADJECTIVES or lemma.lower() in _NOUNS
