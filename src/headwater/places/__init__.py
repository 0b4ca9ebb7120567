"""Stage 5. Documents -> Place, Scene: where on the map the names of a story lie, and where its event happened.

A name gets one place in a story. Which of the places that bear it is chosen by what the words beside it say ("Marlow,
Texas"), by the other places of the story, which mostly lie near, and by how many people live there (Leidner 2007).
"""

from __future__ import annotations

from headwater.places.locate import locate
from headwater.places.scene import find_scene

__all__ = ["find_scene", "locate"]
