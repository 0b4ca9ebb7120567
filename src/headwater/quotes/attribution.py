"""Which words a text hangs on a source: cues, their sources and what they introduce, by dependency.

The rules follow the shape of PARC and PolNeAR (Pareti 2012; Newell et al. 2018): an attribution has a cue, perhaps
a source, and a content. Here the cue is a verb, "according to", a noun of saying or an adjective of thought, and the
content is its complement, or the clause that a parenthetical cue stands in.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from headwater.quotes.sources import PERCEIVING, is_citing, is_newsroom, is_nobody, source_head
from headwater.quotes.tree import TENSED, Tree
from headwater.text.cues import (
    CUE_ADJECTIVES,
    CUE_NOUNS,
    INFINITIVE_CUES,
    is_cue_verb,
    is_negated,
    is_speech_verb,
)
from headwater.text.wordset import wordset

__all__ = ["Pieces", "Report", "find_reports", "pieces_of"]

_PREPOSITIONS: Final = {
    "accuse": ("of",),
    "appeal": ("for",),
    "ask": ("for",),
    "blame": ("on", "for"),
    "boast": ("of", "about"),
    "call": ("for",),
    "complain": ("of", "about"),
    "describe": ("as",),
    "plead": ("for",),
    "portray": ("as",),
    "characterize": ("as",),
    "characterise": ("as",),
    "speak": ("of", "about"),
    "suspect": ("of",),
    "talk": ("of", "about"),
    "warn": ("of", "about", "against"),
}
_WITH_OBJECT: Final = wordset("accuse blame describe portray characterize characterise suspect")
_GERUND_CUES: Final = wordset("describe report recall deny admit mention remember recount confess")
_NAMING: Final = wordset("call label brand dub")
_NOMINAL: Final = wordset("announce confirm deny report predict reveal disclose allege acknowledge admit")
_UTTERING: Final = wordset("say tell write add ask reply tweet declare announce state shout call")
_FUNCTION: Final = wordset("which that who whom what it this he she they i we you")
_THAT_NOUN_DEPS: Final = frozenset({"acl", "ccomp", "relcl", "advcl"})
_EDGE: Final = frozenset(",;:–—-\"“”„‟«»‘’'`()[].")


Pieces = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Report:
    """An attribution found in the syntax: cue as a token range, source by its head token, contents as offsets."""

    cue: tuple[int, int]
    head: int | None
    contents: Pieces
    verb: int  # the token that channel and position are read from
    speech: bool  # saying rather than thinking
    clausal: bool  # the content is a clause, not a noun phrase
    source: tuple[int, int] | None = None  # the source's tokens, where a tagger gave them


def find_reports(tree: Tree) -> list[Report]:
    """All attributions that the syntax shows, in the order of their cues; at most one for each cue."""
    found: dict[tuple[int, int], Report] = {}
    for index, token in enumerate(tree.tokens):
        for report in _reports_at(tree, index, token.pos):
            if report.contents and not (report.head is not None and is_nobody(tree, report.head)):
                found.setdefault(report.cue, report)
    return [found[cue] for cue in sorted(found)]


def _reports_at(tree: Tree, index: int, pos: str) -> Iterator[Report]:
    lemma = tree.tokens[index].lemma
    if tree.words[index] == "according":
        yield from _according_to(tree, index)
    elif pos == "NOUN" and lemma in CUE_NOUNS:
        yield from _noun_report(tree, index)
    elif pos == "ADJ" and lemma in CUE_ADJECTIVES:
        yield from _adjective_report(tree, index)
    elif lemma in PERCEIVING and is_newsroom(tree, source_head(tree, index)):
        yield from _observed(tree, index)
    elif is_cue_verb(lemma) and (pos in {"VERB", "AUX"} or tree.child(index, "nsubj") is not None):
        yield from _verb_report(tree, index)


def _report(tree: Tree, verb: int, head: int | None, content: Iterable[int], *, clausal: bool = True) -> Report:
    source = set() if head is None else set(tree.subtree(head))
    outside = source if verb not in source else set()  # in "Venn, who said ..." the content hangs on the source
    tokens = [item for item in content if item not in outside and item != verb]
    speech = is_speech_verb(tree.tokens[verb].lemma)
    contents = _within_marks(tree, verb, tuple(pieces_of(tree, tokens)))
    if head is None and contents:
        head, contents = _swallowed_subject(tree, verb, contents)
    return Report((verb, verb + 1), head, contents, verb, speech, clausal)


def _swallowed_subject(tree: Tree, verb: int, contents: Pieces) -> tuple[int | None, Pieces]:
    """The subject that the parser took for a part of the quote: "“We won,” Orla Venn, wearing a hat, said"."""
    (start, end), *rest = contents
    mark = tree.mark_around(tree.token_at(start + 1))
    if mark is None or start < mark.start - 1 or not mark.end + 1 < end <= tree.tokens[verb].start:
        return None, contents
    for item in tree.within(mark.end + 1, end):
        token = tree.tokens[item]
        if token.pos in {"NOUN", "PROPN", "PRON"} and token.dep not in {"compound", "poss", "nmod", "amod"}:
            return item, ((mark.start, mark.end), *rest)
    return None, contents


def _within_marks(tree: Tree, cue: int, contents: Pieces) -> Pieces:
    """The contents where marks bound them: a cue between marks introduces nothing outside them.

    After a direct quote that ends before its cue ("“Come,” she said, and they came") only marked words go on. Where the
    content after the cue is whole, what stands before is another clause ("it rained; he says the dam held").
    """
    mark = tree.mark_around(cue)
    if mark is not None:
        clipped = tuple((max(start, mark.start), min(end, mark.end)) for start, end in contents)
        return tuple((start, end) for start, end in clipped if start < end)
    before = tuple(piece for piece in contents if piece[0] < tree.tokens[cue].start)
    after = contents[len(before) :]
    if before and _ends_in_marks(tree, before[-1]):
        return tuple(piece for piece in contents if tree.mark_around(tree.token_at(piece[0])) is not None)
    if before and after and _is_whole(tree, cue, after[0]):
        return after
    return contents


def _ends_in_marks(tree: Tree, piece: tuple[int, int]) -> bool:
    mark = tree.mark_around(tree.token_at(piece[0]))
    return mark is not None and piece[1] <= mark.end + 1


def _is_whole(tree: Tree, cue: int, piece: tuple[int, int]) -> bool:
    """Tell whether words after a cue follow it at once, or are a marked sentence with a capital letter."""
    first = tree.token_at(piece[0])
    if tree.mark_around(first) is not None:
        return tree.text[piece[0] : piece[0] + 2].strip("\"“‘'`")[:1].isupper()
    return first == cue + 1


def _verb_report(tree: Tree, verb: int) -> Iterator[Report]:
    """The complement of a verb: clause, infinitive, parenthetical host, gerund or, for some verbs, object."""
    if is_citing(tree, verb):
        yield from _cited_report(tree, verb)
        return
    content = [
        item for child in tree.children[verb] if _is_complement(tree, verb, child) for item in tree.subtree(child)
    ]
    clausal = bool(content)
    if not content:
        content = _parenthetical_host(tree, verb)
        clausal = bool(content)
    if not content and not is_negated(tree.tokens, verb):
        content = _nominal(tree, verb)
    if content:
        yield _report(tree, verb, source_head(tree, verb), content, clausal=clausal)


def _cited_report(tree: Tree, verb: int) -> Iterator[Report]:
    """The source behind the source: in "Venn said it rained, citing two officials" they said what she said."""
    cited = tree.child(verb, "dobj")
    above = next((item for item in tree.ancestors(verb) if is_cue_verb(tree.tokens[item].lemma)), None)
    if cited is None or above is None or is_citing(tree, above):
        return
    for report in _verb_report(tree, above):
        yield Report((verb, verb + 1), cited, report.contents, verb, speech=True, clausal=report.clausal)


def _observed(tree: Tree, verb: int) -> Iterator[Report]:
    """What a reporter of a newsroom saw: "a Courier reporter saw them leave" rests on the newsroom's own eyes."""
    seen = [item for child in tree.children[verb] if child > verb for item in tree.subtree(child)]
    if seen:
        yield replace(_report(tree, verb, source_head(tree, verb), seen), speech=False)


