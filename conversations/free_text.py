"""Own words of a person: refused if too long, or if they may say who a patient is."""

import re
from collections.abc import Iterable

from ectrial.identifiers import Identifier, identifiers
from ectrial.wording.speech import Say, marked

LONGEST = 300
_WORDS: dict[Identifier, str] = {
    "id_number": marked("an id number"),
    "phone": marked("a phone number"),
    "record_number": marked("a record or bed number"),
    "birth_date": marked("a date of birth"),
    "contact": marked("an address"),
    "name": marked("a name"),
    "bare_name": marked("a name"),
}
_JOINS = "\u200d"
"""Joins the signs of one emoji, such as that of a doctor."""
_TAGS = "\U000e0020-\U000e007f"
"""Stand in the emoji of few flags, and may hide words elsewhere."""
_INVISIBLE = re.compile(f"[{_JOINS}{_TAGS}]")
_NOT_OF_AN_EMOJI = re.compile(f"[{_TAGS}]|(?<![\u2190-\u2bff\ufe0f\U0001f000-\U0001faff]){_JOINS}")


def refused_text(say: Say, text: str) -> str:
    """Say why a text is not recorded; nothing if it may be."""
    if is_stopped(text):
        what = kinds_words(say, identifiers(text))
        return say(
            "Not recorded: it may hold {what}. Your message is deleted; write it without.",
            what=what,
        )
    seen = _INVISIBLE.sub("", text)
    if not seen.strip() or not seen.replace("\n", " ").isprintable():
        return say("Not recorded: no readable text.")
    if len(text) > LONGEST:
        return say("Not recorded: at most {n} letters, please.", n=LONGEST)
    return ""


def kinds_words(say: Say, kinds: Iterable[Identifier]) -> str:
    """Name what a text may hold, each once."""
    return say.listed(dict.fromkeys(say(_WORDS[each]) for each in kinds))


def is_stopped(text: str) -> bool:
    """Whether a text is deleted unasked: it holds more than what looks like a bare name."""
    return not {*identifiers(text)} <= {"bare_name"}


def may_be_a_name(text: str) -> bool:
    """Whether a person has to be asked if a text holds a name."""
    return identifiers(text) == ("bare_name",)


def tidied(text: str) -> str:
    """Give a text on one line, as it is recorded: an emoji stays whole, nothing else is unseen."""
    return " ".join(_NOT_OF_AN_EMOJI.sub("", text).split())
