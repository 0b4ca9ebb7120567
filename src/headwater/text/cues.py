"""Words that say somebody says or thinks something, words that hedge, and what a negation reaches.

Classes of speech verbs follow the usual split of reporting verbs into neutral, distancing, endorsing and denying ones
(Recasens et al. 2013, factive and assertive verbs; Karttunen's implicatives for the verbs that negate). Certainty
follows FactBank (Saurí and Pustejovsky 2009), reduced to what the words of the clause itself say.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from headwater.text.wordset import wordset
from headwater.types import Certainty, CueClass, Token

__all__ = [
    "CUE_ADJECTIVES",
    "CUE_NOUNS",
    "INFINITIVE_CUES",
    "LABELLING_VERBS",
    "SPEECH_NOUNS",
    "SPEECH_VERBS",
    "THOUGHT_VERBS",
    "CueClass",
    "certainty_of",
    "is_cue_verb",
    "is_negated",
    "is_speech_verb",
    "is_usual_cue",
]


_NEUTRAL: Final = wordset("""
    say tell add write reply respond answer ask state announce declare explain describe note remark comment mention
    report recall recount relate inform advise brief warn caution urge call demand order plead appeal promise pledge vow
    swear suggest propose recommend argue contend stress emphasize emphasise underline underscore reiterate repeat
    continue conclude observe predict forecast estimate quip joke shout yell scream cry whisper mutter murmur exclaim
    testify tweet retweet post blog email text message quote cite wonder inquire enquire complain lament grumble object
    protest criticize criticise condemn denounce blame accuse praise welcome thank apologize apologise agree
    disagree decide rule interject intone opine muse reason elaborate clarify specify detail outline concede acknowledge
    insist signal hint imply indicate tease boast brag gush rave chide scold snap retort counter fire interrupt
    summarize summarise read sing chant plead beg implore exhort echo volunteer venture guess reassure assure notify
    instruct request reference proclaim pronounce preach opine posit theorize theorise speculate maintain rail
    recite remind advertise caption begin sum lecture admonish marvel crow
""")
_DISTANCING: Final = wordset("""
    claim allege assert purport profess accuse charge suspect insinuate contend maintain boast brag imply speculate
    rumor rumour
""")
_ENDORSING: Final = wordset("""
    confirm reveal disclose admit acknowledge concede confess show demonstrate prove find establish discover note
    point realize realise expose document concede reaffirm affirm attest learn determine uncover
""")
_DENYING: Final = wordset("""
    deny reject dispute refute rebut disavow dismiss contradict disclaim repudiate contest challenge
""")


def _classes() -> dict[str, CueClass]:
    """Each verb with its class; where a verb stands in two lists, the later, stronger class holds."""
    lists = (
        (_NEUTRAL, CueClass.NEUTRAL),
        (_ENDORSING, CueClass.ENDORSING),
        (_DISTANCING, CueClass.DISTANCING),
        (_DENYING, CueClass.DENYING),
    )
    return {verb: kind for verbs, kind in lists for verb in sorted(verbs)}


SPEECH_VERBS: Final[dict[str, CueClass]] = _classes()
"""Lemma of a verb of saying or showing -> its class."""

THOUGHT_VERBS: Final = wordset("""
    think believe feel hope fear expect know doubt consider assume suppose presume worry understand imagine wish want
    anticipate regard view see deem judge perceive interpret realize realise remember forget recognize recognise
    figure reckon conclude foresee envision trust intend plan
""")
"""Lemmas of verbs of thought: with a clause they attribute a belief, never words that were spoken."""

INFINITIVE_CUES: Final = wordset("""
    vow pledge promise threaten agree refuse decline offer swear demand ask urge call order instruct beg implore plead
    advise encourage warn tell request invite recommend want hope plan intend expect claim profess seek wish propose
    choose consent volunteer expect predict believe think say report estimate allege know consider persuade press exhort
