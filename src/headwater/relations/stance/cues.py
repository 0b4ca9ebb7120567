"""Words by which a headline or sentence takes a stand on a claim: it refutes, denies, doubts, hedges, hands on.

Headlines are written in capitals, without articles and auxiliaries, so that a parse of them is often wrong: these cues
are read off the words as they stand. The classes follow the labels of Ferreira and Vlachos (2016) and the refuting and
hedging words of the baseline of the Fake News Challenge (2017).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

__all__ = ["CUES", "REFUTING", "SUBORDINATE", "VOICES"]


def _words(prose: str) -> re.Pattern[str]:
    """A pattern of words and phrases in any case; a blank in a phrase is written "_", any ending "~"."""
    parts = (re.escape(word).replace("_", r"\s+").replace(r"\~", r"\w*") for word in prose.split())
    return re.compile(rf"(?<![\w'’])(?:{'|'.join(parts)})(?![\w'’])", re.IGNORECASE)


CUES: Final[Mapping[str, re.Pattern[str]]] = {
    "refuting word": _words("""
        hoax~ fake~ false~ untrue bogus debunk~ myth~ fabricat~ satir~ prank~ unfounded baseless groundless inaccurate
        incorrect~ wrong~ mistaken~ mislead~ misled photoshop~ doctored staged made_up figment nonsense disprove~
        disproven discredit~ busted a_lie spoof~ parody invented conspiracy_theory urban_legend retract~ correction
    """),
    "denial": _words("""
        deny denies denied denying denial~ refute refutes refuted refuting dismiss dismisses dismissed dismissing
        reject rejects rejected rejecting dispute disputes disputed disputing rebut~ contradict~ disavow~ quash~
        shoots_down shot_down shoot_down shuts_down shut_down knocks_down rubbishes rubbished disown~
    """),
    "negation": _words("""
        not no never none nobody neither nor cannot isn't aren't wasn't weren't won't wouldn't doesn't don't didn't
        hasn't haven't hadn't can't couldn't isnt arent wasnt wont doesnt dont didnt hasnt cant isn’t aren’t wasn’t
        weren’t won’t wouldn’t doesn’t don’t didn’t hasn’t haven’t hadn’t can’t couldn’t nothing nope
    """),
    "undone": _words("""
        quit quits quitting exit exits exited bail bails bailed drops_out dropped_out drop_out pulls_out pulled_out
        pull_out passes_on passed_on withdraw~ withdrew cancel~ scrap scraps scrapped calls_off called_off call_off
        abandon~ backs_out backed_out turns_down turned_down falls_through fell_through breached collapses collapsed
    """),
    "doubt": _words("doubt~ sceptic~ skeptic~ unlikely unproven questionable dubious suspicious contradictory"),
    "hearsay": _words("""
        report reports reportedly rumor~ rumour~ alleged allegedly alleges allegation~ purported~ supposedly said_to
        unconfirmed claim claims claimed claiming speculation apparently hearsay leak leaks leaked according_to sources
        source
    """),
    "voice": _words("""
        say says said saying tells told announces insist~ asserts warns accuse~ accusing predict~ pegs estimates
        testif~ tweets suggests hints argues describes recalls
    """),
    "maybe": _words("""
        may might could possible possibly potential potentially perhaps maybe in_talks in_discussions consider
        considers considering weighs weighing mulls mulling probably suspect suspects suspected believed thought_to
        feared if
    """),
    "inquiry": _words("investigat~ probe probes probing examin~ looking_into inquiry looks_into scare fears mystery"),
    "question": re.compile(r"\?"),
}
"""For each class of cues a pattern of its words."""

REFUTING: Final = ("refuting word", "denial", "negation", "undone")
"""Classes that turn a text against a claim, whoever is quoted: what is reported to be untrue is denied."""

SUBORDINATE: Final = re.compile(r"\b(?:who|whose|which|that|because|when|while|where|as|for|over)\b", re.IGNORECASE)
"""Where a clause begins whose negation is not that of the sentence: "fired after he had not come to work"."""

VOICES: Final = _words("""
    official officials source sources report reports media police agent agents spokesman spokeswoman spokesperson
    player expert experts analyst analysts study survey poll claim ministry minister hospital doctor doctors family
    mother father sister brother wife husband lawyer lawyers witness witnesses customer customers neighbor neighbour
    paper newspaper site website company ceo chief president mayor governor senator authorities prosecutors researchers
    scientist scientists author insider insiders rumor rumour post mp mps activists militants rebels villagers
    residents fan fans
""")
"""Nouns for those whose words a headline gives before or after a colon, a comma or a dash."""
