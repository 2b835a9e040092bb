"""Two phones: what is asked of the other rings there, and is answered from there."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from bot.sandbox.server import Sandbox
from ectrial.record.entries import Kind
from tests.bot.running import Running
from tests.bot.test_two_phones import MOVED_ON, does, labels
from tests.phone import Phone


@pytest.fixture
def clock() -> Callable[[], datetime]:
    """Give a time of the day at which phones may ring."""
    return lambda: datetime(2026, 11, 30, 12, tzinfo=UTC)


@pytest.fixture
def other(sandbox: Sandbox) -> Phone:
    """The phone of a second coordinator."""
    return Phone(sandbox, 1002)


async def comes_to_the_end(phone: Phone) -> None:
    """Leave every question of a screening open."""
    await does(phone, "/new S-014 M 58", "[Not sure]")
    while "Skip ›" in await labels(phone):
        await phone.taps("Skip ›")


@pytest.mark.long
async def test_the_other_is_rung_and_answers_from_the_own_chat(
    bot: Running, phone: Phone, other: Phone, clock: Callable[[], datetime]
) -> None:
    await does(other, "/trial")
    await comes_to_the_end(phone)
    await phone.taps("Who settles? ›")
    await phone.taps("Administrator 1002")
    record = next(each for each in await labels(phone) if each.startswith("Record ("))
    asked = int(record.strip("Record ()"))

    await phone.taps(record)
    await other.settles()
    wished = bot.ledger.due.unasked(clock().date())
    rung = [each.get("text", "") for each in await other.messages()]
    offered = await labels(other)
    await does(other, f"[To do ({asked}) ›]", "[S-014 INCL03]", "[Yes · S-014]")

    assert 1002 in wished, "when it rings is the matter of test_ringing"
    assert not any("S-014" in text for text in rung)
    assert f"To do ({asked}) ›" in offered
    said = [entry.said for entry in bot.ledger.entries()]
    closed = [each.item for each in said if each.kind is Kind.QUERY_CLOSED]
    assert closed == ["stage_ivb_uicc8"]
    assert len(bot.ledger.open_queries(assignee=1002)) == asked - 1
    assert f"To do ({asked - 1})" in (await other.card()).text


@pytest.mark.long
async def test_nothing_is_withdrawn_that_the_other_has_just_moved(
    bot: Running, phone: Phone, other: Phone
) -> None:
    await comes_to_the_end(phone)
    await phone.taps("Who settles? ›")
    await phone.taps(next(each for each in await labels(phone) if each.startswith("Record (")))
    for each in (phone, other):
        await does(each, "/verdict S-014")
        for start in ("Open items (", "EXCL"):
            await each.taps(next(name for name in await labels(each) if name.startswith(start)))
    await does(other, "[New due day (why?) ›]", "[Tomorrow]")

    await phone.taps("Withdraw")

    assert phone.toasts == [MOVED_ON]
    assert not [entry for entry in bot.ledger.entries() if entry.said.kind is Kind.QUERY_CLOSED]
    assert "administrator: by " in (await phone.card()).text
