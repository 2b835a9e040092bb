from datetime import date
from pathlib import Path

from bot.sandbox.server import Sandbox
from bot.serving.access import Access, refusal
from bot.serving.teams import Teams
from ectrial.ledger.ledger import Author
from ectrial.record.entries import Kind, NewEntry
from ectrial.trial.protocol import Protocol
from ectrial.trial.versions import shipped
from tests.bot.running import TEAM, Running
from tests.faults import FaultySandbox, too_many
from tests.phone import Phone

STUDY_WORDS = ("trial", "study", "cancer", "screening", "EC-CRT", "NCT")


async def test_stranger_is_told_no_exactly_once(bot: Running, sandbox: Sandbox) -> None:
    stranger = Phone(sandbox, 1003)

    await stranger.says("hello")
    for text in ("/start", "/new S-001", "again"):
        await stranger.says(text, is_answered=False)

    said = [each["text"] for each in await stranger.messages() if each["from"]["is_bot"]]
    assert said == [refusal(1003, "en")]
    assert bot.recorded == []
    assert bot.ledger.chat(1003) is None


async def test_refusal_is_once_ever(sandbox: Sandbox, tmp_path: Path) -> None:
    stranger = Phone(sandbox, 1003)
    async with Running(sandbox, tmp_path / "x.db"):
        await stranger.says("hello")

    async with Running(sandbox, tmp_path / "x.db"):
        await stranger.says("hello", is_answered=False)

    assert len(await stranger.messages()) == 3


async def test_refusal_that_telegram_does_not_take_is_not_made_again(
    bot: Running, sandbox: FaultySandbox
) -> None:
    stranger, later = Phone(sandbox, 1003), Phone(sandbox, 1004)
    sandbox.faults.strike("sendMessage", too_many(3600))

    await stranger.says("hello", is_answered=False)
    await later.says("hello", is_answered=False)

    assert sandbox.faults.calls["sendmessage"] == 1
    assert len(await stranger.messages()) == len(await later.messages()) == 1


async def test_stranger_is_told_in_their_language(bot: Running, sandbox: Sandbox) -> None:
    stranger = Phone(sandbox, 1004)

    await stranger.says("你好")

    assert await stranger.text() == refusal(1004, "zh")


def test_refusal_tells_nothing_of_the_study() -> None:
    told = refusal(4711, "en")

    assert "4711" in told
    assert not [word for word in STUDY_WORDS if word.lower() in told.lower()]


async def test_person_of_the_record_may_come_in_until_removed(
    bot: Running, sandbox: Sandbox, trial: Protocol
) -> None:
    person = Phone(sandbox, 1003)
    operator = Author(0, "operator")
    added = NewEntry(Kind.STAFF_ADDED, trial.id, item="1003", value="coordinator")
    bot.ledger.append([added], operator)
    await person.says("/new S-001")
    (*_, opened) = bot.ledger.entries()

    bot.ledger.append([NewEntry(Kind.STAFF_REMOVED, trial.id, item="1003")], operator)
    card = await person.card()
    await person.taps(card.labels[0][0])

    assert (opened.actor, opened.role) == (1003, "coordinator")
    assert bot.recorded == [Kind.STAFF_ADDED, Kind.OPENED, Kind.STAFF_REMOVED]
    assert await person.text() == refusal(1003, "en")


async def test_cover_of_an_absent_administrator_is_asked(bot: Running, trial: Protocol) -> None:
    day = date(2026, 11, 30)
    teams = Teams(bot.ledger, shipped(), TEAM)
    access = Access(bot.ledger, teams, lambda: day)
    away = {"until": "2026-11-30", "cover": 1002}
    bot.ledger.append([NewEntry(Kind.AWAY, trial.id, item="1001", value=away)], Author(1001, ""))

    assert teams.of(trial.id).asked_instead_of(1001, day) == 1002
    assert (access.is_there(1001, day), access.is_there(1002, day)) == (False, True)


async def test_administrators_act_as_administrators(bot: Running, phone: Phone) -> None:
    await phone.says("/new S-001")

    (opened,) = bot.ledger.entries()
    assert (opened.actor, opened.role) == (1001, "admin")
