"""Who a cue says it has the words from: the noun phrase of the source, and the channel the words came by."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import Final

from headwater.quotes.tree import Tree
from headwater.text.cues import is_cue_verb
from headwater.text.wordset import wordset
from headwater.types import Span

__all__ = [
    "NEWSROOM",
    "PERCEIVING",
    "channel_of",
    "is_citing",
    "is_newsroom",
    "is_nobody",
    "source_head",
    "source_span",
]

PERCEIVING: Final = wordset("see hear watch witness observe count notice smell")
NEWSROOM: Final = wordset("reporter correspondent journalist photographer cameraman stringer")
"""Who sees for a newsroom, if its name stands beside it: "a Courier reporter"."""


_RELATIVE: Final = frozenset({"who", "which", "that", "whom"})
_SUBJECTS: Final = ("nsubj", "nsubjpass")
_UPWARD: Final = frozenset({"xcomp", "advcl", "pcomp", "prep", "conj", "ccomp", "dep"})
_TRIMMED: Final = frozenset({"relcl", "advcl", "ccomp", "cc", "punct", "parataxis"})
_NOBODY: Final = wordset("nobody none neither nothing no")
_CHANNELS: Final = wordset("""
    twitter facebook instagram telegram youtube tiktok linkedin whatsapp reddit tweet tweets retweet post posting
    statement interview television tv radio conference briefing letter email e-mail video speech message channel
    call blog podcast broadcast address memo release note filing testimony report remarks comments telephone phone
    account column op-ed website page newspaper magazine court transcript recording livestream social media
    rally hearing meeting debate podium forum panel townhall ceremony parliament
    """)
_CHANNEL_PREPOSITIONS: Final = frozenset({"on", "in", "by", "via", "through", "at", "during", "over"})
_HEARERS: Final = wordset("""
    reporter journalist correspondent viewer newspaper magazine agency conference rally hearing parliament court crowd
    audience panel committee broadcaster station channel website
    """)
_TIMES: Final = frozenset({"DATE", "TIME"})
_UNNAMED: Final = wordset("anonymity anonymously unnamed named identified authorised authorized quoted")
_HOMES: Final = frozenset({"of", "from", "at"})
_CLOSING: Final = re.compile(r"\.?\)")
_PAPERS: Final = wordset("statement letter email memo note message release video ad advertisement post tweet")
_ISSUING: Final = wordset("issue release publish put send write post circulate file give make deliver run air read")
_POINTS: Final = re.compile(r"[\w.’']*-?\Z")
_DEPTH: Final = 6  # steps up a chain of verbs without subjects; longer chains are parser errors


def source_head(tree: Tree, verb: int) -> int | None:
    """The head token of the noun phrase that a verb of saying or thinking has as its source, None if it has none.

    Passives have their agent ("was told by X"); "was quoted as saying" has the passive subject; a verb without a
    subject takes that of the verb it hangs on; a participle on a noun takes the noun ("a letter saying ...").
    """
    first = verb
    for _ in range(_DEPTH):
        own = _own_subject(tree, verb)
        if own is not None and not _is_empty_subject(tree, own, verb, first):
            return _antecedent(tree, verb, own)
        if tree.child(verb, "nsubjpass", "expl") is not None and not _is_quoting(tree, verb):
            return None
        above = tree.heads[verb]
        if above == verb or _is_passive_participle(tree, verb):
            return None
        relation = tree.tokens[verb].dep
        if relation in {"acl", "relcl"}:
            if not _is_loose(tree, verb, above) and not _is_issued(tree, above):
                return above
            above = next((item for item in tree.ancestors(above) if tree.tokens[item].pos in {"VERB", "AUX"}), above)
        elif relation not in _UPWARD or (relation == "ccomp" and tree.tokens[verb].tag != "VBG" and verb == first):
            return None
        verb = above
    return None


def _is_empty_subject(tree: Tree, subject: int, verb: int, cue: int) -> bool:
    """Tell whether a subject says nothing: in "she said it was early but added ..." it is not "it" that adds."""
    return verb != cue and tree.words[subject] in {"it", "there"} and tree.tokens[verb].dep == "ccomp"


def _is_passive_participle(tree: Tree, verb: int) -> bool:
    """Tell whether a participle has its governor as hearer, not as source: "asked whether ..., Venn replied"."""
    return tree.tokens[verb].tag == "VBN" and tree.tokens[verb].dep in {"advcl", "acl"}


def _own_subject(tree: Tree, verb: int) -> int | None:
    agent = tree.child(verb, "agent")
    if agent is not None:
        return tree.child(agent, "pobj")
    subject = tree.child(verb, "nsubj")
    if subject is not None and tree.words[subject] != "there":
        return subject
    passive = tree.child(verb, "nsubjpass")
    if passive is not None and _is_quoting(tree, verb):
        return passive
    if tree.tokens[verb].dep == "xcomp":  # "urged him to say": the object says it
        return tree.child(tree.heads[verb], "dobj")
    return _whom_quoted(tree, verb, tree.heads[verb])


def _is_quoting(tree: Tree, verb: int) -> bool:
    """Tell whether a passive verb names the speaker by its subject: "was quoted as saying"."""
    return tree.tokens[verb].lemma in {"quote", "cite", "hear", "see", "report", "record"} and any(
        tree.words[child] == "as" for child in tree.children[verb]
    )


def _antecedent(tree: Tree, verb: int, subject: int) -> int:
    """The noun behind a relative pronoun."""
    if tree.words[subject] not in _RELATIVE:
        return subject
    clause = next((item for item in (verb, *tree.ancestors(verb)) if tree.tokens[item].dep in {"relcl", "acl"}), None)
    return subject if clause is None else _bearer(tree, tree.heads[clause], tree.words[subject], subject)


def _bearer(tree: Tree, noun: int, word: str, relative: int) -> int:
    """The noun that a relative pronoun means: ", who" reaches over "of the party" to the head of the phrase."""
    if word != "who" or relative == 0 or tree.words[relative - 1] != ",":
        return noun
    while tree.tokens[noun].dep == "pobj" and tree.tokens[noun].ent != "PERSON":
        above = tree.heads[tree.heads[noun]]
        if tree.tokens[above].pos not in {"NOUN", "PROPN", "ADJ", "NUM"} or above in {noun, tree.heads[noun]}:
            break
        noun = above
    return noun


def _is_loose(tree: Tree, verb: int, noun: int) -> bool:
    """Tell whether a participle after a comma hangs on an object by mistake: "left the room, saying ..."."""
    return (
        tree.tokens[verb].tag == "VBG"
        and tree.tokens[noun].dep in {"dobj", "pobj"}
        and verb > 0
        and tree.words[verb - 1] == ","
    )


def _whom_quoted(tree: Tree, verb: int, link: int) -> int | None:
    """Whom somebody quotes: "the paper quoted Orla Venn as saying ..." has her words."""
    quoting = tree.heads[link]
    active = tree.words[link] == "as" and tree.tokens[quoting].lemma in {"quote", "cite"}
    return tree.child(quoting, "dobj") if active and tree.tokens[verb].dep == "pcomp" else None


def _is_issued(tree: Tree, noun: int) -> bool:
    """Tell whether a document is what somebody gave out: "the board issued a statement saying ..." is its word."""
    verb = tree.heads[noun]
    return (
        tree.tokens[noun].dep == "dobj" and tree.tokens[noun].lemma in _PAPERS and tree.tokens[verb].lemma in _ISSUING
    )


def is_citing(tree: Tree, verb: int) -> bool:
    """Tell whether a participle names the source behind a source: "Venn said, citing two guards", "quoting a guard".

    "Quoting a guard as saying" gives the guard's own words.
    """
    token = tree.tokens[verb]
    return token.tag == "VBG" and token.lemma in {"cite", "quote"} and not _is_quoting(tree, verb)


def is_newsroom(tree: Tree, head: int | None) -> bool:
    """Tell whether a source is a newsroom's own man or woman: "a Courier reporter", "this newspaper's photographer"."""
    if head is None or tree.tokens[head].lemma not in NEWSROOM:
        return False
    beside = [tree.tokens[child] for child in tree.children[head] if tree.tokens[child].dep != "det" and child < head]
    return any(token.pos == "PROPN" or tree.text[token.start].isupper() for token in beside)


