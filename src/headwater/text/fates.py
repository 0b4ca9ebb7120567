"""Who was killed and who was hurt, word by word: the fates that a parsed text tells of people.

A fate joins the word that tells it with the word for the person. English has many ways to say that somebody died:
verbs of killing with their object ("killed a man"), of dying with their subject ("he died"), results beside a verb
("shot dead", "found dead", "shot to death", "fatally shot", "shot and killed"), nouns ("the death of a man",
"Holm's killing"), adjectives ("the slain officer") and set phrases ("took her own life"). The classes of the words are
those of `headwater.text.events`; dependencies are those of ClearNLP/spaCy English.

What is denied, only planned, attempted or possible is no fate.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from msgspec import Struct

from headwater.text.clauses import children
from headwater.text.cues import is_negated
from headwater.text.events import event_class
from headwater.text.reality import is_real
from headwater.text.wordset import wordset
from headwater.types import Sentence, Token

__all__ = ["Fate", "fates_in"]

Below = dict[int, list[int]]

_KILLING: Final = frozenset({"kill", "execute"})  # event classes
_DEATHS: Final = frozenset({"kill", "die", "execute"})
_HURTING: Final = frozenset({"injure", "shoot"})
_WOUNDING: Final = frozenset({"shoot", "wound", "injure", "hurt", "stab", "hit", "strike", "graze", "beat", "burn"})
_STRIKING: Final = frozenset({"hit", "strike", "graze", "beat", "burn"})  # hurt only by what goes with them
_MISSILES: Final = frozenset({"bullet", "gunfire", "gunshot", "shot", "round", "shrapnel", "fragment", "knife"})
_FATALLY: Final = frozenset({"fatally", "mortally", "lethally"})
_DEADLY: Final = frozenset({"fatal", "deadly", "lethal"})
_DEAD: Final = frozenset({"dead", "deceased", "lifeless"})
_SLAIN: Final = frozenset({"dead", "deceased", "slain", "murdered", "killed"})
_HURT: Final = frozenset({"wounded", "injured", "hurt"})
_STATES: Final = {**dict.fromkeys(_DEAD, "killed"), **dict.fromkeys(_HURT, "injured")}
_REFLEXIVE: Final = frozenset({"himself", "herself", "themselves", "themself", "itself"})
_RELATIVE: Final = frozenset({"WP", "WDT", "WP$"})
_ATTEMPTS: Final = frozenset({"attempt", "attempted", "conspiracy", "threat", "threatened", "potential", "possible"})
_ILLNESSES: Final = wordset(
    "cancer illness disease stroke pneumonia leukemia diabetes cause age overdose flu infection"
)
_TITLES: Final = wordset("sgt sgt. lt lt. capt capt. chief detective det. sheriff officer spokesman spokeswoman mayor")
_WEAPONS: Final = frozenset({"gun", "weapon", "pistol", "rifle", "handgun", "shotgun", "firearm", "revolver", "knife"})
_SUBJECTS: Final = frozenset({"nsubj", "nsubjpass"})
_COMPLEMENTS: Final = frozenset({"acomp", "oprd", "attr", "advmod", "ccomp", "xcomp", "advcl", "conj"})


class Fate(Struct, frozen=True, order=True):
    """What became of somebody: tokens of the word that says it and of the one that names who; `role` of a figure.

    `hand` is "own" where people did it to themselves, "other" where somebody else did, '' where it is not said.
    """

    victim: int
    trigger: int
    role: str  # "killed", "injured"
    hand: str = ""
    among: int = -1  # the token of the group that a name beside it belongs to: "two men, Holm and Varn"


def fates_in(tokens: Sequence[Token], sentence: Sentence) -> tuple[Fate, ...]:
    """The fates that a sentence tells, in the order of those who suffered them, conjuncts one by one.

    A person with two fates has both, the deaths first; the caller chooses. Pure; linear in the sentence.
    """
    below = children(tokens, sentence)
    found: dict[int, Fate] = {}
    for trigger in range(sentence.first, sentence.last):
        for fate in _told_of_each(tokens, below, trigger):
            known = found.get(fate.victim)
            if known is None or (fate.role, bool(fate.hand)) > (known.role, bool(known.hand)):
                found[fate.victim] = fate
    return tuple(sorted(found.values()))


def _told_of_each(tokens: Sequence[Token], below: Below, index: int) -> Iterator[Fate]:
    """What the word tells of anybody, for each of those who share it."""
    for fate in _told(tokens, below, index):
        beside = [(one, -1) for one in _along_with(tokens, below, fate.trigger)]
        alone = tokens[fate.trigger].dep == "amod"  # "one dead man and another, wounded"
        sharing = [(fate.victim, -1)] if alone else [*_series(tokens, below, fate.victim), *beside]
        yield from (Fate(victim, fate.trigger, fate.role, fate.hand, among) for victim, among in sharing)


def _told(tokens: Sequence[Token], below: Below, index: int) -> Iterator[Fate]:
    token = tokens[index]
    if token.pos in {"VERB", "AUX"} or token.tag.startswith("VB"):
        yield from _by_verb(tokens, below, index)
    elif token.pos in {"NOUN", "PROPN"}:
        yield from _by_noun(tokens, below, index)
    if token.lemma.lower() in _STATES or token.lemma.lower() in _SLAIN:
        yield from _by_state(tokens, below, index)


# --- verbs ----------------------------------------------------------------------------------------------------


def _by_verb(tokens: Sequence[Token], below: Below, verb: int) -> Iterator[Fate]:
    role, hand = _phrase_role(tokens, below, verb)
    if role and is_real(tokens, below, verb, denied=tokens[verb].lemma == "survive"):
        yield from (Fate(subject, verb, role, hand) for subject in _subjects(tokens, below, verb))
        return
    role, suffers = _verb_role(tokens, below, verb)
    if not role or not is_real(tokens, below, verb):
        return
    if suffers == "subject" and _is_of_illness(tokens, below, verb):
        return
    if suffers == "subject":
        yield from (Fate(subject, verb, role) for subject in _subjects(tokens, below, verb))
        return
    for patient in _patients(tokens, below, verb):
        if tokens[patient].lemma.lower() in _REFLEXIVE or (tokens[patient].tag == "PRP" and _is_self(tokens[patient])):
            yield from (Fate(subject, verb, role, "own") for subject in _subjects(tokens, below, verb))
        else:
            yield Fate(patient, verb, role, "other" if _is_done_by(tokens, below, verb) else "")
            if any(tokens[one].dep == "conj" and _is_self(tokens[one]) for one in below[patient]):
                yield from (Fate(subject, verb, role, "own") for subject in _subjects(tokens, below, verb))


def _is_self(token: Token) -> bool:
    return token.lemma.lower().endswith(("self", "selves"))


def _verb_role(tokens: Sequence[Token], below: Below, verb: int) -> tuple[str, str]:
    """The role that the verb gives, and to whom: its "subject" or its "patient"."""
    token = tokens[verb]
    lemma = token.lemma.lower()
    kind = _phrasal_class(tokens, below, verb)
    if kind in _KILLING:
        return "killed", "patient"
    if kind == "die":
        return "killed", "subject"
    if lemma in _WOUNDING or kind in _HURTING:
        if _is_deadly(tokens, below, verb):
            return "killed", "patient"
        if lemma not in _STRIKING or _names_a_missile(tokens, below, verb):
            return "injured", "patient"
    return "", ""


def _is_of_illness(tokens: Sequence[Token], below: Below, verb: int) -> bool:
    """“Died of cancer”, “of natural causes”: nobody's deed."""
    causes = [word for child in below[verb] if tokens[child].lemma in {"of", "from"} for word in below[child]]
    return any(tokens[word].lemma.lower() in _ILLNESSES for word in causes) or any(
        tokens[child].lemma.lower() in {"naturally", "peacefully"} for child in below[verb]
    )


