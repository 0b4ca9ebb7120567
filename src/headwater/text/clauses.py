"""Clauses of a parsed sentence: which words belong to which predicate.

A clause is a finite, passive or participial verb with all that hangs on it, less the clauses nested in it; or a noun
that names an event ("the killing of 12") with its phrase. Dependencies are those of ClearNLP/spaCy English.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from msgspec import Struct

from headwater.text.events import event_class
from headwater.types import Sentence, Token

__all__ = [
    "COPULAS",
    "RAISING",
    "Clause",
    "appositions",
    "children",
    "event_word",
    "nominal_clauses",
    "phrase",
    "verbal_clauses",
]

COPULAS = frozenset({"be", "become", "remain", "seem"})
"""Verbs that leave it to their complement to say what is the case."""

RAISING = frozenset({"fail", "manage", "begin", "start", "continue"})
"""Verbs that leave it to an infinitive to say what happened or did not: implicatives (Karttunen 1971) and aspect."""

_ALWAYS_A_CLAUSE = frozenset({"ROOT", "relcl", "parataxis", "csubj", "csubjpass"})
_A_CLAUSE_IF_FINITE = frozenset({"ccomp", "advcl", "dep", "acl", "pcomp"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
_MODIFIES_A_NOUN = frozenset({"relcl", "acl"})
_LEAVES_OPEN = frozenset({"if", "whether", "unless"})
_TOLD = 3  # words of a reduced clause that says more than its noun
_EDGE_PUNCTUATION = frozenset({"PUNCT", "SPACE", "CCONJ"})


class Clause(Struct, frozen=True):
    """Token indices of a clause: its predicate, its own words in order, and the stretch that a reader is shown."""

    predicate: int
    words: tuple[int, ...]
    first: int
    last: int  # inclusive
    nominal: bool = False


def children(tokens: Sequence[Token], sentence: Sentence) -> dict[int, list[int]]:
    """Each token's dependents inside the sentence, in order."""
    found: dict[int, list[int]] = {index: [] for index in range(sentence.first, sentence.last)}
    for index in range(sentence.first, sentence.last):
        head = tokens[index].head
        if head != index and head in found:
            found[head].append(index)
    return found


def phrase(below: dict[int, list[int]], top: int, stop: Callable[[int], bool] = lambda _: False) -> list[int]:
    """The words under `top`, itself included, in order, without the branches that `stop` says to leave out."""
    words, stack = [], [top]
    while stack:
        word = stack.pop()
        words.append(word)
        stack.extend(child for child in below[word] if not stop(child))
    return sorted(words)


def verbal_clauses(tokens: Sequence[Token], sentence: Sentence) -> Iterator[Clause]:
    """Yield the verbal clauses of a sentence, in order of their predicates.

    A clause that modifies a noun takes the noun's phrase with it ("trams that circled the hill"), because it
    asserts nothing without it.
    """
    below = children(tokens, sentence)
    predicates = {index for index in range(sentence.first, sentence.last) if _is_predicate(tokens, below, index)}
    for predicate in sorted(predicates):
        words = phrase(below, predicate, lambda child: child in predicates)
        if tokens[predicate].dep in _MODIFIES_A_NOUN:
            antecedent = tokens[predicate].head
            words = sorted(
                {*words, *phrase(below, antecedent, lambda child: child in predicates)} - predicates | {predicate}
            )
        clause = _clause(tokens, predicate, words, nominal=False)
        if clause is not None:
            yield clause


def nominal_clauses(tokens: Sequence[Token], sentence: Sentence, is_event: Callable[[Token], bool]) -> Iterator[Clause]:
    """Yield nouns for which `is_event` holds, with their phrase, if the phrase says more than the noun."""
    below = children(tokens, sentence)
    for index in range(sentence.first, sentence.last):
        token = tokens[index]
        if token.pos != "NOUN" or token.dep == "compound" or not is_event(token):
            continue
        words = phrase(below, index, lambda child: tokens[child].dep in {"conj", "cc", "relcl", "appos"})
        telling = [
            word for word in words if word != index and tokens[word].pos in {"NOUN", "PROPN", "NUM", "ADJ", "VERB"}
        ]
        clause = _clause(tokens, index, words, nominal=True)
        if len(telling) >= 2 and clause is not None:
            yield clause


