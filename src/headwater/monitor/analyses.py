"""Briefs as they are kept: each with what it was made of, so that only a story that changed is analysed again."""

from __future__ import annotations

import zlib
from collections.abc import Sequence

import msgspec

from headwater.library import Analysis, AnalysisKey, View, bearing_digest, digest_of
from headwater.settings import Settings
from headwater.types import Brief, Decision
from headwater.version import VERSION

__all__ = ["kept_brief", "key_of", "packed", "shaping_digest", "unpacked"]

_SHAPING = ("model", "rule")  # the settings that change what a brief says of given articles


def key_of(articles: Sequence[str], decisions: Sequence[Decision], settings: Settings) -> AnalysisKey:
    """What a brief of these articles is made of and with. `decisions` are those in force."""
    return AnalysisKey(digest_of(articles), bearing_digest(decisions, articles), shaping_digest(settings), VERSION)


def shaping_digest(settings: Settings) -> str:
    """A digest of those settings that make one brief of given articles another."""
    return digest_of(f"{name}={getattr(settings, name)}" for name in _SHAPING)


def kept_brief(view: View, story: str, settings: Settings) -> Brief | None:
    """The brief of a story as it stands, if one was made and kept since it last changed."""
    kept = view.analysis(story, key_of(view.members(story), view.standing(), settings))
    return unpacked(kept) if kept is not None else None


def unpacked(kept: Analysis) -> Brief | None:
    """The brief in an analysis, None where it is of other records than ours."""
    try:
        return msgspec.msgpack.decode(zlib.decompress(kept.body), type=Brief)
    except (zlib.error, msgspec.DecodeError):  # of a version under development with the same number: made again
        return None


def packed(brief: Brief) -> bytes:
    """A brief as it is kept."""
    return zlib.compress(msgspec.msgpack.encode(brief))