def _phrasal_class(tokens: Sequence[Token], below: Below, verb: int) -> str:
    lemma = tokens[verb].lemma.lower()
    particles = [tokens[child].lemma for child in below[verb] if tokens[child].dep == "prt"]
    phrasal = [event_class(f"{lemma} {particle}", "VERB") for particle in particles]
    return next((kind for kind in phrasal if kind), "") or event_class(lemma, "VERB")


def _is_deadly(tokens: Sequence[Token], below: Below, verb: int) -> bool:
    """“Fatally shot”, “shot dead”, “shot to death”, “shot and killed”."""
    for child in below[verb]:
        lemma = tokens[child].lemma.lower()
        if lemma in _FATALLY or (lemma == "dead" and tokens[child].dep not in {"nsubj", "dobj"}):
            return True
        if lemma == "to" and any(tokens[one].lemma == "death" for one in below[child]):
            return True
    return any(_shares_patients(tokens, below, child) for child in below[verb] if tokens[child].dep == "conj")


def _shares_patients(tokens: Sequence[Token], below: Below, verb: int) -> bool:
    """A verb of killing joined to another, and nobody between them: "shot and killed", "was beaten and then killed"."""
    own = any(tokens[child].dep in {*_SUBJECTS, "auxpass"} for child in below[verb])
    kills = tokens[verb].tag.startswith("VB") and _phrasal_class(tokens, below, verb) in _KILLING
    apart = _objects(tokens, below, verb) and _objects(tokens, below, tokens[verb].head)
    return kills and not own and not apart


