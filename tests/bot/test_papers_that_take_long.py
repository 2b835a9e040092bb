"""A paper that takes long: no turn waits, it says how far it has come, and *Stop* works."""

from collections.abc import Iterator
from pathlib import Path
from threading import Event
from typing import Any

import pytest

from bot.papers.job import PaperJob
from bot.papers.making import LINES
from bot.papers.scratch import PREFIX
from ectrial.ledger.ledger import Author
from ectrial.papers.log_formats import log_csv
from ectrial.record.entries import Kind, NewEntry
from ectrial.record.subjects import ScreeningId
from ectrial.record.team import Task, Terms
from tests.bot.desk import Desk, until
from tests.bot.running import Running
from tests.bot.test_screening_log import FAILS, FILES, does, files, screened
from tests.faults import FaultySandbox, page
from tests.phone import Phone

NURSE = Author(1001, "coordinator")
TRIAL = "EC-CRT-003"
NAMES = ("S-001", "S-002", "S-003")
LI, ADMIN = 1008, Author(1001, "admin")
SHEET = ("/worksheet", "[Site: PDF]")


class Held:
    """A CSV that is held after its first screening, until it is let go or not wanted any more."""

    def __init__(self) -> None:
        self.begun, self.may_go = Event(), Event()

    def lines(self, job: PaperJob) -> Iterator[bytes]:
        rows = iter(job.rows())
        first = next(rows)
        self.begun.set()
        while not self.may_go.wait(0.01):
            job.passing()
        yield from log_csv([first, *rows])


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> Held:
    held = Held()
    monkeypatch.setitem(LINES, "csv", held.lines)
    return held


def open_some(bot: Running) -> None:
    for name in NAMES:
        id_ = ScreeningId(bot.ledger.site, TRIAL, name, 1)
        under = {"protocol_version": "2", "protocol_hash": "ab"}
        bot.ledger.append([NewEntry(Kind.OPENED, TRIAL, id_, **under)], NURSE)


async def ask(phone: Phone) -> None:
    await does(phone, *FILES)
    await phone.taps("CSV", is_read=False)


async def shows(phone: Phone, *words: str) -> dict[str, Any]:
    """Wait for a message that says all of this, and give it."""

    def found(messages: list[dict[str, Any]]) -> list[dict[str, Any]]:
        return [each for each in messages if all(w in each.get("text", "") for w in words)]

    await phone.wait_for(lambda messages: bool(found(messages)), what=str(words))
    return found(await phone.messages())[-1]


@pytest.mark.long
async def test_a_long_paper_says_how_far_it_has_come_and_stops(
    bot: Running, phone: Phone, held: Held
) -> None:
    open_some(bot)
    await ask(phone)
    message = await shows(phone, "EC-CRT-003 · CSV · For the site", "of 3 screenings read")
    assert bot.ledger.asked_papers.stoppable(1001)

    # other turns do not wait for it
    await phone.says("/about", is_read=False)
    await phone.taps_data(message["message_id"], data_of(message))

    ended = await shows(phone, "⏹", "there is no file")
    assert ended["message_id"] == message["message_id"]
    assert "reply_markup" not in ended
    assert phone.toasts[-1] == "Stopped."
    assert await files(phone) == []
    await phone.taps_data(message["message_id"], data_of(message))
    assert phone.toasts[-1] == "That file is not made any more."


@pytest.mark.long
@pytest.mark.parametrize("is_stopped", [False, True])
async def test_a_restart_in_the_middle_begins_anew_and_can_be_stopped(
    sandbox: FaultySandbox, tmp_path: Path, held: Held, *, is_stopped: bool
) -> None:
    desk, phone = Desk(sandbox, tmp_path / "practice.db"), Phone(sandbox)
    async with desk.running() as bot:
        open_some(bot)
        await ask(phone)
        message = await shows(phone, "of 3 screenings read")
        await until(lambda: bot.ledger.asked_papers.open()[0].message is not None)
    assert not left_by_the_bot(tmp_path)

    async with desk.running() as bot:
        if is_stopped:
            await phone.taps_data(message["message_id"], data_of(message))
        else:
            held.may_go.set()
        ended = await shows(phone, "⏹" if is_stopped else "✅")
        await until(lambda: not bot.ledger.asked_papers.open())

    assert ended["message_id"] == message["message_id"]
    sent = await files(phone)
    assert [screened(data) for _, data in sent] == [] if is_stopped else [[f"{n} " for n in NAMES]]


