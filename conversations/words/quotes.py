"""Quotes of text that was not understood, without anything that may identify the patient."""

import re
from collections.abc import Sequence

from conversations.screen import shortened
from ectrial.wording.speech import Say

MOST_QUOTED = 8
LONGEST_QUOTE = 40
_NUMBER_OF_A_PERSON = re.compile(
    r"\d{6}|\d{3}[ -]\d{4}[ -]\d{4}|\d{6}[ -]?\d{8}[ -]?\d{3}[\dx]", re.IGNORECASE
)
_WORD_OF_A_PERSON = re.compile(
    r"name|patient|\bid\b|mrn|dob|birth|born|phone|mobile|\btel\b|address|e-?mail|@|\bm(?:rs?|s)\b"
    r"|\b[mf] ?\d{2}\b|\b\d{2} ?(?:[mf]|yo?|years?)\b|\bmale\b|\bfemale\b|wechat"
    r"|姓名|患者|病人|身份证|证件|病历|病案|住院|门诊|登记|就诊|床|条码|电话|手机|微信|出生|地址|住址|医保|邮箱|男|女|岁|先生|女士",
    re.IGNORECASE,
)


def use_buttons(say: Say) -> str:
    """Refuse a text of which nothing may be kept."""
    return say("Please use the buttons, or type lab values: no free text is kept here.")


def no_text(say: Say) -> str:
    """Refuse any text on a card where nothing is typed."""
    return say("Please use the buttons: no free text is kept here.")


def moved_on(say: Say) -> str:
    """Refuse a tap or text for a card that no longer shows the present state."""
    return say("This card has moved on; here is the present one.")


def too_early(say: Say) -> str:
    """Refuse a text that was typed for the previous card."""
    return say("You typed this before this card came: please type it again.")


def edits_not_read(say: Say) -> str:
    """Say that a message that was edited after it was sent changes nothing."""
    return say(
        "You edited a message. I do not read edits: what is recorded stays. "
        "↩ Undo or /review changes it."
    )


def text_only(say: Say) -> str:
    """Say that a message without text is not read."""
    return say(
        "I read text only: please type or paste the values. Nothing of what you sent is kept."
    )


def quotes(
    say: Say, unread: Sequence[str], others: Sequence[str], days: Sequence[str] = ()
) -> tuple[str, ...]:
    """Quote once what was not understood, and other tests; nothing that may name the patient.

    `days` are labelled as dates but are not clear ones: they contain only words of dates.
    """
    told = []
    if quoted_days := [day for day in days if not _NUMBER_OF_A_PERSON.search(day)]:
        told += [say("Day of the sample not certain:"), *_shortly(say, quoted_days)]
    for heading, found in (
        (say("Not understood:"), unread),
        (say("Other tests, not asked for here:"), others),
    ):
        quoted = [piece for piece in found if not may_identify(piece)]
        if quoted:
            told += [heading, *_shortly(say, quoted)]
    if any(map(may_identify, (*unread, *others))):
        told.append(
            say("Words that may name a person are not quoted. Delete your message if they do.")
        )
    return ("\n".join(told),) if told else ()


def _shortly(say: Say, pieces: list[str]) -> list[str]:
    shown = [f"· {shortened(piece, LONGEST_QUOTE)}" for piece in pieces[:MOST_QUOTED]]
    more = len(pieces) - MOST_QUOTED
    return [*shown, say("and {n} more", n=more)] if more > 0 else shown


def may_identify(piece: str) -> bool:
    """Whether a piece of text may identify the patient; such a piece is never quoted.

    Words without a number may be a name.

    >>> may_identify("住院 12345"), may_identify("139-1234-5678"), may_identify("Zhang Wei")
    (True, True, True)
    >>> may_identify("2026-11-20 8:05"), may_identify("RBC 4.5 3.8-5.1")
    (False, False)
    """
    if not any(character.isdigit() for character in piece):
        return True
    return bool(_WORD_OF_A_PERSON.search(piece) or _NUMBER_OF_A_PERSON.search(piece))
