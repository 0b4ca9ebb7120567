"""PLACEHOLDER, to be replaced."""
from collections.abc import Sequence
from headwater.types import Article, Quantity, Token
def find_quantities(article: Article, tokens: Sequence[Token]) -> tuple[Quantity, ...]:
    return ()
