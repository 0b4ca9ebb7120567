"""Texts beside each other, in the sense of textual criticism: what of one stands beside what of the others.

`face` sets two documents side by side, `collate` two or more against the first of them.
"""

from headwater.collation.facing import face
from headwater.collation.witnesses import collate

__all__ = ["collate", "face"]
