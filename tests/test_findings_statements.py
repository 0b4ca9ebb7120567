"""Hard cases of the same: which claims of two lines are one statement, and which only look it. All is fiction."""

from __future__ import annotations

import pytest
from findings_cases import case, told

from headwater.types import Status

# Each row: two lines, and the event words of the two claims that say the same.
SAME = [
    case("active and passive", "Raiders burned the mill in Varnholt on Monday.", "The mill in Varnholt was burned "
         "by raiders on Monday.", "burned", "burned"),
    case("a synonym", "Police in Tarrow arrested Marek Solt on Monday.", "Police in Tarrow detained Marek Solt on "
         "Monday.", "arrested", "detained"),
    case("a verb of two words", "Orla Venn resigned as mayor of Tarrow on Monday.", "Orla Venn stepped down as "
         "mayor of Tarrow on Monday.", "resigned", "stepped"),
    case("a noun for the event", "The bridge in Skarrow collapsed on Monday.", "The collapse of the bridge in "
         "Skarrow on Monday shocked the town.", "collapsed", "collapse"),
    case("the killing", "Raiders killed 12 guards in Varnholt on Monday.", "The killing of 12 guards in Varnholt on "
         "Monday by raiders was condemned.", "killed", "killing"),
    case("killed and died", "The blast in Varnholt killed 12 millers on Monday.", "Twelve millers died in Monday's "
         "blast in Varnholt.", "killed", "died"),
    case("an office for a name", "Orla Venn, the mayor of Tarrow, sold the dam.", "The mayor of Tarrow sold the dam.",
         "sold", "sold"),
    case("another spelling of a name", "Police arrested Karim al-Tawari in Tarrow.", "Police arrested Kareem "
         "al-Tawari in Tarrow.", "arrested", "arrested"),
    case("a title", "President Orla Venn opened the bridge in Skarrow.", "Venn opened the bridge in Skarrow. Orla "
         "Venn is president.", "opened", "opened"),
    case("won and was elected", "Orla Venn won Sunday's election in Tarrow.", "Voters in Tarrow elected Orla Venn "
         "on Sunday.", "won", "elected"),
    case("buyer and seller", "Orla Venn bought the mill from Marek Solt.", "Marek Solt sold the mill to Orla Venn.",
         "bought", "sold", still="the words have nothing in common"),
    case("a relative clause", "Raiders burned the mill in Varnholt.", "The raiders who burned the mill in Varnholt "
         "fled.", "burned", "burned"),
    case("behind a source", "Raiders burned the mill in Varnholt.", "Mayor Ada Holm said that raiders had burned "
         "the mill in Varnholt.", "burned", "burned"),
    case("more said", "The ferry sank off Skarrow on Monday.", "The ferry, which carried 90 people, sank in a storm "
         "off Skarrow on Monday evening.", "sank", "sank"),
    case("numbers that differ", "The blast in Varnholt killed 12 people on Monday.", "The blast in Varnholt killed "
         "15 people on Monday.", "killed", "killed"),
    case("a measure rejected", "The council in Tarrow rejected the dam on Monday.", "The council in Tarrow voted "
         "down the dam on Monday.", "rejected", "voted", still="the words have nothing in common"),
]  # fmt: skip

# Each row: two lines, and the event words of two claims that are alike and do not say the same.
OTHER = [
    case("roles exchanged", "Orla Venn sued Marek Solt in Tarrow.", "Marek Solt sued Orla Venn in Tarrow.", "sued",
         "sued"),
    case("roles exchanged in the passive", "Orla Venn struck Marek Solt.", "Orla Venn was struck by Marek Solt.",
         "struck", "struck"),
    case("another who", "Police in Tarrow arrested Marek Solt on Monday.", "Police in Tarrow arrested Bren Okoro on "
         "Monday.", "arrested", "arrested"),
    case("another what", "Raiders burned the mill in Varnholt on Monday.", "Raiders burned the church in Varnholt "
         "on Monday.", "burned", "burned"),
    case("another day, a week apart", "The council in Tarrow met on March 3.", "The council in Tarrow met on March "
         "10.", "met", "met"),
    case("the opposite", "The bridge in Skarrow was opened on Monday.", "The bridge in Skarrow was closed on Monday.",
         "opened", "closed"),
    case("planned and done", "Orla Venn plans to sell the dam.", "Orla Venn sold the dam.", "plans", "sold"),
    case("killed and hurt", "The blast in Varnholt killed 12 people.", "The blast in Varnholt injured 12 people.",
         "killed", "injured"),
    case("held and charged", "Police in Tarrow arrested Marek Solt.", "Police in Tarrow released Marek Solt.",
         "arrested", "released"),
    case("rose and fell", "The price of herring in Tarrow rose 12 percent.", "The price of herring in Tarrow fell "
         "12 percent.", "rose", "fell"),
    case("another place", "A ferry sank off Skarrow on Monday.", "A ferry sank off Lindmoor on Monday.", "sank",
         "sank"),
    case("met with others", "Orla Venn met Marek Solt in Tarrow.", "Orla Venn met Bren Okoro in Tarrow.", "met", "met"
         ),
    case("other people of as many", "The raid killed 12 soldiers in Varnholt.", "The raid killed 12 children in "
         "Varnholt.", "killed", "killed"),
    case("denied and admitted", "Marek Solt denied the charge.", "Marek Solt admitted the charge.", "denied",
         "admitted"),
    case("buyer and seller exchanged", "Orla Venn sold the mill to Marek Solt.", "Marek Solt sold the mill to Orla "
         "Venn.", "sold", "sold"),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other", "first", "second"), SAME)
def test_two_lines_that_say_the_same_are_one_statement_of_two_lines(
    one: str, other: str, first: str, second: str
) -> None:
    story = told(one, other)
    assert story.statement(first, "a").id == story.statement(second, "b").id
    assert story.statement(first, "a").lines.best == 2


@pytest.mark.parametrize(("one", "other", "first", "second"), OTHER)
def test_what_only_looks_the_same_is_not_corroborated(one: str, other: str, first: str, second: str) -> None:
    story = told(one, other)
    assert Status.CORROBORATED not in story.statuses(first, "a")
    assert Status.CORROBORATED not in story.statuses(second, "b")
