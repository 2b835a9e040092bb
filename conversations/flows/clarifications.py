"""The cards of readings: our stand on each ambiguity, and what was clarified about it since."""

from dataclasses import replace
from datetime import date

from conversations.acts import Go
from conversations.acts_of_the_trial import WithdrawClarification
from conversations.clarifying import ORIGINS, clarification_words
from conversations.day_rows import day_rows, earlier_day, last_days, no_such_day
from conversations.here import Here
from conversations.needs import LEADING
from conversations.places_of_the_trial import Clarifying, ClarifyingWords, ReadingCard, Readings
from conversations.places_outside import Study
from conversations.rights import may
from conversations.screen import LABEL_WIDTH, Block, Button, Row, lines, note, shortened, title
from conversations.turn import Turn
from conversations.words.pages import PAGE, page_note, page_turns, within
from conversations.words.quotes import moved_on, no_text
from conversations.words.trial_status import full_day
from ectrial.labs.typed_days import read_typed_day
from ectrial.record.entries import Kind, NewEntry


def words(here: Here, place: Readings) -> tuple[Block, ...]:
    """Say what a reading is."""
    say, trial = here.say, here.world.trial
    count = len(trial.readings)
    return (
        title(say("{trial} · readings", trial=trial.id)),
        Block(say("A reading is our stand where the protocol can be read in two ways.")),
        *page_note(say, within(place.page, count), count),
    )


def rows(here: Here, place: Readings) -> tuple[Row, ...]:
    """Give a button for each reading; one that was clarified is marked."""
    say, trial = here.say, here.world.trial
    clarified = {each.reading for each in here.world.records.conduct(trial.id).clarifications}
    page = within(place.page, len(trial.readings))
    shown = trial.readings[page * PAGE : (page + 1) * PAGE]
    labels = [
        f"{each.code}{' ✉' if each.code in clarified else ''} {_about(here, each.code)}"
        for each in shown
    ]
    return (
        *[
            (Button(shortened(label, LABEL_WIDTH), Go(ReadingCard(each.code))),)
            for label, each in zip(labels, shown, strict=True)
        ],
        *page_turns(say, page, len(trial.readings), lambda n: Go(Readings(n))),
        (Button(say("‹ Back"), Go(Study()), "primary"),),
    )


def card_words(here: Here, place: ReadingCard) -> tuple[Block, ...]:
    """Give the reading, where it is applied, and its clarifications."""
    say, trial = here.say, here.world.trial
    reading = trial.reading_by_code.get(place.reading)
    if reading is None:
        return (title(place.reading), Block(say("The version in use has no such reading.")))
    told = here.world.records.conduct(trial.id).clarified([place.reading])
    stand = say.text(reading.tells) if reading.tells else reading.stand
    return (
        title(f"{place.reading} · {_about(here, place.reading)}"),
        Block(stand),
        *lines(*(clarification_words(say, each) for each in told)),
        note(say("A clarification is shown beside the rule: it changes no limit and no verdict.")),
    )


def card_rows(here: Here, place: ReadingCard) -> tuple[Row, ...]:
    """Offer to record a clarification, or to take one back."""
    say, trial = here.say, here.world.trial
    back: Row = (Button(say("‹ Back"), Go(Readings()), "primary"),)
    if not may(here.world.member, LEADING) or place.reading not in trial.reading_by_code:
        return (back,)
    told = here.world.records.conduct(trial.id).clarified([place.reading])
    gone = [
        Button(
            say("Take back: {day}", day=full_day(say, each.day)),
            WithdrawClarification(trial.id, place.reading, each.seq),
        )
        for each in told
    ]
    about = Clarifying(trial.id, place.reading, trial.fingerprint, _last(here, place.reading))
    record = Button(say("Record a clarification…"), Go(about))
    return ((record,), *((each,) for each in gone), back)


def asking_words(here: Here, place: Clarifying) -> tuple[Block, ...]:
    """Ask from whom it came, then of which day it is."""
    say = here.say
    if place.origin is None:
        return (title(place.reading), Block(say("Who clarified it?")))
    hint = say("An earlier day is typed, such as {day}.", day=earlier_day(here))
    return (title(place.reading), Block(say("Of which day is it?")), note(hint))


def asking_rows(here: Here, place: Clarifying) -> tuple[Row, ...]:
    """Offer who it may be, or the last days."""
    say = here.say
    if place.origin is None:
        found = tuple(
            (Button(say(label), Go(replace(place, origin=origin))),)
            for origin, label in ORIGINS.items()
        )
        return (*found, (Button(say("‹ Back"), Go(ReadingCard(place.reading)), "primary"),))
    days = day_rows(here, last_days(here), lambda day: Go(_typing(place, day)))
    return (*days, (Button(say("‹ Back"), Go(replace(place, origin=None)), "primary"),))


def type_day(here: Here, place: Clarifying, text: str) -> Turn:
    """Take a typed day."""
    if place.origin is None:
        return here.stay(no_text(here.say))
    day = read_typed_day(text, here.world.today)
    return here.stay(no_such_day(here)) if day is None else here.to(_typing(place, day))


def typing_words(here: Here, place: ClarifyingWords) -> tuple[Block, ...]:
    """Ask for the words."""
    say = here.say
    origin, day = say(ORIGINS[place.origin]), full_day(say, place.day)
    return (
        title(f"{place.reading} · {origin}, {day}"),
        Block(say("Type what was clarified, as it was written.")),
        note(say("No name and no number of a person. What you type is recorded at once.")),
    )


def typing_rows(here: Here, place: ClarifyingWords) -> tuple[Row, ...]:
    """Lead back to the day."""
    back = Clarifying(place.trial, place.reading, place.under, place.since, place.origin)
    return ((Button(here.say("‹ Back"), Go(back), "primary"),),)


def record_words(here: Here, place: ClarifyingWords, text: str) -> Turn:
    """Record the clarification."""
    trial = here.world.trial
    seen = place.trial, place.under, place.since
    if seen != (trial.id, trial.fingerprint, _last(here, place.reading)):
        return here.to(ReadingCard(place.reading), said=(moved_on(here.say),))
    value = {"day": place.day.isoformat(), "origin": place.origin}
    entry = NewEntry(Kind.CLARIFIED, trial.id, item=place.reading, value=value, text=text)
    turn = here.to(ReadingCard(place.reading), said=(here.say("Recorded."),))
    return replace(turn, entries=(entry,))


def _typing(place: Clarifying, day: date) -> ClarifyingWords:
    if place.origin is None:
        raise LookupError("who clarified it is asked first")
    return ClarifyingWords(place.trial, place.reading, place.under, place.since, place.origin, day)


def _last(here: Here, reading: str) -> int:
    """Give the entry of the last clarification of a reading that stands; 0 if none does."""
    told = here.world.records.conduct(here.world.trial.id).clarified([reading])
    return max((each.seq for each in told), default=0)


def _about(here: Here, code: str) -> str:
    """Name the criteria that are read so."""
    return here.say.listed(each.id for each in here.world.trial.criteria if code in each.readings)
