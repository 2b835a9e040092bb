"""People prove who they are, over real HTTP: after twelve hours and a lost phone; and guessing."""

import logging
from collections.abc import AsyncIterator, Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.endpoint import PRACTICE_PEPPER
from bot.serving.installation import Installation
from bot.serving.turns import Turns
from bot.telegram.updates import Update
from conversations.events import Typed
from ectrial.ledger.ledger import Author, Ledger
from ectrial.record.entries import Kind, NewEntry
from ectrial.record.one_time_codes import LONGEST_IDLE, MOST_TRIES, Enrolment
from ectrial.trial.versions import shipped
from tests.bot import enrolling
from tests.bot.enrolling import Clock
from tests.bot.running import Running
from tests.faults import Fault, FaultySandbox, answer_lost, lost
from tests.phone import Phone

PERSON, PI = 1001, Author(1002, "admin")
TRIAL = shipped().ids[0]
ASKED = "Type the six digits of your authenticator app."


@pytest.fixture
def clock(sandbox: FaultySandbox) -> Clock:
    return Clock(sandbox)


@pytest.fixture
async def bot(sandbox: FaultySandbox, tmp_path: Path, clock: Clock) -> AsyncIterator[Running]:
    async with Running(sandbox, tmp_path / "practice.db", clock=clock) as running:
        yield running


def enrolment_of(ledger: Ledger) -> Enrolment:
    found = ledger.enrolments.of(PERSON)
    assert found is not None
    return found


def record(ledger: Ledger, kind: Kind) -> None:
    ledger.append([NewEntry(kind, TRIAL, item=str(PERSON))], PI)


def code(ledger: Ledger, clock: Callable[[], datetime]) -> str:
    return enrolling.code(ledger, PERSON, clock)


def wrong(ledger: Ledger, clock: Callable[[], datetime]) -> str:
    return enrolling.wrong(ledger, PERSON, clock)


async def confirmed(bot: Running, phone: Phone, clock: Clock) -> None:
    """Enrol the person, who then confirms it in the chat."""
    record(bot.ledger, Kind.ENROLLED)
    await phone.says("/start")
    await phone.taps("Confirm my authenticator app")
    await phone.says(code(bot.ledger, clock))
    assert "That code was right." in await phone.text()


async def texts(phone: Phone) -> str:
    return "\n".join(message.get("text", "") for message in await phone.messages())


async def typed(phone: Phone) -> list[str]:
    """What the person typed and was not deleted."""
    return [m["text"] for m in await phone.messages() if not m["from"]["is_bot"]]


@pytest.mark.long
async def test_person_idle_for_twelve_hours_sees_and_does_nothing_before_a_code(
    bot: Running, phone: Phone, clock: Clock
) -> None:
    await confirmed(bot, phone, clock)
    await phone.says("/new S-014 M 58")
    card = await phone.card()
    recorded = bot.recorded
    clock.passes(LONGEST_IDLE)

    await phone.taps("1")
    tapped = await texts(phone)
    for tried in ("/verdict", "/open S-014", "ECOG 1", "/help"):
        await phone.says(tried)
        assert ASKED in await phone.text()
    await phone.taps_data(card.message_id, card.rows[0][0]["callback_data"])
    await phone.sends_a_photo()
    hidden = await texts(phone)
    before = bot.recorded
    await phone.says(code(bot.ledger, clock))

    assert before == recorded
    assert "Prove first that it is you." in phone.toasts
    for shown in (tapped, hidden):
        assert "ECOG today" not in shown
        assert "Male" not in shown
    assert bot.recorded == [*recorded, Kind.PROVED]
    assert "ECOG today?" in (await phone.card()).text
    await phone.taps("1")
    assert bot.recorded[-1] is Kind.ANSWERED


@pytest.mark.long
async def test_card_buried_under_a_text_is_hidden_too(
    bot: Running, phone: Phone, clock: Clock
) -> None:
    await confirmed(bot, phone, clock)
    await phone.says("/new S-014 M 58")
    clock.passes(LONGEST_IDLE)

    await phone.says("Hb 120 g/L")

    shown = await texts(phone)
    assert "ECOG today" not in shown
    assert "This card is hidden." in shown
    assert ASKED in await phone.text()