""")
"""Lemmas of verbs whose infinitive gives what was said or meant: "vowed to stay", "urged them to leave"."""

LABELLING_VERBS: Final = wordset("""
    call describe brand label dub term denounce condemn blast slam decry characterize characterise portray depict praise
    hail blame accuse criticize criticise dismiss refer cite mention deplore deride mock ridicule lambaste
    tout warn urge demand speak talk reject deny welcome promise express vow offer
    title name decry attack castigate compare liken lament lampoon applaud laud
""")
"""Lemmas of verbs that attribute quoted words without a clause: "called it “X”", "denounced the “X”"."""

SPEECH_NOUNS: Final = wordset("""
    statement claim allegation assertion announcement warning denial admission confession accusation suggestion argument
    comment remark declaration promise pledge vow demand call request appeal plea threat prediction forecast
    conclusion finding report rumor rumour complaint criticism charge contention insistence reminder acknowledgment
    acknowledgement assurance testimony proposal recommendation question answer reply response revelation disclosure
    explanation speculation concession boast estimate joke quip decision ruling order advice hint indication
""")
"""Nouns of saying that take a clause: "the claim that ..."."""

CUE_NOUNS: Final = SPEECH_NOUNS | wordset("""
    belief idea notion view opinion fear hope concern worry suspicion doubt expectation sense feeling conviction
    impression thought thinking theory perception assumption wish desire confidence understanding knowledge
    agreement consensus
""")
"""Nouns of saying and thinking that take a clause."""

CUE_ADJECTIVES: Final = wordset("""
    sure certain confident convinced afraid aware unaware worried concerned hopeful optimistic pessimistic doubtful
    skeptical sceptical adamant clear glad happy sorry proud disappointed surprised angry fearful mindful positive
    insistent grateful thankful unsure uncertain
""")
"""Adjectives that take a clause of what their subject says or thinks: "is confident that ..."."""

_PROBABLE: Final = wordset("""
    likely probably apparently apparent reportedly allegedly alleged presumably seemingly evidently supposedly
    purportedly appear seem suppose presume unlikely should ought believe think expect
""")
_POSSIBLE: Final = wordset("""
    may might could perhaps maybe possibly possible potentially potential suspect suspected suspicion can fear
    conceivably unconfirmed unclear speculate
""")
_UNDERSPECIFIED: Final = wordset("if whether unless would wonder")
_NEGATORS: Final = wordset(
    "not n't never no neither nor nobody none nothing nowhere hardly scarcely barely without cannot"
)
_NEGATIVE_HEADS: Final = wordset("""
    fail refuse decline avoid prevent forget stop refrain neglect deny unable abstain cease stop prohibit lack failure
    refusal unwilling impossible
""")
_RAISING_NEGATION: Final = wordset("think believe expect suppose imagine reckon")
"""Verbs over which a "not" means their clause: "do not believe that he left" (Horn 1978)."""
_SO: Final = wordset("true case correct right so accurate")
_MODAL_LOOKALIKES: Final = wordset("may might can")  # the month, the strength and the tin are nouns


def is_speech_verb(lemma: str) -> bool:
    """Tell whether a verb can introduce spoken or written words."""
    return lemma in SPEECH_VERBS


def is_cue_verb(lemma: str) -> bool:
    """Tell whether a verb says, shows or thinks."""
    return lemma in SPEECH_VERBS or lemma in THOUGHT_VERBS


_USUAL: Final = frozenset(
    {*SPEECH_VERBS, *THOUGHT_VERBS, *INFINITIVE_CUES, *LABELLING_VERBS, *CUE_NOUNS, *CUE_ADJECTIVES, "accord", ":"}
)


def is_usual_cue(lemma: str) -> bool:
    """Tell whether a word is known to introduce what somebody says or thinks, in one construction or another."""
    return lemma in _USUAL


def is_negated(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether a negation reaches the word at `index` of `tokens`, all tokens of a document (heads index into it).

    Counted are the word's own "not" or "never", a negative subject or object ("no one was hurt", "hurt nobody"),
    "or"-coordination under a negated verb, and governors that negate ("failed to", "refused to", "without").
    Two negations cancel: "did not fail to reply" is not negated.
    """
    count = _own_negations(tokens, index)
    current, seen = index, {index}
    while (governor := tokens[current].head) not in seen and 0 <= governor < len(tokens):
        if not _passes_up(tokens, current):
            break
        if tokens[governor].lemma in _NEGATIVE_HEADS or tokens[governor].lemma == "without":
            count += 1
        count += _own_negations(tokens, governor)
        seen.add(governor)
        current = governor
    return count % 2 == 1


