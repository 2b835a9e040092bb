"""Abuse of the team: every attempt is counted, and none comes through."""

from random import Random  # noqa: TID251 # drawn from a seed

import pytest

from bot.sandbox.server import Sandbox
from bot.serving.access import refusal
from conversations.acts import KEY_LENGTH
from ectrial.ledger.ledger import Author
from ectrial.record.entries import JSON, Kind, NewEntry
from ectrial.record.team import Terms
from ectrial.trial.protocol import Protocol
from tests.bot.abuse.attempts import Attempts
from tests.bot.inviting import invites, joins
from tests.bot.running import Running
from tests.phone import Phone

ADMIN, NEW, COORDINATOR, PRINCIPAL = 1001, 1003, 1004, 1006
OPERATOR = Author(0, "operator")
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-"


@pytest.fixture
def attempts(bot: Running, sandbox: Sandbox) -> Attempts:
    return Attempts(bot, sandbox)


@pytest.fixture
def coordinator(bot: Running, sandbox: Sandbox, trial: Protocol) -> Phone:
    changes(bot, trial, Kind.STAFF_ADDED, COORDINATOR, Terms.of("coordinator").value)
    return Phone(sandbox, COORDINATOR)


def changes(bot: Running, trial: Protocol, kind: Kind, person: int, value: JSON = None) -> None:
    bot.ledger.append([NewEntry(kind, trial.id, item=str(person), value=value)], OPERATOR)


async def lead(phone: Phone, *labels: str) -> list[str]:
    """Go to a card of the team and give the data of its buttons."""
    await phone.says("/team")
    for label in labels:
        await phone.taps(label)
    return [each["callback_data"] for row in (await phone.card()).rows for each in row]


def chance() -> Random:
    return Random(14)  # noqa: S311 # drawn from a seed


def codes_like(code: str, chance: Random, number: int) -> list[str]:
    """Give codes that are not the one: near misses first, then any."""
    near = [
        code[:n] + chance.choice(LETTERS.replace(code[n], "")) + code[n + 1 :] for n in range(16)
    ]
    odd = [code[:-1], code + "A", code.swapcase(), code[::-1], f"{code[:8]} {code[8:]}", ""]
    wild = ["".join(chance.choices(LETTERS, k=16)) for _ in range(number)]
    return [each for each in (*near, *odd, *wild) if each != code][:number]


@pytest.mark.parametrize("number", [100, pytest.param(10_000, marks=pytest.mark.long)])
async def test_brute_forced_invites(
    bot: Running, phone: Phone, attempts: Attempts, number: int
) -> None:
    code = await invites(phone, "principal investigator", "Zhao")
    attempts.begin()
    people = range(20_000, 20_010)

    for n, guess in enumerate(codes_like(code, chance(), number)):
        attempts.says(people[n % len(people)], f"/start {guess}")
    await attempts.rest()

    assert (attempts.made, attempts.through) == (number, 0)
    assert attempts.counted(*people) == number


@pytest.mark.long
async def test_strangers(bot: Running, attempts: Attempts, phone: Phone) -> None:
    listed = await lead(phone)
    attempts.begin()
    stranger = 20_000

    for text in (
        "hello",
        "/start",
        "/team",
        "/new S-001 M 58",
        "/start 1",
        "/practice",
        "x" * 4096,
    ):
        attempts.says(stranger, text)
    for data in (*listed, "", "1.yes", "\u0000", "9" * 64):
        await attempts.taps(stranger, data, attempts.chat(ADMIN).card or 0)
    await attempts.rest()

    assert attempts.through == 0
    assert attempts.counted(stranger) == attempts.made
    assert bot.ledger.chat(stranger) is None


async def test_forged_buttons(coordinator: Phone, attempts: Attempts, phone: Phone) -> None:
    """Keys of what an administrator may do, any keys, and flipped ones, on one's own live card."""
    await coordinator.says("/team")
    about = await lead(phone, "coordinator 1004")
    removing = await lead(phone, "coordinator 1004", "Remove…")
    attempts.begin()
    card, round_ = attempts.chat(COORDINATOR).card or 0, attempts.chat(COORDINATOR).round
    chosen = chance()
    keys = [each.partition(".")[2] for each in (*about, *removing)]
    keys += [f"{chosen.getrandbits(80):0{KEY_LENGTH}x}" for _ in range(40)]
    keys += [f"{int(each, 16) ^ 1 << n:0{KEY_LENGTH}x}" for n, each in enumerate(keys[:40])]

    for key in keys:
        # no round but the present one is even looked at
        await attempts.taps(COORDINATOR, f"{round_}.{key}", card)
    await attempts.rest()

    assert attempts.through == 0


@pytest.mark.long
async def test_stale_buttons(coordinator: Phone, attempts: Attempts, phone: Phone) -> None:
    """Buttons of cards that stood before, of a member who is demoted meanwhile as well."""
    stale = await lead(phone, "coordinator 1004", "Remove…")
    card = (await phone.card()).message_id
    await phone.says("/team")
    attempts.begin()

    for data in stale:
        await attempts.taps(ADMIN, data, card)
        await attempts.taps(ADMIN, data, attempts.chat(ADMIN).card or 0)
    await attempts.rest()

    assert (attempts.made, attempts.through) == (2 * len(stale), 0)


