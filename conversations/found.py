"""A screening as a turn finds it: the one that is open in the chat is computed once."""

from conversations.case import Case, NotAssessed, make_case
from conversations.focus import Focus
from conversations.turn import World
from ectrial.record.screenings import Screening
from ectrial.record.subjects import ScreeningId


def find(world: World, focus: Focus) -> Case | NotAssessed | None:
    """Give the open screening of a chat; None when there is none, or it was voided."""
    name = focus.screening
    if name is None:
        return None
    if name not in world.found:
        screening = world.records.screening(name)
        is_there = screening is not None and not screening.voided
        world.found[name] = make_case(world, screening) if screening and is_there else None
    found: Case | NotAssessed | None = world.found[name]
    return found


def screening_before(world: World, id_: ScreeningId) -> Screening | None:
    """Give a screening as it is before this turn, whether the chat has it open or not."""
    known = world.found.get(id_)
    return known.screening if known else world.records.screening(id_)


def find_case(world: World, focus: Focus) -> Case | None:
    """Give the case of the open screening, if it can be assessed."""
    found = find(world, focus)
    return found if isinstance(found, Case) else None
