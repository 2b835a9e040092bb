"""Own words of a person: refused if too long, or if they may say who a patient is."""

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


def refused_text(say: Say, text: str) -> str:
    """Say why a text is not recorded; nothing if it may be."""
    if is_stopped(text):
        what = ", ".join(dict.fromkeys(say(_WORDS[each]) for each in identifiers(text)))
        return say(
            "Not recorded: it may hold {what}. Your message is deleted; write it without.",
            what=what,
        )
    if not text.strip() or (not text.isprintable() and not text.replace("\n", " ").isprintable()):
        return say("Not recorded: no readable text.")
    if len(text) > LONGEST:
        return say("Not recorded: at most {n} letters, please.", n=LONGEST)
    return ""


def is_stopped(text: str) -> bool:
    """Whether a text is deleted unasked: it holds more than what looks like a bare name."""
    return not {*identifiers(text)} <= {"bare_name"}


def may_be_a_name(text: str) -> bool:
    """Whether a person has to be asked if a text holds a name."""
    return identifiers(text) == ("bare_name",)


def tidied(text: str) -> str:
    """Give a text on one line, as it is recorded."""
    return " ".join(text.split())
