"""A chat whose row was broken by hand still has a card, and what is tapped on it is recorded."""

from contextlib import closing
from pathlib import Path

import pytest

from ectrial.ledger.sqlite.driver import connect
from ectrial.record.entries import Kind
from tests.bot.faults.walks import RECORDED, opens, sees
from tests.bot.running import Running
from tests.campaigns import by_repr, campaign
from tests.faults import FaultySandbox
from tests.phone import Phone

BREAKS = [
    "language = 'xx'",
    "round = 9223372036854775807",
    "round = -3",
    "focus = '{'",
    'focus = \'{"place": {"place": "nowhere"}}\'',
    "card = 4611686018427387904",
    "card = -1, shown = 'last'",
    "asks = 'x', asked_in = 4611686018427387904, asked_at = -7",
]


def broken(record: Path, change: str) -> None:
    with closing(connect(record)) as owner:
        owner.execute("PRAGMA ignore_check_constraints=ON")
        owner.execute(" ".join(("UPDATE chats SET", change)))


async def goes_on(phone: Phone, bot: Running) -> None:
    """Find the way back to the screening from the card at hand, and answer there."""
    await phone.says("/open S-014")
    await sees(phone, "S-014", "ECOG today?")
    await phone.taps("1")
    assert bot.recorded == RECORDED


@pytest.mark.parametrize(
    "change", [BREAKS[0], *(pytest.param(each, marks=pytest.mark.long) for each in BREAKS[1:])]
)
async def test_chat_broken_while_the_bot_was_away_has_a_card(
    sandbox: FaultySandbox, tmp_path: Path, phone: Phone, change: str
) -> None:
    async with Running(sandbox, tmp_path / "x.db"):
        await opens(phone)
    broken(tmp_path / "x.db", change)

    async with Running(sandbox, tmp_path / "x.db") as bot:
        await phone.settles()

        assert (await phone.messages())[-1].get("reply_markup")
        await goes_on(phone, bot)
        assert bot.ledger.verify().holds


@pytest.mark.parametrize("change", campaign(by_repr(BREAKS), repr(BREAKS[0]), repr(BREAKS[-1])))
async def test_chat_broken_under_the_bot_has_a_card(
    bot: Running, tmp_path: Path, phone: Phone, change: str
) -> None:
    await opens(phone)
    broken(tmp_path / "practice.db", change)

    await phone.says("/start")

    assert (await phone.messages())[-1].get("reply_markup")
    await goes_on(phone, bot)
    assert bot.recorded[0] is Kind.OPENED
    assert bot.ledger.verify().holds
