"""Parts of a web page that were scraped along with a text: comment forms, share bars, promotion, copyright lines.

Each is a table of forms for whole lines, and a shorter one for sentences that stand at the end of a paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from headwater.text.agencies import agency_within
from headwater.text.layout import Line, Mark, lines, sentences_of
from headwater.text.wordset import wordset
from headwater.types import FurnitureKind

__all__ = ["find_page_parts"]

_LONGEST = 400


def _any_of(*forms: str) -> re.Pattern[str]:
    return re.compile("|".join(forms), re.IGNORECASE)


_COMMENT_FORM: Final = _any_of(
    r"(?:share|leave|post|add|write|submit) (?:us )?(?:your|a|an) (?:comments?|reply|thoughts?)(?: below| here"
    r"| now)?[.!]?",
    r"leave a (?:reply|comment) .{0,40}",
    r"please enter (?:your|a valid) (?:comments?|name|e-?mail)(?: address)?(?: here)?[.!]?",
    r"(?:please )?(?:log ?in|sign in|register)(?: or (?:register|sign up))? to (?:post |leave |write "
    r"|add )?(?:a )?(?:reply|comments?)\.?",
    r"your e-?mail address will not be published\.?.{0,60}",
    r"required fields are marked.{0,10}",
    r"save my name, e-?mail.{0,120}",
    r"you have entered an incorrect e-?mail address!?",
    r"(?:post|submit|view|show|hide|read) (?:all )?(?:\d+ )?comments?(?: \(\d+\))?",
    r"(?:\d+ )?comments? (?:are closed|off|\(\d+\))\.?|\d+ comments?",
    r"(?:click here to )?cancel reply|join the (?:conversation|discussion)\.?",
    r"notify me of (?:follow-?up|new) (?:comments|posts).{0,40}|(?:name|e-?mail|website|comment) ?\*",
)
_SHARE_WORDS: Final = wordset(
    "share shares shared sharing tweet tweets retweet pin email e-mail mail print facebook twitter x whatsapp "
    "linkedin reddit telegram pinterest messenger instagram tumblr flipboard sms gmail bluesky threads mastodon "
    "copy link on via with by to this article story post the in new window opens click here like follow us save "
    "total options facebook's and"
)
_SHARE_CUES: Final = wordset(
    "share shares tweet tweets facebook twitter whatsapp linkedin reddit telegram pinterest messenger flipboard"
)
_SHARE_SENTENCE: Final = _any_of(
    r"(?:read or )?share this (?:story|article|post|page)\b.{0,80}", r"like (?:us|\w+) on facebook\b.{0,120}"
)
_TOOLS: Final = _any_of(
    r"\d+[ -]min(?:ute)?s? (?:read|listen|watch)|(?:reading|read) time:? .{0,20}",
    r"(?:listen to|print|save|bookmark|e-?mail|gift|copy link to) this (?:article|story|page|report)\b.{0,30}",
    r"save (?:for later|article|story)|bookmark|text size.{0,20}|(?:increase|decrease) font size",
)
_AGE_OF_PAGE: Final = _any_of(
    r"(?:last )?(?:updated|published|posted|modified):? (?:about |over |just )?(?:\d+|an?|one|two|three) "
    r"(?:second|min(?:ute)?|hour|day|week|month|year)s? ago"
)
_PROMOTION_LINE: Final = _any_of(
    r"(?:read|see|watch|hear|learn) more\b(?: ?:.{0,160}| ?»| ?>+)?",
    r"(?:related|recommended|also read|read also|see also|more|watch|listen|previously|don['’]t miss|in pictures"
    r"|must read|"
    r"continuing coverage|trending|sponsored|most read|more on this|read next|up next|from the archive)"
    r"(?: (?:stories|story|articles?|coverage|content|news|topics|links|now|video|posts))?(?: ?[:|»].{0,160})?",
    r"related coverage\b.{0,160}|advertisements?|story continues (?:below|after).{0,40}"
    r"|continue reading(?: the main story)?",
    r"skip (?:past )?(?:newsletter|to).{0,60}|newsletter sign ?up\b.{0,200}|most popular|newsletters?|sign ?up"
    r"|subscribe",
    r"(?:invalid|please enter a valid) e-?mail address\b.{0,200}|sponsored content|back to top|support (?:our"
    r"|independent) journalism\b.{0,100}",
)
_PROMOTION_SENTENCE: Final = _any_of(
    r"[\[(]?(?:sign up|subscribe|register)\b(?: now| today| here)?[ ,](?:for|to|here|and)\b.{0,200}\b(?:newsletters?"
    r"|e-?mails?|alerts?|updates|"
    r"feed|podcast|inbox|channel|briefing|here|today)\b.{0,80}",
    r"(?:click|tap|text) (?:here|or tap here)\b.{0,160}|for the latest (?:information|updates|news)\b.{0,60}(?:click"
    r"|tap|visit|download)\b.{0,80}",
    r"(?:stay with|stay tuned to|keep checking|check back|tune in)\b.{0,160}\b(?:updates?|more|details|latest|for"
    r"|here|developing stor(?:y|ies))\b.{0,60}",
    r"(?:download|get) (?:the|our) .{0,60}\b(?:app|newsletter|alerts?)\b.{0,100}|\[text \w+ to \d+.{0,100}",
    r"follow (?:us|him|her|them|@\w+|[A-Z]\w+(?: [A-Z]\w+)?|the \w+) (?:on|at) (?:twitter|facebook|instagram|x"
    r"|social media|telegram)\b.{0,100}",
    r"get (?:\w+[’']s |the |our )?.{0,40}\b(?:stories|news|headlines|analysis|updates|briefing|best of)\b.{0,60}"
    r"\b(?:in|to|into) your inbox\b.{0,80}",
    r"subscribe to (?:the |our )?[A-Z][\w ]{1,40}\b(?: (?:today|now))?(?:\.|!| (?:for|from) .{0,60}\b(?:week|month|year"
    r"|issue)\b.{0,20})",
    r"(?:have|got) (?:a|any) (?:(?:news )?tips?|story)(?: for us)?\?",
    r"(?:reach|contact|e-?mail|write to) .{0,60}(?:\bat |: ?)\(?(?:[\w.+-]+@|\d{3}|@).{0,120}",
)
_COPYRIGHT_HEAD: Final = (
    r"(?:TM and )?\(?(?:©|copyright\b|\(c\)(?= ?\d{4}))\s*(?:©|\(c\))?\s*"
    r"(?:(?:by )?.{0,60}?\b(?:19|20)\d{2}\b.{0,160}|[A-Z][\w .]{1,60})"
)
_COPYRIGHT: Final = _any_of(
    _COPYRIGHT_HEAD,
    r"[(\[]?all rights reserved\b.{0,200}",
    r"[(\[]?this (?:material|content|article|story) (?:may|must|can) ?not be (?:published|reproduced|copied|used"
    r"|distributed)\b.{0,200}",
    r"(?:reproduced|republished|reprinted|used) (?:with permission|under licen[cs]e)\b.{0,120}",
    r"[A-Z][\w. ]{0,40} and its relevant subsidiaries\b.{0,60}",
)
_SENTENCE_FORMS: Final = (
    (FurnitureKind.COPYRIGHT, _COPYRIGHT),
    (FurnitureKind.PROMOTION, _PROMOTION_SENTENCE),
    (FurnitureKind.SHARE_BAR, _SHARE_SENTENCE),
)
_LINE_FORMS: Final = (
    (FurnitureKind.COMMENT_FORM, _COMMENT_FORM),
    (FurnitureKind.PROMOTION, _PROMOTION_LINE),
    (FurnitureKind.SHARE_BAR, _TOOLS),
    (FurnitureKind.LEADING_DATE, _AGE_OF_PAGE),
)
_WORD: Final = re.compile(r"[^\W_][\w'’-]*")


def find_page_parts(text: str) -> Iterator[Mark]:
    """Yield comment forms, share bars, promotion, copyright lines; the value of the last is its agency, or ''."""
    for line in lines(text):
        whole = _whole_line(line)
        if whole is not None:
            yield whole
        else:
            yield from _sentences(line)


def _whole_line(line: Line) -> Mark | None:
    if len(line.text) > _LONGEST:
        return None
    for kind, form in _LINE_FORMS:
        if form.fullmatch(line.text):
            return Mark(line.start, line.end, kind)
    return Mark(line.start, line.end, FurnitureKind.SHARE_BAR) if _is_share_bar(line.text) else None


def _is_share_bar(text: str) -> bool:
    """Tell whether these are only names of networks and verbs of sharing, with a number of shares at most."""
    if text.endswith((".", "”", '"')):
        return False
    words = [word.lower() for word in _WORD.findall(text)]
    return 0 < len(words) <= 16 and _shares(words)


def _shares(words: Sequence[str]) -> bool:
    return any(word in _SHARE_CUES for word in words) and all(word in _SHARE_WORDS or word.isdigit() for word in words)


def _sentences(line: Line) -> Iterator[Mark]:
    """Yield sentences of the page at the end of a paragraph, from the first one that qualifies on while they go on."""
    run: list[Mark] = []
    for sentence in reversed(tuple(sentences_of(line))):
        mark = _sentence(sentence)
        if mark is None:
            break
        run.insert(0, mark)
    yield from _joined(run)


def _joined(run: list[Mark]) -> Iterator[Mark]:
    """Yield neighbours of one kind as one mark, with the value of the first that has one."""
    for kind, group in groupby(run, key=lambda mark: mark.kind):
        marks = list(group)
        yield Mark(marks[0].start, marks[-1].end, kind, next((mark.value for mark in marks if mark.value), ""))


def _sentence(sentence: Line) -> Mark | None:
    for kind, form in _SENTENCE_FORMS:
        if len(sentence.text) <= _LONGEST and form.fullmatch(sentence.text):
            value = agency_within(sentence.text) if kind is FurnitureKind.COPYRIGHT else ""
            return Mark(sentence.start, sentence.end, kind, value)
    return None
