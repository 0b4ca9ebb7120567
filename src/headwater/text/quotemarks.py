"""PLACEHOLDER, to be replaced."""
from headwater.types import Article, Span
def quoted_spans(article: Article) -> tuple[Span, ...]:
    return ()
