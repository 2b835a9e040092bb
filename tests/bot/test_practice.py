"""Practice beside the real record over HTTP: from the phone, through restarts and kills."""

import asyncio
import subprocess
import sys
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from bot.sandbox.server import Sandbox
from bot.serving.pushes import Neutral
from bot.setup.start import now
from ectrial.ledger.ledger import Ledger
from ectrial.record.entries import Kind
from tests.bot.cli.test_main import call
from tests.bot.faults.walks import cards, sees
from tests.bot.running import Running
from tests.ectrial.ledger.samples import KEY
from tests.faults import MADE_UP_TOKEN, FaultySandbox
from tests.phone import Card, Phone

ROOT = Path(__file__).parents[2]
FINISHED = ("/new S-900", "[3]", "[Stop here]")
STRANGER = 1003


@pytest.fixture
async def real(sandbox: FaultySandbox, tmp_path: Path) -> AsyncIterator[Running]:
    async with Running(sandbox, tmp_path / "x.db", is_practice=False) as running:
        yield running


async def does(phone: Phone, *steps: str) -> Card:
    """Tap what stands in brackets, type the rest; the chat has one card after each step."""
    for step in steps:
        await (phone.taps(step[1:-1]) if step.startswith("[") else phone.says(step))
        assert len(await cards(phone)) == 1
    return await phone.card()


def button(card: Card, label: str) -> str:
    """Give what the button of a card carries."""
    row, column = card.place(label)
    return str(card.rows[row][column]["callback_data"])


def first_line(card: Card) -> str:
    return card.text.splitlines()[0]


def practised(database: Path, key: str | None = None) -> list[Kind]:
    """Give what the practice record beside a record holds, once its bot has stopped."""
    path = database.with_name(f"{database.stem}-practice.db")
    with Ledger.open(
        path, site="here", via="sandbox", clock=now, key=key, may_create=False
    ) as ledger:
        assert ledger.verify().holds
        return [entry.said.kind for entry in ledger.entries()]


async def test_one_screening_in_practice_confirms_the_training(
    real: Running, phone: Phone
) -> None:
    await does(phone, "/new S-014", "[1]")
    seen = [await does(phone, step) for step in ("/practice", *FINISHED)]
    after = await does(phone, "[Leave practice]")

    assert all(card.text.startswith("PRACTICE · ") for card in seen)
    assert "Training confirmed" in seen[-1].text
    assert after.message_id == seen[-1].message_id
    assert first_line(after) == "S-014"
    assert real.recorded == [Kind.OPENED, Kind.ANSWERED, Kind.TRAINED]
    await does(phone, "[Yes]")
    assert real.recorded[-1] is Kind.ANSWERED
    assert set(real.subjects) == {"S-014"}
    assert real.ledger.verify().holds


async def test_buttons_of_the_other_record_do_nothing_also_after_a_restart(
    sandbox: FaultySandbox, tmp_path: Path, phone: Phone
) -> None:
    database, shown = tmp_path / "x.db", []
    async with Running(sandbox, database, is_practice=False):
        real = await does(phone, "/new S-014")
        await does(phone, "/practice")
        practice = await does(phone, "/new S-014")
        await phone.taps_data(real.message_id, button(real, "1"))
        shown.append(await phone.card())
    async with Running(sandbox, database, is_practice=False) as bot:
        # even if the old button stood on the live card
        await phone.taps_data(shown[0].message_id, button(real, "1"))
        shown.append(await phone.card())
        await does(phone, "/practice")
        await phone.taps_data((await phone.card()).message_id, button(practice, "1"))
        await phone.taps_data(practice.message_id, button(practice, "1"))
        shown.append(await phone.card())

        assert list(map(first_line, shown)) == ["PRACTICE · S-014", "PRACTICE · S-014", "S-014"]
        assert bot.recorded == [Kind.OPENED]
    assert practised(database) == [Kind.OPENED]


