"""Drafts with what is false of them, and the fit of the model that judges words and claims.

Which words of an edited summary are false is read off its original: those that a word-by-word alignment of the two
does not keep (of words dropped, the one behind them). Words of drafts by the scribe carry their truth themselves. The
variables are the product's own (`headwater.checking`); only the weights are fitted here, so that a trial can score
every document by weights that have not seen its kind, and `training/checking` makes the shipped table in the same way.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Final, NamedTuple

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_matrix
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from headwater.checking.doubts import alteration_strength
from headwater.checking.looking import Looked, look, read_together
from headwater.checking.traits import traits_of
from headwater.documents import read_documents
from headwater.models.spacy_english import load_parser
from headwater.settings import Settings
from headwater.testing.reading import read_texts
from headwater.testing.scribe.paragraphs import write_paragraph
from headwater.text.spans import meets
from headwater.types import Document, Span

__all__ = [
    "Claim",
    "Draft",
    "Fitted",
    "Word",
    "changed_words",
    "features_of",
    "fit_claims",
    "fit_words",
    "scored_across",
    "scribe_drafts",
    "summary_draft",
]

Features = Mapping[str, float]
Column = npt.NDArray[Any]  # one entry a row: a truth or a worth
False_ = Callable[[Span], bool | None]

STRENGTH: Final = 0.5  # of the penalty on squared weights, as scikit-learn's C; .1 to 2 come out alike
OF_CLAIMS: Final = 10.0  # the same for claims: a dozen variables, of which some are rare and tell much
SCRIBE_WORTH: Final = 3.0  # of a word of the scribe's against one of a summary, of which there are ten times more
_TOKEN: Final = re.compile(r"\w+|[^\w\s]")
_LEAST: Final = 1e-4
_LOG_CHANCES: Final = frozenset({"every word", "worst word"})


class Word(NamedTuple):
    """A word that says something: its traits, and whether it is false (None: not known)."""

    traits: Features
    false: bool | None


class Claim(NamedTuple):
    """A claim: its words, what is measured of it, its alterations' strength, and whether it is false."""

    words: tuple[Word, ...]
    measures: Features
    altered: float
    false: bool | None


class Draft(NamedTuple):
    """A draft: `group` is what may not stand on both sides of a fit; `sound` if all of it is borne out."""

    group: str
    claims: tuple[Claim, ...]
    sound: bool

    @property
    def words(self) -> Iterator[Word]:
        """The words of all claims."""
        return (word for claim in self.claims for word in claim.words)


class Fitted(NamedTuple):
    """A logistic model: a constant and the weight of each variable."""

    bias: float
    weights: Features

    def odds(self, variables: Features) -> float:
        """The log-odds for some variables."""
        return self.bias + sum(self.weights.get(name, 0.0) * value for name, value in variables.items())


# --- drafts ---------------------------------------------------------------------------------------------------


def summary_draft(group: str, document: str, summary: str, original: str, sound: bool) -> Draft:
    """A summary held against its document; where it is not sound, its words that the original has not are false."""
    read, report = read_texts({"draft": summary, "report": document})
    changed = changed_words(original, summary, "draft")
    return _draft(group, read, [report], sound, _truth(sound, changed))


def _truth(sound: bool, changed: Sequence[Span]) -> False_:
    if sound:
        return lambda _: False
    return (lambda word: any(meets(word, span) for span in changed)) if changed else (lambda _: None)


def scribe_drafts(seeds: Sequence[int]) -> Iterator[Draft]:
    """The scribe's drafts of some seeds; each draft is a group."""
    parser = load_parser(Settings().model)
    for seed in seeds:
        paragraph = write_paragraph(seed)
        draft, *reports = read_documents([paragraph.draft, *paragraph.reports], parser)
        false = [place for fact in paragraph.facts for place in fact.at]
        yield _draft(f"scribe-{seed}", draft, reports, not false, _truth(not false, false))


def _draft(group: str, draft: Document, reports: Sequence[Document], sound: bool, false: False_) -> Draft:
    lines = {document.article.id: document.article.id for document in reports}
    claims = tuple(_claim(draft.article.id, looked, false) for looked in look(read_together(draft, reports, lines)))
    return Draft(group, claims, sound)


def _claim(article: str, looked: Looked, false: False_) -> Claim:
    tokens = looked.bearing.claim.tokens
    words = tuple(
        Word(
            {trait.name: trait.value for trait in traits},
            false(Span(article, tokens[word].start, tokens[word].end)),
        )
        for word, traits in traits_of(looked.seen)
    )
    known = [false(Span(article, token.start, token.end)) for token in tokens]
    return Claim(
        words=words,
        measures={measure.name: measure.value for measure in looked.measures},
        altered=_altered(looked),
        false=None if None in known else any(known),
    )


def _altered(looked: Looked) -> float:
    """The strengths of the surest alteration of each kind, added up as a claim's evidence adds them."""
    best: dict[str, float] = {}
    for one in looked.changes:
        best[one.kind.value] = max(best.get(one.kind.value, 0.0), alteration_strength(one))
    return sum(best.values())