def _is_complement(tree: Tree, verb: int, child: int) -> bool:
    token = tree.tokens[child]
    lemma = tree.tokens[verb].lemma
    if token.dep == "ccomp":
        return lemma in _UTTERING or (_is_finite(tree, child) and (lemma != "see" or _is_introduced(tree, child)))
    if token.dep == "xcomp" and token.tag == "VBG" and lemma in _GERUND_CUES:
        return True
    if token.dep == "xcomp":
        infinitive = any(tree.words[item] == "to" and tree.tokens[item].dep == "aux" for item in tree.children[child])
        return infinitive and lemma in INFINITIVE_CUES
    if token.dep == "dobj":  # "urged the party to leave": the object belongs to the content
        return lemma in INFINITIVE_CUES and lemma != "tell" and _has_infinitive(tree, verb) and child > verb
    return token.dep in {"advcl", "acl", "dep"} and any(
        tree.words[item] == "that" and tree.tokens[item].dep == "mark" for item in tree.children[child]
    )


def _is_finite(tree: Tree, clause: int) -> bool:
    """Tell whether a clause has a tensed verb: "saw thousands gather" says nothing, "saw that thousands came" does."""
    verbs = (clause, *(item for item in tree.children[clause] if tree.tokens[item].dep in {"aux", "auxpass", "cop"}))
    return any(tree.tokens[item].tag in TENSED for item in verbs)


