"""What a card says of the last turn: it stands until somebody else changes that screening."""

from dataclasses import replace

from conversations.focus import Focus
from conversations.found import find
from conversations.turn import Turn, World


def with_what_still_holds(world: World, focus: Focus) -> Focus:
    """Drop what was said of a screening that was changed since: the card shows what holds now."""
    found = find(world, focus) if focus.said and focus.said_upto is not None else None
    is_changed = found is not None and found.screening.last_seq > (focus.said_upto or 0)
    return focus.saying() if is_changed else focus


def stamped(world: World, turn: Turn) -> Turn:
    """Note with what is said the last entry that it knows, which is of this turn."""
    is_dated = turn.focus.said_upto is not None and not turn.entries
    if not turn.focus.said or is_dated:
        return turn
    upto = world.records.head()[0] + len(turn.entries)
    return replace(turn, focus=replace(turn.focus, said_upto=upto))
