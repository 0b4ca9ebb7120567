"""Hard cases of who said what: each sentence with what a careful reader would say of it. All is fiction."""

from __future__ import annotations

import pytest
from reading_cases import case, document, reading, warm

from headwater.text.cues import is_negated
from headwater.types import Certainty

CERTAIN, PROBABLE, POSSIBLE, OPEN = (
    Certainty.CERTAIN,
    Certainty.PROBABLE,
    Certainty.POSSIBLE,
    Certainty.UNDERSPECIFIED,
)

# Each row: text, words said, whole name of who said them ('' for somebody without a name).
SPEAKERS = [
    # inverted "said X"
    case(
        "an inverted said with trade, name, age and day leads to the name",
        "“The ferry will not sail,” said harbour master Ilka Morn, 51, on Tuesday.",
        "The ferry will not sail",
        "Ilka Morn",
    ),
    case(
        "an inverted said may open the sentence",
        "Said Ilka Morn: “The ferry will not sail this year.”",
        "The ferry will not sail this year",
        "Ilka Morn",
    ),
    case(
        "says may be inverted like said",
        "“The ferry will not sail,” says a weary Ilka Morn.",
        "The ferry will not sail",
        "Ilka Morn",
    ),
    case(
        "a coarse verb of speech may be inverted",
        "“Nonsense, all of it,” snapped Ilka Morn when she was asked about the ferry.",
        "Nonsense, all of it",
        "Ilka Morn",
    ),
    case(
        "the first half of a split quote has the inverted speaker",
        "“The ferry,” said Ilka Morn of the harbour board, “will not sail.”",
        "The ferry",
        "Ilka Morn",
    ),
    case(
        "the second half of a split quote has the inverted speaker",
        "“The ferry,” said Ilka Morn of the harbour board, “will not sail.”",
        "will not sail",
        "Ilka Morn",
    ),
    case(
        "an inverted said after a question leads to who asked",
        "“Who paid for the ferry?” asked Ilka Morn, turning to Otto Brask.",
        "Who paid for the ferry",
        "Ilka Morn",
    ),
    # two women in one sentence
    case(
        "of two women the subject is she",
        "Ilka Morn told Greta Sund that the ferry was late. “I am sorry,” she added.",
        "I am sorry",
        "Ilka Morn",
    ),
    case(
        "the woman who is interviewed speaks",
        "Greta Sund interviewed Ilka Morn on Monday. “The ferry will not sail,” Morn said.",
        "The ferry will not sail",
        "Ilka Morn",
    ),
    case(
        "what is said of a woman is not said by her",
        "“She never answered my letters,” Greta Sund said of Ilka Morn.",
        "She never answered my letters",
        "Greta Sund",
    ),
    case(
        "the first of two women in two clauses has her own words",
        "“I was the first,” Ilka Morn said, and “I was the second,” Greta Sund said.",
        "I was the first",
        "Ilka Morn",
    ),
    case(
        "the second of two women in two clauses has her own words",
        "“I was the first,” Ilka Morn said, and “I was the second,” Greta Sund said.",
        "I was the second",
        "Greta Sund",
    ),
    case(
        "a relative clause speaks for the woman that it follows",
        "Ilka Morn replaced Greta Sund, who said the ferry was worn out.",
        "the ferry was worn out",
        "Greta Sund",
    ),
    case(
        "she after two women who spoke is the one who spoke last",
        "Ilka Morn said the ferry was late. Greta Sund said it was sunk. “I saw it go down,” she added.",
        "I saw it go down",
        "Greta Sund",
    ),
    # "spokesman for Y"
    case(
        "a spokesman without a name speaks for the company",
        "A spokesman for the Tarrow Ferry Company said the boat was sound.",
        "the boat was sound",
        "Tarrow Ferry Company",
    ),
    case(
        "a company spokeswoman without a name speaks for the company",
        "“The boat is sound,” a Tarrow Ferry Company spokeswoman said on Monday.",
        "The boat is sound",
        "Tarrow Ferry Company",
    ),
    case(
        "a spokesman with a name speaks under it",
        "“The boat is sound,” said Jonas Eck, a spokesman for the Tarrow Ferry Company.",
        "The boat is sound",
        "Jonas Eck",
    ),
    case(
        "a spokeswoman of a company has her own name first",
        "Spokeswoman Lena Holt of the Tarrow Ferry Company said the boat was sound.",
        "the boat was sound",
        "Lena Holt",
    ),
    case(
        "who speaks for a union is the speaker",
        "Speaking for the union, Jonas Eck said the boat was unsound.",
        "the boat was unsound",
        "Jonas Eck",
    ),
    # a speaker only in the headline
    case(
        "a role in the text leads to the name in the headline",
        "Mayor Ilka Morn resigns over ferry\n\n“I have had enough of it,” the mayor said on Monday.",
        "I have had enough of it",
        "Ilka Morn",
    ),
    case(
        "a pronoun in the text leads to the name in the headline",
        "Ilka Morn resigns as mayor\n\n“I have had enough of it,” she said on Monday.",
        "I have had enough of it",
        "Ilka Morn",
        still="a name of unknown sex in the headline is not she",
    ),
    case(
        "a headline with a colon speaks",
        "Ilka Morn: ferry will sail again\n\nThe harbour was quiet on Monday.",
        "ferry will sail again",
        "Ilka Morn",
        still="a person before the colon of a headline is no source",
    ),
    case(
        "a headline with a dash after marks speaks",
        "‘Ferry will sail again’ – Morn\n\nMayor Ilka Morn spoke on Monday.",
        "Ferry will sail again",
        "Ilka Morn",
    ),
    case(
        "a headline with says speaks",
        "Ferry will sail again, says Morn\n\nMayor Ilka Morn spoke on Monday.",
        "Ferry will sail again",
        "Ilka Morn",
    ),
    # denials and claims
    case(
        "who denies is the source of what is denied",
        "The Harbour Brigade denied that it had fired the rocket.",
        "that it had fired the rocket",
        "Harbour Brigade",
    ),
    case(
        "who claims responsibility is quoted with it",
        "The Harbour Brigade claimed responsibility for the blast.",
        "responsibility for the blast",
        "Harbour Brigade",
        still='"claimed responsibility for" has no content',
    ),
    # titles with a dot
    case(
        "two titles with dots before a name leave the name whole",
        "“The boat is sound,” said Lt. Gov. Ilka Morn.",
        "The boat is sound",
        "Ilka Morn",
    ),
    case(
        "a title with a dot on either side of told tells speaker from listener",
        "Rev. Otto Brask told Sgt. Lena Holt: “The boat is sound.”",
        "The boat is sound",
        "Otto Brask",
    ),
    case(
        "a party and state after the name are no other speaker",
        "“The boat is sound,” Sen. Ilka Morn, D-Ohio, said on Monday.",
        "The boat is sound",
        "Ilka Morn",
    ),
    case(
        "the first of two officers with dotted titles has his words",
        "Col. Brask said the boat was sound. Gen. Holt said it was a wreck.",
        "the boat was sound",
        "Brask",
    ),
    case(
        "the second of two officers with dotted titles has his words",
        "Col. Brask said the boat was sound. Gen. Holt said it was a wreck.",
        "it was a wreck",
        "Holt",
    ),
    # initials
    case(
        "initials with spaces belong to the name",
        "“The boat is sound,” said J. R. Brask, who owns it.",
        "The boat is sound",
        "J. R. Brask",
    ),
    case(
        "initials without spaces belong to the name",
        "“The boat is sound,” said J.R. Brask on Monday.",
        "The boat is sound",
        "J.R. Brask",
    ),
    case(
        "an initial agrees with the name that it begins",
        "Otto Brask owns the ferry. “The boat is sound,” O. Brask said.",
        "The boat is sound",
        "Otto Brask",
    ),
    # two brothers with one surname
    case(
        "the first of two brothers has his own words",
        "Jonas Eck and Peter Eck own the boat. “It is sound,” Jonas Eck said. “It leaks,” said Peter Eck.",
        "It is sound",
        "Jonas Eck",
    ),
    case(
        "the second of two brothers has his own words",
        "Jonas Eck and Peter Eck own the boat. “It is sound,” Jonas Eck said. “It leaks,” said Peter Eck.",
        "It leaks",
        "Peter Eck",
    ),
    case(
        "the surname alone is the brother who was named last",
        "Jonas Eck rose first and left. Then Peter Eck rose. “It leaks,” Eck said.",
        "It leaks",
        "Peter Eck",
    ),
    case(
        "a given name tells one brother from the other",
        "Jonas Eck and Peter Eck own the boat. “It is sound,” Jonas said.",
        "It is sound",
        "Jonas Eck",
    ),
    # floating quotes
    case(
        "a quote after a gesture is the gesturer's",
        "Ilka Morn shook her head. “Nobody asked us about it.”",
        "Nobody asked us about it",
        "Ilka Morn",
        still="a floating quote after a gesture has no speaker",
    ),
    case(
        "a quote after a paraphrase goes on in person",
        "Ilka Morn said the boat was sound. “We checked every plank.”",
        "We checked every plank",
        "Ilka Morn",
    ),
    case(
        "a quote may come before the sentence that names its speaker",
        "“We checked every plank.” That is how Ilka Morn remembers the week.",
        "We checked every plank",
        "Ilka Morn",
        still="a floating quote before its speaker has none",
    ),
    case(
        "a quote after another person rose is the other's",
        "“We checked it,” said Ilka Morn. Then Greta Sund rose. “Nobody asked you.”",
        "Nobody asked you",
        "Greta Sund",
    ),
    case(
        "a quote of a second paragraph goes on",
        "“We checked it,” said Ilka Morn.\n\n“We checked every plank of it, and every nail.”",
        "We checked every plank of it, and every nail",
        "Ilka Morn",
    ),
    # a quote inside a quote
    case(
        "the outer words are the speaker's",
        "“He looked at me and said, ‘The boat is lost,’” Ilka Morn said.",
        "He looked at me and said, ‘The boat is lost",
        "Ilka Morn",
    ),
    case(
        "the inner words are not the outer speaker's",
        "“My father used to say, ‘Never trust a calm sea,’” said Jonas Eck.",
        "Never trust a calm sea",
        "",
    ),
    case(
        "straight marks nest as well",
        "\"They shouted 'go home' at us for an hour,\" Greta Sund said.",
        "They shouted 'go home' at us for an hour",
        "Greta Sund",
    ),
    # described sources
    case(
        "a person close to somebody is not that person",
        "A person close to Ilka Morn said the boat was sound.",
        "the boat was sound",
        "",
    ),
    case(
        "a former aide is not the boss", "A former aide to Ilka Morn said the boat was sound.", "the boat was sound", ""
    ),
    case("a lawyer is not the client", "Ilka Morn’s lawyer said the boat was sound.", "the boat was sound", ""),
    case(
        "a brother with a name is not the sister",
        "Ilka Morn’s brother, Jonas Morn, said the boat was sound.",
        "the boat was sound",
        "Jonas Morn",
    ),
    case(
        "officials have no name",
        "Two port officials told the AP that the boat was sound.",
        "that the boat was sound",
        "",
    ),
    case(
        "a place may speak for its government",
        "Norway said the boat was sound.",
        "the boat was sound",
        "Norway",
    ),
]

