"""Invented originals for the scribe: an event by seed, told independently by several newsrooms. All is fiction."""

from headwater.testing.scribe.newsrooms.events import digest_event, invent_event, update_report
from headwater.testing.scribe.newsrooms.phrasings import kind_names
from headwater.testing.scribe.newsrooms.records import Digest, Dispute, Event, Report

__all__ = ["Digest", "Dispute", "Event", "Report", "digest_event", "invent_event", "kind_names", "update_report"]
