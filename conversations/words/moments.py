"""A moment to come in words: the day in few words, and the time on the wall of the site."""

from datetime import datetime

from conversations.turn import World
from conversations.words.days import clock_words
from conversations.words.queries import due_words
from ectrial.wording.speech import Say


def moment_words(say: Say, world: World, at: datetime) -> str:
    """Give a moment: "tomorrow 07:45", "2 Dec 14:30"."""
    local = world.at_site(at)
    return f"{due_words(say, world.today, local.date())} {clock_words(local)}"