def is_nobody(tree: Tree, head: int) -> bool:
    """Tell whether a source is nobody: "no one", "none of them", "no group"."""
    words = {
        tree.words[head],
        *(tree.words[child] for child in tree.children[head] if tree.tokens[child].dep != "prep"),
    }
    return bool(words & _NOBODY)


def source_span(tree: Tree, head: int, *, whole: bool = True) -> Span:
    """The noun phrase around a head, with a name cut at a hyphen restored.

    `whole` keeps a relative clause that tells who the source is ("a guard who saw it"); one that says what the source
    said is another attribution. Without it the phrase ends before any relative clause.
    """
    trimmed = [child for child in tree.children[head] if _is_trimmed(tree, head, child, whole=whole)]
    trimmed += [item for item in tree.subtree(head, trimmed) if tree.tokens[item].dep == "relcl" and _tells(tree, item)]
    kept = set(tree.subtree(head, trimmed))
    first = last = head
    while first - 1 in kept or (first - 2 in kept and not tree.is_word(first - 1)):
        first -= 1
    while tree.words[last] != ":" and (last + 1 in kept or (last + 2 in kept and not tree.is_word(last + 1))):
        last += 1
    while last > head and not tree.is_word(last):
        last -= 1
    while first < head and not tree.is_word(first):
        first += 1
    return _with_names(tree, _closed(tree, tree.span(first, last + 1)))


