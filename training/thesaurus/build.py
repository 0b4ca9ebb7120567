"""Builds headwater's thesaurus from the files of Princeton WordNet 3.0.

    apt-get install wordnet-base
    python training/thesaurus/build.py /usr/share/wordnet src/headwater/data/thesaurus.txt.gz

The format is told in src/headwater/data/README.md. The output depends on nothing but the input files and
`additions.tsv` beside this script: running it twice gives the same bytes.
"""

from __future__ import annotations

import gzip
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

__all__ = ["build"]

PARTS = {"n": "noun", "v": "verb", "a": "adj", "r": "adv"}
GENUS_FILES = {"05", "20"}  # lexicographer files of animals and plants: capitalised words there are Latin genera
KINDS = {"@"}
LIKE = {"&", "$"}  # adjectives similar to, verbs of one group
DERIVED = {"+", "\\"}  # derivationally related; pertaining to a noun, adverb from an adjective
OPPOSED = {"!"}


@dataclass
class Synset:
    """One sense as WordNet has it: where it stands, its words, and its links as (symbol, target, from, to)."""

    key: tuple[str, int]
    words: list[str]
    links: list[tuple[str, tuple[str, int], int, int]]


@dataclass
class Thesaurus:
    """What is written: synsets with kinds and likes, and per lemma its senses and related lemmas."""

    heads: list[str] = field(default_factory=list)
    kinds: list[list[int]] = field(default_factory=list)
    likes: list[list[int]] = field(default_factory=list)
    senses: dict[tuple[str, str], list[tuple[int, int]]] = field(default_factory=lambda: defaultdict(list))
    derived: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    opposed: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))


def lines(path: Path) -> Iterator[str]:
    """The lines of a WordNet file without its licence, which is indented by two blanks."""
    return (line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("  "))


def clean(word: str) -> str:
    """A lemma as headwater writes it: lower case, blanks for underscores, no syntactic marker as in "alive(p)"."""
    return re.sub(r"\([a-z]+\)$", "", word).replace("_", " ").lower()


def read_synset(line: str, part: str) -> Synset | None:
    """One line of a data file; None for named individuals (cities, people), which are no words of English."""
    fields = line.partition(" | ")[0].split()
    offset, lexfile, words_end = int(fields[0]), fields[1], 4 + 2 * int(fields[3], 16)
    words, rest = fields[4:words_end:2], fields[words_end + 1 :]
    quads = [rest[i : i + 4] for i in range(0, 4 * int(fields[words_end]), 4)]
    if any(symbol == "@i" for symbol, *_ in quads):
        return None
    if lexfile in GENUS_FILES:
        words = [word if word[:1].islower() else "" for word in words]
    links = [
        (symbol, (pos.replace("s", "a"), int(target)), int(ends[:2], 16), int(ends[2:], 16))
        for symbol, target, pos, ends in quads
    ]
    return Synset((part, offset), [clean(word) for word in words], links)


def read_synsets(folder: Path) -> dict[tuple[str, int], Synset]:
    """All kept synsets in the order of the files."""
    found = (read_synset(line, part) for part, name in PARTS.items() for line in lines(folder / f"data.{name}"))
    return {synset.key: synset for synset in found if synset is not None and any(synset.words)}


def read_counts(folder: Path) -> Counter[tuple[str, str, int]]:
    """How often each sense (lemma, part, rank from 1) was tagged in WordNet's corpora."""
    counts: Counter[tuple[str, str, int]] = Counter()
    for line in lines(folder / "cntlist.rev"):
        key, rank, count = line.split()
        lemma, _, rest = key.partition("%")
        counts[clean(lemma), "nvara"[int(rest[0]) - 1], int(rank)] += int(count)
    return counts


def worth_keeping(lemma: str, part: str, tagged: int) -> bool:
    """Single words and all phrasal verbs; of compounds and phrases those in use, or of two plain words."""
    words = lemma.split(" ")
    return part == "v" or len(words) == 1 or tagged > 0 or (len(words) == 2 and lemma.isascii() and "." not in lemma)


def read_senses(folder: Path, ids: dict[tuple[str, int], int], synsets: dict[tuple[str, int], Synset]) -> Thesaurus:
    """The senses of each lemma in WordNet's order, which is by frequency, each with its tag count."""
    counts, result = read_counts(folder), Thesaurus()
    for part, name in PARTS.items():
        for line in lines(folder / f"index.{name}"):
            fields = line.split()
            lemma, keys = clean(fields[0]), [(part, int(offset)) for offset in fields[-int(fields[2]) :]]
            held = [
                (ids[key], counts[lemma, part, rank])
                for rank, key in enumerate(keys, 1)
                if key in ids and lemma in synsets[key].words
            ]
            if held and worth_keeping(lemma, part, sum(count for _, count in held)):
                result.senses[lemma, part] = held
    return result