def certainty_of(tokens: Sequence[Token], first: int, last: int) -> Certainty:
    """How sure the words `tokens[first:last]` are of what they say: the weakest word among them decides.

    "if" and "whether" leave it open (underspecified), "may" and "suspected" make it possible, "likely" and
    "reportedly" probable; with none of these it is certain.
    """
    found = {_certainty(token) for token in tokens[first:last]}
    for level in (Certainty.UNDERSPECIFIED, Certainty.POSSIBLE, Certainty.PROBABLE):
        if level in found:
            return level
    return Certainty.CERTAIN


def _certainty(token: Token) -> Certainty:
    if token.lemma in _MODAL_LOOKALIKES and token.pos != "AUX":
        return Certainty.CERTAIN
    for words, level in (
        (_UNDERSPECIFIED, Certainty.UNDERSPECIFIED),
        (_POSSIBLE, Certainty.POSSIBLE),
        (_PROBABLE, Certainty.PROBABLE),
    ):
        if token.lemma in words:
            return level
    return Certainty.CERTAIN


def _own_negations(tokens: Sequence[Token], index: int) -> int:
    """Negations that hang on the word itself or on the head of its subject or object; a verb's several count once."""
    low, high = max(0, index - 40), min(len(tokens), index + 40)  # a negation further off hangs on another clause
    for child in range(low, high):
        token = tokens[child]
        if child == index or token.head != index or _is_not_only(tokens, child):
            continue
        if token.dep == "neg" or (
            token.lemma in _NEGATORS and token.dep in _NEGATED_PARTS | {"advmod", "det", "preconj"}
        ):
            return 1
        if token.dep in _NEGATED_PARTS and _has_negative_determiner(tokens, child):
            return 1
        if token.lemma == "yet" and tokens[index].lemma in {"have", "be"} and tokens[child + 1 : child + 2]:
            return int(tokens[child + 1].tag == "TO")  # "has yet to publish"
    return 0


def _is_not_only(tokens: Sequence[Token], index: int) -> bool:
    """“Not only”, “not just”: more is meant, not less."""
    after = tokens[index + 1 : index + 2]
    return tokens[index].lemma == "not" and bool(after) and after[0].lemma in {"only", "just", "merely", "simply"}


_NEGATED_PARTS: Final = wordset("nsubj nsubjpass dobj attr obj expl")


def _has_negative_determiner(tokens: Sequence[Token], noun: int) -> bool:
    start = max(0, noun - 8)  # a determiner stands a few words before its noun at most
    return any(
        token.head == noun and token.dep in {"det", "neg"} and token.lemma in _NEGATORS for token in tokens[start:noun]
    )


def _says_it_is_so(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether the word is what "it is (not) true that" or "it is (not) the case that" says, or a word of that."""
    token, governor = tokens[index], tokens[tokens[index].head]
    if token.dep in {"ccomp", "csubj", "acl"}:
        near = range(tokens[index].head, index)
        words = (tokens[item].lemma for item in near if tokens[item].head == tokens[index].head)
        return governor.lemma in _SO or (governor.lemma == "be" and any(word in _SO for word in words))
    return token.lemma in _SO and token.dep in {"acomp", "attr"}


def _passes_up(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether a negation of the governor reaches down to this word."""
    token = tokens[index]
    if token.dep in {"xcomp", "pcomp", "auxpass", "prep"} or _says_it_is_so(tokens, index):
        return True
    if token.dep == "acl":
        return tokens[token.head].lemma in _NEGATIVE_HEADS
    if token.dep == "conj":
        between = tokens[min(token.head, index) : max(token.head, index)]
        return any(word.dep == "cc" and word.lemma in {"or", "nor"} for word in between)
    return token.dep == "ccomp" and tokens[token.head].lemma in _NEGATIVE_HEADS | _RAISING_NEGATION
