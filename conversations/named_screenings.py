"""One of several screenings of a subject, by the name that lists and logs print: S-207/2."""

from conversations.here import Here
from conversations.places import NotDone
from conversations.standing import back_of
from conversations.subjects import first_of, opened, voided
from conversations.turn import Turn, World
from ectrial.record.screenings import Screening


def screening_named(world: World, code: str, episode: int) -> Screening | None:
    """Give the screening of a subject with this number; None if it is not on file."""
    return world.records.screening(first_of(world, code).in_episode(episode))


def open_named(here: Here, text: str) -> Turn | None:
    """Open the screening that a text names by its number; None if it names none by a number."""
    code, episode = here.world.codes.named(text) or ("", None)
    if episode is None:
        return None
    found = screening_named(here.world, code, episode)
    if found is None:
        said = here.say("{code} is not on file.", code=f"{code}/{episode}")
        return here.to(NotDone(back_of(here)), said=(said,))
    return voided(here, found.id) if found.voided else opened(here, found, {})