@pytest.mark.long
async def test_foreign_buttons(coordinator: Phone, attempts: Attempts, phone: Phone) -> None:
    """The buttons and the message of an administrator, tapped by a coordinator."""
    await coordinator.says("/team")
    foreign = await lead(phone, "coordinator 1004", "Remove…")
    attempts.begin()

    for data in foreign:
        await attempts.taps(COORDINATOR, data, attempts.chat(ADMIN).card or 0)
    await attempts.rest()

    assert (attempts.made, attempts.through) == (len(foreign), 0)


GROUPS = [
    {"id": -5, "type": "group", "title": "g"},
    {"id": -100, "type": "supergroup", "title": "g"},
    {"id": -200, "type": "channel", "title": "c"},
    {"id": NEW, "type": "private", "first_name": "somebody else"},
]


@pytest.mark.long
@pytest.mark.parametrize("chat", GROUPS, ids=lambda chat: f"{chat['type']} {chat['id']}")
async def test_groups(attempts: Attempts, phone: Phone, chat: dict[str, object]) -> None:
    """What an administrator or a stranger does anywhere but alone with the bot."""
    code = await invites(phone, "coordinator", "Chen")
    card = (await phone.card()).message_id
    data = [each["callback_data"] for row in (await phone.card()).rows for each in row]
    attempts.begin()

    for person in (ADMIN, COORDINATOR):
        attempts.says(person, f"/start {code}", chat=chat)
        attempts.says(person, "/team", chat=chat)
        for each in data:
            await attempts.taps(person, each, card, chat=chat)
    await attempts.rest()

    assert attempts.made > 0
    assert attempts.through == 0


@pytest.mark.long
async def test_bots_and_forwards(attempts: Attempts, phone: Phone) -> None:
    """A used link that is passed on opens nothing, nor does a bot that has a good one."""
    used = await invites(phone, "coordinator", "Chen")
    attempts.says(COORDINATOR, f"/start {used}")
    await attempts.rest()
    code = await invites(phone, "coordinator", "Li Wei")
    attempts.begin()
    origin = {"type": "user", "date": 1, "sender_user": {"id": ADMIN, "is_bot": False}}

    attempts.says(20_000, f"/start {used}", forward_origin=origin)
    attempts.says(20_000, f"https://t.me/sandbox_practice_bot?start={code}", forward_origin=origin)
    attempts.says(20_001, f"/start {code}", **{"from": {"id": 20_001, "is_bot": True}})
    attempts.says(20_001, f"/start@another_bot {code}")
    await attempts.rest()

    assert (attempts.made, attempts.through) == (4, 0)
    assert attempts.counted(20_000) == 2


@pytest.mark.long
async def test_replays(attempts: Attempts, phone: Phone, sandbox: Sandbox) -> None:
    """The update that let somebody in, again and after a removal, with its number and another."""
    code = await invites(phone, "coordinator", "Chen")
    number = sandbox.state.updates._next_id
    attempts.says(NEW, f"/start {code}")
    await attempts.rest()
    for label in ("‹ The team", "Chen", "Remove…", "Remove"):
        await phone.taps(label)
    attempts.begin()

    for again in (number, number, None):
        if again is not None:
            sandbox.state.updates.count_from(again)
        attempts.says(NEW, f"/start {code}")
        await attempts.rest()

    assert (attempts.made, attempts.through) == (3, 0)


@pytest.mark.long
@pytest.mark.parametrize("ends", ["removed", "expired", "not begun"])
async def test_members_who_are_none_today(
    bot: Running, coordinator: Phone, attempts: Attempts, trial: Protocol, ends: str
) -> None:
    await coordinator.says("/new S-014 M 58")
    card = await coordinator.card()
    terms = Terms.of("coordinator").value
    match ends:
        case "removed":
            changes(bot, trial, Kind.STAFF_REMOVED, COORDINATOR, {"work": None})
        case "expired":
            changes(bot, trial, Kind.STAFF_ADDED, COORDINATOR, {**terms, "until": "2020-01-01"})
        case "not begun":
            changes(bot, trial, Kind.STAFF_ADDED, COORDINATOR, {**terms, "since": "2999-01-01"})
    attempts.begin()

    for row in card.rows:
        for each in row:
            await attempts.taps(COORDINATOR, each["callback_data"], card.message_id)
    for text in ("1", "/team", "/new S-015", "/start"):
        attempts.says(COORDINATOR, text)
    await attempts.rest()

    assert attempts.through == 0
    assert attempts.counted(COORDINATOR) == attempts.made
    assert refusal(COORDINATOR, "en") in [
        each.get("text") for each in await coordinator.messages() if each["from"]["is_bot"]
    ]


@pytest.mark.long
async def test_cover_of_an_absent_principal_gets_no_rights(
    bot: Running, coordinator: Phone, attempts: Attempts, phone: Phone, sandbox: Sandbox
) -> None:
    principal = Phone(sandbox, PRINCIPAL)
    await joins(principal, await invites(phone, "principal investigator", "Zhao"))
    authorising = await lead(principal, "coordinator 1004")
    for label in ("‹ The team", "Away…", "Until"):
        rows = (await principal.card()).labels
        await principal.taps(next(x for row in rows for x in row if x.startswith(label)))
    await principal.taps("coordinator 1004")
    await lead(coordinator)
    attempts.begin()
    at = attempts.chat(COORDINATOR)

    for data in authorising:
        await attempts.taps(COORDINATOR, f"{at.round}.{data.partition('.')[2]}", at.card or 0)
    await attempts.rest()

    assert attempts.made == len(authorising)
    assert attempts.through == 0