def changed_words(original: str, edited: str, article: str) -> tuple[Span, ...]:
    """Where an edited text differs from its original; of words dropped, the word behind them."""
    before, after = (list(_TOKEN.finditer(text)) for text in (original, edited))
    old, new = ([match.group().lower() for match in matches] for matches in (before, after))
    spans = []
    for op, _, _, first, last in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        end = min(len(after), first + 1) if op == "delete" else last
        if op != "equal" and end > first:
            spans.append(Span(article, after[first].start(), after[end - 1].end()))
    return tuple(spans)


# --- fits -----------------------------------------------------------------------------------------------------


def fit_words(drafts: Sequence[Draft]) -> Fitted:
    """The log-odds that a word is false, by words whose truth is known."""
    known = [(word, _worth(draft)) for draft in drafts for word in draft.words if word.false is not None]
    rows, false = [word.traits for word, _ in known], [bool(word.false) for word, _ in known]
    return _fit(rows, false, [worth for _, worth in known])


def _worth(draft: Draft) -> float:
    return SCRIBE_WORTH if draft.group.startswith("scribe") else 1.0


def fit_claims(drafts: Sequence[Draft], words: Fitted) -> Fitted:
    """The log-odds that a claim is borne out, by claims whose truth is known.

    What is measured of a claim may only speak against it: a measure that would not is left out.
    """
    known = [claim for draft in drafts for claim in draft.claims if claim.false is not None]
    rows = [dict(features_of(claim, words)) for claim in known]
    truth = [not claim.false for claim in known]
    while True:
        fitted = _fit(rows, truth, strength=OF_CLAIMS)
        wrong = {name for name, weight in fitted.weights.items() if weight > 0 and name not in _LOG_CHANCES}
        if not wrong:
            return fitted
        rows = [{name: value for name, value in row.items() if name not in wrong} for row in rows]


def _fit(
    rows: Sequence[Features], truth: Sequence[bool], worth: Sequence[float] | None = None, strength: float = STRENGTH
) -> Fitted:
    names, matrix = _matrix(rows)
    return _solved(names, matrix, np.array(truth), None if worth is None else np.array(worth), strength)


def _matrix(rows: Sequence[Features]) -> tuple[tuple[str, ...], csr_matrix]:
    """The rows as a sparse matrix, with the names of its columns."""
    vectorizer = DictVectorizer(sparse=True)
    matrix = vectorizer.fit_transform(rows).tocsr()
    return tuple(str(name) for name in vectorizer.get_feature_names_out()), matrix


def _solved(
    names: Sequence[str], matrix: csr_matrix, truth: Column, worth: Column | None, strength: float = STRENGTH
) -> Fitted:
    model = LogisticRegression(C=strength, solver="liblinear", max_iter=500, random_state=0)
    model.fit(_plain(matrix), truth, sample_weight=worth)
    weights = {name: float(weight) for name, weight in zip(names, model.coef_[0], strict=True)}
    return Fitted(float(model.intercept_[0]), weights)


def _plain(matrix: csr_matrix) -> csr_matrix:
    """With 32-bit indices, which is what the solver takes."""
    matrix.indices, matrix.indptr = matrix.indices.astype("int32"), matrix.indptr.astype("int32")
    return matrix


def features_of(claim: Claim, words: Fitted) -> Features:
    """The variables of a claim: the log chances of its words, together and of the worst, and what else there is."""
    odds = np.array([words.odds(word.traits) for word in claim.words] or [-np.inf])
    borne_out = np.log(np.maximum(_LEAST, 1 - 1 / (1 + np.exp(-odds))))
    return {
        "every word": float(borne_out.sum()),
        "worst word": float(borne_out.min()),
        "altered": claim.altered,
        **claim.measures,
    }


# --- summaries across groups ----------------------------------------------------------------------------------


def scored_across(drafts: Sequence[Draft], always: Sequence[Draft]) -> list[float]:
    """Each draft's log-odds of being borne out, by weights fitted on the drafts of the other groups and on `always`.

    Of each variable a draft has the worst that any of its claims has.
    """
    scores = [0.0] * len(drafts)
    for group, words in _fits_without_each(drafts, always):
        worst = [_worst(draft, words) for draft in drafts]
        others = [at for at, draft in enumerate(drafts) if draft.group != group]
        whole = _fit([worst[at] for at in others], [drafts[at].sound for at in others])
        for at, draft in enumerate(drafts):
            if draft.group == group:
                scores[at] = whole.odds(worst[at])
    return scores


def _fits_without_each(drafts: Sequence[Draft], always: Sequence[Draft]) -> Iterator[tuple[str, Fitted]]:
    """For each group, the model of words fitted on all others; the matrix is built once."""
    known = [(draft, word) for draft in (*drafts, *always) for word in draft.words if word.false is not None]
    names, matrix = _matrix([word.traits for _, word in known])
    groups = np.array([draft.group for draft, _ in known])
    truth = np.array([bool(word.false) for _, word in known])
    worth = np.array([_worth(draft) for draft, _ in known])
    for group in sorted({draft.group for draft in drafts}):
        rest = np.flatnonzero(groups != group)
        yield group, _solved(names, matrix[rest], truth[rest], worth[rest])


def _worst(draft: Draft, words: Fitted) -> Features:
    worst: dict[str, float] = {}
    for claim in draft.claims:
        for name, value in features_of(claim, words).items():
            worst[name] = max(value, worst.get(name, value), key=abs)
    return worst
