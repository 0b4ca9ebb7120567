"""The distinct names of a story, each with its mentions: what clustering works on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from headwater.decisions import spelled
from headwater.entities.mentions import Mention
from headwater.text.spelling import personal_units, skeleton, title_words
from headwater.types import EntityKind

__all__ = ["Form", "Kin", "forms_of"]

Kin = Mapping[str, int]
"""Numbers of spellings (`decisions.spelled`) that readers decided of: of one key those of one number are a form."""

_ORDER: Final = {kind: place for place, kind in enumerate(EntityKind)}
_NO_KIN: Final[Kin] = {}


@dataclass(frozen=True, slots=True)
class Form:
    """A name as the story has it, with all its mentions in order. `name` is its commonest spelling."""

    key: str
    name: str
    kind: EntityKind
    mentions: tuple[Mention, ...]

    @property
    def units(self) -> tuple[str, ...]:
        """The parts of the name as a personal name has them; () for countries, peoples and ministries."""
        return () if "@" in self.key else personal_units(self.name)

    @property
    def full(self) -> bool:
        """Whether the name has more than one part, so that it may stand on its own."""
        return len(self.units) > 1

    @property
    def person(self) -> bool:
        """Whether most mentions name a person."""
        return self.kind is EntityKind.PERSON

    @property
    def acronym(self) -> bool:
        """Whether the name is written in capitals only, two to eight of them, with or without dots."""
        letters = self.name.replace(".", "")
        return letters.isupper() and letters.isalpha() and 2 <= len(letters) <= 8

    def blocks(self) -> frozenset[str]:
        """Keys of which a spelling of the same name shares at least one."""
        units = self.units
        title = title_words(self.name)
        words = {f"{len(title)} {place} {skeleton(word)}" for place, word in enumerate(title)}
        if not self.person:
            return frozenset(words)
        family = {skeleton(unit) for unit in (units[-1], *units[-2:-1], units[0])}
        voiced = {key.replace("z", "d") for key in family}
        return frozenset(words | family | voiced | {f"given {units[0]}", f"joined {''.join(units)}"})


def forms_of(mentions: Sequence[Mention], kin: Kin = _NO_KIN) -> tuple[Form, ...]:
    """The forms of a story, sorted by key: mentions with one key, a town apart from a person of the same name."""
    groups: dict[tuple[str, bool, int], list[Mention]] = {}
    for mention in mentions:
        number = kin.get(spelled(mention.text), 0) if kin else 0
        groups.setdefault((mention.key, _apart(mention), number), []).append(mention)
    return tuple(_form(key, members) for (key, _, _), members in sorted(groups.items()))


def _apart(mention: Mention) -> bool:
    return mention.kind is EntityKind.PLACE and " " not in mention.key


def _form(key: str, mentions: Sequence[Mention]) -> Form:
    texts = Counter(mention.text for mention in mentions)
    kinds = Counter(mention.kind for mention in mentions)
    return Form(
        key=key,
        name=min(texts, key=lambda text: (-texts[text], text)),
        kind=min(kinds, key=lambda kind: (-kinds[kind], _ORDER[kind])),
        mentions=tuple(sorted(mentions)),
    )