def _tells(tree: Tree, clause: int) -> bool:
    """Tell whether a relative clause is an attribution of its own, or a condition: "who spoke on condition of ..."."""
    if is_cue_verb(tree.tokens[clause].lemma) and tree.child(clause, "ccomp", "xcomp") is not None:
        return True
    return any(tree.words[item] in _UNNAMED for item in tree.subtree(clause))


def _is_trimmed(tree: Tree, head: int, child: int, *, whole: bool) -> bool:
    token = tree.tokens[child]
    after = child > head
    if token.dep in {"cc", "conj"}:
        return token.pos in {"VERB", "AUX"} if token.dep == "conj" else not _joins(tree, head)
    if token.dep == "prep":
        return after and _is_loose_phrase(tree, child)
    if token.dep == "punct":
        return after and not any(item > child and tree.tokens[item].dep == "appos" for item in tree.children[head])
    tests = {
        "relcl": not (whole and after) or _tells(tree, child),
        "acl": after and token.tag == "VBG" and (tree.words[child - 1] == "," or is_cue_verb(token.lemma)),
        "npadvmod": after and token.ent in _TIMES,
    }
    return tests.get(token.dep, token.dep in _TRIMMED)


def _joins(tree: Tree, head: int) -> bool:
    """Tell whether an "and" joins nouns: "he and his staff" keeps it, "he said and left" does not."""
    return any(tree.tokens[item].dep == "conj" and tree.tokens[item].pos != "VERB" for item in tree.children[head])


def _is_loose_phrase(tree: Tree, preposition: int) -> bool:
    """Tell whether a phrase after a noun belongs to the verb: a day, a channel, what a comma cuts off.

    After a comma, "of" and "from" tell where somebody lives, and "at" where they work.
    """
    place = tree.child(preposition, "pobj")
    word = tree.words[preposition]
    if word in {"on", "in"} and place is not None and tree.tokens[place].ent in _TIMES:
        return True
    if tree.words[preposition - 1] == ",":
        return word not in _HOMES
    return word == "on" and _is_channel(tree, preposition)


def _closed(tree: Tree, span: Span) -> Span:
    """The span with the bracket that closes one opened in it: "Orla Venn (R-Ohio)"."""
    words = tree.text[span.start : span.end]
    after = _CLOSING.match(tree.text, span.end)
    if after is None or words.count("(") <= words.count(")"):
        return span
    return Span(span.article, span.start, after.end())


def _with_names(tree: Tree, span: Span) -> Span:
    """The span widened over a name that it cuts, or that a hyphen joins to it."""
    start, end = span.start, span.end
    names = tree.document.names  # in order and apart, so only those from the one before the span on can meet it
    low = bisect_left(names, start - 1, key=lambda name: name.span.end)
    for name in names[low : bisect_left(names, end, key=lambda name: name.span.start)]:
        joined = name.span.end == start - 1 and tree.text[start - 1 : start] == "-"
        if joined or (name.span.start < end and start < name.span.end):
            start, end = min(start, name.span.start), max(end, name.span.end)
    lead = _POINTS.search(tree.text, max(0, start - 12), start)
    if lead and lead.group().endswith("-"):
        start = lead.start()
    return Span(span.article, start, end)


def channel_of(tree: Tree, verb: int) -> Span | None:
    """The words that say by which way the words came: "on Twitter", "in a statement", "told the Daily Example"."""
    for child in tree.children[verb]:
        token = tree.tokens[child]
        if token.dep == "prep" and tree.words[child] in _CHANNEL_PREPOSITIONS and _is_channel(tree, child):
            return _phrase(tree, child, child)
        if token.dep == "dobj" and tree.tokens[verb].lemma == "tell" and _is_hearer(tree, child):
            return _phrase(tree, verb, child)
        if token.dep in _SUBJECTS:  # the parser hangs "on Facebook" on the subject
            inner = channel_of(tree, child)
            if inner is not None and tree.text[inner.start : inner.start + 2].lower() == "on":
                return inner
        if token.dep == "advcl" and tree.tokens[child].lemma in {"write", "speak", "post", "tweet"}:
            inner = channel_of(tree, child)
            if inner is not None:
                return inner
    return None


def _is_channel(tree: Tree, preposition: int) -> bool:
    place = tree.child(preposition, "pobj")
    return place is not None and (tree.words[place] in _CHANNELS or tree.tokens[place].lemma in _CHANNELS)


def _is_hearer(tree: Tree, noun: int) -> bool:
    token = tree.tokens[noun]
    return token.lemma in _HEARERS or (token.pos == "PROPN" and token.ent != "PERSON")


def _phrase(tree: Tree, first: int, root: int) -> Span:
    trimmed = [
        item
        for item in tree.subtree(root)
        if tree.tokens[item].dep in _TRIMMED - {"cc", "punct"}
        or (tree.tokens[item].dep == "prep" and item != root and tree.words[item] not in {"of", "with"})
    ]
    kept = [item for item in tree.subtree(root, trimmed) if item >= first and tree.is_word(item)]
    last = first
    for item in kept:
        if item - last > 2:
            break
        last = item
    return tree.span(first, last + 1)