SOURCES = [
    case(
        "two who speak together are one source",
        "“The ferry will not sail,” said Ilka Morn and Otto Brask in a joint letter.",
        "The ferry will not sail",
        "Ilka Morn and Otto Brask",
    ),
    case(
        "police in a headline with a colon are the source",
        "Police: Three hurt as ferry hits pier\n\nThe ferry struck the pier on Monday.",
        "Three hurt as ferry hits pier",
        "Police",
    ),
    case(
        "a spokesman's source is the whole phrase",
        "A spokesman for the Tarrow Ferry Company said the boat was sound.",
        "the boat was sound",
        "A spokesman for the Tarrow Ferry Company",
    ),
    case(
        "an official not authorised to speak is described",
        "The boat was sound, said an official, who was not authorised to speak to the press.",
        "The boat was sound",
        "an official, who was not authorised to speak to the press",
    ),
    case(
        "people familiar with the matter are a source",
        "People familiar with the matter said the boat was sound.",
        "the boat was sound",
        "People familiar with the matter",
    ),
    case(
        "the source of an inner quote stands inside the outer one",
        "“My father used to say, ‘Never trust a calm sea,’” said Jonas Eck.",
        "Never trust a calm sea",
        "My father",
    ),
]

NOBODY = [
    case("failed to deny says nothing", "The company failed to deny the story about the boat."),
    case("nobody immediately claimed responsibility", "No one immediately claimed responsibility for the blast."),
    case("no group has said it did it", "No group has said it fired the rocket."),
    case("there was no claim of responsibility", "There was no claim of responsibility for the blast."),
    case("nobody would say", "Nobody at the company would say who owned the boat."),
    case("declined to comment is no quote", "The company declined to comment."),
    case("it was not clear says nobody", "It was not clear who had fired the rocket."),
    case("a headline with a town and a colon says nothing", "Live from Tarrow: a night on the pier\n\nIt rained."),
    case("a headline with a topic and a colon says nothing", "Storm update: ferry will not sail\n\nIt rained."),
    case(
        "a portrait is no speech",
        "Otto Brask: a life in pictures\n\nIt rained.",
        still="any name and colon at the head of a text is taken for speech",
    ),
    case("ironic marks are no quote", "The “free” ferry costs nine crowns."),
    case("marks around a word as a word are no quote", "The word “ferry” has two meanings in the old dialect."),
    case("what saw a march is no witness", "The strikes, which saw thousands march in Tarrow, ended the council."),
    case("a nickname is no quote", "Otto “The Crane” Brask sold the ferry."),
    case(
        "a work's title is no quote",
        "She sang “Nine Long Boats” at the harbour fair.",
        still='"sang" makes a work\'s title a quote',
    ),
]