def link(result: Thesaurus, ids: dict[tuple[str, int], int], synsets: dict[tuple[str, int], Synset]) -> None:
    """Fills in the links: between synsets as ids, between words as "part:lemma"."""
    for key, synset in synsets.items():
        result.heads.append(next(word for word in synset.words if word))
        result.kinds.append([ids[to] for symbol, to, *_ in synset.links if symbol in KINDS and to in ids])
        result.likes.append([ids[to] for symbol, to, *_ in synset.links if symbol in LIKE and to in ids])
        for symbol, to, first, second in synset.links:
            table = result.derived if symbol in DERIVED else result.opposed if symbol in OPPOSED else None
            if table is None or to not in synsets or not first:
                continue
            source, target = synset.words[first - 1], synsets[to].words[second - 1]
            if source and target and (source != target or key[0] != to[0]):
                table[source].add(f"{to[0]}:{target}")


def add_news_words(result: Thesaurus, additions: Iterable[str]) -> None:
    """Puts the hand-written additions in, each as the commonest sense of its lemma. See `additions.tsv`.

    Raises `ValueError` if the table names a word that is not there.
    """
    for line in additions:
        if line.startswith("#"):
            continue
        lemma, part, relation, anchor = line.split("\t")
        target = first_sense(result, anchor, part)
        if relation == "@":
            result.kinds[first_sense(result, lemma, part)].append(target)
        else:
            promote(result, lemma, part, target if relation == "=" else add_kind(result, lemma, target))


def first_sense(result: Thesaurus, lemma: str, part: str) -> int:
    """The commonest sense of a lemma. Raises `ValueError` if there is none."""
    if (lemma, part) not in result.senses:
        raise ValueError(f"additions: the thesaurus has no {lemma!r} ({part})")
    return result.senses[lemma, part][0][0]


def promote(result: Thesaurus, lemma: str, part: str, sense: int) -> None:
    """Makes a sense the lemma's commonest, one occurrence ahead of the next."""
    held = [(other, count) for other, count in result.senses[lemma, part] if other != sense]
    top = max((count for _, count in held), default=0)
    result.senses[lemma, part] = [(sense, top + 1), *held]


def add_kind(result: Thesaurus, head: str, above: int) -> int:
    """A new synset below another; its id."""
    result.heads.append(head)
    result.kinds.append([above])
    result.likes.append([])
    return len(result.heads) - 1


def written(result: Thesaurus) -> str:
    """The file's text, one item a line: how many synsets and lemmas, the synsets, the lemmas, the lemmas' records.

    Only synsets with others below them show a head.
    """
    above = {parent for parents in result.kinds for parent in parents}
    rows = [
        f"{head if i in above else ''}|{numbers(result.kinds[i])}|{numbers(result.likes[i])}".rstrip("|")
        for i, head in enumerate(result.heads)
    ]
    by_lemma: dict[str, list[str]] = defaultdict(list)
    for (lemma, part), senses in sorted(result.senses.items()):
        by_lemma[lemma].append(f"{part} " + " ".join(f"{i}:{n}" if n else str(i) for i, n in senses))
    kept = {f"{part}:{lemma}" for lemma, part in result.senses}
    for symbol, table in (("+", result.derived), ("!", result.opposed)):
        for lemma in sorted(table):
            related = sorted(table[lemma] & kept)
            if lemma in by_lemma and related:
                by_lemma[lemma].append(f"{symbol} " + ",".join(related))
    records = ["\t".join(by_lemma[lemma]) for lemma in sorted(by_lemma)]
    return "\n".join([f"{len(rows)} {len(records)}", *rows, *sorted(by_lemma), *records])


def numbers(ids: list[int]) -> str:
    """Synset ids, in order, each once."""
    return " ".join(str(i) for i in sorted(set(ids)))


def build(folder: Path, additions: Path, target: Path) -> None:
    """Reads WordNet's folder and the additions, writes the compressed thesaurus. Raises `OSError` without a file."""
    synsets = read_synsets(folder)
    ids = {key: i for i, key in enumerate(synsets)}
    result = read_senses(folder, ids, synsets)
    link(result, ids, synsets)
    add_news_words(result, additions.read_text(encoding="utf-8").splitlines())
    target.write_bytes(gzip.compress(written(result).encode(), compresslevel=9, mtime=0))


if __name__ == "__main__":
    build(Path(sys.argv[1]), Path(__file__).with_name("additions.tsv"), Path(sys.argv[2]))