@pytest.mark.long
@pytest.mark.parametrize("is_practice", [True, False])
async def test_a_paper_that_telegram_does_not_take_comes_with_the_command_of_the_real_record(
    sandbox: FaultySandbox,
    phone: Phone,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    is_practice: bool,
) -> None:
    monkeypatch.setitem(LINES, "csv", lambda _: iter([b"x" * 2**20] * 51))

    async with Running(sandbox, tmp_path / "record.db", is_practice=is_practice) as bot:
        await does(phone, *FILES, "[CSV]")
        said = await shows(phone, "51 MB", "Telegram takes 50 at most")
        await until(lambda: bot.ledger.asked_papers.open() == ())

    *_, command = said["text"].splitlines()
    assert command.startswith("ectrial export screening_log_EC-CRT-003_site_20") is not is_practice
    assert command.endswith(".csv --format csv --for site --trial EC-CRT-003") is not is_practice
    assert ("ectrial export" in said["text"]) is not is_practice
    assert await files(phone) == []


@pytest.mark.long
async def test_a_paper_of_nothing_is_no_failure(
    bot: Running, phone: Phone, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setitem(LINES, "csv", lambda _: iter(()))

    await does(phone, *FILES, "[CSV]")

    await shows(phone, "EC-CRT-003 · CSV · For the site", "There is nothing to give")
    assert await files(phone) == []
    await until(lambda: bot.ledger.asked_papers.open() == ())
    assert not caplog.records


@pytest.mark.long
async def test_who_may_not_export_any_more_gets_no_paper(
    sandbox: FaultySandbox, tmp_path: Path, held: Held
) -> None:
    phone = Phone(sandbox)
    async with Running(sandbox, tmp_path / "practice.db") as bot:
        open_some(bot)
        await ask(phone)
        await until(held.begun.is_set)

    async with Running(sandbox, tmp_path / "practice.db", admins=frozenset({1002})) as bot:
        held.may_go.set()
        await until(lambda: not bot.ledger.asked_papers.open())

    assert await files(phone) == []


@pytest.mark.long
@pytest.mark.parametrize("loses", ["the seat", "the right", "the phone"])
async def test_who_is_removed_while_a_paper_is_made_gets_neither_progress_nor_file(
    bot: Running, sandbox: FaultySandbox, held: Held, loses: str
) -> None:
    person = Phone(sandbox, LI)
    open_some(bot)
    bot.ledger.append([seat("export")], ADMIN)
    await ask(person)
    await until(held.begun.is_set)

    bot.ledger.append([loss(loses)], ADMIN)
    # the making is broken off, as nobody lets it go
    await until(lambda: not bot.ledger.asked_papers.open())

    await person.says("/start", is_answered=False, is_read=False)
    texts = [each.get("text", "") for each in await person.messages()]
    assert not [each for each in texts if "screenings read" in each]
    assert await files(person) == []


@pytest.mark.long
@pytest.mark.parametrize("asked", [(*FILES, "[CSV]"), SHEET])
async def test_what_waits_for_telegram_is_asked_about_at_each_try(
    bot: Running, sandbox: FaultySandbox, asked: tuple[str, ...]
) -> None:
    person = Phone(sandbox, LI)
    bot.ledger.append([seat("screen", "export")], ADMIN)
    await does(person, *FAILS)
    sandbox.faults.strike("sendDocument", page(502), times=400)
    *before, last = asked
    await does(person, *before)

    await person.taps(last[1:-1], is_read=False)
    await until(lambda: sandbox.faults.calls["senddocument"] > 2)
    bot.ledger.append([loss("the right")], ADMIN)
    sandbox.faults.clear()

    await person.says("/about", is_read=False)
    await until(lambda: not bot.ledger.asked_papers.open())
    assert await files(person) == []


def seat(*tasks: Task) -> NewEntry:
    value = Terms("coordinator", tasks).value
    return NewEntry(Kind.STAFF_ADDED, TRIAL, item=str(LI), value=value, text="Li")


def loss(of: str) -> NewEntry:
    if of == "the right":
        return seat("screen")
    kind = Kind.STAFF_REMOVED if of == "the seat" else Kind.PHONE_LOST
    return NewEntry(kind, TRIAL, item=str(LI), value={"work": None} if of == "the seat" else None)


def left_by_the_bot(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir() if path.name.startswith(PREFIX)]


def data_of(message: dict[str, Any]) -> str:
    ((button,),) = message["reply_markup"]["inline_keyboard"]
    return str(button["callback_data"])
