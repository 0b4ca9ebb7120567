"""How a copyist rewords a text without changing what it says: steps of the scribe, and what they are made of."""

from headwater.testing.scribe.wording.paraphrase import paraphrase
from headwater.testing.scribe.wording.spin import content_words, spin
from headwater.testing.scribe.wording.translated import back_translate

__all__ = ["back_translate", "content_words", "paraphrase", "spin"]
