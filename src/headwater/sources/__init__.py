"""Intake: files, folders, addresses and lists to articles, with what is known of each and how it is known."""

from headwater.sources.gather import Gathered, gather
from headwater.sources.intake import stream

__all__ = ["Gathered", "gather", "stream"]
