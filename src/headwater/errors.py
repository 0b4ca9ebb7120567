"""What can go wrong, as a tree. Each error names the object it concerns and what to do.

HeadwaterError
├── InputError            something handed in cannot be used; the rest of the batch goes on
│   ├── UnreadableInput   missing, binary, empty, too large, wrong encoding, no article in it
│   ├── MalformedRecord   one line or field of a structured file
│   ├── FetchError        a URL could not be had: refused, timed out, too large, not text
│   │   └── PrivateAddress  a URL leads to a private address and that was not allowed
│   └── NotEnglish        recognised as another language and set aside
├── OptionError           an option or setting has a value that cannot be
├── NothingToRead         no input was left to analyse
├── ModelMissing          a language model is not installed
├── PartMissing           a part that is installed on demand (an extra) is not
├── LibraryError          a library cannot be used as asked
│   ├── LibraryLocked     another process was writing and did not end in time
│   ├── LibraryNewer      a newer headwater has written it
│   ├── LibraryReadOnly   it may only be read
│   │   └── LibraryOlder  it is to be brought up to date before it can be read
│   ├── LibraryFull       there is no room left where it stands
│   ├── LibraryDamaged    the file is no library, or is damaged
│   └── NotInLibrary      no article, story or decision of that name is kept
└── UncitedLine           a line of a brief was built without a span (a defect in headwater)
"""

from __future__ import annotations

__all__ = [
    "FetchError",
    "HeadwaterError",
    "InputError",
    "LibraryDamaged",
    "LibraryError",
    "LibraryFull",
    "LibraryLocked",
    "LibraryNewer",
    "LibraryOlder",
    "LibraryReadOnly",
    "MalformedRecord",
    "ModelMissing",
    "NotEnglish",
    "NotInLibrary",
    "NothingToRead",
    "OptionError",
    "PartMissing",
    "PrivateAddress",
    "UncitedLine",
    "UnreadableInput",
]


class HeadwaterError(Exception):
    """Base of everything headwater raises on purpose. `str()` is one line fit for a reader."""


class InputError(HeadwaterError):
    """An input cannot be used. `name` is the input as the user gave it, `reason` says what and what to do."""

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(f"{name}: {reason}")
        self.name = name
        self.reason = reason


class UnreadableInput(InputError):
    """Missing, binary, empty, too large, in an unknown encoding, or without an article in it."""


class MalformedRecord(InputError):
    """One record of a structured file breaks the schema; the message names the line."""


class FetchError(InputError):
    """A URL could not be had."""


class PrivateAddress(FetchError):
    """A URL, or a redirect from it, leads to a private address."""


class NotEnglish(InputError):
    """The text is in another language, which headwater does not read."""


class OptionError(HeadwaterError):
    """An option or setting has a value that cannot be."""


class NothingToRead(HeadwaterError):
    """No input was left to analyse."""


class ModelMissing(HeadwaterError):
    """A language model is not installed."""


class PartMissing(HeadwaterError, ImportError):
    """A part of headwater that is installed on demand (an extra) is not there; the message says how to have it."""


class LibraryError(HeadwaterError):
    """A library cannot be used as asked; the message names its file or server. What was committed is still there."""


class LibraryLocked(LibraryError):
    """Another process was writing to the library and did not end while it was waited for."""


class LibraryNewer(LibraryError):
    """The library was written by a newer headwater, which may keep what this one would break."""


class LibraryReadOnly(LibraryError):
    """The library may only be read: it was opened so, or its file or folder is so."""


class LibraryOlder(LibraryReadOnly):
    """The library was written by an older headwater, and opened only to be read; opening it to write brings it up."""


class LibraryFull(LibraryError):
    """There is no room left for what was to be written; nothing of it was."""


class LibraryDamaged(LibraryError):
    """The file is no library of headwater, or is damaged."""


class NotInLibrary(LibraryError):
    """The library keeps no article, story or decision of that name."""


class UncitedLine(HeadwaterError):
    """A line of a brief was built without the words it rests on."""
