"""Reminders of the whole bot, heard at the Bot API."""

from datetime import timedelta
from pathlib import Path

import pytest
from aiohttp import web

from bot.sandbox.bot_api import Act
from bot.serving.pushes import Neutral, Push
from ectrial.record.entries import JSON, Kind, NewEntry
from tests.bot.desk import NINE, Desk, until
from tests.bot.running import Running
from tests.ectrial.ledger.samples import NURSE, TRIAL
from tests.faults import FaultySandbox, lost
from tests.phone import Phone
from tests.stored import stored

MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)
TODAY = NINE.date()
REMINDER, NEWS = (Push(each, "en").text for each in (Neutral.REMINDER, Neutral.TO_LOOK_AT))


@pytest.fixture
def desk(sandbox: FaultySandbox, tmp_path: Path) -> Desk:
    return Desk(sandbox, tmp_path / "x.db")


def states(bot: Running) -> list[tuple[int, str]]:
    return stored(bot.ledger, "SELECT person, state FROM due ORDER BY id")


async def test_phone_rings_once_also_after_a_restart(desk: Desk, phone: Phone) -> None:
    async with desk.running() as bot:
        await phone.says("/new S-014")
        card = await phone.text()
        bot.ledger.due.add(1001, "reminder", "12", TODAY, NINE - MINUTE)
        bot.ledger.due.add(1001, "reminder", "13", TODAY, NINE + MINUTE)
        await until(lambda: (1001, "sent") in states(bot))
    async with desk.running() as bot:
        await phone.settles()
        bot.ledger.due.add(1001, "news", "", TODAY, NINE)
        await until(lambda: states(bot).count((1001, "sent")) == 2)
        found = states(bot)

    assert desk.rung == [REMINDER, NEWS]
    assert found == [(1001, "sent"), (1001, "open"), (1001, "sent")]
    # the card stays where it was: its next showing is below
    assert "S-014" in card
    assert [m["text"] for m in await phone.messages()][-2:] == [REMINDER, NEWS]


async def test_push_that_was_lost_on_its_way_rings_once(
    desk: Desk, phone: Phone, sandbox: FaultySandbox
) -> None:
    async with desk.running() as bot:
        await phone.says("/start")
        sandbox.faults.strike("sendMessage", lost, times=2)
        bot.ledger.due.add(1001, "reminder", "12", TODAY, NINE)
        await until(lambda: states(bot) == [(1001, "sent")])

    assert [m["text"] for m in await phone.messages()].count(REMINDER) == 1


async def test_push_without_an_answer_at_the_end_is_made_by_the_next_start(
    desk: Desk, phone: Phone, sandbox: FaultySandbox
) -> None:
    async with desk.running() as bot:
        await phone.says("/start")
        sandbox.faults.strike("sendMessage", lost, times=1_000)
        bot.ledger.due.add(1001, "reminder", "12", TODAY, NINE)
        await until(lambda: states(bot) == [(1001, "sending")])
    sandbox.faults.clear()
    async with desk.running() as bot:
        await until(lambda: states(bot) == [(1001, "sent")])

    assert [m["text"] for m in await phone.messages()].count(REMINDER) == 1


async def test_push_that_telegram_would_take_only_at_night_waits_for_the_morning(
    desk: Desk, phone: Phone, sandbox: FaultySandbox
) -> None:
    async def lost_until_evening(request: web.Request, act: Act) -> web.StreamResponse:
        desk.now = NINE + 12 * HOUR
        return await lost(request, act)

    async with desk.running() as bot:
        await phone.says("/start")
        sandbox.faults.strike("sendMessage", lost_until_evening)
        bot.ledger.due.add(1001, "reminder", "12", TODAY, NINE)
        await until(lambda: desk.now > NINE and states(bot) == [(1001, "open")])
        await phone.settles()
        at_night = [m["text"] for m in await phone.messages()]
        desk.now = NINE + 24 * HOUR
        bot.ledger.due.add(1001, "reminder", "13", TODAY, NINE)
        await until(lambda: states(bot) == [(1001, "sent"), (1001, "sent")])

    assert REMINDER not in at_night
    assert [m["text"] for m in await phone.messages()].count(REMINDER) == 1


async def test_reminder_waits_for_who_has_blocked_the_bot(
    desk: Desk, phone: Phone, sandbox: FaultySandbox
) -> None:
    async with desk.running() as bot:
        await phone.says("/start")
        await phone.blocks()
        await phone.settles()
        bot.ledger.due.add(1001, "reminder", "12", TODAY, NINE)
        await Phone(sandbox, 1002).says("/start")
        bot.ledger.due.add(1002, "reminder", "12", TODAY, NINE)
        await until(lambda: (1002, "sent") in states(bot))
        meanwhile = states(bot)
        await phone.blocks(is_blocked=False)
        await phone.settles()
        bot.ledger.due.add(1002, "reminder", "13", TODAY, NINE)
        await until(lambda: (1001, "sent") in states(bot))

    assert meanwhile == [(1001, "open"), (1002, "sent")]
    assert desk.rung == [REMINDER] * 3


@pytest.mark.long
async def test_reminder_waits_for_who_blocked_the_bot_before_its_start(
    desk: Desk, phone: Phone, sandbox: FaultySandbox
) -> None:
    async with desk.running():
        await phone.says("/start")
        await phone.blocks()
        await phone.settles()
    async with desk.running() as bot:
        bot.ledger.due.add(1001, "reminder", "12", TODAY, NINE)
        await Phone(sandbox, 1002).says("/start")
        bot.ledger.due.add(1002, "reminder", "12", TODAY, NINE)
        await until(lambda: sorted(states(bot)) == [(1001, "open"), (1002, "sent")])
        await phone.blocks(is_blocked=False)
        await phone.settles()
        bot.ledger.due.add(1002, "reminder", "13", TODAY, NINE)
        await until(lambda: (1001, "sent") in states(bot))

    assert [m["text"] for m in await phone.messages()].count(REMINDER) == 1


async def test_who_was_removed_hears_nothing(
    desk: Desk, phone: Phone, sandbox: FaultySandbox
) -> None:
    async with desk.running() as bot:
        bot.ledger.append([team(Kind.STAFF_ADDED, "coordinator")], NURSE)
        await Phone(sandbox, 1003).says("/start")
        bot.ledger.append([team(Kind.STAFF_REMOVED)], NURSE)
        await phone.says("/start")
        bot.ledger.due.add(1003, "reminder", "12", TODAY, NINE)
        bot.ledger.due.add(1001, "reminder", "12", TODAY, NINE)
        await until(lambda: (1001, "sent") in states(bot))
        found = states(bot)

    assert found == [(1003, "open"), (1001, "sent")]
    assert desk.rung == [REMINDER]


def team(kind: Kind, role: JSON = None) -> NewEntry:
    return NewEntry(kind, TRIAL, item="1003", value=role)
