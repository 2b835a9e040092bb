"""Batches of updates through the real record; no network."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from datetime import UTC
from pathlib import Path

import pytest

from bot.serving.access import Access
from bot.serving.commits import SECONDS_A_WRITE_WAITS, Commits
from bot.serving.installation import Installation
from bot.serving.jobs import DeliveryJob
from bot.serving.reception import Reception
from bot.serving.repeats import MOST_TAPS
from bot.serving.teams import Teams
from bot.serving.turns import Taken, Turns
from bot.setup.start import now
from bot.telegram.updates import OLD_BUTTON, Update, words
from ectrial.ledger.ledger import Author, Chat, Ledger
from ectrial.record.entries import Kind
from ectrial.trial.versions import shipped
from tests.blank_record import blank
from tests.disk.full import full_disk
from tests.phone import SECONDS

TEAM = frozenset({1001, 1002})


class Handed:
    """Where delivery jobs go: notes them, and how much was recorded by then."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self.jobs: list[tuple[int, DeliveryJob]] = []
        self.recorded: list[int] = []

    def hand_over(self, chat: int, job: DeliveryJob) -> None:
        self.jobs.append((chat, job))
        self.recorded.append(self._ledger.head()[0])


class Failing(Turns):
    """Fails on one update, after all is written."""

    failing = 0

    def take(self, update: Update, author: Author) -> Taken | None:
        taken = super().take(update, author)
        if update.update_id == self.failing:
            raise KeyError("secret words")
        return taken


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger.open(blank(tmp_path / "x.db"), site="here", via="telegram", clock=now) as ledger:
        yield ledger


class Desk:
    """A reception with everything around it but Telegram."""

    def __init__(self, ledger: Ledger, *, write_waits: float = SECONDS_A_WRITE_WAITS) -> None:
        self.ledger = ledger
        self.commits = Commits(ledger, write_waits=write_waits)
        site = Installation(shipped(), now, UTC, "en", is_practice=False, admins=TEAM)
        self.turns = Failing(ledger, site)
        self.handed = Handed(ledger)
        access = Access(ledger, Teams(ledger, site.trials, TEAM), site.today)
        self.reception = Reception(ledger, self.commits, access, self.turns, self.handed)

    @property
    def kinds(self) -> list[Kind]:
        return [entry.said.kind for entry in self.ledger.entries()]

    @property
    def words(self) -> list[tuple[int, str]]:
        """What was said beside the cards, and to whom."""
        jobs = self.handed.jobs
        said = [(chat, text) for chat, job in jobs for text in job.messages]
        return said + [(chat, job.push.text) for chat, job in jobs if job.push]


@pytest.fixture
async def desk(ledger: Ledger) -> AsyncIterator[Desk]:
    desk = Desk(ledger)
    yield desk
    await desk.commits.finish()


def says(update_id: int, person: int, text: str) -> Update:
    return Update(update_id=update_id, person=person, language="en", event=words(text))


@asynccontextmanager
async def statements(ledger: Ledger) -> AsyncIterator[list[str]]:
    """What the record's writer is told to do."""
    told: list[str] = []
    ledger._shared.writer.set_trace_callback(told.append)
    yield told
    ledger._shared.writer.set_trace_callback(None)


async def test_updates_that_come_together_share_one_commit(desk: Desk) -> None:
    batch = [says(n, 1001 + n % 2, f"/new S-{n}") for n in range(1, 21)]

    async with statements(desk.ledger) as told:
        assert await desk.reception.receive(batch) == 20

    assert told.count("COMMIT") == 1
    assert desk.kinds == [Kind.OPENED] * 20
    assert desk.handed.recorded == [20] * 20


async def test_turn_knows_what_the_turn_before_it_did(desk: Desk) -> None:
    taken = await desk.reception.receive([says(1, 1001, "/new S-1"), says(2, 1002, "/open S-1")])

    chat = desk.ledger.chat(1002)
    assert taken == 2
    assert desk.kinds == [Kind.OPENED]
    assert chat is not None
    assert chat.focus["screening"] == ["here", "EC-CRT-003", "S-1", 1]


