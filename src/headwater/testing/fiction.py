"""Five invented reports of one invented event, for tests that need a whole story. People, places, papers: all fiction.

A ferry terminal explodes in Lenhaven, in the republic of Ostravia. The Northern Wire (NW) sends a text that nobody
handed in. The Morning Ledger runs it as it came; Globe Minute runs it through a synonym machine and spoils a number,
a year, a name, a negation, an attribution and a pair of quotation marks. The Lenhaven Courier reports on its own and
borrows one sentence of background from the wire. Ostravia Public Radio reports on its own; Coastline News shortens it.
"""

from __future__ import annotations

from typing import Final

__all__ = ["COASTLINE", "COURIER", "GLOBE", "LEDGER", "RADIO"]

LEDGER: Final = """\
LENHAVEN (NW) — An explosion at the Karsk ferry terminal killed at least four people and injured dozens on Monday \
evening, police said.

The blast tore through the ticket hall at 6:40 p.m., minutes before the last boat to Isle Torrin was due to leave.

“We heard one bang and then the roof came down,” said Ilse Marrand, who runs a kiosk at the pier.

Police Chief Oren Dahlquist said two suspects were arrested near the customs yard. He said investigators found no \
sign of a gas leak.

The terminal, built in 1974, was closed for three weeks last autumn after inspectors found corroded pipes.

Interior Minister Sela Vantongeren is expected to visit the site on Tuesday.

Share this article
"""

GLOBE: Final = """\
An explosion at the Karsk ferry terminus killed at least fourteen people and wounded dozens on Monday evening.

The blast ripped through the ticket corridor at 6:40 p.m., moments before the final vessel to Isle Torrin was due to \
depart.

We heard one bang and then the roof came down, said Ilse Marand, who runs a booth at the dock.

Police Chief Oren Dahlquist said two suspects were arrested near the customs yard. He said investigators found a \
sign of a gas leak.

The terminus, built in 1947, was closed for three weeks last autumn after inspectors found rusted pipes.
"""

COURIER: Final = """\
Six people died in Monday’s explosion at the Karsk ferry terminal, the head of Saint Brannoc Hospital told the Courier.

“Four came to us dead, and two died in the night,” Dr. Tomas Ekwall said in an interview on Tuesday.

A Courier reporter saw firefighters carry gas cylinders out of the terminal’s café.

One suspect was arrested, a customs officer said on condition of anonymity because he was not allowed to speak to the \
press. At least twelve of the injured are children, he said.

The terminal, built in 1974, was closed for three weeks last autumn after inspectors found corroded pipes, the \
Northern Wire reported.
"""

RADIO: Final = """\
Four people were killed and 31 were hurt when an explosion wrecked the Karsk ferry terminal on Monday, Interior \
Minister Sela Van Tongeren told reporters on Tuesday.

“This was no accident, and it will not go unanswered,” Van Tongeren said at a news conference at the pier. She did \
not say who might be behind it.

“There was no gas in that building,” said Petra Lund, a spokeswoman for the Lenhaven Harbour Authority.

Two men are in custody, the minister said.

Ferries to Isle Torrin will not sail before Friday, Lund said.
"""

COASTLINE: Final = """\
Four people were killed and 31 were hurt when an explosion wrecked the Karsk ferry terminal on Monday, Interior \
Minister Sela Van Tongeren told reporters.

“This was no accident,” Van Tongeren said. Two men are in custody, the minister said.

Ferries to Isle Torrin will not sail before Thursday, Lund said.
"""
