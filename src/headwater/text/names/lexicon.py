"""English words that tell names apart from what stands beside them: titles, offices, kinds of bodies and of places.

Closed or nearly closed classes of the language of news, written from general knowledge; no list of names.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from headwater.text.wordset import wordset
from headwater.types import EntityKind

__all__ = [
    "BODY_NOUNS",
    "BODY_WORDS",
    "COURTESY",
    "DAYS",
    "DWELLERS",
    "GROUPS",
    "HALVES",
    "HUMAN_ACTS",
    "NAME_PARTICLES",
    "OWNED_BY_PEOPLE",
    "OWNED_BY_STATES",
    "PLACE_WORDS",
    "PLATFORMS",
    "RELATIONS",
    "SPEECH",
    "is_generic_body",
    "is_role",
    "is_title",
    "kind_by_words",
    "plain",
]


# Before a name, without saying what the person is.
COURTESY: Final = wordset(
    "mr mrs ms miss mx dr prof professor sir dame lord lady madame monsieur señor señora herr frau"
)
# Before a name, saying what the person is; also written with a dot.
_RANKS: Final = wordset(
    """
    gen general col colonel maj major lt lieutenant capt captain sgt sergeant cpl corporal pvt private adm admiral brig
    brigadier cmdr commander marshal president vice premier prime minister chancellor king queen prince princess emir
    sultan emperor empress duke duchess count countess baron baroness pope bishop archbishop cardinal rabbi father
    mother sister brother rev reverend fr pastor imam sheikh shaykh ayatollah grand mullah hojatoleslam sen senator rep
    representative congressman congresswoman gov governor mayor judge justice ambassador envoy secretary undersecretary
    speaker chairman chairwoman chair director superintendent inspector detective sheriff chief officer constable deputy
    attorney lord lady crown
    """
)
# What a person may be by office, trade, or part in the news.
_ROLES: Final = wordset(
    """
    activist actor actress adviser advisor agent aide alderman ally ambassador analyst anthropologist architect
    artist assemblyman assistant associate astronaut athlete attorney aunt author banker billionaire biographer
    biologist bishop boss boyfriend brother builder businessman businesswoman cameraman candidate captain cardinal
    chairman chairperson chairwoman chancellor chief cinematographer citizen clergyman cleric coach colleague
    colonel columnist commander commissioner congressman congresswoman consultant contractor coordinator
    correspondent councillor counsel cousin craftsman daughter daughter-in-law dean defendant delegate demonstrator
    deputy designer detective dictator diplomat director doctor driver economist editor engineer envoy
    epidemiologist executive expert farmer father fellow fiancé fiancée fighter financier fireman fisherman foreman
    founder general geologist girlfriend governor granddaughter grandfather grandmother grandson guard guerrilla
    gunman head historian horseman husband imam inspector investigator journalist judge king lawmaker lawyer layman
    leader lecturer legislator lieutenant magistrate manager mayor mediator medic member merchant middleman militant
    millionaire minister mother mp negotiator neighbor neighbour nephew niece nurse observer officer official
    ombudsman operator opponent organiser organizer owner painter paramedic partner pastor patriarch philosopher
    photographer physician pilot player poet policeman policewoman politician pope premier president priest prince
    princess principal producer professor prosecutor protester psychologist queen rabbi rapporteur rebel reporter
    representative researcher resident salesman scholar scientist secretary senator sergeant serviceman sheikh
    sheriff singer sister sociologist soldier son speaker specialist spokesman spokesperson spokeswoman sponsor
    sportsman statesman stepfather stepmother strategist student successor superintendent supervisor surgeon
    survivor suspect teacher technician trader tradesman trainer treasurer trustee tycoon uncle undersecretary
    veteran vice-president viceroy victim warden widow wife witness worker writer
    """
)

# Nouns for bodies of people: after a name, they say that it is no person ("the X militia").
BODY_NOUNS: Final = wordset(
    """
    agency alliance army association bank battalion bloc brigade broadcaster charity club coalition company conglomerate
    council daily department faction firm foundation front government group institute magazine militia ministry movement
    network newspaper organisation organization outlet party party-list platoon regiment regime squad syndicate team
    tribe union unit university website
    """
)
# Words that end or begin the name of a body.
BODY_WORDS: Final = BODY_NOUNS | wordset(
    """
    academy administration airlines airways assembly authority board broadcasting brothers bureau cabinet center centre
    chamber church college command commission committee communist community confederation congress consortium
    corporation corps court directorate embassy exchange federation force forces fund guard guards headquarters holdings
    hospital house industries inc initiative institution intelligence investments laboratories laboratory league legion
    llc ltd media navy news observatory office operation orchestra parliament partners patrol plc police post press
    prosecutor's republic resistance school secretariat senate service services society studios systems technologies
    telegraph television times tribunal trust watch workers
    """
) - {"house", "republic", "post", "operation", "guard", "community", "bank"}
PLACE_WORDS: Final = wordset(
    """
    airport archipelago ave. avenue barracks base basin bay beach blvd. borough boulevard bridge camp canal cape
    castle cathedral cemetery checkpoint city cliffs coast county cove creek crossing dam desert district docks
    drive embankment esplanade factory fjord forest fort gate glacier gorge governorate gulf hamlet harbor harbour
    heights highway hill hills hwy. island islands jetty junction lagoon lake lane mall marina market mine mole
    mosque mount mountain mountains municipality ocean palace parish park pass peninsula pier plain plateau plaza
    port prefecture prison promenade province quarter quay range rd. region reservoir ridge river road roundabout
    sea shore shrine square st. stadium station strait street suburb temple terminal terrace tower town township
    tunnel twp. valley village volcano ward wharf zone
    """
)
# Roles that tie a person to another: who is named by one is not who the text is about.
RELATIONS: Final = wordset(
    """
    aunt brother cousin daughter father fiancé fiancée grandfather grandmother grandson granddaughter husband mother
    nephew niece sister son stepfather stepmother uncle widow wife
    """
)
# What only people have, and what only countries have.
OWNED_BY_PEOPLE: Final = RELATIONS | wordset("lawyer attorney parent wedding funeral childhood husband-to-be birthday")
OWNED_BY_STATES: Final = wordset("ministry government parliament border coast airspace constitution territory")
# Half of a title: nobody is called by it alone.
HALVES: Final = wordset("prime vice grand crown deputy chief assistant associate acting")
PLATFORMS: Final = wordset(
    "facebook twitter telegram instagram youtube tiktok whatsapp weibo wechat linkedin reddit snapchat"
)
# Groups that are no nation's people; nations are in the gazetteer.
GROUPS: Final = wordset(
    """
    arab arabs buddhist buddhists catholic catholics christian christians communist communists conservative
    conservatives democrat democratic democrats druze hindu hindus islamist islamists islamic jew jewish jews kurd
    kurdish kurds liberal liberals muslim muslims orthodox protestant protestants republican republicans roma sikh sikhs
    shia shias shiite shiites socialist socialists sunni sunnis
    """
)
SPEECH: Final = wordset(
    """
    say tell add announce claim warn write tweet argue note insist deny confirm acknowledge state explain reply ask call
    """
)
# Who a place's name before tells where they are from: "a Marlow man".
DWELLERS: Final = wordset(
    """
    area boy couple councillor councilman councilwoman father firefighter girl man mayor mother native neighborhood
    neighbourhood police policeman resident suburb taxpayer teen teenager voter woman
    """
)
# What people do and bodies hardly.
HUMAN_ACTS: Final = wordset(
    """
    come die flee fly go kiss laugh leave live marry meet nod recall resign retire return sing sit sleep smile stand
    swim testify walk weep wonder
    """
)
# Words of which the names of every state's bodies are made: such a name alone does not tell whose it is.
_OFFICES: Final = wordset(
    """
    affairs agriculture air armed army attorney bank border cabinet central chief civil commission committee
    constitutional council court culture customs defence defense department economy education election electoral energy
    environment federal finance force forces foreign general government health high house human independent
    information intelligence interior internal international joint justice labor labour lower media military minister
    ministry national navy office oil parliament police presidential president prime prosecutor prosecutors public
    rights science security senate service services staff state supreme trade transport transportation treasury upper
    water
    """
)
DAYS: Final = wordset(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
    october november december jan feb mar apr jun jul aug sep sept oct nov dec spring summer autumn winter today
    yesterday tomorrow tonight ramadan christmas easter eid hanukkah passover thanksgiving
    """
)
# Words in lower case that stand inside a personal name.
NAME_PARTICLES: Final = wordset(
    """
    al el ul ash as ad ar an at az abu abd bin ibn ben bint ould de del della di da das do dos du des van von der den
    ter ten zu la le y e ur
    """
)


