"""What kind of thing a common noun names where a claim is concerned: a person's part, a site, a time."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from headwater.text.names.lexicon import PLACE_WORDS, is_role
from headwater.text.thesaurus import hypernyms, is_a, known
from headwater.text.wordset import wordset

__all__ = ["is_person_word", "is_site", "is_time_word", "part_of", "same_site", "same_time"]

_SITES: Final = frozenset(
    {
        "structure", "facility", "way", "body of water", "location", "geological formation", "land", "building",
        "geographical area", "district", "medical institution", "penal institution", "factory",
    }
)  # fmt: skip
_SITE_WORDS: Final = wordset("""
    roof pier railway railroad market square mountain quay legislature parliament port town city border coast beach
    field lawn pavement sidewalk crossroads ferry warehouse depot courtroom classroom
""")
_NO_SITES: Final = wordset("""
    seat bank position place point area part side end line lead course centre center party post bed way level floor
    region country nation state world zone company firm business agency bureau left right top head
""")
_TIMES: Final = (  # times that exclude each other; words of one group (;) are the same
    "dawn daybreak sunrise; morning; midday noon; afternoon; dusk sunset nightfall; evening; night overnight midnight",
    "second; minute; hour; day; week fortnight; month; quarter; year; decade; century",
    "spring springtime; summer summertime; autumn fall; winter wintertime",
    "yesterday; today; tomorrow; tonight",
)
# Who may be called what in the news; who is of two parts has two names there.
_PARTS: Final = """
    attacker assailant raider gunman shooter bomber militant insurgent rebel fighter combatant guerrilla
    extremist terrorist suspect culprit perpetrator robber thief killer murderer hijacker kidnapper captor
    invader aggressor; victim casualty hostage captive prisoner detainee inmate convict survivor fatality dead
    wounded injured; guard sentry officer policeman policewoman police constable cop patrolman soldier troop
    trooper serviceman marine sailor warder; protester protestor demonstrator marcher activist campaigner
    striker picket rioter dissident; witness bystander onlooker passer-by eyewitness neighbour neighbor resident
    local villager townspeople inhabitant; rescuer firefighter lifeguard; paramedic medic doctor nurse physician
    surgeon ambulanceman; patient invalid; driver motorist chauffeur pilot captain helmsman; passenger rider
    commuter traveller traveler; employer manager boss executive director owner management; employee worker
    labourer laborer hand staff staffer; teacher lecturer professor schoolmaster; pupil student schoolchild
    schoolboy schoolgirl; buyer purchaser customer client; seller vendor merchant dealer trader shopkeeper;
    landlord; tenant lodger; plaintiff claimant accuser; defendant accused; prosecutor; judge magistrate
    justice; lawyer attorney counsel; winner victor; loser; lender creditor; borrower debtor; smuggler
    trafficker; fisherman fisher; lawmaker legislator deputy parliamentarian mp senator congressman
    congresswoman; minister secretary; mayor; governor; president; premier; king monarch; ambassador envoy
    diplomat; consul; spokesman spokeswoman spokesperson representative; adviser advisor aide counsellor
    counselor consultant; commander commandant chief head leader; coach trainer; editor; founder; chairman
    chairwoman chairperson; treasurer; journalist reporter correspondent; relative family kin; official
    authority administrator; brother; sister; father; mother; son; daughter; uncle; aunt; nephew; niece; cousin;
    husband; wife; widow; widower; grandfather; grandmother; grandson; granddaughter
"""
# Words for a site that may name one and the same.
_ALIKE: Final = """
    coast shore shoreline coastline seaboard seafront waterfront; checkpoint roadblock post outpost barrier
    blockade; shed hut shack cabin barn; village hamlet settlement town city municipality community suburb;
    field meadow pasture land; roof rooftop; district quarter neighbourhood neighborhood area sector province
    region county zone territory; road street highway motorway avenue lane route freeway boulevard thoroughfare
    path; house home building residence dwelling property flat apartment block compound premises complex; jail
    prison penitentiary cell; harbour harbor port dock quay wharf pier; dam barrage reservoir; border frontier
    boundary; station depot terminal stop; square plaza; hill slope hillside ridge mountain peak; river stream
    creek waterway; forest wood woodland jungle; church chapel cathedral; court courtroom courthouse tribunal;
    plant factory mill works site workshop; office headquarters building bureau; hospital clinic infirmary;
    school academy college university campus; hotel inn hostel lodge; camp base barracks garrison fort fortress;
    shelter refuge; parliament legislature assembly chamber; airport airfield airbase airstrip runway; shop
    store market mall; pub bar restaurant cafe; gate entrance doorway door exit; hall room chamber auditorium;
    yard courtyard; sea ocean water strait bay gulf; mine pit shaft colliery; pavement sidewalk; tent shelter
"""
_TIME_OF: Final = {
    word: (scale, number)
    for scale, listed in enumerate(_TIMES)
    for number, group in enumerate(listed.split(";"))
    for word in group.split()
}
_ALIKE_SETS: Final = tuple(frozenset(group.split()) for group in _ALIKE.split(";"))
_PART_OF: Final = {word: number for number, group in enumerate(_PARTS.split(";")) for word in group.split()}


def is_time_word(lemma: str) -> bool:
    """Whether the word names a part of the day, a unit of the calendar or a season."""
    return lemma in _TIME_OF


def same_time(one: str, other: str) -> bool:
    """Whether two words of time may mean the same: those of one group, and those of different scales."""
    here, there = _TIME_OF.get(one), _TIME_OF.get(other)
    return here is None or there is None or here[0] != there[0] or here[1] == there[1]


def same_site(one: str, other: str) -> bool:
    """Whether two words for a site may name one."""
    return any(one in group and other in group for group in _ALIKE_SETS)


def part_of(lemma: str) -> int | None:
    """The part that a person so called has in the news, as a number; None where the word is not listed."""
    return _PART_OF.get(lemma)


@lru_cache(maxsize=16384)
def is_person_word(lemma: str) -> bool:
    """Whether the noun names a person by office, trade, kin or part in an event."""
    return lemma in _PART_OF or is_role(lemma) or (known(lemma) and is_a(lemma, "person"))


@lru_cache(maxsize=16384)
def is_site(lemma: str) -> bool:
    """Whether the noun names a place where something may happen: a building, a part of one, a way, water, land."""
    if lemma in _NO_SITES or is_person_word(lemma):
        return False
    return lemma in _SITE_WORDS or lemma in PLACE_WORDS or bool((hypernyms(lemma) | {lemma}) & _SITES)
