"""Briefs as they are kept: each with what it was made of, so that only a story that changed is analysed again."""

from __future__ import annotations

import zlib
from collections.abc import Sequence

import msgspec

from headwater.decisions import concerning
from headwater.library import AnalysisKey, View, digest_of
from headwater.settings import Settings
from headwater.types import Brief, Decision
from headwater.version import VERSION

__all__ = ["kept_brief", "key_of", "packed"]

_SHAPING = ("model", "rule")  # the settings that change what a brief says of given articles


def key_of(articles: Sequence[str], decisions: Sequence[Decision], settings: Settings) -> AnalysisKey:
    """What a brief of these articles is made of and with. `decisions` are those in force."""
    bearing = (msgspec.json.encode(one).decode() for one in concerning(decisions, articles))
    shaping = (f"{name}={getattr(settings, name)}" for name in _SHAPING)
    return AnalysisKey(digest_of(articles), digest_of(bearing), digest_of(shaping), VERSION)


def kept_brief(view: View, story: str, settings: Settings) -> Brief | None:
    """The brief of a story as it stands, if one was made and kept since it last changed."""
    kept = view.analysis(story, key_of(view.members(story), view.standing(), settings))
    if kept is None:
        return None
    try:
        return msgspec.msgpack.decode(zlib.decompress(kept.body), type=Brief)
    except (zlib.error, msgspec.DecodeError):  # of a version under development with the same number: made again
        return None


def packed(brief: Brief) -> bytes:
    """A brief as it is kept."""
    return zlib.compress(msgspec.msgpack.encode(brief))
