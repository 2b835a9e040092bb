"""Typed words that would set something going: refused if they are none, and read back first.

A text may have been typed for another card, and nobody pauses a trial by the result of a lab.
"""

import re

from conversations.here import Here
from conversations.places_of_own_words import OwnWords
from conversations.words.going_ahead import goes_ahead
from ectrial.facts import Facts
from ectrial.labs.event_days import read_typed_event
from ectrial.labs.sampling_days import is_only_days
from ectrial.labs.typed_days import read_coming_day
from ectrial.trial.truth_of_values import truth_under

_CODE = re.compile("[0-9]{6}")
_FEWEST = 2
"""Letters or digits of the shortest words that say something, such as 已满."""


def no_such_words(here: Here, place: OwnWords, text: str) -> str:
    """Say why a text cannot be what is asked for; nothing if it may be.

    A lab among other words is left to the person: it may be what a trial is paused for.
    """
    asked = goes_ahead(here.say, place)
    if asked is None:
        return ""
    say, today = here.say, here.world.today
    if sum(map(str.isalnum, text)) < _FEWEST:
        return say("Not recorded: that is too short to be understood later.")
    event = read_typed_event(text, today, ahead=True)
    if (event and not event.written.isdigit()) or read_coming_day(text, today):
        return say("Not recorded: that is a day, and words are asked for here.")
    if _is_labs_alone(here, text):
        return say("Not recorded: that reads as a lab result. Open a subject to record it.")
    if _CODE.fullmatch(text.strip()):
        return say("Not recorded: six digits are a code, which no card asks for here.")
    if asked.is_reason and not any(map(str.isalpha, text)):
        return say("Not recorded: a number is no reason. Type it in words.")
    return ""


def _is_labs_alone(here: Here, text: str) -> bool:
    world = here.world
    read = world.labs.read(text, truth_under(world.trial, Facts()))
    rest = [each for each in read if each.item is None and not is_only_days(each.text)]
    return len(read) > len(rest) == 0
