"""The screening log in words: its periods, and what came of a screening."""

from collections.abc import Mapping
from datetime import date, timedelta

from conversations.here import Here
from conversations.words.days import short_day
from ectrial.papers.outcomes import Outcome
from ectrial.wording.event_days import MONTHS
from ectrial.wording.speech import Say, marked

OUTCOMES: Mapping[Outcome, str] = {
    "ENROLLED": marked("enrolled"),
    "SCREEN_FAILURE": marked("not eligible"),
    "DECLINED": marked("declined"),
    "OTHER": marked("not enrolled for another reason"),
    "NOT_APPROACHED": marked("eligible, not approached yet"),
    "IN_SCREENING": marked("in screening"),
    "VOIDED": marked("voided, not counted"),
}
"""What came of a screening, in the order in which a card tells it."""
IN_SHORT: Mapping[Outcome, str] = {
    "ENROLLED": marked("✅ enrolled"),
    "SCREEN_FAILURE": marked("⛔ not eligible"),
    "DECLINED": marked("✋ declined"),
    "OTHER": marked("➖ not enrolled"),
    "NOT_APPROACHED": marked("✅ eligible"),
    "IN_SCREENING": marked("❓ in screening"),
    "VOIDED": marked("🚫 voided"),
}

Period = tuple[date | None, date | None]
Month = tuple[date, date]


def period_words(here: Here, since: date | None, until: date | None) -> str:
    """Name a period by its first and last day."""
    say, today = here.say, here.world.today
    first = since and short_day(say, today, since)
    last = until and short_day(say, today, until)
    if first and last:
        return say("{first} to {last}", first=first, last=last)
    if first:
        return say("since {day}", day=first)
    return say("until {day}", day=last) if last else say("All screenings")


def month_words(say: Say, day: date) -> str:
    """Name the month of a day, as short as on a button."""
    return f"{day.month}月" if say.language == "zh" else MONTHS[day.month - 1]


def this_month(today: date) -> Month:
    """Give the days of this month until today.

    >>> this_month(date(2026, 11, 23))
    (datetime.date(2026, 11, 1), datetime.date(2026, 11, 23))
    """
    return today.replace(day=1), today


def last_month(today: date) -> Month:
    """Give the days of the month before.

    >>> last_month(date(2026, 3, 31))
    (datetime.date(2026, 2, 1), datetime.date(2026, 2, 28))
    """
    end = today.replace(day=1) - timedelta(days=1)
    return end.replace(day=1), end
