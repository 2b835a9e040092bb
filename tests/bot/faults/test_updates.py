"""How updates can come: twice, out of order, again, malformed, with numbers that begin anew."""

from pathlib import Path

import pytest

from ectrial.record.entries import Kind
from tests.bot.faults.walks import RECORDED, SECOND, answers, at_wbc, is_sound, opens, sees
from tests.bot.running import Running
from tests.campaigns import by_name, campaign
from tests.faults import (
    Fault,
    FaultySandbox,
    answer_lost,
    delivered_again,
    lost,
    reordered,
    repeated,
)
from tests.phone import Phone

LABS = ("5.2", "3.1", "180", "112 g/L", "38 g/L")


@pytest.fixture(params=campaign(by_name(["twice", "reordered", "again"]), "again"))
def fault(request: pytest.FixtureRequest) -> Fault:
    """Deliver wrongly; what is delivered again is of this test alone."""
    return {"twice": repeated, "reordered": reordered, "again": delivered_again()}[request.param]


async def answered(bot: Running) -> list[str | None]:
    return [each.said.item for each in bot.ledger.entries() if each.said.kind is Kind.ANSWERED]


async def test_taps_that_come_wrongly_record_nothing_twice(
    bot: Running, phone: Phone, sandbox: FaultySandbox, fault: Fault
) -> None:
    card = await opens(phone)
    sandbox.faults.strike("getUpdates", fault, times=100)
    data = card.rows[0][1]["callback_data"]

    for _ in range(5):
        await phone.taps_data(card.message_id, data, is_answered=False, is_read=False)
    await sees(phone, SECOND)

    assert bot.recorded == RECORDED
    sandbox.faults.clear()
    assert await is_sound(bot, phone)


async def test_of_numbers_typed_in_one_breath_the_first_is_recorded_and_the_rest_read_back(
    sandbox: FaultySandbox, tmp_path: Path, phone: Phone, fault: Fault
) -> None:
    database = tmp_path / "x.db"
    async with Running(sandbox, database):
        await at_wbc(phone)
    for typed in LABS:
        await phone.says(typed, is_answered=False, is_read=False)
    sandbox.faults.strike("getUpdates", fault, times=100)

    async with Running(sandbox, database) as bot:
        await phone.settles()

        assert (await answered(bot))[-1] == "wbc"
        await phone.taps("Yes, record all of these")
        assert (await answered(bot))[-5:] == ["wbc", "anc", "platelets", "hemoglobin", "albumin"]
        assert len(await answered(bot)) == 15


@pytest.mark.long
@pytest.mark.parametrize("fault", [lost, answer_lost], ids=["before", "after"])
async def test_update_whose_confirmation_was_lost_is_recorded_once(
    sandbox: FaultySandbox, tmp_path: Path, phone: Phone, fault: Fault
) -> None:
    async with Running(sandbox, tmp_path / "x.db"):
        await opens(phone)
        sandbox.faults.strike("getUpdates", fault, times=1000)
        await answers(phone)
    sandbox.faults.clear()

    async with Running(sandbox, tmp_path / "x.db") as bot:
        assert await is_sound(bot, phone)
        assert bot.recorded == [*RECORDED, Kind.ANSWERED]


@pytest.mark.long
@pytest.mark.parametrize("update_id", [1, 2**31 - 5])
async def test_numbers_that_begin_anew_lose_nothing(
    bot: Running, phone: Phone, sandbox: FaultySandbox, update_id: int
) -> None:
    await opens(phone)
    sandbox.state.updates.count_from(update_id)

    await answers(phone)
    await phone.taps("Yes")
    await phone.says("/new S-015")

    assert bot.recorded == [*RECORDED, Kind.ANSWERED, Kind.OPENED]
    assert not sandbox.state.updates.pending


@pytest.mark.long
@pytest.mark.parametrize(
    "malformed", [{}, {"text": "secret"}, {"message_id": "x", "date": "y", "chat": 7}], ids=str
)
async def test_malformed_update_among_good_ones_blocks_none(
    sandbox: FaultySandbox, tmp_path: Path, phone: Phone, malformed: dict[str, object]
) -> None:
    await phone.says("/new S-001", is_answered=False, is_read=False)
    sandbox.state.updates.push("message", malformed)
    sandbox.state.updates.push("callback_query", malformed)
    await phone.says("/new S-002", is_answered=False, is_read=False)

    async with Running(sandbox, tmp_path / "x.db") as bot:
        await phone.settles()

        assert bot.recorded == [Kind.OPENED, Kind.OPENED]
        assert not sandbox.state.updates.pending