CHANNELS = [
    case("facebook", "“The boat is sound,” Ilka Morn wrote on Facebook.", "on Facebook"),
    case("an agency", "Ilka Morn told the AP the boat was sound.", "told the AP"),
    case("state television", "Ilka Morn said on state television that the boat was sound.", "on state television"),
    case("an email", "Ilka Morn said in an email that the boat was sound.", "in an email"),
    case(
        "a news conference",
        "Ilka Morn told a news conference the boat was sound.",
        "told a news conference",
    ),
    case(
        "a rally",
        "Ilka Morn said at a rally that the boat was sound.",
        "at a rally",
    ),
    case("the telephone", "Ilka Morn said by telephone that the boat was sound.", "by telephone"),
    case("a network that opens the sentence", "On Twitter, Ilka Morn said the boat was sound.", "On Twitter"),
    case(
        "an interview that opens the sentence",
        "In an interview with the Daily Lantern, Ilka Morn said the boat was sound.",
        "In an interview with the Daily Lantern",
    ),
    case("a town is no channel", "Ilka Morn said in Tarrow that the boat was sound.", ""),
    case("a month is no channel", "Ilka Morn said in May that the boat was sound.", ""),
    case("a day is no channel", "Ilka Morn said on Monday that the boat was sound.", ""),
]

