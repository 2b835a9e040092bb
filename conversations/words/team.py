"""People of the team in words: what they may do, until when, by whose authority."""

from datetime import date

from conversations.colleagues import leads_besides
from conversations.screen import LABEL_WIDTH, shortened
from conversations.turn import World
from conversations.words.days import short_day
from conversations.words.people import person_words, role_words, task_words
from ectrial.record.team import Member, Task
from ectrial.wording.speech import Say


def one_line(say: Say, world: World, member: Member) -> str:
    """Give a person in the list of the team: who, as what, and what is missing."""
    marks = [*until_words(say, world, member), *away_words(say, world, member)]
    marks += [trained_words(say, member), authorised_words(say, member)]
    return f"{known_as(say, world, member)}\n  {' · '.join(marks)}"


def known_as(say: Say, world: World, member: Member) -> str:
    """Give a name with its role; without a name, the role stands in its place."""
    known = person_words(say, world, member.person)
    return f"{known} · {role_words(say, member.role)}" if known == member.name else known


def on_a_button(say: Say, world: World, person: int, room: int = LABEL_WIDTH) -> str:
    """Give how colleagues know a person, cut to what fits on a button."""
    return shortened(person_words(say, world, person), room)


def tasks_words(say: Say, tasks: tuple[Task, ...]) -> str:
    """Give tasks in one line."""
    names = say.listed(task_words(say, each) for each in tasks)
    return say("Tasks: {tasks}", tasks=names) if names else say("No tasks")


def until_words(say: Say, world: World, member: Member) -> list[str]:
    """Give the last day, if there is one; and the first, if it is to come."""
    terms, today = member.terms, world.today
    told = []
    if terms.since is not None and terms.since > today:
        told.append(say("from {day}", day=short_day(say, today, terms.since)))
    if terms.until is not None:
        day = short_day(say, today, terms.until)
        is_over = terms.until < today
        told.append(say("ended {day}", day=day) if is_over else say("until {day}", day=day))
    return told


def last_day_words(say: Say, today: date, until: date | None) -> str:
    """Give the last day of a membership, or that there is none."""
    if until is None:
        return say("Last day: none")
    return say("Last day: {day}", day=until.isoformat())


def away_words(say: Say, world: World, member: Member) -> list[str]:
    """Say until when a person is away, and who is asked instead."""
    away = member.away
    if away is None or not member.is_away_on(world.today):
        return []
    day = short_day(say, world.today, away.until)
    if away.cover is None:
        return [say("away until {day}", day=day)]
    cover = person_words(say, world, away.cover)
    return [say("away until {day} → {cover}", day=day, cover=cover)]


def way_back_words(say: Say, world: World, person: int) -> str:
    """Say who lets a person in again whose phone is lost; the operator always can."""
    report = world.lost.get(person)
    if report is not None and report.needs_code:
        return say(
            "The digits of the authenticator app let in again. Is it gone, too: the operator"
            " enrols on the machine (ectrial enrol {number}).",
            number=person,
        )
    if leads_besides(world, person):
        return say(
            "An administrator or the principal investigator lets in again by this card, or the"
            " operator on the machine (ectrial staff found {number}).",
            number=person,
        )
    return say(
        "Nobody else of the team can let in again: the operator does, on the machine"
        " (ectrial staff found {number}).",
        number=person,
    )


def trained_words(say: Say, member: Member) -> str:
    """Say whether the training is confirmed."""
    return say("trained") if member.is_trained else say("not trained")


def authorised_words(say: Say, member: Member) -> str:
    """Say whether the principal investigator authorised the person."""
    return say("authorised") if member.is_authorised else say("not authorised")