def plain(word: str) -> str:
    """A word as the lists have it: lower case, without a closing dot."""
    return word.casefold().rstrip(".")


def kind_by_words(words: Sequence[str]) -> EntityKind | None:
    """The kind that a name's own words tell: its last word, or the first of two parts joined by "of"."""
    plain = [text.casefold() for text in words]
    if len(plain) < 2:
        return None
    head = plain[plain.index("of") - 1] if "of" in plain[1:] else plain[-1]
    if head in PLACE_WORDS and plain[-1] not in BODY_WORDS:
        return EntityKind.PLACE
    if head in BODY_WORDS or plain[-1] in BODY_WORDS:
        return EntityKind.ORGANISATION
    return None


def is_generic_body(name: str) -> bool:
    """Whether the name of a body fits any state: "Foreign Ministry", "the Ministry of Health", "Supreme Court"."""
    words = [
        word for word in name.casefold().replace("-", " ").split() if word not in ("of", "the", "and", "for", "on")
    ]
    return bool(words) and all(word in _OFFICES for word in words)


def is_title(word: str) -> bool:
    """Whether the word may stand before a personal name as a title, courtesy or rank: "Mr.", "Gen.", "President"."""
    key = plain(word)
    return key in COURTESY or key in _RANKS


def is_role(lemma: str) -> bool:
    """Whether a noun says what a person is by office, trade or part: "minister", "spokeswoman", "analyst"."""
    return plain(lemma) in _ROLES