def _is_introduced(tree: Tree, clause: int) -> bool:
    """Tell whether a clause opens with "that" or a question word: "saw that ..." is thought, "saw them go" is not."""
    return any(
        tree.tokens[item].tag in {"WP", "WDT", "WRB"} or tree.words[item] == "that" for item in tree.children[clause]
    )


def _has_infinitive(tree: Tree, verb: int) -> bool:
    return any(tree.tokens[item].dep == "xcomp" for item in tree.children[verb])


def _parenthetical_host(tree: Tree, verb: int) -> list[int]:
    """The clause around "..., officials said, ..."; empty if the verb is no parenthesis."""
    token = tree.tokens[verb]
    if token.dep != "parataxis" or tree.heads[verb] == verb:
        return []
    return tree.subtree(tree.heads[verb], [verb])


def _nominal(tree: Tree, verb: int) -> list[int]:
    """The object of "confirmed three deaths", or "X of doing" after "accused", "X as Y" after "described"."""
    lemma = tree.tokens[verb].lemma
    nouns = [child for child in tree.children[verb] if tree.tokens[child].dep in {"dobj", "agent"}]
    hosts = (verb, *(nouns if lemma in _WITH_OBJECT | {"warn"} else ()))
    parts = [
        child for host in hosts for child in tree.children[host] if tree.words[child] in _PREPOSITIONS.get(lemma, ())
    ]
    if lemma in _NAMING:
        parts = [child for child in tree.children[verb] if tree.tokens[child].dep == "oprd"] or parts
    if parts:
        objects = [child for child in tree.children[verb] if tree.tokens[child].dep == "dobj"]
        whole = lemma in _WITH_OBJECT | _NAMING
        return sorted(item for child in (*parts, *(objects if whole else ())) for item in tree.subtree(child))
    if lemma in _NOMINAL and not any(tree.words[item] == "to" for item in tree.children[verb]):
        thing = tree.child(verb, "dobj")
        return [] if thing is None else tree.subtree(thing)
    return []


def _according_to(tree: Tree, index: int) -> Iterator[Report]:
    """The rest of the clause around "according to X"."""
    to = next((child for child in tree.children[index] if tree.words[child] == "to"), None)
    head = None if to is None else tree.child(to, "pobj")
    above = tree.heads[index]
    if to is None or head is None or above == index:
        return
    clause = next(iter([*tree.ancestors(above)][-1:]), above)  # the root: the words rarely limit one clause of several
    content = tree.subtree(clause, [index])
    source = set(tree.subtree(head))
    pieces = _within_marks(tree, index, tuple(pieces_of(tree, [item for item in content if item not in source])))
    yield Report((index, to + 1), head, pieces, index, speech=True, clausal=True)


