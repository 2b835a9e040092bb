"""The text to forward, shown on the card: short or full, in either language, to be copied."""

from conversations.acts import Copy, Go
from conversations.here import Here
from conversations.places_to_look_at import ForwardText, Verdict
from conversations.screen import Block, Button, Row, title
from conversations.words.forward import first_line, full_text, short_text
from ectrial.text import Language
from ectrial.wording.speech import Say, speech

MOST_COPIED = 256  # characters that a button can copy
LANGUAGE_NAMES: dict[Language, str] = {"en": "English", "zh": "中文"}


def words(here: Here, place: ForwardText) -> tuple[Block, ...]:
    """Show the text and nothing else, so that the message can be forwarded as it is."""
    told = _say(here, place)
    text = full_text if place.full else short_text
    return (title(first_line(told)), Block(text(told, here.case)))


def rows(here: Here, place: ForwardText) -> tuple[Row, ...]:
    """Offer to copy the text, the other length, the other language, and the way back."""
    say, told = here.say, _say(here, place)
    text = "\n".join(block.text for block in words(here, place))
    copy = [(Button(say("Copy"), Copy(text)),)] if len(text) <= MOST_COPIED else []
    length = say("Short text") if place.full else say("Full text")
    other: Language = "en" if told.language == "zh" else "zh"
    return (
        *copy,
        (
            Button(length, Go(ForwardText(not place.full, place.language))),
            Button(LANGUAGE_NAMES[other], Go(ForwardText(place.full, other))),
        ),
        (Button(say("‹ Back"), Go(Verdict()), "primary"),),
    )


def _say(here: Here, place: ForwardText) -> Say:
    return speech(place.language or here.world.language)