async def test_turn_that_fails_is_undone_and_the_others_stand(
    desk: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    desk.turns.failing = 2

    taken = await desk.reception.receive([says(n, 1001, f"/new S-{n}") for n in (1, 2, 3)])

    assert taken == 3
    assert [row.id.subject for row in desk.ledger.screenings(limit=9)][::-1] == ["S-1", "S-3"]
    assert desk.words == [
        (1001, "Something went wrong and nothing was recorded. /start begins again.")
    ]
    assert "update 2 cannot be handled: KeyError" in caplog.text
    assert "secret" not in caplog.text


async def test_what_cannot_be_committed_is_told_and_nothing_of_it_recorded(desk: Desk) -> None:
    batch = [says(1, 1001, "/new S-1"), says(2, 1002, "/new S-2"), says(3, 1003, "/start")]

    with full_disk():
        taken = [await desk.reception.receive(batch), await desk.reception.receive(batch)]
    said = [(chat, text[:12]) for chat, text in desk.words]

    assert taken == [0, 0]
    assert desk.kinds == []
    assert said == [(1001, "⚠️ NOT SAVED"), (1002, "⚠️ NOT SAVED")]
    assert await desk.reception.receive(batch) == 3
    assert desk.kinds == [Kind.OPENED, Kind.OPENED]


def taps(update_id: int, person: int) -> Update:
    return Update(update_id=update_id, person=person, language="en", event=OLD_BUTTON)


async def test_flood_of_taps_is_taken_and_passed_over_but_for_the_first(desk: Desk) -> None:
    flood = [taps(n, 1001) for n in range(1, 100)]
    batch = [*flood, taps(100, 1002), says(101, 1001, "/new S-1")]

    assert await desk.reception.receive(batch) == 101

    people = [chat for chat, _ in desk.handed.jobs]
    assert people == [*[1001] * MOST_TAPS, 1002, 1001]
    assert desk.kinds == [Kind.OPENED]


async def test_flood_over_many_batches_costs_its_first_taps_only(desk: Desk) -> None:
    for first in range(1, 1001, 100):
        batch = [taps(n, 1001) for n in range(first, first + 99)]
        await desk.reception.receive([*batch, says(first + 99, 1002, "/start")])
    await desk.reception.receive([taps(1001, 1001)])
    await desk.reception.receive([taps(1002, 1001)])

    people = Counter(chat for chat, _ in desk.handed.jobs)
    # the one that ends the flood is not taken, the next is
    assert people == {1001: MOST_TAPS + 1, 1002: 10}


async def test_flood_that_could_not_be_recorded_is_taken_when_it_comes_again(desk: Desk) -> None:
    flood = [taps(n, 1001) for n in range(1, 101)]

    with full_disk():
        failed = await desk.reception.receive(flood)
    desk.handed.jobs.clear()

    assert failed == 0
    assert await desk.reception.receive(flood) == 100
    assert len(desk.handed.jobs) == MOST_TAPS


async def test_batch_that_comes_again_records_nothing(desk: Desk) -> None:
    batch = [says(1, 1001, "/new S-1"), says(2, 1003, "hello")]
    await desk.reception.receive(batch)
    entries = list(desk.ledger.entries())

    assert await desk.reception.receive(batch) == 2

    assert list(desk.ledger.entries()) == entries
    assert len(desk.words) == 1


async def test_stop_in_the_midst_of_a_commit_comes_after_it(desk: Desk) -> None:
    receiving = asyncio.create_task(desk.reception.receive([says(1, 1001, "/new S-1")]))
    await asyncio.sleep(0)

    receiving.cancel()
    await asyncio.gather(receiving, return_exceptions=True)

    assert receiving.cancelled()
    assert desk.kinds == [Kind.OPENED]
    assert [chat for chat, _ in desk.handed.jobs] == [1001]


async def test_notes_go_along_with_the_next_commit(ledger: Ledger) -> None:
    desk = Desk(ledger, write_waits=SECONDS)
    chat = Chat(1001, "en", card=5)

    async with statements(desk.ledger) as told:
        writing = asyncio.create_task(desk.commits.write_soon(lambda: desk.ledger.save_chat(chat)))
        await asyncio.sleep(0)
        await desk.reception.receive([says(1, 1001, "/new S-1")])
        await writing
    await desk.commits.finish()

    kept = desk.ledger.chat(1001)
    assert told.count("COMMIT") == 1
    assert kept is not None
    assert kept.card == 5


async def test_notes_are_kept_without_another_commit(desk: Desk) -> None:
    async with statements(desk.ledger) as told:
        await asyncio.gather(
            *(
                desk.commits.write_soon(lambda n=n: desk.ledger.save_chat(Chat(n, "en", card=5)))
                for n in range(30)
            )
        )

    assert told.count("COMMIT") == 1
    assert len(desk.ledger.chats()) == 30


async def test_note_that_cannot_be_kept_takes_no_answer_with_it(
    desk: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    def fails() -> None:
        raise KeyError("secret words")

    writing = asyncio.create_task(desk.commits.write_soon(fails))
    await asyncio.sleep(0)
    await desk.reception.receive([says(1, 1001, "/new S-1")])
    await writing

    assert desk.kinds == [Kind.OPENED]
    assert "what a chat shows could not be kept: KeyError" in caplog.text


async def test_note_on_a_full_disk_is_lost_without_harm(
    desk: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    with full_disk():
        await desk.commits.write_soon(lambda: desk.ledger.save_chat(Chat(1001, "en")))

    assert desk.ledger.chats() == ()
    assert "could not be kept: StorageError" in caplog.text


async def test_tap_on_an_old_card_takes_its_buttons_also_the_second_time(
    desk: Desk,
) -> None:
    tap = Update(
        update_id=2, person=1001, language="en", event=OLD_BUTTON, message=3, callback_query="q"
    )
    await desk.reception.receive([says(1, 1001, "/start")])
    desk.ledger.save_chat(Chat(1001, "en", 1, card=30, shown="as it is"))

    await desk.reception.receive([tap])
    await desk.reception.receive([tap])

    assert [job.old_card for _, job in desk.handed.jobs[-2:]] == [3, 3]