def _names_a_missile(tokens: Sequence[Token], below: Below, verb: int) -> bool:
    return any(tokens[word].lemma in _MISSILES for child in below[verb] for word in (child, *below[child]))


def _patients(tokens: Sequence[Token], below: Below, verb: int) -> list[int]:
    """Whom a verb was done to: object, passive subject, the noun that a participle or relative clause hangs on."""
    token = tokens[verb]
    objects = [child for child in below[verb] if tokens[child].dep in {"dobj", "obj", "dative"}]
    passive = [child for child in below[verb] if tokens[child].dep == "nsubjpass"]
    helping = [child for child in below[verb] if tokens[child].dep == "auxpass"]  # parsers may hang the subject there
    passive = passive or [one for child in helping for one in below[child] if tokens[one].dep in _SUBJECTS]
    if objects or passive:
        return [_antecedent(tokens, one) for one in (objects or passive)]
    lone = [child for child in below[verb] if tokens[child].dep in _SUBJECTS]
    joined = token.dep == "conj" and token.head in below and tokens[token.head].tag.startswith("VB")
    if lone and (token.tag == "VBN" or (joined and _is_passive(tokens, below, token.head))):
        return [_antecedent(tokens, one) for one in lone]  # "Man killed in shooting"; "... and one person killed"
    return _patients(tokens, below, token.head) if joined else _patients_of_participle(tokens, below, verb)


def _patients_of_participle(tokens: Sequence[Token], below: Below, verb: int) -> list[int]:
    """“A man killed in”, “before being shot”, “was found shot”; “shot and killed a woman”: the object is behind."""
    token = tokens[verb]
    if token.dep in {"acl", "relcl"} and token.tag == "VBN":
        return [token.head]
    if token.dep in {"pcomp", "advcl", "xcomp"} and _is_passive(tokens, below, verb):
        return _subjects(tokens, below, verb)
    if token.dep in {"oprd", "xcomp", "ccomp", "acomp"} and token.tag == "VBN" and token.head in below:
        return _objects(tokens, below, token.head) or _subjects(tokens, below, token.head)
    following = [child for child in below[verb] if tokens[child].dep == "conj"]
    return [
        one for child in following if _shares_patients(tokens, below, child) for one in _objects(tokens, below, child)
    ]


def _is_passive(tokens: Sequence[Token], below: Below, verb: int) -> bool:
    return any(tokens[child].dep in {"auxpass", "nsubjpass"} for child in below[verb])


def _objects(tokens: Sequence[Token], below: Below, verb: int) -> list[int]:
    return [child for child in below.get(verb, ()) if tokens[child].dep in {"dobj", "obj"}]


