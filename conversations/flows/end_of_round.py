"""The end of a ward round: what is still open, whose it is, and what waits elsewhere."""

from conversations.acts import Go
from conversations.acts_of_ward_rounds import EndRound, ShowPicks, Visit
from conversations.beds import with_bed
from conversations.case import Case, make_case
from conversations.here import Here
from conversations.places_of_ward_rounds import EndOfRound
from conversations.screen import LABEL_WIDTH, Block, Button, Row, note, packed, shortened, title
from conversations.walking import gone, round_today
from conversations.ward_round_words import gone_words, left_words, standing_words
from conversations.ward_rounds import Stop, WardRound
from conversations.words.heading import heading
from conversations.words.pages import PAGE, page_note, page_turns, within
from conversations.words.verdict import investigator_words


def words(here: Here, place: EndOfRound) -> tuple[Block, ...]:
    """Give each subject with how it stands and what is left of it."""
    say, walked = here.say, _round(here)
    page, shown = _shown(walked, place)
    return (
        title(say("End of the round ({n})", n=len(walked.stops))),
        *page_note(say, page, len(walked.stops)),
        *[Block("\n".join(_left(here, each))) for each in shown],
        note(investigator_words(say)),
    )


def rows(here: Here, place: EndOfRound) -> tuple[Row, ...]:
    """Lead back to each subject, to the list, and away."""
    say, walked = here.say, _round(here)
    page, shown = _shown(walked, place)
    codes = [
        Button(shortened(heading(say, each.screening), LABEL_WIDTH), Visit(each.screening))
        for each in shown
    ]
    return (
        *packed(codes),
        *page_turns(say, page, len(walked.stops), lambda n: Go(EndOfRound(n))),
        (Button(say("‹ List"), ShowPicks()), Button(say("End the round"), EndRound(), "primary")),
    )


def _left(here: Here, stop: Stop) -> list[str]:
    """Give one subject: how it stands, then what is left, whose and where."""
    say, world = here.say, here.world
    screening, why = world.records.screening(stop.screening), gone(world, stop)
    case = make_case(world, screening) if screening and not screening.voided else None
    told = [with_bed(say, world, stop.screening)]
    if isinstance(case, Case):
        told.append(standing_words(say, case))
    if why is not None:
        told.append(gone_words(say, world, stop, why))
    left = left_words(say, case) if isinstance(case, Case) else ()
    return [" · ".join(told), *(f"   {line}" for line in left)]


def _shown(walked: WardRound, place: EndOfRound) -> tuple[int, tuple[Stop, ...]]:
    page = within(place.page, len(walked.stops))
    return page, walked.stops[page * PAGE : (page + 1) * PAGE]


def _round(here: Here) -> WardRound:
    return round_today(here.world, here.focus) or WardRound(here.world.today)
