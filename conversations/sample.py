"""The day of a sample: today unless said otherwise, kept with each number measured in it."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from conversations.case import Case
from conversations.screen import Block, Button, Row, Screen, note, title
from conversations.turn import Focus, Turn
from conversations.words.heading import heading
from ectrial.wording.speech import Say

SAME_SITTING = timedelta(hours=12)
DAYS_OFFERED = 14
DAYS_IN_A_ROW = 3
OLDEST = timedelta(days=366)
_DAY = re.compile(
    r"(?P<year>\d{4})\s*[-/.年]\s*(?P<month>\d{1,2})\s*[-/.月]\s*(?P<day>\d{1,2})\s*日?"
    # without its year `11.2` could be a value, and `5/11` either of two days
    r"|(?P<month_alone>\d{1,2})\s*[-月]\s*(?P<day_alone>\d{1,2})\s*日?"
)


def sample_day(case: Case, focus: Focus) -> date:
    """Give the day that numbers typed now will bear: as said on this card, or just before it.

    What was recorded in an earlier sitting says nothing about today's sample.
    """
    if said := focus.draft.get("day"):
        return date.fromisoformat(said)
    now = case.world.now
    dated = [
        (answer.seq, answer.value["date"])
        for answer in case.screening.answers.values()
        if isinstance(answer.value, dict)
        and "date" in answer.value
        and not answer.restored
        and now - answer.at_utc < SAME_SITTING
    ]
    return date.fromisoformat(max(dated)[1]) if dated else case.world.today


def dated(case: Case, values: Mapping[str, Any], day: date) -> dict[str, Any]:
    """Give the values with the day beside each number that was measured in a sample.

    One that has its day keeps it.
    """
    vocabulary = case.world.trial.vocabulary
    return {
        name: {"date": day.isoformat(), **raw}
        if vocabulary[name].sample and isinstance(raw, dict)
        else raw
        for name, raw in values.items()
    }


def day_words(say: Say, case: Case, day: date) -> str:
    """Give a day as it is spoken of."""
    match (case.world.today - day).days:
        case 0:
            return say("today")
        case 1:
            return say("yesterday")
    return day.isoformat()


def day_button(say: Say, case: Case, focus: Focus) -> Button:
    """Show the sample's day, and lead to another one."""
    day = day_words(say, case, sample_day(case, focus))
    return Button(say("Sample: {day}", day=day), "day")


def day_card(say: Say, case: Case, focus: Focus) -> Screen:
    """Offer the last two weeks; an earlier day is typed."""
    chosen = sample_day(case, focus)
    blocks = (
        title(heading(say, case)),
        Block(say("When was the sample taken?")),
        note(say("An earlier day is typed, such as {day}.", day=_earlier(case).isoformat())),
    )
    days = [case.world.today - timedelta(days=ago) for ago in range(DAYS_OFFERED)]
    buttons = [
        Button(f"{'• ' if day == chosen else ''}{_label(say, case, day)}", f"d{ago}")
        for ago, day in enumerate(days)
    ]
    rows: list[Row] = [tuple(buttons[:2])]
    rest = buttons[2:]
    rows += [
        tuple(rest[start : start + DAYS_IN_A_ROW]) for start in range(0, len(rest), DAYS_IN_A_ROW)
    ]
    return Screen(blocks, (*rows, (Button(say("‹ Back"), "back"),)))


def day_tap(say: Say, case: Case, focus: Focus, act: str) -> Turn | None:
    """Take a day, and go back to where it was asked for."""
    if act == "back":
        return Turn(_returned(focus))
    if act.startswith("d") and act[1:].isdigit() and int(act[1:]) < DAYS_OFFERED:
        return Turn(_returned(focus, case.world.today - timedelta(days=int(act[1:]))))
    return None


def ask_day(focus: Focus) -> Focus:
    """Go to the card of days, with all that the present card has drafted."""
    return replace(focus, view="day", draft={**focus.draft, "from": focus.view}, said=())


def type_day(say: Say, case: Case, focus: Focus, text: str) -> Turn:
    """Take a typed day; one that is not clear, or lies ahead, is asked again."""
    day = read_day(text, case.world.today)
    if day is None:
        sentence = say(
            "I could not read a day up to today. Type it like {day}.", day=_earlier(case)
        )
        return Turn(replace(focus, said=(sentence,)))
    return Turn(_returned(focus, day))


def read_day(text: str, today: date) -> date | None:
    """Read a day of the last year, with or without its year; None for anything else.

    >>> today = date(2026, 1, 5)
    >>> [str(read_day(text, today)) for text in ("2025/12/30", "12月30日", "1-6", "5/11")]
    ['2025-12-30', '2025-12-30', '2025-01-06', 'None']
    """
    found = _DAY.fullmatch(unicodedata.normalize("NFKC", text).strip())
    if found is None:
        return None
    years = [int(found["year"])] if found["year"] else [today.year, today.year - 1]
    month, number = found["month"] or found["month_alone"], found["day"] or found["day_alone"]
    for year in years:
        try:
            day = date(year, int(month), int(number))
        except ValueError:
            continue
        if is_recent(day, today):
            return day
    return None


def is_recent(day: date, today: date) -> bool:
    """Whether a sample may be of that day: within the last year, and not ahead."""
    return today - OLDEST <= day <= today


def _returned(focus: Focus, day: date | None = None) -> Focus:
    draft = {name: value for name, value in focus.draft.items() if name != "from"}
    if day is not None:
        draft["day"] = day.isoformat()
    return replace(focus, view=focus.draft.get("from", "question"), draft=draft, said=())


def _earlier(case: Case) -> date:
    return case.world.today - timedelta(days=DAYS_OFFERED)


def _label(say: Say, case: Case, day: date) -> str:
    words = day_words(say, case, day)
    return f"{day:%m-%d}" if words == day.isoformat() else words.capitalize()
