"""Owner, colleague, guest and stranger: one screening is shown to one guest, and nothing else."""

from asyncio import to_thread
from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from pathlib import Path
from secrets import token_urlsafe

import pytest

from bot.serving.access import refusal
from bot.serving.pushes import Neutral, Push
from ectrial.ledger.copies.redacted_since import OPERATOR
from ectrial.ledger.copies.redaction import Wish
from ectrial.ledger.redacting import redact
from ectrial.record.entries import Kind, Reason
from ectrial.record.shares import MOST_TRIES
from tests.bot.desk import NINE, until
from tests.bot.rings import rings_of
from tests.bot.running import Running
from tests.bot.sharing import (
    COLLEAGUE,
    GUEST,
    NOT_SHARED,
    OWNER,
    STRANGER,
    enters,
    shared_with,
    shares,
    sharing_bot,
    wrong,
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
    assert "Shown by a colleague of the site, until tomorrow 09:00" in seen
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


@pytest.mark.long
async def test_five_wrong_passcodes_end_it_also_side_by_side(
    bot: Running, sandbox: FaultySandbox
) -> None:
    rung = rings_of(sandbox)
    owner, guest, other = (Phone(sandbox, each) for each in (OWNER, GUEST, STRANGER))
    await does(owner, "/new S-014 M 58")
    code, passcode = await shares(owner, "S-014")
    await does(owner, "/trial")
    await does(guest, f"/start {code}")
    await does(other, f"/start {code}")

    tries = [wrong(passcode, n) for n in range(1, 40)]
    for number, each in enumerate(tries):
        phone = guest if number % 2 else other
        await phone.says(each, is_answered=False, is_read=False)
    await guest.says(passcode, is_answered=False, is_read=False)
    await other.says(passcode, is_answered=False)
    await owner.settles()

    assert bot.recorded.count(Kind.SHARE_TRIED) == MOST_TRIES
    assert Kind.SHARE_ENTERED not in bot.recorded
    assert bot.recorded.count(Kind.SHARE_ENDED) == 1
    assert await until_said(guest, NOT_SHARED)
    await until(lambda: Push(Neutral.TO_LOOK_AT, "en").text in rung)
    await owner.taps("Shared: news ›")
    assert "five wrong passcodes" in (await owner.card()).text
    assert bot.ledger.passcodes.of(*bot.ledger.shares().by_seq) is None
    assert bot.ledger.verify().holds


@pytest.mark.long
async def test_links_of_every_kind_that_are_not_live_are_a_strangers(
    bot: Running, sandbox: FaultySandbox, clock: Clock
) -> None:
    owner = Phone(sandbox, OWNER)
    await does(owner, "/new S-014 M 58")
    revoked, _ = await shares(owner, "S-014")
    await does(owner, "[End it ›]", "[End this share]")
    ended, _ = await shares(owner, "S-014", "1 hour")
    live, _ = await shares(owner, "S-014", "7 days")
    clock.now += timedelta(hours=1)
    made_up = [token_urlsafe(12) for _ in range(200)]
    near = [f"{live[:-1]}{each}" for each in "ABC" if each != live[-1]]

    stranger = Phone(sandbox, STRANGER)
    await does(stranger, f"/start {revoked}")
    for each in (ended, *near, live[:-1], live.swapcase(), "", *made_up):
        await stranger.says(f"/start {each}", is_answered=False, is_read=False)
    await stranger.settles()

    said = [each["text"] for each in await stranger.messages() if each["from"]["is_bot"]]
    assert said == [refusal(STRANGER, "en")]
    assert Kind.SHARE_OPENED not in bot.recorded


@pytest.mark.long
async def test_share_ends_in_time_also_over_a_restart(
    sandbox: FaultySandbox, tmp_path: Path, clock: Clock
) -> None:
    owner, guest = Phone(sandbox, OWNER), Phone(sandbox, GUEST)
    async with sharing_bot(sandbox, tmp_path / "x.db", clock):
        code, passcode = await shared_with(owner, guest)
        before = (await guest.card()).text

    clock.now += timedelta(hours=23)
    async with sharing_bot(sandbox, tmp_path / "x.db", clock) as bot:
        await guest.settles()
        still = (await guest.card()).text
        views = bot.recorded.count(Kind.SHARE_VIEWED)
        made = (await owner.card()).text
    clock.now += timedelta(hours=1)
    async with sharing_bot(sandbox, tmp_path / "x.db", clock) as bot:
        await until(lambda: Kind.SHARE_ENDED in bot.recorded)
        assert await until_said(guest, NOT_SHARED)
        await guest.says("/start", is_answered=False)
        await guest.says(f"/start {code}", is_answered=False)
        said = [each["text"] for each in await guest.messages() if each["from"]["is_bot"]]

        assert bot.ledger.verify().holds
    assert "S-014" in before
    assert "S-014" in still
    assert views == 1
    assert "shown once" in made
    assert passcode[:4] not in made
    assert said[-1] == NOT_SHARED


@pytest.mark.long
async def test_site_without_guests_has_none(
    sandbox: FaultySandbox, tmp_path: Path, clock: Clock
) -> None:
    owner, guest = Phone(sandbox, OWNER), Phone(sandbox, GUEST)
    async with sharing_bot(sandbox, tmp_path / "x.db", clock):
        await shared_with(owner, guest)

    async with sharing_bot(sandbox, tmp_path / "x.db", clock, guests="no"):
        assert await until_said(guest, NOT_SHARED)
        await guest.says("/start", is_answered=False)
        await does(owner, "/share")

        assert await guest.text() == "/start"
        assert "This site allows no guests" in (await owner.card()).text


@pytest.mark.long
async def test_record_log_and_chats_hold_neither_link_nor_passcode(
    sandbox: FaultySandbox, tmp_path: Path, clock: Clock, caplog: pytest.LogCaptureFixture
) -> None:
    owner, guest = Phone(sandbox, OWNER), Phone(sandbox, GUEST)
    async with sharing_bot(sandbox, tmp_path / "x.db", clock):
        await does(owner, "/new S-014 M 58")
        code, passcode = await shares(owner, "S-014")
        await does(guest, f"/start {code}", wrong(passcode))

    held = (tmp_path / "x.db").read_bytes()
    assert code.encode() not in held
    assert passcode.encode() not in held
    assert code not in caplog.text
    assert passcode not in caplog.text


@pytest.mark.long
@pytest.mark.parametrize("with_answers", [False, True])
async def test_redacted_subject_is_shown_by_its_replacement_or_not_at_all(
    sandbox: FaultySandbox, tmp_path: Path, clock: Clock, with_answers: bool
) -> None:
    owner, guest = Phone(sandbox, OWNER), Phone(sandbox, GUEST)
    async with sharing_bot(sandbox, tmp_path / "x.db", clock, is_practice=False) as bot:
        await shared_with(owner, guest)
        await does(guest, "[Reply ›]", "ask the ward again")
        place = (bot.ledger.site, "EC-CRT-003")

    wish = Wish(place, "S-014", Reason.PERSONAL_DATA, OPERATOR, with_answers=with_answers)
    await to_thread(redact, tmp_path / "x.db", wish, clock(), None, tmp_path / "copies")
    async with sharing_bot(sandbox, tmp_path / "x.db", clock, is_practice=False) as bot:
        if with_answers:
            await until(lambda: Kind.SHARE_ENDED in bot.recorded)
            assert await until_said(guest, NOT_SHARED)
        else:
            await guest.settles()
            assert "has changed since you looked" in (await guest.card()).text
            await guest.taps("Show it")
            assert "REDACTED-" in (await guest.card()).text
        said = [each["text"] for each in await guest.messages() if each["from"]["is_bot"]]
        assert not any("S-014" in each for each in said)
        replies = [r.text for each in bot.ledger.shares().by_seq.values() for r in each.replies]
        assert replies == ([] if with_answers else ["ask the ward again"])
        assert bot.ledger.verify().holds


@pytest.mark.long
async def test_reply_is_read_as_it_was_typed_or_refused(
    bot: Running, sandbox: FaultySandbox
) -> None:
    owner, guest = Phone(sandbox, OWNER), Phone(sandbox, GUEST)
    await does(owner, "/new S-014 M 58")
    await enters(guest, *await shares(owner, "S-014"))

    await does(guest, "[Reply ›]", "x" * 301)
    refused = (await guest.card()).text
    await does(guest, "fit \u2067for\u2069 it")
    isolated = (await guest.card()).text
    await does(guest, "<b>fit</b> & <a href='https://x.org'>more</a>")
    await does(owner, "/trial", "[Shared: news ›]")

    assert "Not recorded: at most 300 letters" in refused
    assert "Not recorded: no readable text" in isolated
    card = await owner.card()
    assert "“<b>fit</b> & <a href='https://x.org'>more</a>”" in card.text
    # Telegram itself finds an address in plain text
    assert {each["type"] for each in card.entities} <= {"bold", "url"}
    (share,) = bot.ledger.shares().by_seq.values()
    assert all(each.text.isprintable() for each in share.replies)


async def until_said(phone: Phone, words: str) -> bool:
    """Wait until a message of the chat says this."""
    await phone.wait_for(lambda all_: any(each.get("text") == words for each in all_), what=words)
    return True


@pytest.mark.long
async def test_what_a_guest_was_asked_about_or_types_late_is_deleted(
    sandbox: FaultySandbox, tmp_path: Path, clock: Clock
) -> None:
    owner, guest = Phone(sandbox, OWNER), Phone(sandbox, GUEST)
    async with sharing_bot(sandbox, tmp_path / "x.db", clock):
        await does(owner, "/new S-014 M 58")
        await enters(guest, *await shares(owner, "S-014"))
        await does(guest, "[Reply ›]", "Li Na missed her visit")
        asked = (await guest.card()).text

    clock.now += timedelta(hours=25)
    async with sharing_bot(sandbox, tmp_path / "x.db", clock) as bot:
        await until(lambda: Kind.IDENTIFIER_STOPPED in bot.recorded)
        await guest.says("王建国 13800138002", is_answered=False)
        await until(lambda: bot.recorded.count(Kind.IDENTIFIER_STOPPED) == 2)
        await until(lambda: not bot.ledger.deletions.unfinished())
        texts = [each["text"] for each in await guest.messages()]

    assert "Is this a name?" in asked
    assert not [each for each in texts if "Li Na" in each or "王建国" in each]
