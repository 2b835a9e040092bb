"""The screening that is open in a chat, computed once a turn."""

from conversations.case import Case, NotAssessed, make_case
from conversations.focus import Focus
from conversations.turn import World


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


def find_case(world: World, focus: Focus) -> Case | None:
    """Give the case of the open screening, if it can be assessed."""
    found = find(world, focus)
    return found if isinstance(found, Case) else None
