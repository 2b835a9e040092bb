"""The head of the record, once a day to each administrator: silent, and without any subject."""

import asyncio
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.endpoint import practice_endpoint
from bot.housekeeping.daily_head import TOLD, DailyHead
from bot.serving.access import Access
from bot.serving.commits import Commits
from bot.serving.delivery import Delivery
from bot.serving.installation import Installation
from bot.serving.jobs import DeliveryJob
from bot.serving.teams import Teams
from bot.serving.turns import Turns
from bot.setup.start import now
from bot.telegram.client import Client
from ectrial.ledger.ledger import Chat, Ledger
from ectrial.ledger.sqlite.files import beside
from ectrial.record.anchors import anchor, anchors_in
from ectrial.trial.versions import shipped
from tests.blank_record import blank
from tests.bot.running import QUICK_RETRIES, TEAM, Running
from tests.ectrial.ledger.samples import NURSE, Clock, open_ledger, opened
from tests.faults import FaultySandbox
from tests.phone import Phone

Sent = list[tuple[int, DeliveryJob]]


class Day:
    """A record with an administrator's chat and others, and what is handed over for them."""

    def __init__(self, ledger: Ledger, record: Path) -> None:
        self.clock, self.sent, self.record = Clock(), Sent(), record
        self.daily = DailyHead(
            ledger,
            record,
            frozenset({1, 2, 3}),
            self.clock,
            ZoneInfo("Asia/Shanghai"),
            lambda chat: chat.language or "en",
            lambda chat, job: self.sent.append((chat, job)),
        )


@pytest.fixture
def record(tmp_path: Path) -> Path:
    return tmp_path / "record.db"


@pytest.fixture
def ledger(record: Path) -> Iterator[Ledger]:
    with open_ledger(blank(record)) as ledger:
        ledger.append([opened("S-014")], NURSE)
        for chat in (Chat(1, language="zh"), Chat(2), Chat(7)):
            ledger.save_chat(chat)
        yield ledger


@pytest.fixture
def day(ledger: Ledger, record: Path) -> Day:
    return Day(ledger, record)


def test_every_administrator_with_a_chat_gets_the_head(day: Day, ledger: Ledger) -> None:
    day.daily.send_if_due()

    assert [chat for chat, _ in day.sent] == [1, 2]
    for _, job in day.sent:
        (words,) = job.messages
        assert [str(each) for each in anchors_in(words)] == [anchor(ledger.head())]
        assert words.splitlines()[-1] == f"· {anchor(ledger.head())}"
        assert "S-014" not in words
        assert (job.push, job.has_card) == (None, False)
    assert day.sent[0][1].messages != day.sent[1][1].messages


def test_a_restart_does_not_repeat_it_within_the_day(
    day: Day, ledger: Ledger, record: Path
) -> None:
    day.daily.send_if_due()
    again = Day(ledger, record)

    again.daily.send_if_due()
    day.daily.send_if_due()
    # the day is that of the site: 16 hours after 08:00 UTC it is the next there
    again.clock.now += timedelta(hours=7)
    again.daily.send_if_due()

    assert (len(day.sent), len(again.sent)) == (2, 0)
    again.clock.now += timedelta(hours=1)
    again.daily.send_if_due()
    assert len(again.sent) == 2


def test_nothing_is_sent_before_an_administrator_has_a_chat(ledger: Ledger, record: Path) -> None:
    day = Day(ledger, record)
    day.daily = replace(day.daily, admins=frozenset({3}))

    day.daily.send_if_due()

    assert day.sent == []
    assert not beside(record, TOLD).exists()


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"yesterday"])
def test_an_unreadable_note_counts_as_none(day: Day, content: bytes) -> None:
    beside(day.record, TOLD).write_bytes(content)

    day.daily.send_if_due()

    assert len(day.sent) == 2


async def test_a_day_that_cannot_be_noted_is_told_and_nothing_sent(
    day: Day, caplog: pytest.LogCaptureFixture
) -> None:
    beside(day.record, TOLD).mkdir()

    running = asyncio.create_task(day.daily.run(0.0))
    async with asyncio.timeout(120):
        while not caplog.records:  # noqa: ASYNC110 - the log tells nobody
            await asyncio.sleep(0.001)
    running.cancel()

    assert day.sent == []
    assert "the head of the record was not sent" in caplog.text


async def test_it_comes_below_the_card_without_a_ring(
    sandbox: FaultySandbox, tmp_path: Path, phone: Phone
) -> None:
    database = tmp_path / "x.db"
    async with Running(sandbox, database):
        await phone.says("/new S-014")
    endpoint = replace(practice_endpoint(sandbox), admins=TEAM)
    rings = list[str | None]()
    sandbox.interceptors.insert(
        0, lambda _, given: rings.append(given.get("disable_notification"))
    )
    with Ledger.open(database, site="here", via="sandbox", clock=now) as ledger:
        client, commits = Client(endpoint.token, endpoint.base_url), Commits(ledger)
        site = Installation(shipped(), now, ZoneInfo("UTC"), "en", is_practice=True)
        turns, access = (
            Turns(ledger, site),
            Access(ledger, Teams(ledger, site.trials, endpoint.admins), site.today),
        )
        delivery = Delivery(client, ledger, commits, turns, access, QUICK_RETRIES)
        about = database, endpoint.admins, now, ZoneInfo("UTC"), turns.language
        async with client.bot:
            DailyHead(ledger, *about, delivery.hand_over).send_if_due()
            await delivery.finish(120)
        await commits.finish()
        told = f"· {anchor(ledger.head())}"

    last = (await phone.messages())[-1]
    assert last["text"].endswith(told)
    assert rings[-1] == "true"
