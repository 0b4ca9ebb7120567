"""How a copyist rewords a text without changing what it says: steps of the scribe, and what they are made of."""

from headwater.testing.scribe.wording.fatigue import FATIGUES, tire
from headwater.testing.scribe.wording.house import house_style
from headwater.testing.scribe.wording.name_spellings import respell_names
from headwater.testing.scribe.wording.paraphrase import paraphrase
from headwater.testing.scribe.wording.spin import content_words, spin
from headwater.testing.scribe.wording.styles import STYLES, HouseStyle
from headwater.testing.scribe.wording.translated import back_translate

__all__ = [
    "FATIGUES",
    "STYLES",
    "HouseStyle",
    "back_translate",
    "content_words",
    "house_style",
    "paraphrase",
    "respell_names",
    "spin",
    "tire",
]
