"""Colleagues at work on one record, each on the own phone; the bot's own time is noon."""

import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime

import pytest

from bot.sandbox.server import Sandbox
from ectrial.ledger.ledger import Author
from ectrial.record.entries import Kind, NewEntry
from ectrial.record.team import Role, Terms
from tests.bot.desk import until
from tests.bot.rings import NEUTRAL, rings_of
from tests.bot.running import Running
from tests.bot.test_two_phones import does, labels
from tests.phone import Phone

CHEN, LI, WANG, ZHAO = 1006, 1008, 1007, 1003
TEAM: dict[int, tuple[str, Role]] = {
    CHEN: ("Chen", "coordinator"),
    LI: ("Li", "coordinator"),
    WANG: ("Wang", "monitor"),
    ZHAO: ("Zhao", "principal"),
}
ADMIN = Author(1001, "admin")
BY_AND_WHEN = re.compile(r"at (2026-11-30 )?12:00 by (another person \()?(Li|coordinator)")
SUBJECT_OR_FINDING = re.compile(r"S-\d|INCL|EXCL|ECOG|eligible|[{}]", re.IGNORECASE)


@pytest.fixture
def clock() -> Callable[[], datetime]:
    """Give a time of the day at which phones may ring."""
    return lambda: datetime(2026, 11, 30, 12, tzinfo=UTC)


@pytest.fixture
def rung(sandbox: Sandbox) -> Iterator[list[str]]:
    """What rings in a walk; whatever it is, it names no subject and no finding."""
    rung = rings_of(sandbox)
    yield rung
    assert [text for text in rung if SUBJECT_OR_FINDING.search(text)] == []


@pytest.fixture
async def phones(bot: Running, sandbox: Sandbox, rung: list[str]) -> dict[int, Phone]:
    """The phones of the team, each at home."""
    joins = [
        NewEntry(
            Kind.STAFF_ADDED, "EC-CRT-003", item=str(each), value=Terms.of(role).value, text=name
        )
        for each, (name, role) in TEAM.items()
    ]
    bot.ledger.append(joins, ADMIN)
    phones = {each: Phone(sandbox, each) for each in TEAM}
    for phone in phones.values():
        await phone.says("/start")
    return phones


async def asks_li(chen: Phone) -> None:
    """Leave every question of a screening open, and ask Li to settle them."""
    await does(chen, "/new S-014 M 58")
    while "Skip ›" in await labels(chen):
        await chen.taps("Skip ›")
    await does(chen, "[Who settles? ›]", "[Li]")
    await chen.taps(next(each for each in await labels(chen) if each.startswith("Record (")))


def recorded(bot: Running, *kinds: Kind) -> list[NewEntry]:
    return [entry.said for entry in bot.ledger.entries() if entry.said.kind in kinds]


async def test_each_role_has_its_own_buttons_on_one_screening(
    bot: Running, phones: dict[int, Phone]
) -> None:
    chen, wang = phones[CHEN], phones[WANG]
    await does(chen, "/new S-014 M 58", "[1]")
    await does(wang, "/open S-014")
    offered = await labels(wang)

    await wang.says("Yes")

    assert "Yes · S-014" not in offered
    assert "Not yours to do. Ask" in (await wang.card()).text
    assert [each.item for each in recorded(bot, Kind.ANSWERED)] == ["sex", "age", "ecog"]


async def test_consent_of_a_colleague_is_seen_before_the_own_is_recorded(
    bot: Running, phones: dict[int, Phone]
) -> None:
    chen, li = phones[CHEN], phones[LI]
    await does(
        chen, "/new S-014 M 58", "[3]", "[Stop here]", "[Consent ›]", "[Signed…]", "[Today]"
    )
    await does(li, "/open S-014", "[Consent ›]", "[Declined…]", "[None given]")

    await chen.says("3.1 of 2026-05-02")

    assert [each.value["state"] for each in recorded(bot, Kind.CONSENT)] == ["declined"]
    assert "declined" in (await chen.card()).text
    assert BY_AND_WHEN.search((await chen.card()).text)


@pytest.mark.long
async def test_consent_of_a_colleague_is_on_the_open_card_at_once(
    bot: Running, phones: dict[int, Phone]
) -> None:
    chen, li = phones[CHEN], phones[LI]
    await does(chen, "/new S-014 M 58", "[3]", "[Stop here]", "[Consent ›]")
    before = (await chen.card()).text

    await does(li, "/open S-014", "[Consent ›]", "[Declined…]", "[None given]")
    await chen.wait_for(lambda said: said[-1]["text"] != before)

    assert "eclined" not in before
    assert "eclined" in (await chen.card()).text


