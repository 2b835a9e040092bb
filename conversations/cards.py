"""The card of a chat, computed from the record: its words, and the buttons a person may use."""

from itertools import takewhile
from typing import get_args

from conversations.anew import under_code
from conversations.beside_the_buttons import beside_the_buttons
from conversations.case import Case
from conversations.focus import Focus
from conversations.here import Here
from conversations.just_said import with_what_still_holds
from conversations.notes import new_note_rows
from conversations.places import WithoutScreening
from conversations.places_of_ward_rounds import AtABed, GoneStop
from conversations.registry import FLOWS
from conversations.rescreening import repeated_here
from conversations.rights import within_rights
from conversations.screen import Row, Screen, lines, note, title
from conversations.shares import new_share_rows
from conversations.shifts import new_shift_rows
from conversations.standing import standing, waiting_rows
from conversations.to_do import new_to_do_rows
from conversations.trial_status import halt_line
from conversations.turn import World
from conversations.unrecorded import is_not_left
from conversations.ways_to_the_round import back_to_the_stop
from conversations.what_follows import new_answer_rows

WITHOUT_SCREENING = get_args(WithoutScreening)


def show(world: World, focus: Focus) -> Screen:
    """Compute the card from the record; what was just said stands below the card's titles.

    While the trial is not open, that stands before all but the card's first line.
    """
    here = standing(world, with_what_still_holds(world, focus))
    place = here.focus.place
    flow = FLOWS[type(place)]
    first, *rest = flow.words(here, place)
    if world.says_trial and world.trial.id not in first.text:
        # a card of one of several trials says which
        first = title(f"{world.trial.id} · {first.text}")
    if world.practice:
        first = title(here.say("PRACTICE · {subject}", subject=first.text))
    if is_of_cut_list(here):
        first = title(here.say("{subject} · criteria incomplete", subject=first.text))
    titles = sum(1 for _ in takewhile(lambda block: block.look == "title", rest))
    said = () if flow.tells else lines(*here.focus.said)
    halted = halt_line(here)
    repeated = [note(each) for each in (repeated_here(here),) if each]
    above = (first, *([title(halted)] if halted else []), *rest[:titles], *repeated)
    blocks = (*above, *said, *rest[titles:])
    return Screen((*blocks, *beside_the_buttons(here, place)), _rows(here))


def is_of_cut_list(here: Here) -> bool:
    """Whether the card is of a screening whose trial has criteria that are not in its file."""
    is_of_screening = not isinstance(here.focus.place, WITHOUT_SCREENING)
    return is_of_screening and isinstance(here.found, Case) and here.found.trial.incomplete


def _rows(here: Here) -> tuple[Row, ...]:
    """Give the buttons that the person may use."""
    return within_rights(here.world.member, every_row(here))


def every_row(here: Here) -> tuple[Row, ...]:
    """Give the buttons of the card, below those that lead to new work and to waiting drafts."""
    place = here.focus.place
    rows = FLOWS[type(place)].rows(here, place)
    if here.world.member.is_guest or is_not_left(here):
        return rows
    if here.focus.anew and isinstance(here.found, Case):
        rows = under_code(here.found, rows)
    if isinstance(place, AtABed | GoneStop):
        # at a bed there is no room for news: the end of the round and all other cards have them
        return (*waiting_rows(here), *rows)
    new = (new_to_do_rows, new_shift_rows, new_note_rows, new_answer_rows, new_share_rows)
    led = (row for of in new for row in of(here))
    return (*led, *waiting_rows(here), *back_to_the_stop(here), *rows)
