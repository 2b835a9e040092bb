"""The card of rarely needed actions."""

from conversations.acts import Go, GoOn, Reorder, ShowList
from conversations.case import newer_version
from conversations.here import Here
from conversations.places_of_consent import ConsentCard
from conversations.places_of_notes import NoteList
from conversations.places_of_papers import WorksheetCard
from conversations.places_of_sharing import Sharing
from conversations.places_of_signing import Deviations
from conversations.places_of_what_follows import StudyTeamCard
from conversations.places_outside import Study, SubjectCode
from conversations.places_to_look_at import Clearing, More, Moving, Review, Verdict, Voiding
from conversations.screen import Block, Button, Row, title
from conversations.shares import may_be_shared
from conversations.ways_to_other_trials import way_there
from conversations.words.heading import heading
from ectrial.record.entries import Order


def words(here: Here, place: More) -> tuple[Block, ...]:
    """Show whose screening it is."""
    return (title(heading(here.say, here.case.id)),)


def rows(here: Here, place: More) -> tuple[Row, ...]:
    """Put the way back at the position of *More*, and far from it what sets answers aside.

    Confirming buttons (`setting_aside`) never have these positions, counted from either end.
    """
    say, case = here.say, here.case
    is_quick = case.screening.order == "quick"
    order = say("Protocol order") if is_quick else say("Quick order (excludes soonest)")
    other: Order = "protocol" if is_quick else "quick"
    newer = newer_version(case)
    move = say("Protocol version {new} ›", new=newer.version) if newer else ""
    return (
        (
            Button(say("Verdict so far"), Go(Verdict())),
            Button(say("Check answers"), Go(Review())),
        ),
        (Button(say("Clear answers…"), Go(Clearing()), "danger"),),
        (Button(say("Void this screening"), Go(Voiding()), "danger"),),
        (Button(order, Reorder(case.id, other)),),
        (Button(say("Deviation already made…"), Go(Deviations())),),
        (
            Button(say("Consent ›"), Go(ConsentCard())),
            Button(say("Notes ›"), Go(NoteList())),
            Button(say("Print ›"), Go(WorksheetCard())),
        ),
        (
            Button(say("Study team ›"), Go(StudyTeamCard())),
            *([Button(say("Share ›"), Go(Sharing()))] if may_be_shared(case) else []),
        ),
        *([(Button(move, Go(Moving())),)] if move else []),
        *way_there(say, case),
        (
            Button(say("New ›"), Go(SubjectCode())),
            Button(say("List"), ShowList(0)),
            Button(say("The trial"), Go(Study())),
        ),
        (Button(say("‹ Back"), GoOn(case.id), "primary"),),
    )