def _subjects(tokens: Sequence[Token], below: Below, verb: int, depth: int = 6) -> list[int]:
    """Who did it: the verb's subject, else that of the verb it is joined to, or the noun it hangs on."""
    own = [child for child in below[verb] if tokens[child].dep in _SUBJECTS]
    token = tokens[verb]
    if own:
        return [_antecedent(tokens, one) for one in own]
    if token.dep in {"acl", "relcl"}:
        return [token.head]
    if token.dep == "pcomp" and tokens[token.head].head in below and depth:
        return _subjects(tokens, below, tokens[token.head].head, depth - 1)
    if token.dep in {"conj", "xcomp", "advcl", "ccomp"} and token.head in below and token.head != verb and depth:
        return _subjects(tokens, below, token.head, depth - 1)
    return []


def _antecedent(tokens: Sequence[Token], index: int) -> int:
    """The noun that a relative pronoun stands for; any other word is itself."""
    if tokens[index].tag not in _RELATIVE:
        return index
    verb = tokens[index].head
    while tokens[verb].dep in {"conj", "ccomp", "xcomp"} and tokens[verb].head != verb:
        verb = tokens[verb].head
    return tokens[verb].head if tokens[verb].dep in {"relcl", "acl"} else index


def _is_done_by(tokens: Sequence[Token], below: Below, verb: int) -> bool:
    """Active, or passive with an agent: somebody else's deed."""
    active = any(tokens[child].dep in {"dobj", "obj"} for child in below[verb])
    return active or any(tokens[child].dep == "agent" for child in below[verb])


# --- phrases, nouns and states --------------------------------------------------------------------------------


def _phrase_role(tokens: Sequence[Token], below: Below, verb: int) -> tuple[str, str]:
    """Role and hand of phrases that tell the fate of their subject: "took her own life", "did not survive"."""
    lemma = tokens[verb].lemma.lower()
    objects = {tokens[one].lemma.lower(): one for one in below[verb] if tokens[one].dep in {"dobj", "obj"}}
    if lemma == "survive" and is_negated(tokens, verb):
        return "killed", ""
    if lemma == "commit" and "suicide" in objects:
        return "killed", "own"
    if lemma in {"take", "end", "lose"} and "life" in objects:
        held = {tokens[one].lemma.lower() for one in below[objects["life"]]}
        if "own" in held:
            return "killed", "own"
        if lemma == "lose" and any(tokens[one].dep == "poss" for one in below[objects["life"]]):
            return "killed", ""
    if lemma == "turn" and objects.keys() & _WEAPONS and _on_oneself(tokens, below, verb):
        return "killed", "own"
    return ("", "")


def _on_oneself(tokens: Sequence[Token], below: Below, verb: int) -> bool:
    words = [word for child in below[verb] for word in (child, *below[child])]
    deeper = [word for child in words for word in below[child]]
    return any(_is_self(tokens[word]) for word in (*words, *deeper))


def _by_noun(tokens: Sequence[Token], below: Below, noun: int) -> Iterator[Fate]:
    """“The death of a man”, “Holm's killing”, “the fatal shooting of two men”, “the bodies of three women”."""
    token = tokens[noun]
    lemma = token.lemma.lower()
    held = {tokens[child].lemma.lower() for child in below[noun] if tokens[child].dep in {"amod", "compound"}}
    if held & _ATTEMPTS or token.dep == "compound" or not _is_happening(tokens, below, noun):
        return
    kind = event_class(lemma, "NOUN")
    role = "killed" if kind in _DEATHS or lemma in {"suicide", "body"} else ""
    if not role and (kind in _HURTING or lemma in {"shooting", "stabbing", "beating"}):
        role = "killed" if held & _DEADLY else "injured"
    if role:
        hand = "own" if lemma == "suicide" else ""
        yield from (Fate(one, noun, role, hand) for one in _of_whom(tokens, below, noun, lemma))
    if lemma == "life" and tokens[token.head].lemma in {"claim", "take"} and token.dep in {"dobj", "nsubjpass"}:
        yield from (Fate(one, noun, "killed") for one in _of_whom(tokens, below, noun, lemma))