CHAINS = [
    case(
        "what a witness told police according to the ministry has both behind it",
        "The ministry said the witness had told police that the boat was sound.",
        "the boat was sound",
        ["The ministry", "the witness"],
    ),
    case(
        "a belief that is reported has both behind it",
        "Ilka Morn said that Otto Brask believed the boat was sound.",
        "the boat was sound",
        ["Ilka Morn", "Otto Brask"],
    ),
    case(
        "a paper that is quoted on what police said has both behind it",
        "According to the Daily Lantern, police said the boat was sound.",
        "the boat was sound",
        ["the Daily Lantern", "police"],
    ),
    case(
        "a paper that quotes somebody stands before that person",
        "The Daily Lantern quoted Ilka Morn as saying the boat was sound.",
        "the boat was sound",
        ["The Daily Lantern", "Ilka Morn"],
    ),
    case(
        "who cites stands before the cited",
        "Police, citing witnesses, said the boat was sound.",
        "the boat was sound",
        ["Police", "witnesses"],
    ),
    case(
        "a second sentence stands for itself",
        "The ministry said the boat was sound. It sank on Monday.",
        "It sank on Monday",
        [],
    ),
]

KINDS = [
    case(
        "officials on condition of anonymity are anonymous",
        "Two port officials, speaking on condition of anonymity, said the boat was sound.",
        "anonymous",
    ),
    case(
        "an official who asked not to be named is anonymous",
        "An official who asked not to be named said the boat was sound.",
        "anonymous",
    ),
    case(
        "people familiar with the matter are anonymous",
        "People familiar with the matter said the boat was sound.",
        "anonymous",
    ),
    case(
        "a person close to somebody is anonymous", "A person close to Ilka Morn said the boat was sound.", "anonymous"
    ),
    case("residents are anonymous", "Residents said the boat was sound.", "anonymous"),
    case("a court filing is a document", "A court filing said the boat was sound.", "document"),
    case("a survey is a document", "The survey said the boat was sound.", "document"),
    case("a named officer is named", "Lt. Gov. Ilka Morn said the boat was sound.", "named"),
    case(
        "the coast guard is a body",
        "The coast guard said the boat was sound.",
        "organisation",
    ),
    case("a country is a body", "Norway said the boat was sound.", "organisation"),
    case(
        "a ministry is a body",
        "The foreign ministry said the boat was sound.",
        "organisation",
    ),
]

