"""A change of a colleague shows at once on that person's open card."""

import pytest

from bot.sandbox.server import Sandbox
from tests.bot.inviting import invites, joins
from tests.bot.running import Running
from tests.bot.test_two_phones import labels
from tests.phone import Phone

NEW = 1003


@pytest.fixture
async def colleague(bot: Running, sandbox: Sandbox, phone: Phone) -> Phone:
    """Somebody who was invited as a coordinator and is at a question."""
    new = Phone(sandbox, NEW)
    await joins(new, await invites(phone, "coordinator", "Chen"))
    await new.says("/new S-014 M 58")
    await phone.says("/team")
    await phone.taps("Chen")
    return new


async def test_taken_task_is_gone_from_the_open_card(phone: Phone, colleague: Phone) -> None:
    assert "1" in await labels(colleague)
    before = (await colleague.card()).message_id

    await phone.taps("☑ screen subjects")
    await colleague.settles()

    assert "1" not in await labels(colleague)
    assert (await colleague.card()).message_id == before


async def test_given_role_is_on_the_open_card(phone: Phone, colleague: Phone) -> None:
    await phone.taps("Role ›")
    await phone.taps("monitor")
    await colleague.settles()
    assert "1" not in await labels(colleague)

    await phone.taps("Role ›")
    await phone.taps("investigator")
    await colleague.settles()

    assert "1" in await labels(colleague)


@pytest.mark.long
async def test_card_of_a_removed_person_is_blank(
    bot: Running, phone: Phone, colleague: Phone
) -> None:
    await phone.taps("Remove…")
    await phone.taps(await taker(phone))
    await colleague.settles()

    assert await colleague.text() == "You are not of this bot's team any more."
    assert not [each for each in await colleague.messages() if "reply_markup" in each]
    assert await colleague.commands() == []
    removed = list(bot.ledger.entries())[-1]
    assert removed.said.value == {"work": 1001}


async def taker(phone: Phone) -> str:
    """The first button that removes."""
    return next(each for each in await labels(phone) if each.startswith("Remove"))


@pytest.mark.long
async def test_delegation_log_comes_as_a_document(phone: Phone, colleague: Phone) -> None:
    await phone.taps("‹ The team")
    await phone.taps("Delegation log")

    (sent,) = [each for each in await phone.messages() if "document" in each]
    told = (await phone.file(sent)).decode("utf-8-sig").splitlines()
    assert sent["document"]["file_name"] == "PRACTICE_delegation_log.csv"
    assert told[1].startswith(
        "PRACTICE EC-CRT-003,Chen,1003,coordinator,screen subjects; record consent;"
    )
