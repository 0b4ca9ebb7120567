"""Stage 4. Documents -> Entity: which mentions of a story name the same person, body, place or group.

In order: all mentions are gathered; those with one name make a form; full forms are joined by what the articles say
("X, also known as Y", "X (XY)"), by spelling and by their place in copied sentences; single names go to the full names
they are short for; what is left is joined by spelling. Nothing depends on the order of the documents.
"""

from __future__ import annotations

from headwater.entities.identify import identify

__all__ = ["identify"]
