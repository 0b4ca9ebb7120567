"""Words for people by what they do: which of them tell the gender, and how news marks a source it does not name.

A role noun with a gender lets a pronoun find its noun ("the spokeswoman ... she"); two of one pair are the same role
("policeman", "police officer"). The anonymity phrases are those of English newsrooms' style rules.
"""

from __future__ import annotations

import re
from typing import Final, Literal

__all__ = ["ANONYMITY", "gender_of_role", "neutral_role"]

_PAIRS: Final = (  # man, woman, either; '' where English has no word
    ("spokesman", "spokeswoman", "spokesperson"),
    ("policeman", "policewoman", "police officer"),
    ("chairman", "chairwoman", "chairperson"),
    ("congressman", "congresswoman", "member of congress"),
    ("assemblyman", "assemblywoman", "assembly member"),
    ("alderman", "alderwoman", "alderperson"),
    ("councilman", "councilwoman", "councillor"),
    ("businessman", "businesswoman", "businessperson"),
    ("salesman", "saleswoman", "salesperson"),
    ("fireman", "firewoman", "firefighter"),
    ("serviceman", "servicewoman", "service member"),
    ("cameraman", "camerawoman", "camera operator"),
    ("sportsman", "sportswoman", "athlete"),
    ("horseman", "horsewoman", "rider"),
    ("craftsman", "craftswoman", "artisan"),
    ("clergyman", "clergywoman", "cleric"),
    ("frontman", "frontwoman", "lead singer"),
    ("gunman", "gunwoman", "shooter"),
    ("anchorman", "anchorwoman", "anchor"),
    ("layman", "laywoman", "layperson"),
    ("countryman", "countrywoman", "compatriot"),
    ("nobleman", "noblewoman", "noble"),
    ("actor", "actress", "actor"),
    ("waiter", "waitress", "server"),
    ("steward", "stewardess", "flight attendant"),
    ("host", "hostess", "host"),
    ("heir", "heiress", "heir"),
    ("hero", "heroine", "hero"),
    ("mayor", "mayoress", "mayor"),
    ("landlord", "landlady", "landlord"),
    ("headmaster", "headmistress", "head teacher"),
    ("schoolmaster", "schoolmistress", "teacher"),
    ("king", "queen", "monarch"),
    ("prince", "princess", ""),
    ("emperor", "empress", ""),
    ("duke", "duchess", ""),
    ("count", "countess", ""),
    ("baron", "baroness", ""),
    ("monk", "nun", ""),
    ("imam", "", ""),
    ("father", "mother", "parent"),
    ("son", "daughter", "child"),
    ("brother", "sister", "sibling"),
    ("husband", "wife", "spouse"),
    ("uncle", "aunt", ""),
    ("nephew", "niece", ""),
    ("grandfather", "grandmother", "grandparent"),
    ("grandson", "granddaughter", "grandchild"),
    ("stepfather", "stepmother", "stepparent"),
    ("stepson", "stepdaughter", "stepchild"),
    ("father-in-law", "mother-in-law", ""),
    ("brother-in-law", "sister-in-law", ""),
    ("son-in-law", "daughter-in-law", ""),
    ("boyfriend", "girlfriend", "partner"),
    ("groom", "bride", ""),
    ("bridegroom", "bride", ""),
    ("widower", "widow", ""),
    ("man", "woman", "person"),
    ("boy", "girl", "child"),
    ("gentleman", "lady", ""),
    ("lord", "lady", ""),
    ("sir", "madam", ""),
    ("mr", "mrs", ""),
    ("mr.", "mrs.", ""),
    ("", "ms", ""),
    ("", "ms.", ""),
    ("", "midwife", ""),
)
_LOOSE: Final = frozenset({"actor", "waiter", "host", "heir", "hero", "mayor", "landlord", "steward", "count"})
"""Words of the first column that are also said of women, or are other words: they tell no gender."""

_MEN: Final = {man for man, _, _ in _PAIRS if man} - _LOOSE
_WOMEN: Final = {woman for _, woman, _ in _PAIRS if woman}
_NEUTRAL: Final = {word: either for man, woman, either in _PAIRS if either for word in (man, woman) if word}


def gender_of_role(lemma: str) -> Literal["m", "f", ""]:
    """The gender a role noun or title tells: "m", "f", or '' where it tells none ("actor", "minister")."""
    word = lemma.lower()
    if word in _WOMEN:
        return "f"
    return "m" if word in _MEN else ""


def neutral_role(lemma: str) -> str:
    """The role without its gender: "spokeswoman" and "spokesman" give "spokesperson"; other words come back small."""
    word = lemma.lower()
    return _NEUTRAL.get(word, word)


# Each alternative is one construction of style rules on sources, with few words between: it stays in a clause.
_NAMED = r"(?:named|identified|(?:quoted|cited|mentioned)\s+by\s+name|publicly\s+(?:named|identified))"
_MAY = r"(?:authori[sz]ed|allowed|permitted|cleared|entitled|in\s+a\s+position|at\s+liberty)"
_SPEAK = (
    r"(?:speak|talk|comment|brief|discuss|disclose|give|release|reveal|share|address|make\s+(?:public\s+)?statements)"
)
_ASKED = r"(?:ask(?:ed|s|ing)|request(?:ed|s|ing))"
_WOULD_NOT = (
    r"(?:declin(?:ed|es|ing)|refus(?:ed|es|ing)|d(?:id|oes|o)\s+not\s+(?:want|wish)|d(?:id|oes|o)n['’]t\s+(?:want|wish)"
    r"|not\s+(?:wanting|wishing)|unwilling|preferr(?:ed|ing)\s+not)"
)
ANONYMITY: Final = re.compile(
    rf"""
      \b(?:on|under|with|request(?:ed|s|ing)|ask(?:ed|s|ing)\s+for|sought|seeking|granted)
        \s+(?:the\s+)?(?:(?:condition|promise|guarantee|cloak)s?\s+of\s+)?(?:strict\s+)?anonymity\b
    | \banonymously\b
    | \b{_WOULD_NOT}\s+to\s+be\s+(?:further\s+)?{_NAMED}\b
    | \b{_ASKED}\s+not\s+to\s+be\s+{_NAMED}\b
    | \b{_ASKED}\s+that\s+(?:his|her|their)\s+names?\s+(?:not\s+be|be\s+(?:withheld|not))\b
    | (?:\bnot\s+|n['’]t\s+|\bun){_MAY}\s+to\s+(?:publicly\s+)?{_SPEAK}\b
    | \b(?:cannot|could\s+not|can\s+not|can['’]t|couldn['’]t|may\s+not)\s+be\s+{_NAMED}\b
    | \b(?:spoke|speaking|talked|talking)\s+(?:on\s+background|off\s+the\s+record)\b
    | \bwhose\s+(?:name|identity)\s+(?:was|is|has\s+been)\s+(?:withheld|protected|not\s+(?:given|disclosed|released))\b
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""Finds the words by which a text says that it knows its source and does not name it, where they stand."""
