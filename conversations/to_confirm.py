"""How the list of what a person has to do shows used answers that count no more."""

from collections.abc import Iterator, Sequence

from conversations.acts import Open
from conversations.here import Here
from conversations.lapsed_answers import Lapsed, lapsed
from conversations.places_of_queries import ToDo
from conversations.screen import LABEL_WIDTH, Block, Button, Row, note, packed, shortened
from conversations.words.heading import heading
from conversations.words.pages import PAGE


def lapsed_at(here: Here, place: ToDo) -> list[Lapsed]:
    """Give what the person has to confirm: on the first page alone, as signatures."""
    if place.page or place.at is not None:
        return []
    return [each for each in lapsed(here.world) if place.trial in ("", each.id.trial)]


def told_to_confirm(here: Here, found: Sequence[Lapsed]) -> Iterator[Block]:
    """List the subjects with the answers; nothing if there are none."""
    if found:
        yield note(here.say("To confirm again ({n})", n=len(found)))
        yield Block("\n".join(_line(here, each) for each in found[:PAGE]))


def _line(here: Here, each: Lapsed) -> str:
    say, items = here.say, here.world.trial.vocabulary
    names = [say.text(items[name].name) for name in each.items if name in items]
    return f"{heading(say, each.id)} · {say.listed(names)}"


def rows_to_confirm(here: Here, found: Sequence[Lapsed]) -> list[Row]:
    """Lead to each screening."""
    return packed([_to_confirm(here, each) for each in found[:PAGE]])


def _to_confirm(here: Here, each: Lapsed) -> Button:
    label = here.say("Confirm: {answer}", answer=heading(here.say, each.id))
    return Button(shortened(label, LABEL_WIDTH), Open(each.id, each.seq))
