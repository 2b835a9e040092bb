"""Open items in words: why they are open, who settles them, until when, and their threads."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from conversations.answers import asked_items
from conversations.asking_allowed import may_be_asked
from conversations.case import Case
from conversations.turn import World
from conversations.words.days import short_day
from conversations.words.own import quoted
from conversations.words.people import person_words, role_words
from ectrial.record.entries import JSON, Kind, Reason
from ectrial.record.queries import Closing, Query, Why
from ectrial.record.threads import ThreadLine
from ectrial.wording.speech import Say, marked

WHYS: dict[Why, str] = {
    "pending": marked("Pending"),
    "not_done": marked("Not done"),
    "unknown": marked("Unknown"),
    "check": marked("To be checked"),
}
REASONS: dict[Reason, str] = {
    Reason.DELAYED: marked("The result is not ready"),
    Reason.RESCHEDULED: marked("The examination was moved"),
    Reason.OTHER: marked("Other reason"),
}
CLOSINGS: dict[Closing, str] = {
    "answered": marked("closed: answered"),
    "not_needed": marked("closed: not needed any more"),
    "no_consent": marked("closed: no signed consent"),
    "withdrawn": marked("withdrawn"),
    "checked": marked("closed: checked"),
}
MOST_LINES = 8
MOST_NAMED = 3  # items of one card


def why_words(say: Say, why: Why) -> str:
    """Say why an item is open."""
    return say(WHYS[why])


def item_words(say: Say, case: Case, item: str) -> str:
    """Name an item behind its criterion; one that the version does not have, as recorded.

    What is asked stands for its card: a few items of it are all named, while none is known.
    """
    if item not in case.vocabulary:
        return item
    question = case.trial.question_of.get(item)
    beside = [] if question is None else asked_items(question)
    open_ = [each for each in beside if _is_open(case, each.id)] or beside
    is_few = item in [each.id for each in open_] and len(open_) <= MOST_NAMED
    named = open_ if is_few else [case.vocabulary[item]]
    criterion = (question and question.criterion) or ""
    names = say.listed(say.text(each.name) for each in named)
    return f"{criterion} {names}".strip()


def _is_open(case: Case, item: str) -> bool:
    return not case.facts.is_stated(item) and may_be_asked(case, item)


def owner_words(say: Say, world: World, person: int) -> str:
    """Name who settles an item, and who is asked while that person is away."""
    name = _person(say, world, person)
    instead = world.team.asked_instead_of(person, world.today)
    if instead != person:
        cover = _person(say, world, instead)
        return say("{name}, away: {cover}", name=name, cover=cover)
    member = world.team.members.get(person)
    if member is not None and member.is_away_on(world.today):
        return say("{name}, away", name=name)
    return name


def due_words(say: Say, today: date, due: date) -> str:
    """Give a day to come in few words; a day that has passed is marked."""
    if due < today:
        return say("⚠️ since {day}", day=short_day(say, today, due))
    if due == today:
        return say("today")
    if due - today == timedelta(days=1):
        return say("tomorrow")
    return short_day(say, today, due)


def query_words(say: Say, case: Case, query: Query) -> str:
    """Give an open item in one line: its name, why, who and when."""
    told = [why_words(say, query.why), owner_words(say, case.world, query.assignee)]
    if query.due is not None:
        told.append(due_words(say, case.world.today, query.due))
    name = item_words(say, case, query.item)
    return say("{name}: {answer}", name=name, answer=" · ".join(told))


def thread_words(say: Say, world: World, query: Query) -> Iterable[str]:
    """Give the latest lines of a thread: when, who, and what was done or said."""
    # a monitor reads no notes of the site, but what is said about the own queries
    has_texts = world.member.role != "monitor" or query.why == "check"
    left_out = max(0, len(query.thread) - MOST_LINES)
    if left_out:
        yield say("{n} earlier lines are in the record.", n=left_out)
    for each in query.thread[left_out:]:
        who = _author(say, world, each)
        told = _told(say, world, each, has_texts=has_texts)
        line = say("{name}: {answer}", name=who, answer=told)
        yield f"{when_words(world, each.at_utc)} {line}"


def _author(say: Say, world: World, line: ThreadLine) -> str:
    """Give who did it: by name if colleagues know one, else by the role at that time."""
    if line.actor == world.actor:
        return say("me")
    member = world.team.members.get(line.actor)
    if member is None or not member.name:
        return role_words(say, line.role)
    return person_words(say, world, line.actor)


def _person(say: Say, world: World, person: int) -> str:
    return say("me") if person == world.actor else person_words(say, world, person)


def when_words(world: World, at_utc: datetime) -> str:
    """Give the time of today, or the day with it."""
    at = world.at_site(at_utc)
    return f"{at:%H:%M}" if at.date() == world.today else f"{at:%Y-%m-%d %H:%M}"


def _told(say: Say, world: World, line: ThreadLine, *, has_texts: bool) -> str:
    match line.kind:
        case Kind.QUERY_OPENED:
            told = [say("asks {person}", person=_person(say, world, line.value["assignee"]))]
            told += _days(say, world, line.value) if line.value["due"] else []
        case Kind.QUERY_CHANGED:
            told = _changes(say, world, line)
        case Kind.QUERY_CLOSED:
            why = line.value["why"]
            told = [say(CLOSINGS[why])]
        case Kind.QUERY_REOPENED:
            told = [say("open again")]
        case Kind.QUERY_SAID if line.value:
            told = [say("corrected the answer")]
        case _:
            told = []
    words = quoted(say, line.text) if has_texts else say("a note of the site")
    return " · ".join([*told, *([words] if line.text else [])])


def _changes(say: Say, world: World, line: ThreadLine) -> list[str]:
    told = []
    if "assignee" in line.value:
        person = _person(say, world, line.value["assignee"])
        told.append(say("now with {person}", person=person))
    if "why" in line.value:
        told.append(why_words(say, line.value["why"]))
    if "due" in line.value:
        told += _days(say, world, line.value)
    if line.reason in REASONS:
        told.append(say(REASONS[line.reason]))
    return told


def _days(say: Say, world: World, value: JSON) -> list[str]:
    if value["due"] is None:
        return [say("no day any more")]
    day = date.fromisoformat(value["due"])
    return [say("by {day}", day=short_day(say, world.today, day))]
