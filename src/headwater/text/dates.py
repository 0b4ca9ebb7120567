"""PLACEHOLDER, to be replaced."""
import datetime
from collections.abc import Sequence
from headwater.types import Article, Date, Token
def find_dates(article: Article, tokens: Sequence[Token], anchor: datetime.date | None) -> tuple[Date, ...]:
    return ()