@pytest.mark.long
async def test_message_with_the_digits_is_deleted_right_or_wrong(
    bot: Running, phone: Phone, clock: Clock
) -> None:
    await confirmed(bot, phone, clock)
    clock.passes(LONGEST_IDLE)
    await phone.says("/start")
    await phone.says(wrong(bot.ledger, clock))
    refused = await phone.messages()
    right = code(bot.ledger, clock)
    await phone.says(f"{right[:3]} {right[3:]}")
    taken = await phone.messages()

    assert "Wrong code. 4 tries are left." in refused[-1]["text"]
    # the card that asked becomes the card that was left
    assert refused[-1]["message_id"] == taken[-1]["message_id"]
    assert "pre-screening" in taken[-1]["text"]
    assert await typed(phone) == ["/start", "/start"]


@pytest.mark.long
@pytest.mark.parametrize("fault", [lost, answer_lost])
async def test_digits_are_deleted_over_a_bad_network(
    sandbox: FaultySandbox, bot: Running, phone: Phone, clock: Clock, fault: Fault
) -> None:
    await confirmed(bot, phone, clock)
    clock.passes(LONGEST_IDLE)
    await phone.says("/start")
    sandbox.faults.strike("deleteMessage", fault)

    await phone.says(code(bot.ledger, clock))

    assert await typed(phone) == ["/start", "/start"]
    assert "pre-screening" in (await phone.card()).text


async def test_hundred_guesses_are_counted_and_let_nobody_in(
    bot: Running, phone: Phone, clock: Clock
) -> None:
    await confirmed(bot, phone, clock)
    clock.passes(LONGEST_IDLE)
    digits = wrong(bot.ledger, clock)
    for _ in range(100):
        await phone.says(digits, is_answered=False, is_read=False)
    await phone.settles()
    await phone.says(code(bot.ledger, clock))
    locked = await phone.text()
    found = enrolment_of(bot.ledger)

    assert (found.tries, found.locked_at is None) == (MOST_TRIES, False)
    assert bot.recorded == [Kind.ENROLLED, Kind.PROVED, Kind.LOCKED]
    assert "Locked after five wrong codes." in locked
    assert ASKED not in locked
    assert bot.ledger.verify().holds


@pytest.mark.long
async def test_only_a_new_enrolment_opens_a_lock_and_its_code_is_asked_for(
    bot: Running, phone: Phone, clock: Clock
) -> None:
    await confirmed(bot, phone, clock)
    clock.passes(LONGEST_IDLE)
    for _ in range(MOST_TRIES):
        await phone.says("/start")
        await phone.says(wrong(bot.ledger, clock))
    record(bot.ledger, Kind.ENROLLED)
    await phone.says("/start")
    asked = await phone.text()
    await phone.says(code(bot.ledger, clock))

    assert ASKED in asked
    assert "pre-screening" in (await phone.card()).text


@pytest.mark.long
async def test_lost_phone_asks_at_once_and_the_code_used_before_is_refused(
    bot: Running, phone: Phone, clock: Clock
) -> None:
    await confirmed(bot, phone, clock)
    used = code(bot.ledger, clock)
    record(bot.ledger, Kind.PHONE_LOST)
    await phone.says("/new S-014 M 58")
    asked = await phone.text()
    await phone.says(used)
    refused = await phone.text()
    clock.passes(timedelta(seconds=30))
    await phone.says(code(bot.ledger, clock))

    assert "Your phone was reported lost." in asked
    assert "That code was used already" in refused
    assert "pre-screening" in (await phone.card()).text
    assert Kind.OPENED not in bot.recorded


