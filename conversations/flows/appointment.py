"""The cards of an appointment: a day, a time, and why one is moved or cancelled."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

from conversations.acts import Act, Go
from conversations.acts_of_what_follows import Appoint
from conversations.coming_days import no_day_to_come, no_moment_to_come
from conversations.here import Here
from conversations.places_of_what_follows import Appointing, CancellingAppointment, StudyTeamCard
from conversations.screen import Block, Button, Row, lines, note, title
from conversations.steps_of_what_follows import appoint
from conversations.turn import Turn
from conversations.who_and_when import day_off_words
from conversations.words.days import short_day
from conversations.words.heading import heading
from conversations.words.what_follows import CANCELLED, MOVED, appointment_words, time_words
from ectrial.labs.typed_days import read_coming_day
from ectrial.labs.typed_moments import read_coming_moment, read_moment
from ectrial.record.appointments import Appointment
from ectrial.working_days import is_working_day, next_working_day

DAYS_OFFERED, DAYS_IN_A_ROW = 9, 3
HOURS = ((8, 9, 10, 11), (13, 14, 15, 16))
EXAMPLE = time(9, 30)


def words(here: Here, place: Appointing) -> tuple[Block, ...]:
    """Ask for the day, then for the time, then why one that is set is moved."""
    say, world = here.say, here.world
    before, typed_ = standing(here), here.world.today + timedelta(days=1)
    told = [appointment_words(say, world, before)] if before else []
    if place.at is not None:
        asks, hint = say("Moved to {when}. Why?", when=time_words(say, world, place.at)), ""
    elif place.day is not None:
        asks = say("At what time on {day}?", day=short_day(say, world.today, place.day))
        hint = say("Another time is typed, such as {moment}.", moment=f"{EXAMPLE:%H:%M}")
    else:
        example = f"{short_day(say, world.today, typed_)} {EXAMPLE:%H:%M}"
        asks = say("On which day?")
        hint = say("Another time is typed, such as {moment}.", moment=example)
    return (
        title(heading(say, here.case.id)),
        *lines(*told),
        Block(asks),
        *day_off_words(here, place.day),
        *([note(hint)] if hint else []),
    )


def rows(here: Here, place: Appointing) -> tuple[Row, ...]:
    """Offer the next working days, the hours of a day, or the reasons."""
    say = here.say
    team = StudyTeamCard(place.back)
    if place.at is not None:
        day = here.world.at_site(place.at).date()
        back: Act = Go(replace(place, day=day, at=None))
        choices = _reasons(here, place, place.at)
    elif place.day is not None:
        back, choices = Go(replace(place, day=None)), _times(here, place, place.day)
    else:
        back, choices = Go(team), _days(here, place)
    return (*choices, (Button(say("‹ Back"), back, "primary"),))


def _days(here: Here, place: Appointing) -> tuple[Row, ...]:
    say, today, country = here.say, here.world.today, here.world.hours.country
    days = [today] if is_working_day(today, country) else []
    while len(days) < DAYS_OFFERED:
        days.append(next_working_day(days[-1] if days else today, country).day)
    names = {today: say("Today"), today + timedelta(days=1): say("Tomorrow")}
    buttons = [
        Button(names.get(day) or short_day(say, today, day), Go(replace(place, day=day, at=None)))
        for day in days
    ]
    return tuple(
        tuple(buttons[n : n + DAYS_IN_A_ROW]) for n in range(0, DAYS_OFFERED, DAYS_IN_A_ROW)
    )


def _times(here: Here, place: Appointing, day: date) -> tuple[Row, ...]:
    now = here.world.now
    halves = [[datetime.combine(day, time(hour), now.tzinfo) for hour in half] for half in HOURS]
    rows_ = (
        tuple(Button(f"{at:%H:%M}", way_on(here, place, at)) for at in half if at > now)
        for half in halves
    )
    return tuple(row for row in rows_ if row)


def _reasons(here: Here, place: Appointing, at: datetime) -> tuple[Row, ...]:
    say, case = here.say, here.case
    of = (case.id, case.screening.last_seq, at)
    return tuple((Button(say(MOVED[why]), Appoint(*of, why, place.back)),) for why in MOVED)


def way_on(here: Here, place: Appointing, at: datetime) -> Go | Appoint:
    """Set a first appointment at once; ask why another one is moved."""
    case, moment = here.case, at.astimezone(UTC)
    if standing(here) is not None:
        return Go(replace(place, day=None, at=moment))
    return Appoint(case.id, case.screening.last_seq, moment, back=place.back)


def typed(here: Here, place: Appointing, text: str) -> Turn:
    """Take a typed day, a typed time of the day that was chosen, or both at once."""
    say, world = here.say, here.world
    day = None if place.at else read_coming_day(text, world.today)
    if day is not None:
        return here.to(replace(place, day=day))
    said = [f"{place.day.isoformat()} {text}", text] if place.day else [text]
    found = (read_coming_moment(each, world.now, EXAMPLE) for each in said)
    at = next((each for each in found if each is not None), None)
    if at is None and place.day is None and read_moment(text, world.now, EXAMPLE) is None:
        return here.stay(no_day_to_come(say, text, world.today))
    if at is None:
        # of a day that was chosen, the time alone is asked for, but another day may be typed
        meant = next((each for each in said if read_moment(each, world.now, EXAMPLE)), said[-1])
        return here.stay(no_moment_to_come(here, meant, EXAMPLE, f"{EXAMPLE:%H:%M}"))
    act = way_on(here, place, at)
    return here.to(act.place) if isinstance(act, Go) else appoint(here, act)


def standing(here: Here) -> Appointment | None:
    """Give the appointment that is set."""
    found = here.case.screening.appointment
    return None if found is None or found.is_cancelled else found


def cancelling_words(here: Here, place: CancellingAppointment) -> tuple[Block, ...]:
    """Ask why it is cancelled."""
    say, found = here.say, standing(here)
    told = [appointment_words(say, here.world, found)] if found else []
    asked = Block(say("Why is it cancelled?"))
    return (title(heading(say, here.case.id)), *lines(*told), asked)


def cancelling_rows(here: Here, place: CancellingAppointment) -> tuple[Row, ...]:
    """Offer the reasons."""
    say, case = here.say, here.case
    back: Row = (Button(say("‹ Back"), Go(StudyTeamCard(place.back)), "primary"),)
    if standing(here) is None:
        return (back,)
    of = (case.id, case.screening.last_seq, None)
    reasons = [(Button(say(CANCELLED[why]), Appoint(*of, why, place.back)),) for why in CANCELLED]
    return (*reasons, back)
