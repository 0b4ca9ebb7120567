"""Stage 1. Article -> Document: where the words, sentences, furniture, names, dates and quantities are.

All of it but the dates is a function of the text alone, and is worked out once for all the articles that carry a text;
dates count from the day of publication besides.
"""

from __future__ import annotations

from headwater.documents.reader import Reader, read_documents

__all__ = ["Reader", "read_documents"]