async def test_lost_phone_of_a_person_without_an_app_lets_nobody_in_until_added_again(
    bot: Running, phone: Phone
) -> None:
    await phone.says("/start")
    record(bot.ledger, Kind.PHONE_LOST)
    await phone.says("/new S-014 M 58")
    await phone.says("123456")
    shut = await phone.text()
    before = bot.recorded
    again = NewEntry(Kind.STAFF_ADDED, TRIAL, item=str(PERSON), value="coordinator")
    bot.ledger.append([again], PI)
    await phone.says("/new S-014 M 58")

    assert "An administrator or the principal investigator lets you in again." in shut
    assert before == [Kind.PHONE_LOST]
    assert Kind.OPENED in bot.recorded


@pytest.mark.long
async def test_card_of_an_idle_person_stays_hidden_over_a_restart(
    sandbox: FaultySandbox, tmp_path: Path, phone: Phone, clock: Clock
) -> None:
    async with Running(sandbox, tmp_path / "practice.db", clock=clock) as bot:
        await confirmed(bot, phone, clock)
        await phone.says("/new S-014 M 58")
    clock.passes(LONGEST_IDLE)
    async with Running(sandbox, tmp_path / "practice.db", clock=clock) as bot:
        await phone.wait_for(lambda messages: ASKED in messages[-1]["text"])
        shown = await texts(phone)
        await phone.says(code(bot.ledger, clock))

        assert "ECOG today" not in shown
        assert "ECOG today?" in (await phone.card()).text


@pytest.mark.long
async def test_six_digits_elsewhere_are_no_code(bot: Running, phone: Phone, clock: Clock) -> None:
    await confirmed(bot, phone, clock)
    await phone.says("123456")

    assert enrolment_of(bot.ledger).tries == 0
    # no card asks for a number, so it may be that of a patient
    assert (await typed(phone))[-1] != "123456"
    assert "Your message is deleted" in (await phone.card()).text


@pytest.mark.long
async def test_colleagues_are_not_asked(
    sandbox: FaultySandbox, bot: Running, phone: Phone, clock: Clock
) -> None:
    other = Phone(sandbox, 1002)
    await confirmed(bot, phone, clock)
    clock.passes(LONGEST_IDLE)
    await other.says("/new S-014 M 58")

    assert "ECOG today?" in (await other.card()).text


async def test_no_code_is_logged(
    bot: Running, phone: Phone, clock: Clock, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    await confirmed(bot, phone, clock)
    clock.passes(LONGEST_IDLE)
    await phone.says("/start")
    right, other = code(bot.ledger, clock), wrong(bot.ledger, clock)
    await phone.says(other)
    await phone.says(right)

    assert right not in caplog.text
    assert other not in caplog.text


@pytest.mark.long
async def test_code_that_had_to_wait_is_judged_by_when_it_was_typed(
    sandbox: FaultySandbox, tmp_path: Path, phone: Phone, clock: Clock
) -> None:
    async with Running(sandbox, tmp_path / "practice.db", clock=clock) as bot:
        await confirmed(bot, phone, clock)
        clock.passes(LONGEST_IDLE)
        await phone.says("/start")
        digits = code(bot.ledger, clock)
    await phone.says(digits, is_answered=False, is_read=False)
    clock.passes(timedelta(hours=1))
    async with Running(sandbox, tmp_path / "practice.db", clock=clock) as bot:
        await phone.wait_for(lambda messages: "pre-screening" in messages[-1]["text"])

        assert enrolment_of(bot.ledger).tries == 0


def test_code_that_is_delivered_twice_counts_once(tmp_path: Path) -> None:
    author, noon = Author(PERSON, "coordinator"), datetime(2026, 11, 29, 12, tzinfo=UTC)
    site = Installation(
        shipped(), lambda: noon, UTC, "en", is_practice=False, admins=frozenset({PERSON})
    )
    with Ledger.open(tmp_path / "x.db", site="h", via="telegram", clock=lambda: noon) as ledger:
        turns = Turns(ledger, site, PRACTICE_PEPPER)
        record(ledger, Kind.ENROLLED)
        record(ledger, Kind.PHONE_LOST)
        digits = wrong(ledger, lambda: noon)
        update = Update(1, PERSON, "en", Typed(digits), noon, sent=5)
        first, second = turns.take(update, author), turns.take(update, author)

        assert first is not None
        assert second is None
        assert enrolment_of(ledger).tries == 1
