"""The records that flow through headwater, in the order of the pipeline.

All are frozen, slotted and typed (`msgspec.Struct`), so that they validate JSON, publish a JSON Schema and can
be shared without fear. Offsets are Unicode code points into `Article.text`, end exclusive; nothing else in
headwater copies article text about. `Span` is the currency: whatever the system asserts points at spans.
"""

from headwater.types.articles import Article, Basis, Known, LeftOut
from headwater.types.brief import Brief
from headwater.types.claims import Attribution, Certainty, Claim, ClaimKind, Occasion, Role, SourceKind, Statement
from headwater.types.comparison import Comparison, Difference, Facing, Masked
from headwater.types.documents import (
    Date,
    Document,
    EntityKind,
    Furniture,
    FurnitureKind,
    Granularity,
    Name,
    Parse,
    Quantity,
    Sentence,
    Token,
)
from headwater.types.findings import (
    Alteration,
    AlterationKind,
    Conflict,
    ConflictKind,
    Figure,
    FigureValue,
    Finding,
    Moment,
    Side,
    Status,
)
from headwater.types.quotes import Entity, Quote, QuoteFamily, QuoteForm, QuoteReading, Spelling
from headwater.types.spans import Cited, Count, Doubt, Evidence, Span
from headwater.types.stemma import (
    Derivation,
    DerivationKind,
    Direction,
    Edge,
    Line,
    OtherParent,
    Passage,
    Recovered,
    Stemma,
    Story,
    Unseen,
)

__all__ = [
    "Alteration",
    "AlterationKind",
    "Article",
    "Attribution",
    "Basis",
    "Brief",
    "Certainty",
    "Cited",
    "Claim",
    "ClaimKind",
    "Comparison",
    "Conflict",
    "ConflictKind",
    "Count",
    "Date",
    "Derivation",
    "DerivationKind",
    "Difference",
    "Direction",
    "Document",
    "Doubt",
    "Edge",
    "Entity",
    "EntityKind",
    "Evidence",
    "Facing",
    "Figure",
    "FigureValue",
    "Finding",
    "Furniture",
    "FurnitureKind",
    "Granularity",
    "Known",
    "LeftOut",
    "Line",
    "Masked",
    "Moment",
    "Name",
    "Occasion",
    "OtherParent",
    "Parse",
    "Passage",
    "Quantity",
    "Quote",
    "QuoteFamily",
    "QuoteForm",
    "QuoteReading",
    "Recovered",
    "Role",
    "Sentence",
    "Side",
    "SourceKind",
    "Span",
    "Spelling",
    "Statement",
    "Status",
    "Stemma",
    "Story",
    "Token",
    "Unseen",
]
