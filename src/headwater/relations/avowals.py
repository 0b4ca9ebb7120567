"""Who takes or refuses the responsibility: "claimed responsibility", "denied any role", told in other words."""

from __future__ import annotations

from typing import Final

from headwater.text.wordset import wordset
from headwater.types import Claim

__all__ = ["avowal"]

_SHARES: Final = wordset("responsibility role part involvement hand blame credit link connection authorship complicity")
_TAKING: Final = wordset("claim take accept admit assume acknowledge confess have")
_REFUSING: Final = wordset("deny reject dispute refute disavow disclaim dismiss")


def avowal(claim: Claim) -> int:
    """1 if the claim's agent takes a deed on himself, -1 if he refuses it, 0 if the claim says neither."""
    shares = any(role.lemma in _SHARES for role in claim.roles if role.name == "patient")
    if not shares or not any(role.name == "agent" for role in claim.roles):
        return 0
    if claim.event in _REFUSING:
        return -1
    return (-1 if claim.negated else 1) if claim.event in _TAKING else 0
