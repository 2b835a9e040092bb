"""One function for the act about papers: the entry to record, and the file to make."""

from datetime import date, datetime, time, timedelta

from conversations.acts_of_papers import GiveScreeningLog
from conversations.here import Here
from conversations.records import Moments
from conversations.turn import Document, Turn, World
from conversations.words.papers import period_words
from ectrial.record.exports import Export


def give_log(here: Here, act: GiveScreeningLog) -> Turn:
    """Record what is given to whom, as the record is now, and send it as a document."""
    say, world = here.say, here.world
    # a record without any entry has no screening to leave out
    upto = max(1, world.records.head()[0])
    export = Export(act.format, act.recipient, upto, act.since, act.until)
    whom = say("for the sponsor") if act.recipient == "sponsor" else say("for the site")
    period = period_words(here, act.since, act.until)
    caption = " · ".join((say("Screening log of {trial}", trial=world.trial.id), whom, period))
    document = Document("screening_log", caption, export=export)
    entry = export.entry(world.trial.id)
    return Turn(here.focus.at(here.focus.place), (entry,), documents=(document,))


def moments(world: World, since: date | None, until: date | None) -> Moments:
    """Give the moment at which a period begins at the site, and that at which it is over."""
    over = until + timedelta(days=1) if until else None
    return _midnight(world, since), _midnight(world, over)


def _midnight(world: World, day: date | None) -> datetime | None:
    return None if day is None else datetime.combine(day, time(), world.now.tzinfo)
