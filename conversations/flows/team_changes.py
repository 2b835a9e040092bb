"""The cards that ask before a colleague is changed, removed, or reported for a lost phone."""

from datetime import date, timedelta

from conversations.acts import Go
from conversations.acts_of_the_team import Remove, ReportLost, SetTerms
from conversations.colleagues import covers, lasts_with, may_change, may_set, roles_to_give
from conversations.coming_days import no_day_to_come, read_last_day
from conversations.here import Here
from conversations.open_work import open_work
from conversations.places_of_the_team import ChangingRole, Colleague, LastDay, LostPhone, Removing
from conversations.screen import Block, Button, Row, note, packed, title
from conversations.turn import Turn
from conversations.words.days import short_day
from conversations.words.pages import PAGE, page_turns
from conversations.words.people import person_words, role_words
from conversations.words.team import on_a_button, way_back_words
from ectrial.record.team import TASKS_OF, Member, Terms

BESIDE_WORDS = 22
"""Letters of a name on a button that says something else as well."""


def role_words_of(here: Here, place: ChangingRole) -> tuple[Block, ...]:
    """Ask for the new role."""
    told = note(here.say("A new role begins with all of its tasks."))
    return (_title(here, place.person), Block(here.say("Which role?")), told)


def role_rows(here: Here, place: ChangingRole) -> tuple[Row, ...]:
    """Offer every other role that the person may give."""
    member = _settable(here, place.person)
    if member is None:
        return (_back(here, place.person),)
    terms = member.terms
    roles = [
        Button(
            role_words(here.say, each),
            SetTerms(member.person, member.last, each, TASKS_OF[each], terms.since, terms.until),
        )
        for each in roles_to_give(here.world)
        if each != member.role
    ]
    return (*[(each,) for each in roles], _back(here, place.person))


def last_day_words(here: Here, place: LastDay) -> tuple[Block, ...]:
    """Ask for the last day, or show the day that was typed."""
    say = here.say
    if place.day is not None:
        asked = say("Last day {day}?", day=place.day.isoformat())
        return (_title(here, place.person), Block(asked))
    return (
        _title(here, place.person),
        Block(say("Until when? Choose, or type the last day.")),
        note(say("From the day after, the bot treats this person as a stranger.")),
    )


def last_day_rows(here: Here, place: LastDay) -> tuple[Row, ...]:
    """Offer usual last days, or the day that was typed."""
    say, today = here.say, here.world.today
    member = _settable(here, place.person)
    if member is None:
        return (_back(here, place.person),)
    if place.day is not None:
        label = say("Until {day}", day=short_day(say, today, place.day))
        return ((_until(member, label, place.day, "primary"),), _back(here, place.person))
    days = [
        _until(member, say("Until {day}", day=short_day(say, today, each)), each)
        for each in _usual(today)
    ]
    never = _until(member, say("No last day"), None)
    return (*packed(days), (never,), _back(here, place.person))


def type_last_day(here: Here, place: LastDay, text: str) -> Turn:
    """Take a typed day, which is shown before it is recorded."""
    day = read_last_day(text, here.world.today)
    if day is None:
        return here.stay(no_day_to_come(here.say, text, here.world.today))
    return here.to(LastDay(place.person, day))


def removing_words(here: Here, place: Removing) -> tuple[Block, ...]:
    """Say what removing means, and how much open work somebody must take."""
    say, work = here.say, open_work(here.world.records, place.person)
    asked = say("Take this person out of the team, at once?")
    if not work:
        return (_title(here, place.person), Block(asked), note(say("There is no open work.")))
    return (
        _title(here, place.person),
        Block(asked),
        Block(say("Open work: {n}. Who takes it?", n=work)),
    )


def removing_rows(here: Here, place: Removing) -> tuple[Row, ...]:
    """Offer to keep the person first, then each colleague who may take the open work."""
    say, world, person = here.say, here.world, place.person
    keep: Row = (Button(say("Keep"), Go(Colleague(person)), "primary"),)
    member = _changeable(here, person)
    if member is None or not lasts_with(world, person, None):
        return (keep,)
    if not open_work(world.records, person):
        return (keep, (Button(say("Remove"), Remove(person, member.last, None), "danger"),))
    takers = covers(world, person)
    shown = takers[place.page * PAGE : (place.page + 1) * PAGE]
    turns = page_turns(say, place.page, len(takers), lambda n: Go(Removing(person, n)))
    return (keep, *[_taker(here, member, each) for each in shown], *turns)


def lost_words(here: Here, place: LostPhone) -> tuple[Block, ...]:
    """Say what reporting a lost phone means."""
    say = here.say
    return (
        _title(here, place.person),
        Block(say("Is this person's phone lost, or in other hands?")),
        note(say("Nobody gets further on it without a proof of who it is.")),
        note(way_back_words(say, here.world, place.person)),
    )


def lost_rows(here: Here, place: LostPhone) -> tuple[Row, ...]:
    """Offer to report it; "no" is at the position of a second tap by mistake."""
    member = here.world.team.members.get(place.person)
    no: Row = (Button(here.say("No"), Go(Colleague(place.person)), "primary"),)
    if member is None or place.person in here.world.lost:
        return (no,)
    yes = Button(here.say("Yes, report it lost"), ReportLost(place.person, member.last), "danger")
    return (no, (yes,))


def _usual(today: date) -> list[date]:
    """Give the ends of this month, of the next one, and of the year."""
    first = (today.replace(day=1) + timedelta(days=32)).replace(day=1)
    second = (first + timedelta(days=32)).replace(day=1)
    ends = [each - timedelta(days=1) for each in (first, second)]
    return sorted({*ends, date(today.year, 12, 31)})


def _until(member: Member, label: str, day: date | None, style: str = "plain") -> Button:
    terms = Terms(member.role, member.tasks, member.terms.since, day)
    act = SetTerms(member.person, member.last, terms.role, terms.tasks, terms.since, terms.until)
    return Button(label, act, "primary" if style == "primary" else "plain")


def _taker(here: Here, member: Member, taker: Member) -> Row:
    name = on_a_button(here.say, here.world, taker.person, BESIDE_WORDS)
    act = Remove(member.person, member.last, taker.person)
    return (Button(here.say("Remove → {name}", name=name), act, "danger"),)


def _changeable(here: Here, person: int) -> Member | None:
    member = here.world.team.members.get(person)
    return member if member is not None and may_change(here.world, member) else None


def _settable(here: Here, person: int) -> Member | None:
    member = _changeable(here, person)
    return member if member is not None and may_set(here.world, member) else None


def _title(here: Here, person: int) -> Block:
    return title(person_words(here.say, here.world, person))


def _back(here: Here, person: int) -> Row:
    return (Button(here.say("‹ Back"), Go(Colleague(person))),)