async def test_pause_is_on_the_open_card_at_once_and_rings(
    bot: Running, phones: dict[int, Phone], rung: list[str]
) -> None:
    chen, zhao = phones[CHEN], phones[ZHAO]
    await does(chen, "/new S-014 M 58", "[1]")
    before = await chen.card()

    pauses = ("[Enrolment: open ›]", "[Pause…]", "[Today]", "SUSAR letter 12")
    await does(zhao, "/trial", *pauses, "[Pause enrolment]")
    await chen.wait_for(lambda said: said[-1]["text"] != before.text)
    await until(lambda: bool(rung))

    card = await chen.card()
    assert card.message_id == before.message_id
    assert "Enrolment paused since 30 Nov 2026: do not enrol" in card.text
    assert "Yes" in await labels(chen)


@pytest.mark.long
async def test_answer_of_the_assignee_is_seen_before_the_own_is_recorded(
    bot: Running, phones: dict[int, Phone], rung: list[str]
) -> None:
    chen, li = phones[CHEN], phones[LI]
    await asks_li(chen)
    listed = next(each for each in await labels(chen) if each.startswith("Open items ("))
    await does(chen, f"[{listed}]")
    while not (named := [each for each in await labels(chen) if each.startswith("INCL03")]):
        await chen.taps("More ›")
    await does(chen, f"[{named[0]}]", "[Answer it ›]")
    todo = next(each for each in await labels(li) if each.startswith("To do ("))
    await does(li, f"[{todo}]", "[S-014 INCL03]", "[Yes · S-014]")
    answered = recorded(bot, Kind.ANSWERED, Kind.CORRECTED)
    await until(lambda: bool(rung))

    await chen.taps(next(each for each in await labels(chen) if each.startswith("No")))

    card = await chen.card()
    assert recorded(bot, Kind.ANSWERED, Kind.CORRECTED) == answered
    assert BY_AND_WHEN.search(card.text)
    assert "Yes → No" in card.text
    assert [each.item for each in recorded(bot, Kind.QUERY_CLOSED)] == [answered[-1].item]
    assert rung == ["1 item to look at"]


@pytest.mark.long
async def test_the_cover_is_rung_and_has_the_work_of_who_is_away(
    bot: Running, phones: dict[int, Phone], sandbox: Sandbox, rung: list[str]
) -> None:
    chen, li, zhao = phones[CHEN], phones[LI], phones[ZHAO]
    await does(li, "/team", "[Away…]", "5 Dec")
    await li.taps(next(each for each in await labels(li) if "Zhao" in each))
    await does(chen, "/new S-014 M 58")
    while "Skip ›" in await labels(chen):
        await chen.taps("Skip ›")
    await does(chen, "[Who settles? ›]", "[Li, away: Zhao]")
    await chen.taps(next(each for each in await labels(chen) if each.startswith("Record (")))
    await until(lambda: bool(rung))
    await zhao.settles()

    assert "1 item to look at" in [each.get("text") for each in await zhao.messages()]
    assert "1 item to look at" not in [each.get("text") for each in await li.messages()]
    await does(zhao, "/todo")
    assert "S-014 INCL03" in await labels(zhao)
    assert rung == ["1 item to look at"]


@pytest.mark.long
async def test_source_and_check_are_seen_by_the_other_and_undone_by_a_change(
    bot: Running, phones: dict[int, Phone]
) -> None:
    chen, wang = phones[CHEN], phones[WANG]
    await does(chen, "/new S-014 M 58", "[Source?]", "[Pathology]", "[1]", "[Yes]")
    await does(wang, "/review S-014", "[INCL02]", "[Verified against source]")
    marked = (await wang.card()).text
    await does(chen, "/review", "[INCL02]", "[No]", "[New information]")
    await does(wang, "/review S-014")

    kinds = Kind.VERIFIED, Kind.SOURCED
    assert [each.kind for each in recorded(bot, *kinds)].count(Kind.VERIFIED) == 1
    assert "athology" in marked
    assert "erified" in marked
    assert "erified" not in (await wang.card()).text


def test_nothing_that_may_ring_has_a_place_for_a_subject_or_a_finding() -> None:
    assert [text for text in NEUTRAL if SUBJECT_OR_FINDING.search(text)] == []
