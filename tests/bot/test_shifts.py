"""Two phones: open work that one person hands over rings at the other, and is taken there."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from bot.sandbox.server import Sandbox
from bot.serving.pushes import Neutral, Push
from conversations.open_work import open_work
from ectrial.record.entries import Kind
from tests.bot.desk import until
from tests.bot.rings import NEUTRAL, rings_of
from tests.bot.running import Running
from tests.bot.test_two_owners import comes_to_the_end
from tests.bot.test_two_phones import does, labels
from tests.phone import Phone


@pytest.fixture
def clock() -> Callable[[], datetime]:
    """Give a time of the day at which phones may ring."""
    return lambda: datetime(2026, 11, 30, 12, tzinfo=UTC)


@pytest.fixture
def other(sandbox: Sandbox) -> Phone:
    """The phone of the colleague."""
    return Phone(sandbox, 1002)


@pytest.mark.long
async def test_shift_is_handed_to_another_phone(
    bot: Running, sandbox: Sandbox, phone: Phone, other: Phone
) -> None:
    rung = rings_of(sandbox)
    await does(other, "/trial")
    await comes_to_the_end(phone)
    await phone.taps("Who settles? ›")
    await phone.taps(next(each for each in await labels(phone) if each.startswith("Record (")))

    await does(phone, "/shift", "[Administrator 1002]")
    await other.settles()
    await until(lambda: Push(Neutral.TO_LOOK_AT, "en").text in rung)
    offered = await labels(other)
    await does(other, "[administrator 1001 hands over ›]", "[Accept]")
    await phone.settles()

    assert set(rung) <= NEUTRAL
    assert "administrator 1001 hands over ›" in offered
    kinds = [entry.said.kind for entry in bot.ledger.entries()]
    assert kinds.count(Kind.SHIFT_OFFERED) == 1
    assert open_work(bot.ledger, 1001) == 0
    assert bot.ledger.open_queries(assignee=1002)
    assert "administrator 1002 has taken it over." in (await phone.card()).text