def _noun_report(tree: Tree, noun: int) -> Iterator[Report]:
    """The clause of "X's claim that ..." and "the pledge by X to ..."."""
    for child in tree.children[noun]:
        token = tree.tokens[child]
        if child > noun and token.dep in _THAT_NOUN_DEPS and _is_noun_clause(tree, child, token.dep):
            yield _report(tree, noun, _noun_source(tree, noun), tree.subtree(child))
            return
    above = tree.heads[noun]
    if tree.tokens[noun].dep == "nsubj" and tree.tokens[above].lemma == "be":
        clause = tree.child(above, "ccomp")
        if clause is not None and clause > above:
            yield _report(tree, noun, _noun_source(tree, noun), tree.subtree(clause))


def _is_noun_clause(tree: Tree, clause: int, dep: str) -> bool:
    marks = [item for item in tree.children[clause] if tree.tokens[item].dep in {"mark", "aux"}]
    if dep == "relcl":  # the parser takes a content clause for a relative one: "that" is then no argument
        return False
    return any(tree.words[item] == "that" or (dep == "acl" and tree.words[item] == "to") for item in marks)


def _noun_source(tree: Tree, noun: int) -> int | None:
    """Whose claim: the possessor, "by X" or "from X", or the subject of the verb it is the object of."""
    owner = tree.child(noun, "poss")
    if owner is not None:
        return owner
    for child in tree.children[noun]:
        if tree.words[child] in {"by", "from", "of", "among"}:
            return tree.child(child, "pobj")
    if tree.tokens[noun].dep in {"dobj", "attr", "pobj"}:
        verb = next((item for item in tree.ancestors(noun) if tree.tokens[item].pos in {"VERB", "AUX"}), None)
        return None if verb is None else source_head(tree, verb)
    return None


def _adjective_report(tree: Tree, adjective: int) -> Iterator[Report]:
    """The clause of "is confident that ..."."""
    clause = tree.child(adjective, "ccomp")
    verb = tree.heads[adjective]
    if clause is not None and clause > adjective and tree.tokens[verb].pos in {"VERB", "AUX"}:
        head = source_head(tree, verb)
        if head is not None and tree.words[head] != "it":
            yield _report(tree, adjective, head, tree.subtree(clause))


def pieces_of(tree: Tree, tokens: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Runs of tokens as offsets; punctuation between runs joins them, punctuation at their edges is dropped."""
    run: list[int] = []
    for item in sorted(set(tokens)):
        if run and any(tree.is_word(between) for between in range(run[-1] + 1, item)):
            yield from _piece(tree, run)
            run = []
        run.append(item)
    yield from _piece(tree, run)


def _piece(tree: Tree, run: list[int]) -> Iterator[tuple[int, int]]:
    while run and (not tree.is_word(run[-1]) or set(tree.words[run[-1]]) <= _EDGE):
        run.pop()
    first = next((place for place, item in enumerate(run) if tree.is_word(item)), len(run))
    if len(run[first:]) > 1 or (run[first:] and tree.words[run[first]] not in _FUNCTION):
        yield _balanced(tree, tree.tokens[run[first]].start, tree.tokens[run[-1]].end)


def _balanced(tree: Tree, start: int, end: int) -> tuple[int, int]:
    """The offsets with the quotation mark at an edge, where its partner stands inside: no mark is left alone."""
    mark = tree.mark_around(tree.token_at(end - 1))
    if mark is not None and start < mark.start and end <= mark.end and not tree.text[end : mark.end].strip(".,;!?"):
        return start, min(mark.end + 1, len(tree.text))
    mark = tree.mark_around(tree.token_at(start))
    if mark is not None and mark.start == start and mark.end < end:
        return max(0, start - 1), end
    return start, end