def _is_happening(tokens: Sequence[Token], below: Below, noun: int) -> bool:
    """Not within "trying to", "threatened with": a noun under an attempt or a denial is no fate."""
    if is_negated(tokens, noun):
        return False
    head = tokens[tokens[noun].head]
    return head.lemma.lower() not in {"attempt", "plot", "conspiracy", "threat", "threaten", "plan", "prevent", "avoid"}


def _of_whom(tokens: Sequence[Token], below: Below, noun: int, lemma: str) -> Iterator[int]:
    for child in below[noun]:
        if tokens[child].dep == "poss" and lemma not in {"shooting", "life", "body"}:
            yield child
        if tokens[child].lemma == "of" and tokens[child].dep == "prep":
            yield from (one for one in below[child] if tokens[one].dep == "pobj")


def _by_state(tokens: Sequence[Token], below: Below, state: int) -> Iterator[Fate]:
    """“Are dead”, “left two people dead”, “pronounced dead”, “the slain officer”, “two wounded”."""
    token = tokens[state]
    lemma = token.lemma.lower()
    role = "killed" if lemma in _SLAIN else _STATES[lemma]
    if token.dep == "amod" and token.head != state:
        if lemma in _SLAIN or token.pos == "ADJ" or token.tag == "VBN":
            yield Fate(token.head, state, role)
        return
    own = [child for child in below[state] if tokens[child].dep in {*_SUBJECTS, "nummod"}]  # "left five dead"
    if own and token.pos == "ADJ":
        yield from (Fate(_antecedent(tokens, one), state, role) for one in own)
        return
    if lemma not in _DEAD | _HURT or token.tag.startswith("VB") or token.dep not in _COMPLEMENTS:
        return
    verb = token.head
    if tokens[verb].lemma.lower() in _WOUNDING or verb not in below or not is_real(tokens, below, verb):
        return
    objects = _objects(tokens, below, verb)
    yield from (Fate(one, state, role) for one in (objects or _subjects(tokens, below, verb)))


# --- who else --------------------------------------------------------------------------------------------------


def _along_with(tokens: Sequence[Token], below: Below, trigger: int) -> Iterator[int]:
    """Those told to share the fate: "was gunned down along with his daughter"."""
    for along in below.get(trigger, ()):
        if tokens[along].lemma.lower() in {"along", "together"}:
            words = [along, *(child for child in below[along] if tokens[child].lemma == "with")]
            for one in (child for word in words for child in below[word] if tokens[child].dep == "pobj"):
                yield from (victim for victim, _ in _series(tokens, below, one))


def _has_a_state(tokens: Sequence[Token], below: Below, noun: int) -> bool:
    """Whether words beside the noun, or just behind it, say what became of it."""
    beside = [*below[noun], *range(noun + 1, min(noun + 3, len(tokens)))]
    states = {*_STATES, *_SLAIN, "wound", "injure"}
    return any(tokens[word].lemma.lower() in states and tokens[word].tag in {"JJ", "VBN", "VBD"} for word in beside)


def _series(tokens: Sequence[Token], below: Below, noun: int, among: int = -1) -> Iterator[tuple[int, int]]:
    """The noun and those joined to it, "two men and a woman"; names beside a noun with the noun they stand for.

    A name in apposition to a name is the next of a list: "Holm, Varn and Brone". Who has a fate of their own ("one
    dead and two wounded") does not share the noun's.
    """
    yield noun, among
    for child in below.get(noun, ()):
        token = tokens[child]
        if token.pos not in {"NOUN", "PROPN", "NUM", "PRON"} or _has_a_state(tokens, below, child):
            continue
        if (token.dep == "appos" and token.lemma.lower() in _TITLES) or _is_self(token):
            continue  # "... Holm, 53, Sgt. Varn said"; "killed two men and himself"
        if token.dep == "conj":
            yield from _series(tokens, below, child, among)
        elif token.dep == "appos" and token.pos == "PROPN" and child > noun:
            listed = tokens[noun].pos == "PROPN"
            yield from _series(tokens, below, child, among if listed else noun)
