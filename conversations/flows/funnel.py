"""The funnel: how many subjects came how far, in words on the card, and as a picture."""

from conversations.acts import Go
from conversations.acts_of_papers import GiveScreeningLog, ShowFunnel
from conversations.here import Here
from conversations.periods import moments, period_row, typed_period
from conversations.places_of_papers import ScreeningFunnel, ScreeningLog
from conversations.places_outside import Home
from conversations.screen import Block, Button, Row, fold, lines, note, title
from conversations.turn import Turn
from conversations.words.papers import Period, period_words
from ectrial.papers.funnel_sheet import Sheet, sheet_of
from ectrial.papers.funnel_text import step_lines, table_lines
from ectrial.wording.advisories import incomplete_words


def words(here: Here, place: ScreeningFunnel) -> tuple[Block, ...]:
    """Tell each step of the way, then the criteria for which subjects were not eligible.

    The first count is a title: a phone that is not high shows the end of a card, and its titles.
    """
    say, trial, sheet = here.say, here.world.trial, _sheet(here, place)
    screened, *rest = step_lines(sheet, say)
    criteria = "\n".join((sheet.table, *table_lines(sheet))) if sheet.lines else ""
    return (
        title(sheet.title),
        title(screened),
        *lines(*rest),
        *map(Block, sheet.about),
        *([fold(criteria)] if criteria else []),
        *lines(incomplete_words(say) if trial.incomplete else ""),
        *map(note, sheet.notes),
        note(say("Type a month or days: {days}", days="2026-03, 2026-01-01 2026-03-31")),
    )


def rows(here: Here, place: ScreeningFunnel) -> tuple[Row, ...]:
    """Give the periods, then the log that it counts."""
    say = here.say
    return (
        period_row(here, (place.since, place.until), _to),
        *(_pictures(here, place) if "png" not in here.world.lacking else ()),
        (
            Button(say("Screening log ›"), Go(ScreeningLog(0, place.since, place.until))),
            Button(say("Home"), Go(Home())),
        ),
    )


def _pictures(here: Here, place: ScreeningFunnel) -> tuple[Row, ...]:
    say, days = here.say, (place.since, place.until)
    return (
        (Button(say("As a picture"), ShowFunnel(*days)),),
        (
            Button(say("Site: PNG"), GiveScreeningLog("png", "site", *days)),
            Button(say("Sponsor: PNG"), GiveScreeningLog("png", "sponsor", *days)),
        ),
    )


def typed(here: Here, _: ScreeningFunnel, text: str) -> Turn:
    """Take a period; nothing else is kept."""
    taken = typed_period(here, text, _to)
    return taken or here.stay(here.say("Please use the buttons, or type a month or days."))


def _to(period: Period) -> ScreeningFunnel:
    return ScreeningFunnel(*period)


def _sheet(here: Here, place: ScreeningFunnel) -> Sheet:
    say, world = here.say, here.world
    between = moments(world, place.since, place.until)
    criteria = world.trial.criterion_by_id

    def titles(criterion: str) -> str:
        found = criteria.get(criterion)
        return say.text(found.title) if found else ""

    about = (period_words(here, place.since, place.until),)
    return sheet_of(world.records.log.persons(between), about, titles, say)
