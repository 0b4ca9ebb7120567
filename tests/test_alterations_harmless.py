"""Edits that change no meaning: alterations must stay silent on every one of them. All people and places invented."""

from __future__ import annotations

from typing import Final

import pytest
from alteration_helpers import LEAD, found

HARMLESS: Final = {
    "active and passive": (
        "A falling crane crushed two dockers in the port of Velmora on Monday.",
        "Two dockers were crushed by a falling crane in the port of Velmora on Monday.",
    ),
    "passive without the agent": (
        "Soldiers shot three smugglers near the border on Monday night.",
        "Three smugglers were shot near the border on Monday night.",
    ),
    "a title for a first name": (
        "The council heard on Monday that Harven Osk had sold the mill to his brother.",
        "The council heard on Monday that President Osk had sold the mill to his brother.",
    ),
    "a synonym of the verb": (
        "Voters rejected the plan to dam the river by a wide margin.",
        "Voters turned down the plan to dam the river by a wide margin.",
    ),
    "a synonym of the noun": (
        "The attorney for the miners left the hearing before noon.",
        "The lawyer for the miners left the hearing before noon.",
    ),
    "a synonym of the adjective": (
        "A large fire broke out in the old warehouse.",
        "A big fire broke out in the old warehouse.",
    ),
    "an adjective put at will": (
        "Crowds gathered outside the gutted building on Tuesday.",
        "Crowds gathered outside the burnt building on Tuesday.",
    ),
    "clauses reordered": (
        "When the dam burst, farmers fled to the hills.",
        "Farmers fled to the hills when the dam burst.",
    ),
    "the date moved": (
        "On Monday the council closed two schools.",
        "The council closed two schools on Monday.",
    ),
    "tense": (
        "The minister says the bridge is safe.",
        "The minister said the bridge was safe.",
    ),
    "perfect for past": (
        "Rescuers have found nine hikers.",
        "Rescuers found nine hikers.",
    ),
    "British spelling": (
        "Harbor workers in the center of Velmora organized a march in gray coats.",
        "Harbour workers in the centre of Velmora organised a march in grey coats.",
    ),
    "storeys": (
        "The bomb wrecked a three-story building.",
        "The bomb wrecked a three-storey building.",
    ),
    "metres": (
        "The crater is about 600 meters wide.",
        "The crater is about 600 metres wide.",
    ),
    "a number in figures": (
        "The storm killed twelve sailors.",
        "The storm killed 12 sailors.",
    ),
    "thousands": (
        "Some 4,000 nurses walked out.",
        "Around four thousand nurses walked out.",
    ),
    "at least": (
        "At least 10 passengers were hurt.",
        "No fewer than 10 passengers were hurt.",
    ),
    "percent": (
        "The tax rose by 5 percent.",
        "The tax rose by 5%.",
    ),
    "two-thirds": (
        "Two-thirds of the crop was lost.",
        "Two thirds of the crop was lost.",
    ),
    "date style": (
        "The treaty was signed on March 3, 2029.",
        "The treaty was signed on 3 March 2029.",
    ),
    "a weekday for a date": (
        "The ferry sank on Tuesday.",
        "The ferry sank on May 13.",
    ),
    "a title spelt out": (
        "Col. Anton Belarev said the road was open.",
        "Colonel Anton Belarev said the road was open.",
    ),
    "a title dropped": (
        "Mr. Belarev said the road was open.",
        "Belarev said the road was open.",
    ),
    "a first name dropped": (
        "Anton Belarev opened the bridge in Velmora.",
        "Belarev opened the bridge in Velmora.",
    ),
    "the office behind the name": (
        "Mayor Orla Fennick opened the bridge.",
        "Orla Fennick, the mayor, opened the bridge.",
    ),
    "another spelling of a name": (
        "Kassim al-Dorari left the talks.",
        "Qasim al-Durari left the talks.",
    ),
    "an adjunct trimmed": (
        "Police closed the tunnel on Monday after a truck caught fire near the eastern gate.",
        "Police closed the tunnel on Monday after a truck caught fire.",
    ),
    "a detail added": (
        "The train left the rails.",
        "The train, which carried grain, left the rails.",
    ),
    "a sentence split": (
        "The ship, built in 1974, sank within an hour.",
        "The ship was built in 1974. It sank within an hour.",
    ),
    "a contraction": (
        "The union did not call off the march.",
        "The union didn’t call off the march.",
    ),
    "a negation said otherwise": (
        "The envoy did not answer.",
        "The envoy failed to answer.",
    ),
    "nobody and no one": (
        "Nobody on the bus was hurt.",
        "No one on the bus was hurt.",
    ),
    "a denial by its opposite": (
        "The court did not accept the appeal.",
        "The court rejected the appeal.",
    ),
    "unless": (
        "They will march if the mill does not reopen.",
        "They will march unless the mill reopens.",
    ),
    "a quote trimmed": (
        "“We will not leave this valley, whatever they send against us,” said Orla Fennick.",
        "“We will not leave this valley,” said Orla Fennick.",
    ),
    "a quote turned into a paraphrase": (
        "“The bridge is safe,” said Orla Fennick.",
        "Orla Fennick said the bridge was safe.",
    ),
    "a quoted fragment taken up": (
        "He asked for “quiet and patience from all benches”.",
        "He asked for quiet and patience from all benches.",
    ),
    "single marks": (
        "“The dam will hold until the spring,” Fennick said.",
        "‘The dam will hold until the spring,’ Fennick said.",
    ),
    "the cue moved": (
        "Two guards told the Courier that the gate was open.",
        "The gate was open, two guards told the Courier.",
    ),
    "another verb of saying": (
        "Two guards said that the gate was open all night.",
        "Two guards stated that the gate was open all night.",
    ),
    "according to": (
        "The gate was open all night, two guards said.",
        "The gate was open all night, according to two guards.",
    ),
    "a source described more closely": (
        "The gate was open all night, officials said.",
        "The gate was open all night, the governor said.",
    ),
    "an office for its holder": (
        "The strike is over, the finance ministry said on Monday.",
        "The strike is over, a finance ministry spokesman said on Monday.",
    ),
    "anonymity in other words": (
        "Both spoke on condition of anonymity because they were not authorized to brief reporters.",
        "Both asked not to be named because they were not authorised to brief reporters.",
    ),
    "anonymity once for twice": (
        "Both spoke on condition of anonymity because they were not allowed to speak to the press.",
        "Both spoke on condition of anonymity because they were forbidden to speak to the press.",
    ),
    "one hedge for another": (
        "The fire may have been set by a guard.",
        "The fire might have been set by a guard.",
    ),
    "a hedge said otherwise": (
        "The alleged arsonist was freed.",
        "The suspected arsonist was freed.",
    ),
    "a compound opened up": (
        "Customs officers searched the barge.",
        "Officers of the customs searched the barge.",
    ),
    "an abbreviation": (
        "The U.N. Security Council met on Monday.",
        "The UN Security Council met on Monday.",
    ),
    "an idiom loosened": (
        "No group claimed responsibility for the blast.",
        "No group said it was behind the blast.",
    ),
    "the same role, another word": (
        "Security guards searched the barge.",
        "Security officers searched the barge.",
    ),
    "a list reordered": (
        "Nurses, miners and bakers joined the march.",
        "Miners, bakers and nurses joined the march.",
    ),
    "will in reported speech": (
        "The mill will close in June, Orla Fennick said.",
        "Orla Fennick said the mill would close in June.",
    ),
    "an infinitive for a modal": (
        "The driver was brought in so that a witness could see him.",
        "The driver was brought in for a witness to see him.",
    ),
    "an adverb that hedges for another": (
        "The thieves possibly left by boat.",
        "The thieves left by boat, it appears.",
    ),
    "decimals rounded": (
        "The index slipped 1.23 percent on Monday.",
        "The index slipped 1.2 percent on Monday.",
    ),
    "an opening mark left out": (
        "“The miners went in of their own free will,” Fennick said.",
        "The miners went in of their own free will,” Fennick said.",
    ),
    "a quote turned into reported speech almost word for word": (
        "“The merger makes sense for both companies,” Fennick said.",
        "Fennick said that the merger makes sense for both companies.",
    ),
    "a firm for its name": (
        "The company said it expects a loss of two million crowns this year.",
        "Tarrow Glassworks said it expects a loss of two million crowns this year.",
    ),
    "what is said of a source": (
        "Output grew for the third month in a row, according to a report released on Monday.",
        "Output grew for the third month in a row, according to a survey published at noon.",
    ),
    "the British ministry": (
        "Defense Secretary Tarek Sundim left the talks.",
        "Defence Secretary Tarek Sundim left the talks.",
    ),
    "a compound in two words": (
        "The driver looked in the rearview mirror.",
        "The driver looked in the rear view mirror.",
    ),
    "an injury done to oneself": (
        "The climber injured his ankle in the fall.",
        "The climber was injured in the fall.",
    ),
    "what happens to a thing": (
        "A landslide derailed the night train and hurt nobody.",
        "The night train derailed after a landslide that hurt nobody.",
    ),
    "an apostrophe left out": (
        "Norway's fleet sailed on Monday.",
        "Norways fleet sailed on Monday.",
    ),
    "a complement said otherwise": (
        "The price of a ticket was not very expensive.",
        "The price of a ticket was quite reasonable.",
    ),
    "a hedge put otherwise": (
        "The agent called a potential client.",
        "The agent called a prospective client.",
    ),
    "a hedge as a verb": (
        "The two guards were allegedly trying to sell the payroll.",
        "The informant alleged that the two guards were trying to sell the payroll.",
    ),
    "a quote told in the third person": (
        "“The man raced past me with his hands in the air,” the clerk said.",
        "The man raced past him with his hands in the air, the clerk said.",
    ),
    "a closing mark of the other kind": (
        "“The miners went in of their own free will,” Fennick said.",
        "The miners went in of their own free will,’ Fennick said.",
    ),
    "not until": (
        "The primary is not until March 9 in the valley.",
        "The primary is on March 9 in the valley.",
    ),
    "a body by its initials": (
        "The Centre for River Control and Protection closed the dam in Velmora.",
        "The CRCP closed the dam in Velmora.",
    ),
    "descriptions in another order": (
        "The driver was a nurse and the guard was a soldier.",
        "The guard was a soldier and the driver was a nurse.",
    ),
}


@pytest.mark.parametrize("edit", sorted(HARMLESS))
def test_harmless_edits_are_no_alterations(edit: str) -> None:
    left, right = HARMLESS[edit]
    assert found(f"{LEAD}\n{left}", f"{LEAD}\n{right}") == []


def test_the_table_of_harmless_edits_is_long() -> None:
    assert len(HARMLESS) >= 30
