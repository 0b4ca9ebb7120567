"""The kind of derivation between any two articles of a traced story, verbatim copies included."""

from __future__ import annotations

import itertools
from collections import defaultdict

from headwater.origins import first_with
from headwater.types import DerivationKind, Stemma

__all__ = ["holders", "kinds"]


def kinds(stemma: Stemma) -> dict[tuple[str, str], DerivationKind]:
    """The kind of every compared pair of articles, smaller id first.

    `Stemma.derivations` names a text that several articles have word for word only once; here each of them stands for
    it. A pair that is missing was not compared, because nothing hinted at common text.
    """
    texts = holders(stemma)
    found: dict[tuple[str, str], DerivationKind] = {}
    for each in stemma.derivations:
        if each.left in texts and each.right in texts:  # a text against a text, not a text against its own copy
            for left, right in itertools.product(texts[each.left], texts[each.right]):
                found[min(left, right), max(left, right)] = each.kind
    for articles in texts.values():
        found.update(dict.fromkeys(itertools.combinations(articles, 2), DerivationKind.COPY))
    return found


def holders(stemma: Stemma) -> dict[str, list[str]]:
    """For each distinct text, by its first article, the articles that have it, sorted."""
    first = first_with(stemma)
    found: dict[str, list[str]] = defaultdict(list)
    for line in stemma.lines:
        for article in line.articles:
            found[first.get(article, article)].append(article)
    return {text: sorted(articles) for text, articles in found.items()}
