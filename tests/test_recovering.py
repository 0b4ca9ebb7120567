"""Originals that nobody handed in, put together from what their witnesses keep. All names in the texts are fiction."""

from __future__ import annotations

from headwater.derivations import trace
from headwater.documents import read_documents
from headwater.engines.local import LocalEngine
from headwater.models.spacy_english import load_parser
from headwater.settings import Settings
from headwater.testing.articles import make_article
from headwater.types import Story, Unseen

SENTENCES = (
    "TOLLHAVEN (AP) — A span of the Marrow Bridge dropped into the river Ense on Tuesday evening, and three barge "
    "workers were missing by nightfall, the harbour office said.",
    "Divers searched the murky water below the third pier until a current of four knots drove them back to the quay.",
    "The bridge, opened in 1961, had carried twice the lorries it was drawn for since the Gorse Point tunnel flooded.",
    "Inspectors found hairline cracks in eleven of its hangers in February and asked for a limit of twenty tonnes.",
    "Mayor Idris Colewick shut the northern bank to traffic and sent the ferries out to fetch stranded pupils.",
    "Grain from the Ense valley will have to go by rail, which the millers' guild expects to cost 40,000 crowns a day.",
)


def cut(*kept: int) -> str:
    return "\n\n".join(SENTENCES[number] for number in kept)


def unseen_behind(texts: dict[str, str]) -> tuple[Unseen, dict[str, str]]:
    articles = [make_article(text, id=name, outlet=f"The {name.title()} Post") for name, text in texts.items()]
    documents = list(read_documents(articles, load_parser(Settings().model)))
    story = Story("story", tuple(sorted(texts)))
    (unseen,) = trace(story, documents, LocalEngine()).unseen
    return unseen, texts


def told(unseen: Unseen, texts: dict[str, str]) -> list[str]:
    return [texts[each.reading.article][each.reading.start : each.reading.end] for each in unseen.text]


def test_what_one_witness_cuts_another_gives_back_in_its_place() -> None:
    unseen, texts = unseen_behind({"a": cut(0, 1, 2, 4), "b": cut(0, 2, 3, 4, 5), "c": cut(0, 1, 3, 5)})
    assert told(unseen, texts) == list(SENTENCES)


def test_the_order_is_that_of_most_witnesses() -> None:
    unseen, texts = unseen_behind({"a": cut(0, 1, 2, 3, 4), "b": cut(0, 1, 2, 3, 5), "c": cut(0, 3, 1, 2, 4)})
    assert told(unseen, texts)[:4] == list(SENTENCES[:4])


def test_the_reading_is_the_one_that_agrees_with_the_others() -> None:
    altered = cut(0, 1, 2, 3).replace("murky water below the third pier", "cold stream under the third pillar")
    unseen, _ = unseen_behind({"a": altered, "b": cut(0, 1, 2, 4), "c": cut(0, 1, 3, 5)})
    divers = next(each for each in unseen.text if len(each.witnesses) == 3 and each.reading.start > 0)
    assert divers.reading.article in ("b", "c")
    assert divers.support > 0.5


def test_a_sentence_that_one_witness_alone_has_is_in_doubt() -> None:
    unseen, texts = unseen_behind({"a": cut(0, 1, 2, 4), "b": cut(0, 1, 3, 5)})
    doubtful = [each for each in unseen.text if len(each.witnesses) == 1]
    assert {texts[each.reading.article][each.reading.start :].split()[0] for each in doubtful} <= {
        "The", "Inspectors", "Mayor", "Grain"
    }  # fmt: skip
    assert all(each.support == 0.0 for each in doubtful)


def test_every_place_lies_in_a_witness_and_the_reading_is_one_of_them() -> None:
    unseen, texts = unseen_behind({"a": cut(0, 1, 2, 4), "b": cut(0, 2, 3, 4, 5), "c": cut(0, 1, 3, 5)})
    for each in unseen.text:
        assert each.reading in each.witnesses
        assert {place.article for place in each.witnesses} <= set(unseen.witnesses)
        assert all(texts[place.article][place.start : place.end].strip() for place in each.witnesses)


def test_the_order_of_the_input_changes_nothing() -> None:
    texts = {"a": cut(0, 1, 2, 4), "b": cut(0, 2, 3, 4, 5), "c": cut(0, 1, 3, 5)}
    assert unseen_behind(texts)[0] == unseen_behind(dict(reversed(texts.items())))[0]