# Each row: text, lemma of the event, whether it is negated, how certain it is.
SURENESS = [
    case("a plain sentence is certain", "The boat sank on Monday.", "sink", False, CERTAIN),
    case("did not negates", "The boat did not sink on Monday.", "sink", True, CERTAIN),
    case("may not is possible and negated", "The guards may not have opened the gate.", "open", True, POSSIBLE),
    case("no one as subject negates", "No one was killed in the blast.", "kill", True, CERTAIN),
    case("if leaves it open", "If the boat sinks, the port will close.", "sink", False, OPEN),
    case("whether leaves it open", "It is unclear whether the boat sank.", "sink", False, OPEN),
    case("reportedly is probable", "The boat reportedly sank on Monday.", "sink", False, PROBABLE),
    case("denied negates", "Police denied that the boat sank.", "sink", True, CERTAIN),
    case("nobody denied cancels", "Nobody denied that the boat sank.", "sink", False, CERTAIN),
    case("a negation stays in its clause", "The guards fired, but the boat did not sink.", "fire", False, CERTAIN),
    case("a second clause has its own negation", "The guards fired, but the boat did not sink.", "sink", True, CERTAIN),
    case(
        "a hedge on the reason leaves the fact alone",
        "The boat sank on Monday, possibly because the hull cracked.",
        "sink",
        False,
        CERTAIN,
    ),
    case(
        "a hedge on the reason reaches the reason",
        "The boat sank on Monday, possibly because the hull cracked.",
        "crack",
        False,
        POSSIBLE,
    ),
    case(
        "a hedge in the second clause leaves the first alone",
        "Police said the boat sank and that the crew may have jumped.",
        "sink",
        False,
        CERTAIN,
    ),
    case(
        "a hedge in the second clause holds there",
        "Police said the boat sank and that the crew may have jumped.",
        "jump",
        False,
        POSSIBLE,
    ),
    case(
        "a suspected man did for certain what he did",
        "The suspected smuggler opened the gate on Monday.",
        "open",
        False,
        CERTAIN,
    ),
    case(
        "an alleged man left for certain",
        "The alleged smuggler left the town.",
        "leave",
        False,
        CERTAIN,
    ),
    case(
        "doubt makes it less than certain",
        "Police doubt that the boat sank.",
        "sink",
        False,
        POSSIBLE,
    ),
    case("May the month is no hedge", "The boat sank in May.", "sink", False, CERTAIN),
    case("could have is possible", "The crack could have sunk the boat.", "sink", False, POSSIBLE),
    case("likely is probable", "The boat likely sank on Monday.", "sink", False, PROBABLE),
]

# Each row: text, lemma of a word, whether a negation reaches it.
NEGATED = [
    case("refused to negates what was refused", "The guard refused to open the gate.", "open", True),
    case("declined to negates what was declined", "The guard declined to open the gate.", "open", True),
    case("failed to negates what failed", "The ferry failed to arrive.", "arrive", True),
    case("two negations cancel", "The ferry did not fail to arrive.", "arrive", False),
    case("without negates what follows it", "The guards left without firing a shot.", "fire", True),
    case("without leaves what stands before it alone", "The guards left without firing a shot.", "leave", False),
    case("not only negates nothing", "The boat not only burned but blocked the harbour.", "burn", False),
    case("has yet to negates", "The company has yet to name the owner.", "name", True),
    case(
        "neither and nor negate both",
        "Neither the crew nor the owner spoke.",
        "speak",
        True,
        still='"neither ... nor" before a subject negates nothing',
    ),
    case(
        "no longer negates",
        "The ferry no longer sails on Mondays.",
        "sail",
        True,
        still='"no longer" negates nothing',
    ),
    case("no sooner negates nothing", "No sooner had the ferry sailed than it sank.", "sail", False),
    case("few negates nothing", "Few people saw the boat sink.", "see", False),
]

