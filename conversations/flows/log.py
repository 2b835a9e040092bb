"""The screening log: counts by outcome, each screening in a line, and all of it as a file."""

from collections.abc import Sequence

from conversations.acts import Act, Go, Open
from conversations.here import Here
from conversations.periods import moments, period_row, typed_period
from conversations.places_of_papers import LogAsFile, ScreeningFunnel, ScreeningLog
from conversations.places_outside import Home
from conversations.screen import (
    LABEL_WIDTH,
    Block,
    Button,
    Row,
    lines,
    note,
    shortened,
    title,
    width,
)
from conversations.turn import Turn
from conversations.words.days import short_day
from conversations.words.heading import heading
from conversations.words.pages import PAGE, page_note, page_turns, within
from conversations.words.papers import OUTCOMES, Period, outcome_in_short, period_words
from ectrial.labs.typed_periods import looks_like_days
from ectrial.record.periods import Moments
from ectrial.record.subjects import ScreeningId
from ectrial.wording.advisories import incomplete_words

EXAMPLE = "2026-03, 2026-01-01 2026-03-31"


def words(here: Here, place: ScreeningLog) -> tuple[Block, ...]:
    """Count the screenings of the period by what came of them; say what may be typed.

    The first count is a title: a phone that is not high shows the end of a card, and its titles.
    """
    say, count = here.say, _count(here, place)
    if place.part:
        told: tuple[str, ...] = (say("{n} with {part} in the code.", n=count, part=place.part),)
    else:
        told = _counted(here, place)
    return (
        title(say("Screening log")),
        title(told[0]),
        *lines(*told[1:]),
        Block(period_words(here, place.since, place.until)),
        *lines(incomplete_words(say) if here.world.trial.incomplete else ""),
        *page_note(say, _page(here, place), count),
        note(
            say(
                "Type a part of a code, a month or days: {days}",
                days="2026-03, 2026-01-01 2026-03-31",
            )
        ),
    )


def rows(here: Here, place: ScreeningLog) -> tuple[Row, ...]:
    """Give each screening of the page with day and outcome, then the periods."""
    page, log = _page(here, place), here.world.records.log
    shown = log.page(_moments(here, place), place.part, PAGE, page * PAGE)

    def at(number: int) -> Act:
        return Go(ScreeningLog(number, place.since, place.until, place.part))

    return (
        *((_line(here, id_),) for id_ in shown),
        *page_turns(here.say, page, _count(here, place), at),
        period_row(here, None if place.part else (place.since, place.until), _to),
        (
            _as_a_file(here, place, shown),
            Button(here.say("Funnel ›"), Go(ScreeningFunnel(place.since, place.until))),
        ),
        (Button(here.say("Home"), Go(Home())),),
    )


def _as_a_file(here: Here, place: ScreeningLog, shown: Sequence[ScreeningId]) -> Button:
    """Lead to the file: of the one subject who was found, else of the period."""
    subjects = {id_.subject for id_ in shown}
    if place.part and len(subjects) == 1 and len(shown) == _count(here, place):
        (subject,) = subjects
        first = here.world.records.episodes(here.world.trial.id, subject)[:1]
        if first:
            return Button(here.say("As a file ›"), Go(LogAsFile(of=first[0].first_seq)))
    return Button(here.say("As a file ›"), Go(LogAsFile(place.since, place.until)))


def typed(here: Here, place: ScreeningLog, text: str) -> Turn:
    """Find by a part of the code, or take a period; what is neither is not kept.

    Where codes look like days without a year, the code that is there is meant.
    """
    parts = here.world.codes.parts(text)
    found = (ScreeningLog(0, place.since, place.until, each) for each in parts)
    with_it = next((each for each in found if _count(here, each)), None)
    if (with_it is None or looks_like_days(text)) and (days := typed_period(here, text, _to)):
        return days
    if not parts:
        return here.stay(here.say("Please use the buttons, or type a subject code."))
    if with_it is None:
        return here.stay(here.say("No screening has that in its code."))
    return here.to(with_it)


def _to(period: Period) -> ScreeningLog:
    return ScreeningLog(0, *period)


def _moments(here: Here, place: ScreeningLog) -> Moments:
    return moments(here.world, place.since, place.until)


def _count(here: Here, place: ScreeningLog) -> int:
    return here.world.records.log.count(_moments(here, place), place.part)


def _page(here: Here, place: ScreeningLog) -> int:
    return within(place.page, _count(here, place))


def _counted(here: Here, place: ScreeningLog) -> tuple[str, ...]:
    """Give how many screenings there are, then each outcome that there is."""
    say, found = here.say, here.world.records.log.outcomes(_moments(here, place))
    screened = sum(count for outcome, count in found.items() if outcome != "VOIDED")
    told = [
        "· " + say("{label}: {count}", label=say(name), count=found[outcome])
        for outcome, name in OUTCOMES.items()
        if found.get(outcome)
    ]
    return (say("Screenings: {n}", n=screened), *told)


def _line(here: Here, id_: ScreeningId) -> Button:
    """Give code, day and outcome of a screening, with the first criterion that failed."""
    say, screening = here.say, here.world.records.screening(id_)
    if screening is None:  # its answers were redacted meanwhile
        return Button(heading(say, id_), Open(id_, 0))
    day = short_day(say, here.world.today, here.world.day_of(screening.opened_at))
    name = id_.subject if id_.episode == 1 else id_.name
    label = _label(name, day, outcome_in_short(say, screening))
    return Button(label, Open(id_, screening.last_seq))


def _label(name: str, day: str, told: str) -> str:
    """Give the label of a line; without room for all, what came of the screening stays."""
    label = " · ".join((name, day, told))
    if width(label) <= LABEL_WIDTH:
        return label
    kept = f" · {shortened(told, LABEL_WIDTH // 2)}"
    return shortened(name, LABEL_WIDTH - width(kept)) + kept