def appositions(tokens: Sequence[Token], sentence: Sentence) -> Iterator[Clause]:
    """Yield names with a description beside them: "Ada Holm, a former judge" asserts that she was one."""
    below = children(tokens, sentence)
    for index in range(sentence.first, sentence.last):
        name = tokens[index].head
        if tokens[index].dep != "appos" or tokens[index].pos != "NOUN" or tokens[name].pos != "PROPN" or name > index:
            continue
        described = phrase(below, index, lambda child: tokens[child].dep in _MODIFIES_A_NOUN)
        named = phrase(below, name, lambda child: tokens[child].dep in {*_MODIFIES_A_NOUN, "appos", "conj", "cc"})
        clause = _clause(tokens, index, sorted({*named, *described}), nominal=True)
        if clause is not None and len(described) >= 3:
            yield clause


def event_word(tokens: Sequence[Token], clause: Clause, below: dict[int, list[int]]) -> int:
    """The word that says what happened or is the case: the predicate, or what completes a copula or raising verb."""
    predicate = clause.predicate
    if tokens[predicate].lemma in COPULAS:
        completing = {"attr", "acomp"}
    elif tokens[predicate].lemma in RAISING or _is_yet(tokens, below, predicate):
        completing = {"xcomp"}
    else:
        return predicate
    return next((child for child in below[predicate] if tokens[child].dep in completing), predicate)


def _is_yet(tokens: Sequence[Token], below: dict[int, list[int]], index: int) -> bool:
    """“Has yet to publish”: a publishing that was not."""
    return tokens[index].lemma == "have" and any(tokens[child].lemma == "yet" for child in below[index])


def _is_predicate(tokens: Sequence[Token], below: dict[int, list[int]], index: int) -> bool:
    """Whether a verb asserts something by itself; infinitives and bare participles belong to what they hang on."""
    while tokens[index].pos in {"VERB", "AUX"} and tokens[index].dep == "conj":  # a loop: lists may be long
        index = tokens[index].head
        if index not in below:
            return False
    token = tokens[index]
    if token.pos not in {"VERB", "AUX"}:
        return False
    if token.dep == "acl" and token.tag == "VBN":
        return _is_reduced(tokens, below, index)
    return token.dep in _ALWAYS_A_CLAUSE or (token.dep in _A_CLAUSE_IF_FINITE and _asserts(tokens, below, index))


def _is_reduced(tokens: Sequence[Token], below: dict[int, list[int]], index: int) -> bool:
    """“A mill built in 1950”, “a man shot by guards”: a passive clause without its auxiliary, told of an event."""
    told = any(tokens[child].dep in {"prep", "agent", "npadvmod"} for child in below[index])
    return told and len(phrase(below, index)) >= _TOLD and bool(event_class(tokens[index].lemma, "VERB"))


def _asserts(tokens: Sequence[Token], below: dict[int, list[int]], index: int) -> bool:
    """A verb with a subject of its own, or an adverbial participle that carries at least three words."""
    if any(tokens[child].dep in _SUBJECTS for child in below[index]):
        return True
    infinitive = any(tokens[child].tag == "TO" for child in below[index])
    return tokens[index].dep == "advcl" and not infinitive and len(phrase(below, index)) >= 3


def _clause(tokens: Sequence[Token], predicate: int, words: Sequence[int], *, nominal: bool) -> Clause | None:
    """The clause, its shown stretch trimmed of punctuation and conjunctions at both edges; None if nothing is left."""
    telling = [word for word in words if tokens[word].pos not in _EDGE_PUNCTUATION]
    while telling and _leads_in(tokens[telling[0]]):
        telling = telling[1:]
    while telling and tokens[telling[-1]].dep == "prep":
        telling = telling[:-1]  # "because of his questions about": what it governs is a clause of its own
    if not telling:
        return None
    return Clause(predicate, tuple(words), telling[0], telling[-1], nominal)


def _leads_in(token: Token) -> bool:
    """“That”, “after”, “when”: they tie a clause to another and say nothing in it; “if” leaves it open and stays."""
    ties = token.dep == "mark" or (token.tag == "WRB" and token.lemma == "when")
    return ties and token.lemma not in _LEAVES_OPEN
