"""Who wrote it: bylines, credit lines, and the lines that name contributors, told from news by their vocabulary.

A byline or contributor line holds names and a small set of words of the trade; a sentence that reports something needs
other words. So a line qualifies if a cue of the trade stands in it and every lower-case word in it is of that set. This
survives shredding by translation and scraping far better than patterns of whole lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from headwater.text.agencies import AGENCY, agency_named, agency_within
from headwater.text.layout import Line, Mark, lines, sentences_of
from headwater.text.wordset import wordset
from headwater.types import FurnitureKind

__all__ = ["byline_names", "find_credits", "names_own_staff"]

_HEAD_LINES, _SIGNED_LINES, _TAIL_LINES = 12, 3, 6
_LONGEST_BYLINE, _LONGEST_CREDIT = 160, 600

_PARTICLES: Final = wordset("al el an as ash ad ar de del della der den di da dos du van von zu bin ibn bint abu la le")
_TRADE: Final = (
    wordset(
        "and in from at on for with by of the to this that & report reports story article dispatch coverage "
        "contributed contributing contributes added assisted helped contribution contributions contributor "
        "contributors reported reporting additional research writing editing edited written compiled translated "
        "translation produced writer writers reporter reporters correspondent correspondents editor editors "
        "journalist journalists staff photographer photographers videographer videographers producer producers "
        "news also all both were was who special bureau chief senior digital city columnist freelance freelancer "
        "intern team agency agencies wire wires services inputs files desk near earlier"
    )
    | _PARTICLES
)

_WORD: Final = re.compile(r"[^\W\d_][\w'’.@-]*")
_CAP: Final = r"(?:(?:al|el|an|as|ash|ad|ar)-)?[A-ZÀ-ÖØ-Þ][\w'’.\-]*"
_PERSON: Final = rf"{_CAP}(?: (?:{_CAP}|(?:{'|'.join(sorted(_PARTICLES))})(?= ))){{0,4}}"
_PEOPLE: Final = rf"{_PERSON}(?:(?:, and |, | and | & ){_PERSON}){{0,8}}"

_BY: Final = re.compile(
    r"(?i:(?:(?:story|written|reported|report|words|analysis)\s+)?by:?\s+)"
    r"(?=(?:[Tt]he |THE |(?:al|el|de|van|von)[ -])?[A-ZÀ-ÖØ-Þ])"
)
_NO_BYLINE: Final = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Christmas|Easter|(?:All|Contrast|Comparison|Then|Now|Law|This|That)\b|"
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)\b(?! [A-Z])"
)
_NAMES: Final = re.compile(rf"\s*(?P<names>{_PEOPLE})")
_PERSON_OF_AGENCY: Final = re.compile(rf"(?P<names>{_PEOPLE})(?:,| \|| [-–—])\s*(?P<agency>{AGENCY})")
_PERSON_OF_TRADE: Final = re.compile(
    rf"{_PERSON}(?:,| \|| [-–—]) (?:{_CAP} ){{0,3}}(?:Correspondent|Reporter|Writer|Editor|Journalist|Columnist"
    r"|Photographer|Staff)s?"
)

_CREDIT_LINE: Final = re.compile(
    rf"[(\[—–\- ]*(?:(?i:source|credit|from|copyright|with)\s*:?\s+)?(?P<agency>{AGENCY}(?:\s*(?:/|,|and|&"
    rf"|-)\s*{AGENCY})*)[)\].]*"
)
_AGENCIES: Final = re.compile(
    r"[(\[—–\- ]*(?:(?:with|from|by|source:?) )?(?:(?:news|wire) )?(?:agencies|agency (?:reports|inputs)"
    r"|wire (?:services|reports))[)\].]*",
    re.IGNORECASE,
)
_FIRST_APPEARED: Final = re.compile(
    r"\(?(?:This|The) (?:article|story|report|piece|post)\b.{0,30}\b(?:originally|first) (?:appeared|published"
    r"|posted) (?:on|in|by|at) (?!\d).{0,120}"
    r"|\(?(?:Originally|First) published (?:on|in|by|at)\b.{0,100}"
)

_STRONG: Final = re.compile(
    r"\b(?:contributed|added|assisted|helped)(?: reporting| research)?(?: and \w+)? (?:to|from|for|with|in|on) "
    r"(?:this|the)? ?(?:report|story|article|dispatch)\b"
    r"|\b[Rr]eporting (?:was )?(?:contributed )?by\b|\b(?:[Ee]dit\w+|[Ww]riting|[Ww]ritten|[Cc]ompiled) by\b"
    r"|\b[Cc]ontributed reporting\b|\b[Cc]ontributing:|\b[Ww]ith (?:files|inputs?|reporting"
    r"|additional reporting) (?:from|by)\b"
)
_ABOUT_THE_STORY: Final = re.compile(r"\W*(?:this|the) (?:story|article|report) (?:was|is)\b", re.IGNORECASE)
_WEAK: Final = re.compile(r"\bcontributed\b|\bcontributors?\W*$|\breported from\b", re.IGNORECASE)
_IN_BRACKETS: Final = re.compile(
    r"\((?:[Aa]dditional )?[Rr]eporting by [^()\n]{3,400}\)|\([Ww]ith (?:agency )?inputs?\b[^()\n]{0,80}\)"
)
_OWN_STAFF: Final = re.compile(
    rf"{AGENCY}(?:['’]s?)?\s+(?:\w+\s+)?(?:writers?|reporters?|journalists?|correspondents?|editors?|staff"
    rf"|contributors?|"
    r"photographers?|producers?|videographers?)\b"
)


def find_credits(text: str) -> Iterator[Mark]:
    """Yield the bylines, credit lines and contributor lines of `text`, in no certain order.

    The value is the short name of the agency that the line names, or ''. What somebody "told the AP" is no credit.
    """
    everything = lines(text)
    last = len(everything) - 1
    signed = True  # the head of a text, or the line after a byline: where an agency signs with its name alone
    for number, line in enumerate(everything):
        tail = number > last - _TAIL_LINES
        if number < _HEAD_LINES or tail:
            yield from _byline_or_credit(line, signed or number > last - _SIGNED_LINES)
        signed = number < _SIGNED_LINES - 1 or _is_byline(line.text)
        yield from _contributors(line, tail)


def byline_names(line: str) -> str:
    """Return whom a byline names, as it is written there ("Jane Doe and John Roe"), without agency or place."""
    staffed = _PERSON_OF_AGENCY.match(line)
    if staffed is not None and not _BY.match(line):
        return staffed["names"]
    by = _BY.match(line)
    body = line[by.end() :] if by else ""
    agency = re.search(AGENCY, body)
    if agency is not None:
        body = body[: agency.start()]
    found = _NAMES.match(_spaced(body))
    return found["names"].strip(" ,") if found else ""


def names_own_staff(line: str) -> bool:
    """Tell whether a contributor line names an agency's own people ("AP writers A and B"): the text is its own.

    "The Associated Press contributed to this report" is the word of another newsroom, and False.
    """
    return _OWN_STAFF.search(line) is not None


def _byline_or_credit(line: Line, signed: bool) -> Iterator[Mark]:
    if len(line.text) > _LONGEST_BYLINE:
        return
    if _is_byline(line.text):
        yield Mark(line.start, line.end, FurnitureKind.BYLINE, agency_within(line.text))
        return
    credit = _CREDIT_LINE.fullmatch(line.text) if signed else None
    if credit is not None:
        yield Mark(line.start, line.end, FurnitureKind.CREDIT, agency_named(credit["agency"]))
    elif _FIRST_APPEARED.fullmatch(line.text) or (signed and _AGENCIES.fullmatch(line.text)):
        yield Mark(line.start, line.end, FurnitureKind.CREDIT, agency_within(line.text))


def _is_byline(text: str) -> bool:
    if _PERSON_OF_TRADE.fullmatch(text):
        return True
    staffed = _PERSON_OF_AGENCY.match(text)
    if staffed is not None and not agency_named(staffed["names"]) and _of_the_trade(text, 0):
        return True
    by = _BY.match(text)
    if by is None or _NO_BYLINE.match(text, by.end()) or text.endswith(("?", "!", ":", "…")):
        return False
    names = text[by.end() :]
    enough = len(_WORD.findall(names)) >= 2 or bool(agency_named(names))
    return enough and _of_the_trade(names, 0) and not re.search(r"[a-z]{3}\.$", names)


def _contributors(line: Line, tail: bool) -> Iterator[Mark]:
    """Yield contributor sentences of a line, neighbours joined into one mark."""
    for bracket in _IN_BRACKETS.finditer(line.text):
        start = line.start + bracket.start()
        yield Mark(start, start + len(bracket.group()), FurnitureKind.CONTRIBUTORS, agency_within(bracket.group()))
    if not (_STRONG.search(line.text) or (tail and _WEAK.search(line.text))):
        return
    run: list[Line] = []
    for sentence in sentences_of(line):
        if _is_contributors(sentence.text, tail):
            run.append(sentence)
        elif run:
            yield _joined(run)
            run = []
    if run:
        yield _joined(run)


def _is_contributors(text: str, tail: bool) -> bool:
    cue = _STRONG.search(text) or (_WEAK.search(text) if tail else None)
    if cue is None or len(text) > _LONGEST_CREDIT or _ABOUT_THE_STORY.match(text):
        return False
    if cue.group().lower() == "reported from" and not re.match(rf"\W*{_PEOPLE} reported from [A-Z]", text):
        return False
    names = [word for word in _WORD.findall(text) if word[0].isupper() and word.lower() not in _TRADE]
    return bool(names) and _of_the_trade(text, 1 if len(names) > 2 else 0)


def _of_the_trade(text: str, strangers: int) -> bool:
    """Tell whether at most `strangers` lower-case words are neither names' particles nor words of the trade."""
    plain = [word.rstrip(".'’-") for word in _WORD.findall(text)]
    strange = [word for word in plain if word[:1].islower() and not _familiar(word)]
    return len(strange) <= strangers


def _familiar(word: str) -> bool:
    particle, _, name = word.partition("-")
    return word in _TRADE or "@" in word or (particle in _PARTICLES and bool(name) and not name.islower())


def _joined(run: list[Line]) -> Mark:
    whole = " ".join(sentence.text for sentence in run)
    return Mark(run[0].start, run[-1].end, FurnitureKind.CONTRIBUTORS, agency_within(whole))


def _spaced(names: str) -> str:
    """Return the names of a byline up to what is no name: an address, a date, a bar."""
    return re.split(r"\s*(?:\||//|\d|[\w.]+@|\(|Staff\b|Special\b|Updated\b|Published\b)", names)[0]
