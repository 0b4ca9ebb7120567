"""How a copyist rewords a text without changing what it says: steps of the scribe, and what they are made of."""

from headwater.testing.scribe.wording.spin import content_words, spin

__all__ = ["content_words", "spin"]
