"""Short invented reports for the tests of the command line. All people and places are fiction."""

from typing import Final

FIRE: Final = (
    "VARNOK, May 3, 2021 — A fire at a grain store in the port of Varnok killed four people on Monday, "
    "officials said.\n\nAt least nine others were injured, the mayor, Ada Brone, told reporters.\n\n"
    "“We will rebuild the store before winter,” Brone said.\n"
)
FIRE_AGAIN: Final = (
    "Six people died when a grain store in the port of Varnok burned on Monday, a doctor at the Sele hospital said.\n\n"
    "The mayor, Ada Brone, told reporters that the store would be rebuilt before winter.\n"
)
VOTE: Final = (
    "OSTRAVEL — Parliament in Ostravel rejected the fishing treaty by two votes on Thursday.\n\n"
    "The minister of trade, Jorin Halke, offered his resignation in the evening.\n"
)
