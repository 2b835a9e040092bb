"""Abuse of signatures: every attempt is counted, and none signs."""

from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import timedelta
from pathlib import Path

import pytest

from conversations.acts import Act
from conversations.acts_of_signing import OpenToSign, ReturnRequest, Sign, TakeOver
from conversations.places_of_queries import ToDo
from ectrial.record.entries import JSON, Kind, NewEntry
from ectrial.record.one_time_codes import LONGEST_IDLE, MOST_TRIES
from ectrial.record.team import Terms
from ectrial.trial.versions import shipped
from tests.bot.abuse.signers import CHEN, CONFIRM, LI, WU, Signers, asks_for_the_code
from tests.bot.enrolling import OPERATOR, Clock, code, wrong
from tests.bot.running import Running
from tests.bot.test_two_phones import does
from tests.campaigns import campaign
from tests.faults import FaultySandbox

STEP = timedelta(seconds=30)
ASKED = "Type the six digits of your authenticator app."


@pytest.fixture
async def signers(sandbox: FaultySandbox, tmp_path: Path) -> AsyncIterator[Signers]:
    clock = Clock(sandbox)
    async with Running(sandbox, tmp_path / "practice.db", clock=clock) as bot:
        people = Signers(bot, sandbox, clock)
        await people.begin()
        people.attempts.begin()
        yield people


def says(signers: Signers, person: int, text: str) -> None:
    signers.attempts.says(person, text, date=int(signers.clock().timestamp()))


def right(signers: Signers, person: int) -> str:
    return code(signers.bot.ledger, person, signers.clock)


async def test_wrong_codes_beyond_five_and_the_right_one_after_them(signers: Signers) -> None:
    await asks_for_the_code(signers.li)
    guess = wrong(signers.bot.ledger, LI, signers.clock)

    for _ in range(30):
        says(signers, LI, guess)
    await signers.attempts.rest()
    says(signers, LI, right(signers, LI))
    await signers.attempts.rest()

    found = signers.bot.ledger.enrolments.of(LI)
    assert found is not None
    assert (signers.attempts.made, found.tries, signers.signed) == (31, MOST_TRIES, 0)
    assert "Locked after five wrong codes." in (await signers.li.card()).text


@pytest.mark.long
async def test_code_after_the_lock_is_answered_by_a_new_card_that_says_who_opens_it(
    signers: Signers,
) -> None:
    await asks_for_the_code(signers.li)
    for _ in range(MOST_TRIES):
        await signers.li.says(wrong(signers.bot.ledger, LI, signers.clock))
    locked = await signers.li.card()

    await signers.li.says(right(signers, LI))

    answered = await signers.li.card()
    assert answered.message_id > locked.message_id
    for card in (locked, answered):
        assert "Locked after five wrong codes." in card.text
        assert "has to enrol you anew" in card.text
        assert ASKED not in card.text
    assert signers.signed == 0


@pytest.mark.long
async def test_update_and_code_are_good_once(signers: Signers, sandbox: FaultySandbox) -> None:
    await asks_for_the_code(signers.li)
    digits, number = right(signers, LI), sandbox.state.updates._next_id

    for again in (number, number, None):
        if again is not None:
            sandbox.state.updates.count_from(again)
        says(signers, LI, digits)
        await signers.attempts.rest()

    assert (signers.attempts.made, signers.signed) == (3, 1)


@pytest.mark.long
async def test_code_used_to_prove_signs_nothing(signers: Signers) -> None:
    signers.clock.passes(LONGEST_IDLE)
    await signers.li.says("/open S-014")
    digits = right(signers, LI)
    await signers.li.says(digits)
    await asks_for_the_code(signers.li)

    says(signers, LI, digits)
    await signers.attempts.rest()

    assert signers.signed == 0
    assert "That code was used already" in (await signers.li.card()).text


async def test_code_in_the_chat_of_another(signers: Signers) -> None:
    await asks_for_the_code(signers.li)
    await asks_for_the_code(signers.wu)

    for person in (CHEN, WU):
        says(signers, person, right(signers, LI))
    await signers.attempts.rest()

    assert (signers.attempts.made, signers.signed) == (2, 0)


@pytest.mark.long
async def test_forged_acts_of_a_coordinator(signers: Signers) -> None:
    await asks_for_the_code(signers.li)
    entry = next(e for e in signers.bot.ledger.entries() if e.said.kind is Kind.SIGNATURE_ASKED)
    id_, hash_, seq = (
        signers.screening,
        entry.said.value["hash"],
        list(signers.bot.ledger.entries(signers.screening))[-1].seq,
    )
    before = len(signers.bot.recorded)
    acts: list[Act] = [
        *(Sign(id_, hash_, meaning) for meaning in ("eligible", "not_eligible")),
        Sign(id_, hash_, "not_eligible", ToDo()),
        *(TakeOver(id_, hash_, matter) for matter in ("reading:R08:1", "old:wbc:9", "")),
        *(ReturnRequest(id_, seq, why) for why in ("evidence", "other")),
        OpenToSign(id_, ToDo()),
    ]

    for command in ("/verdict", "/todo", "/open S-014", "/team"):
        await signers.chen.says(command)
        for act in acts:
            await signers.forges(CHEN, act)
        says(signers, CHEN, right(signers, LI))
        await signers.attempts.rest()

    assert signers.attempts.made == 4 * (len(acts) + 1)
    assert (len(signers.bot.recorded) - before, signers.signed) == (0, 0)


