"""Places altered in copying: another town of the story, another point of the compass, one country for another."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from headwater.testing.scribe.plants.changes import Change
from headwater.testing.scribe.plants.forms import Words, fresh, is_name, like, low, name_word, tag
from headwater.testing.scribe.plants.persons import Cast, place_runs
from headwater.text.gazetteer import is_country, known_place
from headwater.text.wordset import wordset

__all__ = ["another_country", "another_side", "another_site", "another_town", "compass"]

_POINTS: Final = {"north": ("south",), "south": ("north",), "east": ("west",), "west": ("east",)}
_COMPASS: Final = _POINTS | {
    "northern": ("southern",),
    "southern": ("northern",),
    "eastern": ("western",),
    "western": ("eastern",),
    "northeast": ("northwest", "southeast"),
    "northwest": ("northeast", "southwest"),
    "southeast": ("southwest", "northeast"),
    "southwest": ("southeast", "northwest"),
    "northeastern": ("northwestern", "southeastern"),
    "northwestern": ("northeastern", "southwestern"),
    "southeastern": ("southwestern", "northeastern"),
    "southwestern": ("southeastern", "northwestern"),
}
_SIDES: Final = {
    "inside": "outside",
    "outside": "inside",
    "upstream": "downstream",
    "downstream": "upstream",
    "onshore": "offshore",
    "offshore": "onshore",
    "uphill": "downhill",
    "downhill": "uphill",
    "upstairs": "downstairs",
    "downstairs": "upstairs",
    "indoors": "outdoors",
    "outdoors": "indoors",
    "inland": "offshore",
    "above": "below",
    "below": "above",
}
_SITES: Final = {
    "airport": ("railway station", "harbour"),
    "station": ("airport", "market"),
    "harbour": ("airport",),
    "harbor": ("airport",),
    "port": ("airport",),
    "school": ("church", "hospital"),
    "church": ("school", "town hall"),
    "mosque": ("market", "school"),
    "market": ("square", "stadium"),
    "square": ("market", "stadium"),
    "bridge": ("tunnel",),
    "tunnel": ("bridge",),
    "hospital": ("prison", "school"),
    "clinic": ("school",),
    "prison": ("barracks",),
    "barracks": ("prison",),
    "courthouse": ("prison", "town hall"),
    "library": ("museum",),
    "museum": ("library",),
    "hotel": ("hospital", "restaurant"),
    "restaurant": ("hotel",),
    "embassy": ("consulate",),
    "consulate": ("embassy",),
    "river": ("lake", "canal"),
    "lake": ("river",),
    "canal": ("river",),
    "coast": ("border",),
    "border": ("coast",),
    "beach": ("cliffs",),
    "forest": ("desert",),
    "hills": ("plain",),
    "mountains": ("marshes",),
    "valley": ("coast",),
    "stadium": ("university",),
    "factory": ("warehouse",),
    "warehouse": ("factory",),
    "pier": ("bridge",),
    "quay": ("bridge",),
    "dock": ("airfield",),
    "highway": ("railway line",),
    "kitchen": ("basement",),
    "basement": ("attic",),
    "roof": ("basement",),
    "lobby": ("garage",),
    "yard": ("hall",),
    "legislature": ("palace",),
    "parliament": ("palace",),
}
_SITED: Final = wordset("in at near outside inside from around behind opposite beside through across into on under")
_ALIKE: Final = (  # countries that are taken for each other, with their people
    ("Austria", "Australia", "Austrian", "Australian"),
    ("Slovakia", "Slovenia", "Slovak", "Slovenian"),
    ("Niger", "Nigeria", "Nigerien", "Nigerian"),
    ("Latvia", "Lithuania", "Latvian", "Lithuanian"),
    ("Sweden", "Switzerland", "Swedish", "Swiss"),
    ("Paraguay", "Uruguay", "Paraguayan", "Uruguayan"),
    ("Gambia", "Zambia", "Gambian", "Zambian"),
    ("Mali", "Malawi", "Malian", "Malawian"),
    ("Mauritania", "Mauritius", "Mauritanian", "Mauritian"),
    ("Norway", "Denmark", "Norwegian", "Danish"),
    ("Thailand", "Taiwan", "Thai", "Taiwanese"),
    ("Honduras", "Guatemala", "Honduran", "Guatemalan"),
    ("Bolivia", "Colombia", "Bolivian", "Colombian"),
    ("Rwanda", "Uganda", "Rwandan", "Ugandan"),
    ("Hungary", "Romania", "Hungarian", "Romanian"),
    ("Spain", "Portugal", "Spanish", "Portuguese"),
    ("Kenya", "Tanzania", "Kenyan", "Tanzanian"),
    ("Tunisia", "Algeria", "Tunisian", "Algerian"),
)
_EXCHANGED: Final = {
    one: other
    for a, b, people, others in _ALIKE
    for one, other in ((a, b), (b, a), (people, others), (others, people), (people + "s", others + "s"))
}


def another_town(words: Words, cast: Cast) -> Iterator[Change]:
    """Another town, or another country, that the text names."""
    for first, last in place_runs(words):
        name = " ".join(word.text for word in words[first:last])
        rivals = cast.countries if is_country(name) else cast.towns
        for other in rivals if name in rivals else ():
            parts = other.split()
            if name == other or any(word.text in parts for word in words):
                continue
            new = tuple(name_word(part, words[first]) for part in parts)
            yield Change(first, last, (new[0]._replace(gap=words[first].gap), *new[1:]), "another place of the story")


def another_country(words: Words, _: Cast) -> Iterator[Change]:
    """A country, or its people, for one that is easily taken for it."""
    for index, word in enumerate(words):
        alone = not any(tag(words, near).startswith("NNP") for near in (index - 1, index + 1))
        if word.text in _EXCHANGED and (alone or word.tag == "JJ"):
            yield Change(index, index + 1, (like(word, _EXCHANGED[word.text]),), "a country taken for another")


def compass(words: Words, _: Cast) -> Iterator[Change]:
    """North for south; a capital only if both are the names of places ("South Korea")."""
    for index, word in enumerate(words):
        for other in _COMPASS.get(word.text.lower(), ()):
            if word.text.islower() or _both_places(words, index, other) or _begins(words, index):
                yield Change(index, index + 1, (like(word, other),), "another point of the compass")


def another_side(words: Words, _: Cast) -> Iterator[Change]:
    """Outside for inside."""
    for index, word in enumerate(words):
        other = _SIDES.get(word.text.lower())
        leads = tag(words, index + 1) in ("DT", "PRP$", "NNP", ".", ",", "IN", "JJ", "NN")
        measured = any(tag(words, near) == "CD" for near in (index + 1, index + 2))  # "above the 96 allowed"
        if other and not measured and word.tag in ("IN", "RB", "JJ") and leads and low(words, index - 1) != "the":
            yield Change(index, index + 1, (like(word, other),), "the other side")
    yield from _levels(words)


def another_site(words: Words, _: Cast) -> Iterator[Change]:
    """In the school, not in the church."""
    for index, word in enumerate(words):
        if word.text not in _SITES or tag(words, index + 1) in ("NN", "NNS", "NNP", "HYPH", "POS"):
            continue
        simple = low(words, index - 1) in ("the", "a", "an") and low(words, index - 2) in _SITED
        led = (
            low(words, index - 2) == "the" and tag(words, index - 1) in ("NN", "JJ") and low(words, index - 3) in _SITED
        )
        for other in _SITES[word.text] if simple or led else ():
            first, *rest = other.split()
            yield Change(index, index + 1, (like(word, first), *map(fresh, rest)), "another site")


def _levels(words: Words) -> Iterator[Change]:
    """Left bank for right, lower floor for upper."""
    pairs = {"left": "right", "right": "left", "upper": "lower", "lower": "upper", "ground": "top", "top": "ground"}
    parts = ("bank", "side", "wing", "lane", "floor", "deck", "storey", "story", "reaches", "end")
    for index, word in enumerate(words):
        if word.text in pairs and low(words, index + 1) in parts:
            new = fresh(pairs[word.text], "JJ", word.gap)
            yield Change(index, index + 1, (new,), "the other side")


def _both_places(words: Words, index: int, other: str) -> bool:
    if index + 1 >= len(words) or not is_name(words[index + 1]):
        return False
    name = words[index + 1].text
    return known_place(f"{words[index].text} {name}") and known_place(f"{other.capitalize()} {name}")


def _begins(words: Words, index: int) -> bool:
    """Whether the word opens the sentence, and does not mean the West or the East of the world."""
    return not index and len(words) > 1 and not is_name(words[1]) and words[0].text not in ("Western", "Eastern")
