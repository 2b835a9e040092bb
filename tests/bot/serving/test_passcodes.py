"""Passcodes are hashed before the turn, no more of a share than there are tries."""

from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path

import pytest

from bot.serving.passcodes import Passcodes, hashed
from bot.telegram.updates import Update
from conversations.events import Tapped, Tried, Typed
from conversations.focus import Focus, dump
from conversations.places_of_sharing import GuestPasscode, ShareMade, Sharing
from conversations.turn import Turn
from ectrial.ledger.ledger import Author, Chat, Ledger
from ectrial.record.entries import Kind, NewEntry
from ectrial.record.invites import hash_of
from ectrial.record.shares import MOST_TRIES
from tests.blank_record import blank

GUEST, PASSCODE, SALT = 21, "12345678", b"s" * 16
NOW = datetime(2026, 11, 30, 9, tzinfo=UTC)


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    path = blank(tmp_path / "x.db")
    return Ledger.open(path, site="here", via="telegram", clock=lambda: NOW)


@cache
def its_hash() -> bytes:
    """Give the slow hash of the passcode, once for all tests."""
    return hashed(PASSCODE, SALT)


def waiting(ledger: Ledger) -> Focus:
    """Share something; give where a guest stands who has opened its link."""
    ends = (NOW + timedelta(hours=1)).isoformat()
    value = {"hash": "ab" * 32, "expires_at": ends, "screening": 1, "upto": 1}
    made = ledger.append([NewEntry(Kind.SHARE_MADE, "T", value=value)], Author(7, "admin"))
    assert made
    ledger.passcodes.add(made[0].seq, SALT, its_hash())
    focus = Focus(GuestPasscode(made[0].seq))
    ledger.save_chat(Chat(GUEST, focus=dump(focus)))
    return focus


def typed(number: int, text: str) -> Update:
    return Update(number, GUEST, "en", Typed(text), NOW, sent=number)


@pytest.mark.parametrize(("text", "ok"), [(PASSCODE, True), ("1234 5678", True), ("8" * 8, False)])
async def test_typed_passcode_is_right_or_wrong(ledger: Ledger, text: str, ok: bool) -> None:
    focus, passcodes = waiting(ledger), Passcodes(ledger)
    update = typed(1, text)

    await passcodes.prepare([update])

    assert passcodes.tried(update, focus) == Tried(1, ok)
    ledger.close()


@pytest.mark.long
async def test_no_more_is_hashed_of_a_share_than_there_are_tries(ledger: Ledger) -> None:
    focus, passcodes = waiting(ledger), Passcodes(ledger)
    flood = [typed(number, f"{number:08}") for number in range(40)]

    await passcodes.prepare(flood)

    judged = [passcodes.tried(each, focus) for each in flood]
    assert judged == [Tried(1, ok=False)] * MOST_TRIES + [Tried(1, None)] * (40 - MOST_TRIES)
    ledger.close()


@pytest.mark.long
async def test_what_was_not_hashed_before_the_turn_is_no_try(ledger: Ledger) -> None:
    focus, passcodes = waiting(ledger), Passcodes(ledger)

    await passcodes.prepare([])

    assert passcodes.tried(typed(1, PASSCODE), focus) == Tried(1, None)
    assert passcodes.tried(typed(1, "5.2 mmol/L"), focus) is None
    ledger.close()


async def test_second_tap_of_one_batch_shows_the_passcode_of_the_share_that_the_first_made(
    ledger: Ledger,
) -> None:
    passcodes, author = Passcodes(ledger), 7
    ledger.save_chat(Chat(author, focus=dump(Focus(Sharing()))))
    taps = [Update(n, author, "en", Tapped(0, "key"), NOW, sent=n) for n in (1, 2)]
    await passcodes.prepare(taps)
    shown = passcodes.fresh(author, taps[0])
    assert shown

    ends = (NOW + timedelta(hours=1)).isoformat()
    value = {"hash": hash_of(shown.code), "expires_at": ends, "screening": 1, "upto": 1}
    made = NewEntry(Kind.SHARE_MADE, "T", value=value)
    ledger.append([made], Author(author, "admin"))
    there = Focus(ShareMade(hash_of(shown.code)))
    passcodes.take(taps[0], Turn(there, (made,)))
    ledger.save_chat(Chat(author, focus=dump(there)))

    assert passcodes.fresh(author, taps[1]) == shown
    ledger.close()