@pytest.mark.long
async def test_stale_and_foreign_cards(signers: Signers) -> None:
    await does(signers.li, "/open S-014", "[Confirm and sign ›]")
    card = await signers.li.card()
    stale = [each["callback_data"] for row in card.rows for each in row]
    await signers.li.says("/todo")

    for data in stale:
        for person in (LI, WU, CHEN):
            await signers.attempts.taps(person, data, card.message_id)
            says(signers, person, right(signers, LI))
    await signers.attempts.rest()

    assert signers.attempts.made == 6 * len(stale)
    assert signers.signed == 0


def records(signers: Signers, kind: Kind, person: int, value: JSON = None) -> None:
    said = NewEntry(kind, shipped().ids[0], item=str(person), value=value)
    signers.bot.ledger.append([said], OPERATOR)


async def is_corrected(signers: Signers) -> None:
    await does(signers.chen, "/review", "[INCL01]", "[4]", "[Entry error]")


async def is_voided(signers: Signers) -> None:
    await does(signers.chen, "[⋯ More]", "[Void this screening]", "[Wrong subject]")


async def is_signed_by_another(signers: Signers) -> None:
    await asks_for_the_code(signers.wu)
    await signers.wu.says(right(signers, WU))


async def is_removed(signers: Signers) -> None:
    records(signers, Kind.STAFF_REMOVED, LI, {"work": None})


async def has_expired(signers: Signers) -> None:
    value = {**Terms.of("principal").value, "until": "2020-01-01"}
    records(signers, Kind.STAFF_ADDED, LI, value)


async def lost_the_task(signers: Signers) -> None:
    records(signers, Kind.STAFF_ADDED, LI, Terms("principal", ("screen",)).value)


async def is_idle(signers: Signers) -> None:
    signers.clock.passes(LONGEST_IDLE)


async def lost_the_phone(signers: Signers) -> None:
    records(signers, Kind.PHONE_LOST, LI)


async def has_an_open_item(signers: Signers) -> None:
    value = {"why": "check", "assignee": CHEN, "due": None}
    case = signers.bot.screening("S-014")
    said = NewEntry(
        Kind.QUERY_OPENED,
        case.id.trial,
        screening=case.id,
        item="ecog",
        value=value,
        protocol_version=case.protocol_version,
        protocol_hash=case.protocol_hash,
    )
    signers.bot.ledger.append([said], OPERATOR)


BETWEEN: dict[Callable[[Signers], Awaitable[None]], int] = {
    is_corrected: 0,
    is_voided: 0,
    is_signed_by_another: 1,
    is_removed: 0,
    has_expired: 0,
    lost_the_task: 0,
    is_idle: 0,
    lost_the_phone: 0,
    has_an_open_item: 0,
}


@pytest.mark.parametrize(
    "happens",
    campaign(
        {each.__name__: each for each in BETWEEN},
        *("is_corrected", "has_expired"),
    ),
)
async def test_what_happens_between_the_card_and_the_code(
    signers: Signers, happens: Callable[[Signers], Awaitable[None]]
) -> None:
    await asks_for_the_code(signers.li)
    await happens(signers)

    says(signers, LI, right(signers, LI))
    await signers.attempts.rest()

    assert (signers.attempts.made, signers.signed) == (1, BETWEEN[happens])
    assert signers.bot.ledger.verify().holds


@pytest.mark.long
async def test_secret_of_before_signs_nothing_once_enrolled_anew(signers: Signers) -> None:
    await asks_for_the_code(signers.li)
    old = right(signers, LI)
    records(signers, Kind.ENROLLED, LI)

    says(signers, LI, old)
    await signers.attempts.rest()

    assert signers.signed == 0


@pytest.mark.long
async def test_own_phone_with_the_right_code_signs_after_a_restart(
    sandbox: FaultySandbox, tmp_path: Path
) -> None:
    clock = Clock(sandbox)
    async with Running(sandbox, tmp_path / "practice.db", clock=clock) as bot:
        before = Signers(bot, sandbox, clock)
        await before.begin()
        await asks_for_the_code(before.li)
    async with Running(sandbox, tmp_path / "practice.db", clock=clock) as bot:
        after = Signers(bot, sandbox, clock)
        await after.li.wait_for(lambda messages: ASKED in messages[-1].get("text", ""))

        await after.li.says(wrong(bot.ledger, LI, clock))
        refused = after.signed
        await after.li.says(right(after, LI))

        assert (refused, after.signed) == (0, 1)
        assert CONFIRM not in (await after.li.card()).text
