"""Owner, colleague, guest and stranger: one screening is shown to one guest, and nothing else."""

from collections.abc import AsyncIterator
from datetime import datetime
from pathlib import Path

import pytest

from bot.serving.access import refusal
from ectrial.record.entries import Kind
from tests.bot.desk import NINE
from tests.bot.running import Running
from tests.bot.sharing import (
    COLLEAGUE,
    GUEST,
    NOT_SHARED,
    OWNER,
    STRANGER,
    enters,
    shares,
    sharing_bot,
)
from tests.bot.test_two_phones import does
from tests.faults import FaultySandbox
from tests.phone import Phone


class Clock:
    """A clock that a test may put forward."""

    def __init__(self) -> None:
        self.now = NINE

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
async def bot(sandbox: FaultySandbox, tmp_path: Path, clock: Clock) -> AsyncIterator[Running]:
    async with sharing_bot(sandbox, tmp_path / "x.db", clock) as running:
        yield running


async def test_guest_sees_what_was_shared_until_it_is_ended(
    bot: Running, sandbox: FaultySandbox
) -> None:
    owner, colleague, guest, stranger = (
        Phone(sandbox, each) for each in (OWNER, COLLEAGUE, GUEST, STRANGER)
    )
    await does(owner, "/new S-014 M 58", "[3]", "[Stop here]")
    code, passcode = await shares(owner, "S-014")

    await enters(guest, code, passcode)
    seen = (await guest.card()).text
    await does(stranger, f"/start {code}")
    await does(colleague, f"/start {code}")
    await does(guest, "[Reply ›]", "Please measure it again on Monday.")
    await does(owner, "/trial", "[Shared: news ›]")
    replied = (await owner.card()).text
    await owner.taps("End this share")
    await guest.settles()

    assert "Not eligible" in seen
    assert "INCL01" in seen
    assert "Shared until tomorrow 09:00" in seen
    assert "investigator confirms" in seen
    assert await stranger.text() == refusal(STRANGER, "en")
    assert "You are of the team" in (await colleague.card()).text
    assert "“Please measure it again on Monday.”" in replied
    left = [each["text"] for each in await guest.messages() if each["from"]["is_bot"]]
    assert left[-1] == NOT_SHARED
    assert not any("INCL01" in each or "S-014" in each for each in left)
    kinds = [each for each in bot.recorded if each.startswith("share_")]
    assert kinds == [
        *(Kind.SHARE_MADE, Kind.SHARE_OPENED, Kind.SHARE_ENTERED, Kind.SHARE_VIEWED),
        *(Kind.SHARE_REPLIED, Kind.SHARE_VIEWED, Kind.SHARE_REVOKED),
    ]
    assert bot.ledger.verify().holds