@pytest.mark.long
async def test_two_people_work_each_on_a_record_of_their_own(
    sandbox: FaultySandbox, real: Running, phone: Phone
) -> None:
    other = Phone(sandbox, 1002)
    await does(phone, "/practice")
    await does(other, "/new S-014")

    await asyncio.gather(does(phone, "/new S-014", "[3]"), does(other, "[1]", "[Yes]"))

    assert first_line(await phone.card()) == "PRACTICE · S-014"
    assert first_line(await other.card()) == "S-014"
    assert real.recorded == [Kind.OPENED, Kind.ANSWERED, Kind.ANSWERED]


async def test_stranger_does_not_practise(
    sandbox: FaultySandbox, real: Running, tmp_path: Path
) -> None:
    stranger = Phone(sandbox, STRANGER)

    await stranger.says("/practice")

    assert "This bot is private" in await stranger.text()
    assert real.ledger.chat(STRANGER) is None
    assert not (tmp_path / "x-practice.db").exists()


@pytest.mark.long
async def test_practice_that_is_taken_away_disturbs_nobody_else(
    sandbox: FaultySandbox, real: Running, phone: Phone, tmp_path: Path
) -> None:
    other = Phone(sandbox, 1002)
    await does(phone, "/new S-014", "/practice", "/new S-900")
    (tmp_path / "x-practice.db").rename(tmp_path / "away.db")

    await phone.taps("1")
    told = await phone.text()
    await does(other, "/new S-015", "[1]")
    await phone.says("/practice")

    assert told == Neutral.NO_PRACTICE.value
    assert real.recorded == [Kind.OPENED, Kind.OPENED, Kind.ANSWERED]
    assert first_line(await sees(phone, "S-014")) == "S-014"


@pytest.mark.long
async def test_who_is_removed_while_practising_has_no_card_any_more(
    sandbox: FaultySandbox, tmp_path: Path, phone: Phone
) -> None:
    database = tmp_path / "x.db"
    async with Running(sandbox, database, is_practice=False):
        await does(phone, "/practice", "/new S-900")
    async with Running(sandbox, database, is_practice=False, admins=frozenset({1002})) as bot:
        await phone.wait_for(lambda said: not any("reply_markup" in each for each in said))
        await phone.says("/practice", is_answered=False)

        assert bot.recorded == []
    assert practised(database) == [Kind.OPENED]


async def test_in_the_sandbox_all_is_practice(bot: Running, phone: Phone) -> None:
    card = await does(phone, "/practice")

    assert "Everything here is practice." in card.text
    assert not any("Leave practice" in row for row in card.labels)


@contextmanager
def bot_at_work() -> Iterator[None]:
    """A bot as an operator starts it, until it is killed."""
    with subprocess.Popen([sys.executable, "-m", "bot", "run"]) as process:
        try:
            yield
        finally:
            process.kill()


@pytest.mark.long
@pytest.mark.usefixtures("no_settings")
@pytest.mark.parametrize("key", [None, KEY], ids=["plain", "encrypted"])
async def test_practice_outlasts_a_kill(
    sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch, key: str | None
) -> None:
    phone, record = Phone(sandbox), Path("data/real.db")
    for name, value in {
        "PYTHONPATH": str(ROOT),
        "ECTRIAL_DATABASE": str(record),
        "TELEGRAM_BOT_TOKEN": MADE_UP_TOKEN,
        "TELEGRAM_API_URL": sandbox.url,
        "ECTRIAL_ADMIN_IDS": "1001",
        "ECTRIAL_TIMEZONE": "UTC",
        "ECTRIAL_DATABASE_KEY": key or "",
    }.items():
        monkeypatch.setenv(name, value)
    # in a thread of its own: the sandbox is in this one
    await asyncio.to_thread(call, "init")

    with bot_at_work():
        await phone.says("/new S-014")
        await sees(phone, "S-014")
        await phone.says("/practice")
        await phone.says("/new S-900")
        await sees(phone, "PRACTICE · S-900")
    with bot_at_work():
        await phone.says("/new S-901")
        await sees(phone, "PRACTICE · S-901")
        await phone.says("/practice")
        await sees(phone, "S-014")

    with Ledger.open(record, site="site-1", via="telegram", clock=now, key=key) as ledger:
        kinds = [e.said.kind for e in ledger.entries() if e.said.screening is not None]
        assert kinds == [Kind.OPENED]
        assert ledger.verify().holds
    assert practised(record, key) == [Kind.OPENED, Kind.OPENED]
