"""One embedded database of articles, stories, analyses and a reader's decisions; or a server's, for a team.

`Store.open(path)`, then `with store.reading() as view:` to ask and `with store.writing() as batch:` to write.
docs/library.md says what is kept, how safe it is, and how fast.
"""

from headwater.library.batch import Batch
from headwater.library.gists import bearing_digest
from headwater.library.identity import article_id, digest_of
from headwater.library.records import (
    Added,
    Analysis,
    AnalysisKey,
    Counts,
    Gist,
    Hit,
    Incoming,
    Kept,
    Listing,
    Logged,
    LogKind,
    Placing,
    Query,
    Reading,
    Shelved,
    Spot,
    State,
    StoryRow,
    Version,
)
from headwater.library.store import Store
from headwater.library.view import View

__all__ = [
    "Added",
    "Analysis",
    "AnalysisKey",
    "Batch",
    "Counts",
    "Gist",
    "Hit",
    "Incoming",
    "Kept",
    "Listing",
    "LogKind",
    "Logged",
    "Placing",
    "Query",
    "Reading",
    "Shelved",
    "Spot",
    "State",
    "Store",
    "StoryRow",
    "Version",
    "View",
    "article_id",
    "bearing_digest",
    "digest_of",
]
