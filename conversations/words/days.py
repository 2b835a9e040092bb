"""The day of a sample in words, as used on every card and in every text."""

from collections.abc import Iterable
from datetime import date, datetime

from conversations.case import Case
from ectrial.given import given
from ectrial.labs.typed_moments import comes_twice
from ectrial.wording.event_days import MONTHS
from ectrial.wording.speech import Say


def day_words(say: Say, today: date, day: date) -> str:
    """Give a day with its distance from today: "20 Oct (39 days ago)"."""
    ago = (today - day).days
    match ago:
        case 0:
            return say("today")
        case 1:
            return say("yesterday")
    return say("{day} ({n} days ago)", day=short_day(say, today, day), n=ago)


def short_day(say: Say, today: date, day: date) -> str:
    """Give a day without its distance from today; with its year if that is not this year."""
    is_this_year = day.year == today.year
    if say.language == "zh":
        return f"{'' if is_this_year else f'{day.year}年'}{day.month}月{day.day}日"
    return f"{day.day} {MONTHS[day.month - 1]}{'' if is_this_year else f' {day.year}'}"


def clock_words(local: datetime) -> str:
    """Give a time on the wall of the site; with its offset where the clock shows it twice a day.

    >>> from zoneinfo import ZoneInfo
    >>> there = ZoneInfo("America/New_York")
    >>> [clock_words(datetime(2027, 11, 7, n, 30, tzinfo=there)) for n in (1, 2)]
    ['01:30 (UTC-04:00)', '02:30']
    """
    if not comes_twice(local):
        return f"{local:%H:%M}"
    return f"{local:%H:%M} (UTC{local.isoformat()[-6:]})"


def sampled_words(say: Say, today: date, day: date) -> str:
    """Say when a sample was taken."""
    return say("Sampled {day}", day=day_words(say, today, day))


def later_counts(say: Say, case: Case, items: Iterable[str]) -> tuple[str, ...]:
    """Say which numbers do not count because a later sample is recorded."""
    names = say.listed(say.text(case.vocabulary[item].name) for item in items)
    return (say("A later sample is recorded and counts: {names}.", names=names),) if names else ()


def days_sampled(case: Case, items: Iterable[str]) -> dict[date, list[str]]:
    """Give the recorded items of each sampling day, latest day first."""
    by_day: dict[date, list[str]] = {}
    for item in items:
        if day := given(case.recorded(item)).day:
            by_day.setdefault(day, []).append(item)
    return dict(sorted(by_day.items(), reverse=True))


def samples_words(say: Say, case: Case) -> list[str]:
    """Say which labs come from which sampling day: one line for each day, with full dates.

    Full dates stay right whenever the text is read, also after it was forwarded.
    """
    vocabulary = case.vocabulary
    return [
        say(
            "Sampled {day}: {names}",
            day=day.isoformat(),
            names=say.listed(say.text(vocabulary[item].name) for item in items),
        )
        for day, items in days_sampled(case, vocabulary).items()
    ]
