"""A leader enrols a colleague in the chat: the secret comes to that person alone, and goes."""

import logging
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.sandbox.server import Sandbox
from ectrial.record.entries import Kind, NewEntry
from ectrial.trial.versions import shipped
from tests.bot.enrolling import OPERATOR, Clock, code, joins, secret, wrong
from tests.bot.running import Running
from tests.bot.test_two_phones import does
from tests.faults import FaultySandbox
from tests.phone import Phone

PI = 1006
ENROL = ("/team", "[Li Wei]", "[Enrol authenticator ›]", "[Yes, send it]")


@pytest.fixture
def clock(sandbox: FaultySandbox) -> Clock:
    return Clock(sandbox)


@pytest.fixture
async def bot(sandbox: FaultySandbox, tmp_path: Path, clock: Clock) -> AsyncIterator[Running]:
    async with Running(sandbox, tmp_path / "practice.db", clock=clock) as running:
        joins(running.ledger, PI, "principal", "Li Wei")
        yield running


@pytest.fixture
async def li(bot: Running, sandbox: Sandbox) -> Phone:
    phone = Phone(sandbox, PI)
    await phone.says("/start")
    return phone


async def pictures(phone: Phone) -> list[str]:
    return [m["caption"] for m in await phone.messages() if "photo" in m]


async def test_secret_comes_to_the_own_chat_and_goes_after_the_first_right_code(
    bot: Running, phone: Phone, li: Phone, clock: Clock
) -> None:
    await does(phone, *ENROL)
    await li.settles()
    (caption,) = await pictures(li)
    theirs = await pictures(phone)
    await does(li, "[Confirm my authenticator app]", wrong(bot.ledger, PI, clock))
    after_a_wrong_one = await pictures(li)
    await li.says(code(bot.ledger, PI, clock))

    key = secret(bot.ledger, PI)
    assert caption.replace(" ", "").endswith(key)
    assert "Show it to nobody." in caption
    assert theirs == []
    assert len(after_a_wrong_one) == 1
    assert await pictures(li) == []
    assert bot.recorded[-2:] == [Kind.ENROLLED, Kind.PROVED]


async def test_secret_stands_in_no_entry_focus_or_log(
    bot: Running, phone: Phone, li: Phone, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    await does(phone, *ENROL)
    await li.settles()

    key = secret(bot.ledger, PI)
    spaced = " ".join(key[n : n + 4] for n in range(0, len(key), 4))
    kept = f"{list(bot.ledger.entries())} {bot.ledger.chats()} {caplog.text}"
    assert key not in kept
    assert spaced not in kept


@pytest.mark.long
async def test_nothing_is_sent_to_a_phone_reported_lost(
    bot: Running, phone: Phone, li: Phone
) -> None:
    lost = NewEntry(Kind.PHONE_LOST, shipped().ids[0], item=str(PI))
    bot.ledger.append([lost], OPERATOR)

    await does(phone, *ENROL[:3])

    assert "This phone was reported lost" in (await phone.card()).text
    assert (await phone.card()).labels == [["No"]]


@pytest.mark.long
async def test_nobody_enrols_oneself_nor_a_principal_investigator_an_administrator(
    bot: Running, phone: Phone, li: Phone
) -> None:
    await does(li, "/team", "[Li Wei]")
    own = (await li.card()).labels
    await does(li, "/team", "[administrator 1001]")

    assert ["Enrol authenticator ›"] not in own
    assert ["Enrol authenticator ›"] not in (await li.card()).labels