SENTENCES = [
    case(
        "U.S. may end a sentence",
        "They sold the boat to the U.S. Ilka Morn said so on Monday.",
        2,
        still='"U.S. Name" is one sentence',
    ),
    case(
        "U.S. may end a sentence before a pronoun",
        "The boat was built in the U.S. It was sold in May.",
        2,
    ),
    case("U.S. may stand before a name", "The boat was sold to the U.S. Navy on Monday.", 1),
    case("U.S. may stand inside a sentence", "Ilka Morn flew to the U.S. on Monday.", 1),
    case(
        "p.m. may end a sentence",
        "They met at 5 p.m. Greta Sund spoke first.",
        2,
    ),
    case("Mr. and initials end no sentence", "Mr. J. R. Brask sold the ferry to Dr. O. Venn on Monday.", 1),
    case("Inc. may end a sentence", "The ferry belongs to Brask Inc. It makes boats.", 2),
    case("Lt. Gov. ends no sentence", "The boat is sound, Lt. Gov. Ilka Morn said on Monday.", 1),
    case("a stop inside marks ends the sentence after them", "“The boat is sound.” Ilka Morn left the room.", 2),
    case(
        "a question inside marks does not end the sentence",
        "“Is the boat sound?” Ilka Morn asked.",
        1,
    ),
    case("No. before a number ends no sentence", "The crew of boat No. 9 went home on Monday.", 1),
    case("a month's dot ends no sentence", "The boat sank on Nov. 5 off the coast.", 1),
]


@pytest.fixture(scope="module", autouse=True)
def _parsed() -> None:
    warm([SPEAKERS, SOURCES, NOBODY, CHANNELS, CHAINS, KINDS, SURENESS, NEGATED, SENTENCES])


@pytest.mark.parametrize(("text", "content", "speaker"), SPEAKERS)
def test_words_lead_to_their_speaker(text: str, content: str, speaker: str) -> None:
    read = reading(text)
    assert read.name(read.quote(content).speaker) == speaker


@pytest.mark.parametrize(("text", "content", "source"), SOURCES)
def test_the_source_is_the_words_for_who_speaks(text: str, content: str, source: str) -> None:
    read = reading(text)
    assert read.words(read.quote(content).source) == source


@pytest.mark.parametrize("text", NOBODY)
def test_where_nobody_speaks_nothing_is_quoted(text: str) -> None:
    read = reading(text)
    assert [read.words(quote.content) for quote in read.quotes] == []


@pytest.mark.parametrize(("text", "channel"), CHANNELS)
def test_the_channel_is_kept(text: str, channel: str) -> None:
    read = reading(text)
    assert [read.words(quote.channel) for quote in read.quotes] == [channel]


@pytest.mark.parametrize(("text", "content", "sources"), CHAINS)
def test_nested_attribution_is_a_chain(text: str, content: str, sources: list[str]) -> None:
    read = reading(text)
    assert [read.words(link.source) for link in read.chain(content)] == sources


@pytest.mark.parametrize(("text", "kind"), KINDS)
def test_a_source_has_its_kind(text: str, kind: str) -> None:
    assert [link.kind.value for link in reading(text).chain("the boat was sound")] == [kind]


@pytest.mark.parametrize(("text", "event", "negated", "certainty"), SURENESS)
def test_negations_and_hedges_reach_as_far_as_they_mean(
    text: str, event: str, negated: bool, certainty: Certainty
) -> None:
    claim = reading(text).claim(event)
    assert (claim.negated, claim.certainty) == (negated, certainty)


@pytest.mark.parametrize(("text", "lemma", "negated"), NEGATED)
def test_a_negation_reaches_the_words_that_it_negates(text: str, lemma: str, negated: bool) -> None:
    tokens = document(text).tokens
    index = next(index for index, token in enumerate(tokens) if token.lemma == lemma)
    assert is_negated(tokens, index) is negated


@pytest.mark.parametrize(("text", "count"), SENTENCES)
def test_a_full_stop_ends_a_sentence_only_where_it_does(text: str, count: int) -> None:
    assert len(reading(text).document.sentences) == count
