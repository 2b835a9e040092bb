"""What a turn lets ring, added in its own transaction."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.serving.bells import Bells
from conversations.focus import Focus
from conversations.turn import Reminder, Turn
from ectrial.ledger.ledger import Ledger
from ectrial.site_hours import SiteHours

NOON = datetime(2026, 11, 30, 12, tzinfo=UTC)
LATER = Reminder("12", NOON + timedelta(hours=2))


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    return Ledger.open(tmp_path / "x.db", site="x", via="sandbox", clock=lambda: NOON)


@pytest.fixture
def bells(ledger: Ledger) -> Bells:
    return Bells(ledger.due, SiteHours())


def takes(bells: Bells, person: int = 7, *, is_practice: bool = False, **wants: object) -> None:
    bells.take(Turn(Focus(), **wants), person, NOON, is_practice=is_practice)  # type: ignore[arg-type]


def waiting(bells: Bells) -> list[tuple[int, str]]:
    found = bells.due.waiting(NOON + timedelta(days=1))
    return [(row.person, row.kind) for row in found]


def test_each_is_added_once_and_never_for_its_own_person(bells: Bells) -> None:
    takes(bells, reminders=(Reminder("13", NOON),))
    takes(bells, pushes=(7, 8), reminders=(LATER, Reminder("13", None)))
    takes(bells, pushes=(8, 9))

    assert waiting(bells) == [(8, "news"), (9, "news"), (7, "reminder")]


def test_what_is_over_reminds_nobody(bells: Bells) -> None:
    takes(bells, 7, reminders=(LATER,))
    takes(bells, 8, reminders=(LATER, Reminder("99", LATER.at)))
    takes(bells, 9, over=("12",))

    assert waiting(bells) == [(8, "reminder")]


def test_practice_concerns_no_colleague_and_no_matter_of_the_real_record(bells: Bells) -> None:
    takes(bells, reminders=(LATER,))
    takes(bells, is_practice=True, pushes=(8,), reminders=(LATER,))
    takes(bells, is_practice=True, over=("12",))

    assert waiting(bells) == [(7, "reminder")]
    assert bells.reminders(7, NOON, is_practice=False) == {"12": LATER.at}
    assert bells.reminders(7, NOON, is_practice=True) == {}


def test_what_has_rung_is_no_reminder_any_more(bells: Bells) -> None:
    takes(bells, reminders=(LATER,))

    assert bells.reminders(7, NOON, is_practice=False) == {"12": LATER.at}
    assert bells.reminders(7, NOON + timedelta(hours=3), is_practice=False) == {}
