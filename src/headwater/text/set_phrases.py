"""Set phrases of English news: word groups that name one thing and whose words take no substitute.

The thesaurus has the compounds of general English ("tear gas", "civil war"); here are the turns of news that it
lacks. Lemmas, in the order of the text, as the parser gives them; a verb phrase is the verb and its object.
"""

from __future__ import annotations

from typing import Final

from headwater.text.thesaurus import known

__all__ = ["is_set_phrase"]

_NAMING: Final = """
    critical condition; serious condition; stable condition; live ammunition; coast guard; customs officer;
    custom officer; customs house; custom house; customs official; custom official; armed group; armed faction;
    automatic weapon; automatic gunfire; automatic fire; small arm; rubber bullet;
    stun grenade; smoke grenade; water cannon; tear gas; pepper spray;
    picket line; riot police; security force; armed force; special force; ground troop; peacekeeping force; air strike;
    death toll; body bag; death row; death certificate; power outage; power grid; power cut; power line; oil spill;
    gas leak; train crash; plane crash; car bomb; suicide bomber; roadside bomb; suicide attack; drone strike;
    missile strike; air raid; air base; flight recorder; black box; emergency room; emergency landing; ice sheet;
    prime minister; foreign minister; defense minister; interior minister; finance minister; foreign ministry;
    chief executive; chief justice; vice president; supreme court; high court; appeal court; grand jury;
    attorney general;
    general election; snap election; polling station; ballot box; exit poll; ruling party; peace talk; peace treaty;
    peace process; cease fire; trade union; trade war; general strike; hunger strike; hostage taker; money laundering;
    human right; war crime; hate crime; arrest warrant; search warrant; court hearing; plea bargain; press conference;
    news conference; news agency; press release; social medium; state medium; state television; state radio;
    public prosecutor; interest rate; stock market; stock exchange; central bank; tax cut; tax evasion; sick leave;
    health care; intensive care; blood pressure; side effect; life support; climate change; global warming; sea level;
    flash flood; storm surge; forest fire; nuclear power; power plant; power station; search party; rescue worker;
    first aid; aid worker; night watchman; body armour; body armor; cell phone; mobile phone; lunch break; rush hour;
"""
_OF: Final = """
    condition of anonymity; state of emergency; freedom of speech; freedom of expression; prisoner of war;
    rule of law; vote of confidence; vote of no confidence; weapon of mass destruction; claim of responsibility;
    member of parliament; head of state; chief of staff; balance of power; cause of death; lack of evidence;
"""
_DOING: Final = """
    claim responsibility; take responsibility; open fire; return fire; take office; take part; take place; take power;
    seize power; pay tribute; press charge; drop charge; declare victory; concede defeat; lose consciousness; lose life;
    lay siege; take hostage; plead guilty; seek asylum; impose sanction; lift sanction; raise alarm; cast vote;
    declare bankruptcy; hold talk; hold election; set fire; catch fire; cast doubt; break silence; launch inquiry;
"""
_WHERE: Final = """
    on strike; in custody; under oath; under arrest; at large; on trial; on bail; in exile; under fire; in office;
    on duty; at gunpoint; at sea; on remand; in prison; in jail; by force; under siege; at war; in power; on parole;
    under pressure; on record; in hospital; at stake; on hold; in debt; on alert; under control; under investigation;
"""


def _phrases(prose: str) -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(phrase.split()) for phrase in prose.split(";") if phrase.strip())


_HELD: Final = _phrases(_NAMING) | _phrases(_OF) | _phrases(_DOING) | _phrases(_WHERE)


def is_set_phrase(*lemmas: str) -> bool:
    """Whether the lemmas make a set phrase: one of the news, or one that the thesaurus has as a term."""
    return lemmas in _HELD or known(" ".join(lemmas))
