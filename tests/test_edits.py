"""Harmless edits of copies: each typed once, the spin rate, and what is left to the alterations. All fiction."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

import msgspec
import pytest
from alteration_helpers import LEAD, documents_of, stemma_of, words

from headwater.findings import find_alterations, find_edits
from headwater.text.edits import edit_kind
from headwater.text.kinds import is_site, same_time
from headwater.text.mentions import EntityIndex
from headwater.text.opposition import are_opposed, point_apart
from headwater.text.slips import is_slip
from headwater.types import CopyEdits, Derivation, DerivationKind, Document, Edge, Stemma


def copied(documents: Sequence[Document]) -> Stemma:
    """A stemma in which all are copies of the first."""
    ids = [document.article.id for document in documents]
    edges = tuple(Edge("a", other, DerivationKind.COPY, True, 1.0) for other in ids if other != "a")
    return msgspec.structs.replace(stemma_of(documents, ["".join(sorted(ids))]), edges=edges)


def edits_of(*texts: str) -> tuple[CopyEdits, ...]:
    """The edits of copies of the first text."""
    documents = documents_of(texts)
    stemma = copied(documents)
    return find_edits(stemma, documents, find_alterations(stemma, documents, EntityIndex(())))


@pytest.mark.parametrize(
    ("before", "after", "kind"),
    [
        ("The colour of the harbour changed.", "The color of the harbor changed.", "spelling"),
        ("Twelve men left the mill.", "12 men left the mill.", "spelling"),
        ("The attack began at noon.", "The assault began at noon.", "synonym"),
        ("The men left the mill.", "The tired men left the mill.", "addition"),
        ("The tired men left the mill.", "The men left the mill.", "omission"),
        ("On Monday the men left the mill.", "The men left the mill on Monday.", "reordered"),
    ],
)
def test_an_edit_is_typed_by_its_words(before: str, after: str, kind: str) -> None:
    (here,) = edits_of(f"{LEAD}\n{before}", f"{LEAD}\n{after}")
    assert (here.origin, here.article, here.direct) == ("a", "b", True)
    assert kind in {edit.kind.value for edit in here.edits}


def test_an_addition_has_its_words_in_the_copy_only() -> None:
    documents = documents_of([f"{LEAD}\nThe men left the mill.", f"{LEAD}\nThe tired men left the mill."])
    (one,) = find_edits(copied(documents), documents)
    (edit,) = one.edits
    assert edit.before is None
    assert edit.after is not None
    assert words({each.article.id: each for each in documents}, edit.after) == "tired"


def test_where_the_original_is_lost_the_nearest_relative_serves() -> None:
    documents = documents_of([f"{LEAD}\nThe men left the mill.", f"{LEAD}\nThe tired men left the mill."])
    edges = tuple(Edge("unseen:a", each, DerivationKind.COPY, True, 1.0) for each in "ab")
    stemma = msgspec.structs.replace(copied(documents), edges=edges)
    assert [(one.origin, one.article, one.direct) for one in find_edits(stemma, documents)] == [
        ("b", "a", False),
        ("a", "b", False),
    ]


def test_a_spun_sibling_is_not_what_the_others_are_measured_by() -> None:
    documents = documents_of([f"{LEAD}\nThe men left the mill."] * 3)
    edges = tuple(Edge("unseen:a", each, DerivationKind.COPY, True, 1.0) for each in "abc")
    stemma = msgspec.structs.replace(copied(documents), edges=edges)
    spun = tuple(_less_alike(one) if "a" in {one.left, one.right} else one for one in stemma.derivations)
    found = find_edits(msgspec.structs.replace(stemma, derivations=spun), documents)
    assert [(one.origin, one.article) for one in found] == [("b", "a"), ("c", "b"), ("b", "c")]


def _less_alike(derivation: Derivation) -> Derivation:
    sentences = tuple(msgspec.structs.replace(one, similarity=0.5) for one in derivation.sentences)
    return msgspec.structs.replace(derivation, sentences=sentences)


def test_copies_to_the_letter_have_no_edits_and_no_spin() -> None:
    (one,) = edits_of(f"{LEAD}\nThe men left the mill.", f"{LEAD}\nThe men left the mill.")
    assert (one.edits, one.spin_rate) == ((), 0.0)


def test_a_spun_text_has_a_higher_spin_rate_than_a_desk_s_copy() -> None:
    sound = f"{LEAD}\nThe attackers seized a big ship in the old harbour and hurt two guards."
    spun = f"{LEAD}\nThe assailants captured a large vessel in the ancient harbour and injured two sentries."
    desk = f"{LEAD}\nThe attackers seized a big ship in the old harbor and hurt two guards."
    by_desk, by_machine = edits_of(sound, desk, spun)
    assert by_desk.spin_rate < 0.1
    assert by_machine.spin_rate > 0.2


def test_what_is_told_as_an_alteration_is_no_harmless_edit() -> None:
    found = edits_of("The flood killed 14 farmers.", "The flood killed 14 farmers.", "The flood killed 40 farmers.")
    assert all(not one.edits for one in found)


def test_the_order_of_the_input_changes_no_edit() -> None:
    documents = documents_of([f"{LEAD}\nThe {size} ship sank." for size in ("big", "large", "huge")])
    stemma = copied(documents)
    first, *rest = (find_edits(stemma, order) for order in itertools.permutations(documents))
    assert all(other == first for other in rest)


def test_an_article_alone_on_its_line_has_no_edits() -> None:
    documents = documents_of(["The men left the mill.", "A storm broke."])
    assert find_edits(stemma_of(documents, ["a", "b"]), documents) == ()


def test_an_edit_without_words_is_refused() -> None:
    with pytest.raises(ValueError, match="without words"):
        edit_kind([], [])


@pytest.mark.parametrize(
    ("one", "other", "slip"),
    [
        ("former", "farmer", True),
        ("troops", "troupes", True),
        ("attack", "attacks", False),
        ("report", "reporter", False),
        ("mill", "harbour", False),
    ],
)
def test_a_slip_is_a_letter_or_a_sound_apart_and_no_form(one: str, other: str, slip: bool) -> None:
    assert is_slip(one, other) is is_slip(other, one) is slip


def test_opposites_of_public_life_and_of_direction() -> None:
    assert are_opposed("confirm", "deny")
    assert are_opposed("support", "oppose")
    assert not are_opposed("say", "tell")
    assert point_apart("inside", "outside")
    assert not point_apart("inside", "indoors")


def test_kinds_of_things() -> None:
    assert is_site("harbour")
    assert not is_site("decision")
    assert same_time("dusk", "sunset")
    assert not same_time("dawn", "dusk")
