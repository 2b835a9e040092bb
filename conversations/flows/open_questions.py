"""What fails and what is open beyond what the card of the verdict has room for."""

from conversations.acts import Go
from conversations.deciding import deciding, opening_row
from conversations.flows import verdict
from conversations.flows.verdict import OPENABLE
from conversations.here import Here
from conversations.places import OpenQuestions, Verdict
from conversations.screen import Block, Button, Row, note, title
from conversations.words.heading import heading
from conversations.words.pages import PAGE, page_note, page_turns, within


def words(here: Here, place: OpenQuestions) -> tuple[Block, ...]:
    """Say how they are ordered; the verdict when none are left."""
    say, case = here.say, here.case
    rest = deciding(case)[OPENABLE:]
    if not rest:
        return verdict.words(here, Verdict())
    return (
        title(heading(say, case.id)),
        Block(say("What fails, then what is open, most decisive first. Tap one to answer it.")),
        *page_note(say, within(place.page, len(rest)), len(rest)),
        *map(note, here.focus.said),
    )


def rows(here: Here, place: OpenQuestions) -> tuple[Row, ...]:
    """Give each of them; the verdict's own buttons when none are left."""
    say, case = here.say, here.case
    rest = deciding(case)[OPENABLE:]
    if not rest:
        return verdict.rows(here, Verdict())
    page = within(place.page, len(rest))
    here_again = OpenQuestions(page)
    shown = rest[page * PAGE : (page + 1) * PAGE]
    return (
        *[opening_row(say, here_again, each) for each in shown],
        *page_turns(say, page, len(rest), lambda other: Go(OpenQuestions(other))),
        (Button(say("‹ Back"), Go(Verdict()), "primary"),),
    )
