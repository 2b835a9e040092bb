"""An invite lets one person in: by its code, once, in time, at once."""

from collections.abc import AsyncIterator, Callable
from datetime import UTC, datetime, timedelta
from io import BytesIO
from pathlib import Path

import pytest
import segno

from bot.sandbox.server import Sandbox
from bot.serving.access import refusal
from ectrial.record.entries import Kind
from ectrial.record.invites import HOLDS_FOR, hash_of
from tests.bot.inviting import invites, joins
from tests.bot.running import Running
from tests.faults import FaultySandbox, delivered_again
from tests.phone import Phone

NEW, OTHER = 1003, 1004
WELCOME = "Welcome, Li Wei. You are of the team now: investigator."


@pytest.fixture
def new(sandbox: Sandbox) -> Phone:
    return Phone(sandbox, NEW)


async def test_invited_colleague_is_in_at_once(bot: Running, phone: Phone, new: Phone) -> None:
    code = await invites(phone, "investigator", "Li Wei")

    await joins(new, code)

    assert WELCOME in (await new.card()).text
    assert "team" in [each["command"] for each in await new.commands()]
    member = bot.ledger.team().members[NEW]
    assert (member.name, member.role, member.by) == ("Li Wei", "investigator", 1001)
    assert bot.recorded == [Kind.STAFF_INVITED, Kind.STAFF_ADDED]


@pytest.mark.long
async def test_open_card_of_the_inviter_tells_that_it_was_opened(
    bot: Running, phone: Phone, new: Phone
) -> None:
    code = await invites(phone, "investigator", "Li Wei")

    await joins(new, code)
    await phone.settles()

    assert "This invite was opened or withdrawn" in (await phone.card()).text
    await phone.taps("‹ The team")
    assert "Li Wei · investigator" in (await phone.card()).text


@pytest.mark.long
async def test_picture_beside_the_card_shows_the_link(bot: Running, phone: Phone) -> None:
    code = await invites(phone, "coordinator", "Chen")

    (photo,) = [each for each in await phone.messages() if "photo" in each]
    drawn = BytesIO()
    link = f"https://t.me/sandbox_practice_bot?start={code}"
    assert link in (await phone.card()).text
    segno.make_qr(link, error="m").save(drawn, kind="png", scale=8)
    assert await phone.file(photo) == drawn.getvalue()
    assert photo["caption"].startswith("Invite for Chen\nHolds until ")
    assert code not in photo["caption"]


@pytest.mark.long
async def test_record_holds_no_code(bot: Running, phone: Phone) -> None:
    code = await invites(phone, "coordinator", "Chen")

    (invited,) = bot.ledger.entries()
    assert invited.said.value["hash"] == hash_of(code)
    assert code not in repr(invited)
    assert invited.said.text == "Chen"


@pytest.mark.long
async def test_code_lets_no_second_person_in(bot: Running, phone: Phone, sandbox: Sandbox) -> None:
    code = await invites(phone, "coordinator", "Chen")
    await joins(Phone(sandbox, OTHER), code)
    late = Phone(sandbox, NEW)

    await joins(late, code)

    assert await late.text() == refusal(NEW, "en")
    assert set(bot.ledger.team().members) == {OTHER}


@pytest.mark.long
async def test_withdrawn_code_lets_nobody_in(bot: Running, phone: Phone, new: Phone) -> None:
    code = await invites(phone, "coordinator", "Chen")
    await phone.taps("Withdraw the invite")

    await joins(new, code)

    assert await new.text() == refusal(NEW, "en")
    assert bot.recorded == [Kind.STAFF_INVITED, Kind.INVITE_WITHDRAWN]


@pytest.mark.long
async def test_member_who_opens_an_invite_keeps_the_role(
    bot: Running, phone: Phone, sandbox: Sandbox
) -> None:
    code = await invites(phone, "monitor", "Chen")
    colleague = Phone(sandbox, 1002)

    await joins(colleague, code)

    assert "You are of the team already. The invite is still open." in await colleague.text()
    assert bot.recorded == [Kind.STAFF_INVITED]


@pytest.mark.long
async def test_removed_person_may_be_invited_again(bot: Running, phone: Phone, new: Phone) -> None:
    await joins(new, await invites(phone, "investigator", "Li Wei"))
    await phone.says("/team")
    for label in ("Li Wei", "Remove…", "Remove"):
        await phone.taps(label)
    await new.settles()
    assert await new.text() == "You are not of this bot's team any more."

    await joins(new, await invites(phone, "coordinator", "Li Wei"))

    assert "You are of the team now: coordinator." in (await new.card()).text
    assert bot.ledger.team().members[NEW].role == "coordinator"


async def test_update_that_comes_again_lets_nobody_in_again(
    bot: Running, phone: Phone, new: Phone, sandbox: FaultySandbox
) -> None:
    code = await invites(phone, "investigator", "Li Wei")
    again = delivered_again()
    sandbox.faults.strike("getUpdates", again, times=6)

    await joins(new, code)

    assert bot.recorded == [Kind.STAFF_INVITED, Kind.STAFF_ADDED]


class Later:
    """A clock that a test may put forward."""

    def __init__(self) -> None:
        self.passed = timedelta()

    def __call__(self) -> datetime:
        return datetime(2026, 11, 29, 9, tzinfo=UTC) + self.passed


@pytest.fixture
def clock() -> Later:
    return Later()


@pytest.fixture
async def slow(
    sandbox: FaultySandbox, tmp_path: Path, clock: Callable[[], datetime]
) -> AsyncIterator[Running]:
    async with Running(sandbox, tmp_path / "x.db", clock=clock) as running:
        yield running


@pytest.mark.long
@pytest.mark.parametrize(
    ("passed", "is_in"), [(HOLDS_FOR - timedelta(seconds=1), True), (HOLDS_FOR, False)]
)
async def test_invite_holds_for_three_days(
    slow: Running, clock: Later, phone: Phone, new: Phone, passed: timedelta, is_in: bool
) -> None:
    code = await invites(phone, "investigator", "Li Wei")
    clock.passed += passed

    await joins(new, code)

    assert (NEW in slow.ledger.team().members) == is_in


@pytest.mark.long
async def test_invite_of_somebody_who_may_not_invite_any_more_lets_nobody_in(
    bot: Running, phone: Phone, new: Phone, sandbox: Sandbox
) -> None:
    principal = Phone(sandbox, OTHER)
    await joins(principal, await invites(phone, "principal investigator", "Zhao"))
    await principal.says("/language")
    await principal.taps("English")
    code = await invites(principal, "coordinator", "Chen")
    await phone.says("/team")
    for label in ("Zhao", "Role ›", "coordinator"):
        await phone.taps(label)

    await joins(new, code)

    assert await new.text() == refusal(NEW, "en")
