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
    if found := identifiers(text):
        what = ", ".join(say(_WORDS[each]) for each in found)
        return say(
            "Not recorded: it may hold {what}. Delete your message, and write it without.",
            what=what,
        )
    if not text.strip() or (not text.isprintable() and not text.replace("\n", " ").isprintable()):
        return say("Not recorded: no readable text.")
    if len(text) > LONGEST:
        return say("Not recorded: at most {n} letters, please.", n=LONGEST)
    return ""


def tidied(text: str) -> str:
    """Give a text on one line, as it is recorded."""
    return " ".join(text.split())
