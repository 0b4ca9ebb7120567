"""Words that news puts for each other without changing what is said, and that dictionaries rate as far apart.

A thesaurus weighs a shared sense by how common it is in all English; in news a "source" is an informant, a "chopper" no
tool and a "blow" no punch. Groups of lemmas, in any part of speech; two words of one group may say the same. Written
from general knowledge of newspaper English: words of one group need not be the same in other kinds of text.
"""

from __future__ import annotations

from collections import defaultdict
from typing import Final

__all__ = ["news_synonyms"]

_GROUPS: Final = """
    government administration cabinet authority regime; source informant insider; rebel insurgent guerrilla
    militant; rebel fighter insurgent; helicopter chopper; inspector examiner investigator; probe inquiry
    investigation enquiry; file lodge submit; board panel committee commission; region area zone district; price
    cost; cause reason; blow setback; booking reservation; carriage coach wagon; village hamlet; important
    significant major key crucial; always constantly continually; firm company business corporation enterprise;
    worker employee staff labourer; job post position; boss chief head leader; chief head; talk negotiation
    discussion; talk speak; deal agreement accord pact; plan scheme proposal programme program; bid attempt
    effort endeavour endeavor try; row dispute controversy quarrel; clash fight battle skirmish confrontation;
    fighting combat; gunfight gunbattle shootout firefight; blast explosion detonation; fire blaze inferno;
    crash collision accident smash; ship vessel boat; ferry ferryboat; car vehicle automobile auto; lorry truck;
    plane aircraft airliner jet; train railway; home house residence; flat apartment; people individual person
    citizen resident inhabitant; resident local inhabitant villager; kid child youngster; teenager youth
    adolescent; man male; woman female; policeman police officer cop constable; paramedic medic; see consider
    regard view deem; forecaster meteorologist; reservation booking; soldier troop serviceman; troop force;
    guard escort; medic paramedic; doctor physician medic; lawyer attorney solicitor; judge magistrate justice;
    court tribunal; jail prison; trial court case proceeding; verdict ruling judgment judgement decision; ruling
    decree; sentence term; crime offence offense; theft stealing robbery; bribe payoff; graft corruption; fine
    penalty; law legislation statute act; rule regulation; vote ballot poll; poll survey; election ballot;
    campaign drive; rally demonstration protest march; protester demonstrator marcher; strike walkout stoppage;
    walk-out strike; union labour labor; wage pay salary; money cash fund; cash fund; profit earnings gain;
    share stake stock; debt loan; economy business; trade commerce; export shipment; goods cargo freight
    merchandise; gas petrol fuel; oil crude; power electricity energy; power authority; plant factory mill
    works; site location spot place; scene place site; border frontier; town city; square plaza; road street
    highway; checkpoint roadblock; post outpost; camp base; shelter refuge; refugee evacuee migrant; aid relief
    help assistance; food provision; water supply; home dwelling; roof rooftop; storm tempest gale; rain
    rainfall downpour; flood flooding inundation deluge; quake earthquake tremor; damage harm destruction;
    injury wound; injured wounded hurt; hurt wound injure; dead killed deceased; die perish; kill slay; death
    fatality; victim casualty; body corpse remains; search hunt; rescue save; rescuer responder; hospital
    clinic; disease illness; drug medicine medication; say state declare add note tell remark; announce declare;
    claim say assert allege maintain; warn caution; urge call appeal; demand call; promise pledge vow; deny
    reject dismiss; refuse decline; admit acknowledge concede; confirm verify; reveal disclose; show demonstrate
    indicate; find discover; find learn; see witness observe; hear learn; think believe feel reckon; hope
    expect; expect anticipate; estimate reckon; know understand; ask request; ask question; answer reply
    respond; write pen; call name term label; begin start commence launch; end finish conclude stop; stop halt
    cease; continue go proceed; keep retain; stay remain; leave depart quit; leave abandon; arrive come reach;
    go travel head; return come back; flee escape; run operate manage; run head; lead head; lead steer; seize
    capture take grab; take bring; hold keep detain; hold stage; arrest detain; free release liberate; storm
    raid attack assault; attack assault strike; overrun invade; fire shoot launch; shoot gun; hit strike;
    destroy wreck ruin demolish; break smash; build construct erect; create set establish; close shut; open
    unlock; cut reduce slash trim; cut sever; raise lift increase; rise climb grow increase; rise increase; fall
    drop decline; fall decrease; cross pass; sell market; buy purchase acquire; pay spend; owe; lose forfeit;
    lose miss; win gain secure; get receive obtain gain; give hand provide grant; send dispatch deploy; bring
    carry; carry bear haul transport; push shove press; pull drag haul; throw hurl toss; hurl fling; climb
    scale; sink founder; capsize overturn; drive force compel; force compel oblige; make compel; cause trigger
    spark provoke prompt; trigger set; lead cause; allow permit let; allow enable; authorise authorize empower
    permit allow; help aid assist; back support endorse; support help; oppose resist; fight combat; fight
    struggle; meet gather; gather assemble collect; visit tour; trip visit journey; big large huge great major;
    large sizable; small little tiny minor; high tall; high top senior; senior top high-ranking; new fresh
    recent; old former previous; former ex previous; early initial; first initial; last final; last past; main
    chief principal major; whole entire full; full complete; many numerous several; extra additional further;
    other additional; whole total; common frequent; usual regular normal; strong powerful; weak feeble; hard
    difficult tough; easy simple; dangerous risky perilous hazardous; safe secure; clean pure; poor
    impoverished; rich wealthy affluent; young youthful; heavy severe; severe serious grave; bad poor; good
    fine; wrong mistaken; right correct; wet soaked; quick fast rapid swift; slow gradual; sudden abrupt; angry
    furious; worried anxious concerned; worry concern fear; sad unhappy; happy glad pleased; ready prepared
    willing; able capable; likely probable; clear plain; obvious evident; public open; secret hidden; critic
    opponent detractor; ally partner; enemy foe; rival opponent competitor; supporter backer follower; expert
    specialist analyst; analyst expert; adviser counsellor consultant aide; spokesman representative
    spokesperson spokeswoman; envoy ambassador delegate emissary; lawmaker legislator parliamentarian deputy;
    member lawmaker; boss manager director; manager supervisor; watchdog regulator; crew team; team group squad;
    group organisation organization body; gang group; party faction; movement group; wing branch; unit division;
    part portion section; half; number amount figure; figure statistic; level rate; year twelvemonth; night
    evening; dusk nightfall sunset; dawn daybreak sunrise; time hour; moment instant; day date; speech address;
    statement declaration announcement; report account; report document study; study research survey; letter
    message note; message post; website site; picture photograph photo image; film footage video; phone
    telephone; paper newspaper; paper document; book volume; reporter journalist correspondent; media press;
    news information; word news; question query issue; issue problem matter; problem difficulty trouble; trouble
    unrest; unrest turmoil disorder; violence unrest; truce ceasefire armistice; peace calm; war conflict;
    conflict fighting; weapon arm; gun firearm weapon; bomb explosive device; rocket missile; shell mortar;
    bullet round shot; knife blade; attacker assailant raider; gunman shooter; killer murderer; thief robber;
    suspect accused; crowd throng mob; crisis emergency; disaster catastrophe tragedy; danger risk threat peril;
    threat menace; fear dread; anger fury rage outrage; grief sorrow; pain suffering; shock surprise; hope
    optimism; aim goal objective target; result outcome; consequence result effect; effect impact; impact
    consequence; change shift; shift move; step measure move; move measure; way manner method; method means;
    sign indication; evidence proof; detail particular; reason motive ground; basis ground; chance opportunity;
    chance likelihood; choice option; right entitlement; duty obligation; task job; work job labour; work
    function; start beginning; end close; top peak; side flank; edge brink verge; centre center middle heart;
    surrounding nearby; near close; about around roughly approximately; nearly almost; often frequently;
    sometimes occasionally; never; now currently; soon shortly; later afterwards subsequently; before
    previously; again anew; also too; still yet; only just merely; very highly; mostly mainly largely chiefly;
    especially particularly; suddenly abruptly; quickly rapidly swiftly fast; immediately instantly; finally
    eventually; recently lately; abroad overseas; country nation state land; capital metropolis; coast shore
    shoreline; sea ocean; river stream; forest wood woodland; field meadow; hill slope; mountain peak; island
    isle; house building; building structure edifice; shed hut; shop store; market marketplace; school academy;
    church chapel; hotel inn; premises compound grounds; gate entrance; wall barrier; barrier obstacle; bridge
    span; vault; grounds land
"""


def _members() -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = defaultdict(set)
    for number, group in enumerate(_GROUPS.split(";")):
        for word in group.split():
            found[word].add(number)
    return {word: frozenset(numbers) for word, numbers in found.items()}


_GROUPS_OF: Final = _members()


def news_synonyms(one: str, other: str) -> bool:
    """Whether news may put one lemma for the other without saying another thing."""
    return not _GROUPS_OF.get(one, frozenset()).isdisjoint(_GROUPS_OF.get(other, frozenset()))
