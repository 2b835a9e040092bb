"""Updates posted by the sandbox, as Telegram posts them, to the bot's own server."""

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from hashlib import sha256
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from bot.serving.webhook import LIMITS, SECRET_HEADER
from bot.setup.settings import Settings
from bot.setup.start import CannotServeError
from ectrial.record.entries import Kind
from tests.bot.asking import free_port
from tests.bot.running import Running
from tests.bot.test_screenings import MAN, does
from tests.campaigns import by_repr, campaign
from tests.disk.full import full_disk
from tests.faults import FaultySandbox, refused
from tests.phone import SECONDS, Phone

SECRET = "a-secret-that-only-telegram-knows-0123"  # noqa: S105 - it opens nothing


@pytest.fixture
def settings() -> Settings:
    port = free_port()
    return Settings(
        _env_file=None,
        ECTRIAL_WEBHOOK_URL=f"http://127.0.0.1:{port}/telegram",
        ECTRIAL_WEBHOOK_LISTEN=f"127.0.0.1:{port}",
        ECTRIAL_WEBHOOK_SECRET=SECRET,
    )


@pytest.fixture
async def hooked(
    sandbox: FaultySandbox, tmp_path: Path, settings: Settings
) -> AsyncIterator[Running]:
    database = tmp_path / "x.db"
    running = Running(sandbox, database, settings=settings)
    async with running:
        await asyncio.wait_for(sandbox.state.webhook.is_set.wait(), SECONDS)
        yield running


@asynccontextmanager
async def posted(
    settings: Settings, body: Any, secret: str | None = SECRET
) -> AsyncIterator[aiohttp.ClientResponse]:
    """The answer to a post; a body that is no bytes is sent as JSON."""
    headers = {} if secret is None else {SECRET_HEADER: secret}
    content = {"data": body} if isinstance(body, bytes | BytesIO) else {"json": body}
    async with (
        aiohttp.ClientSession() as session,
        session.post(settings.webhook_url, headers=headers, **content) as answer,
    ):
        yield answer


def says(text: str, update_id: int = 1) -> dict[str, Any]:
    user = {"id": 1001, "is_bot": False, "first_name": "x", "language_code": "en"}
    message = {"message_id": 1, "date": 1_800_000_000, "text": text, "from": user}
    return {
        "update_id": update_id,
        "message": {**message, "chat": {"id": 1001, "type": "private"}},
    }


@pytest.mark.long
async def test_a_whole_screening_is_posted(hooked: Running, phone: Phone) -> None:
    verdict = await does(phone, "/new S-014 M 58", *MAN)

    assert "✅ Eligible on the listed criteria" in verdict.text
    assert hooked.ledger.verify().holds


async def test_answer_to_a_tap_goes_along(
    hooked: Running, phone: Phone, sandbox: FaultySandbox
) -> None:
    await phone.says("/new S-014")
    card = await phone.card()

    await phone.taps(card.labels[0][0])
    await phone.taps_data(card.message_id, "0.old")

    assert sandbox.faults.calls["sendmessage"]
    assert not sandbox.faults.calls["answercallbackquery"]
    assert not sandbox.faults.calls["getupdates"]
    assert phone.toasts[-1].startswith("This card has moved on")
    assert hooked.recorded == [Kind.OPENED, Kind.ANSWERED]


@pytest.mark.parametrize("secret", [None, "", SECRET[:-1], SECRET + "x", "é"])
async def test_post_without_the_secret_is_refused_unread(
    hooked: Running, settings: Settings, secret: str | None
) -> None:
    async with posted(settings, says("/new S-1"), secret) as answer:
        assert answer.status == 403

    assert hooked.recorded == []
    assert hooked.ledger.chats() == ()


async def test_too_large_a_post_is_refused(hooked: Running, settings: Settings) -> None:
    async with posted(settings, BytesIO(b"x" * (LIMITS.body + 1))) as answer:
        assert answer.status == 413


ODD = [b"", b"{", b"\xff", b"[]", b"7", {}, {"update_id": 1}, {"update_id": 1, "message": {}}]


@pytest.mark.parametrize("body", campaign(by_repr(ODD), repr(ODD[1]), repr(ODD[3]), repr(ODD[-1])))
async def test_malformed_post_is_set_aside(hooked: Running, settings: Settings, body: Any) -> None:
    async with posted(settings, body) as answer:
        assert answer.status == 200

    assert hooked.recorded == []


UNUSABLE = [None, "7", -1, True, 1.5, 2**52, 2**64 - 1, 2**70]


@pytest.mark.parametrize("number", campaign(by_repr(UNUSABLE), "None", repr(2**70)))
async def test_post_without_a_usable_number_is_set_aside(
    hooked: Running, settings: Settings, caplog: pytest.LogCaptureFixture, number: Any
) -> None:
    async with posted(settings, {**says("/new S-1"), "update_id": number}) as answer:
        assert answer.status == 200

    assert hooked.recorded == []
    assert "an update without a number ['message'] cannot be read" in caplog.text
    async with posted(settings, says("/new S-1")) as answer:
        assert (answer.status, hooked.recorded) == (200, [Kind.OPENED])


async def test_yes_comes_after_the_commit(hooked: Running, settings: Settings) -> None:
    async with posted(settings, says("/new S-1")) as answer:
        assert (answer.status, hooked.recorded) == (200, [Kind.OPENED])


async def test_post_that_comes_again_records_nothing(hooked: Running, settings: Settings) -> None:
    for _ in range(2):
        async with posted(settings, says("/new S-1")) as answer:
            assert answer.status == 200

    assert hooked.recorded == [Kind.OPENED]


async def test_what_cannot_be_recorded_is_posted_again(hooked: Running, phone: Phone) -> None:
    await phone.says("/start")

    with full_disk():
        await phone.says("/new S-001", is_read=False)
        told, recorded = await phone.text(), hooked.recorded
    await phone.settles()

    assert told.startswith("⚠️ NOT SAVED")
    assert recorded == []
    assert hooked.recorded == [Kind.OPENED]


async def test_refusal_asks_to_come_again(hooked: Running, settings: Settings) -> None:
    with full_disk():
        async with posted(settings, says("/new S-1")) as answer:
            assert (answer.status, answer.headers["Retry-After"]) == (503, "1")


async def test_posts_that_wait_are_taken_in_their_order(
    hooked: Running, settings: Settings
) -> None:
    async def post(number: int) -> int:
        async with posted(settings, says(f"/new S-{number}", number)) as answer:
            return answer.status

    assert set(await asyncio.gather(*map(post, range(1, 30)))) == {200}
    assert hooked.recorded == [Kind.OPENED] * 29


@pytest.mark.long
@pytest.mark.parametrize("count", [10, pytest.param(1000, marks=pytest.mark.long)])
async def test_updates_posted_ten_times_in_any_order_are_recorded_once(
    hooked: Running, settings: Settings, count: int
) -> None:
    # none is another with two neighbouring digits swapped: such a code is asked about
    subjects = [f"S-{'0'.join(f'{number:03}')}" for number in range(count)]
    updates = [says(f"/new {subject}", number) for number, subject in enumerate(subjects, 1)]
    deliveries = sorted(range(10 * count), key=lambda place: sha256(b"%d" % place).digest())

    async with aiohttp.ClientSession(headers={SECRET_HEADER: SECRET}) as session:

        async def post(update: dict[str, Any]) -> int:
            async with session.post(settings.webhook_url, json=update) as answer:
                return answer.status

        answers = [
            await asyncio.gather(
                *(post(updates[place % count]) for place in deliveries[first:end])
            )
            for first, end in pairwise(range(0, 10 * count + 1, 100))
        ]

    assert {status for each in answers for status in each} == {200}
    assert sorted(hooked.subjects) == subjects
    chat = hooked.ledger.chat(1001)
    # one round for each update that did anything
    assert chat is not None
    assert chat.round == len(updates)


@pytest.mark.long
async def test_what_was_posted_while_away_is_not_lost(
    sandbox: FaultySandbox, tmp_path: Path, phone: Phone, settings: Settings
) -> None:
    async with Running(sandbox, tmp_path / "x.db", settings=settings):
        await phone.says("/start")
    await phone.says("/new S-1", is_answered=False, is_read=False)

    async with Running(sandbox, tmp_path / "x.db", settings=settings) as again:
        await phone.settles()

        assert again.recorded == [Kind.OPENED]


async def test_name_that_is_not_known_yet_is_waited_for(
    sandbox: FaultySandbox, tmp_path: Path, phone: Phone, settings: Settings
) -> None:
    why = "Bad Request: bad webhook: Failed to resolve host: Name or service not known"
    sandbox.faults.strike("setWebhook", refused(400, why), times=3)

    async with Running(sandbox, tmp_path / "x.db", settings=settings) as bot:
        await phone.says("/new S-1")

        assert bot.recorded == [Kind.OPENED]


async def test_address_that_telegram_does_not_take_ends_with_its_reason(
    sandbox: FaultySandbox, tmp_path: Path, settings: Settings
) -> None:
    why = "Bad Request: bad webhook: HTTPS url must be provided for webhook"
    sandbox.faults.strike("setWebhook", refused(400, why))

    async with Running(sandbox, tmp_path / "x.db", settings=settings) as bot:
        with pytest.raises(CannotServeError, match="https url must be provided"):
            await bot.serving


@pytest.mark.long
async def test_tap_that_waited_while_away_is_for_the_card_it_was_made_on(
    sandbox: FaultySandbox, tmp_path: Path, phone: Phone, settings: Settings
) -> None:
    async with Running(sandbox, tmp_path / "x.db", settings=settings):
        await phone.says("/new S-014")
    await phone.taps((await phone.card()).labels[0][0], is_answered=False, is_read=False)

    async with Running(sandbox, tmp_path / "x.db", settings=settings) as again:
        await phone.settles()

        assert again.recorded == [Kind.OPENED, Kind.ANSWERED]


@pytest.mark.long
async def test_polling_takes_the_webhook_away(
    sandbox: FaultySandbox, tmp_path: Path, phone: Phone, settings: Settings
) -> None:
    async with Running(sandbox, tmp_path / "x.db", settings=settings):
        await phone.says("/start")

    async with Running(sandbox, tmp_path / "x.db") as polling:
        await phone.says("/new S-1")

        assert sandbox.state.webhook.url == ""
        assert polling.recorded == [Kind.OPENED]


async def test_taken_port_is_told_in_plain_words(
    sandbox: FaultySandbox, tmp_path: Path, settings: Settings
) -> None:
    host, _, port = settings.webhook_listen.rpartition(":")
    with socket.create_server((host, int(port))):
        async with Running(sandbox, tmp_path / "x.db", settings=settings) as bot:
            with pytest.raises(CannotServeError, match="ECTRIAL_WEBHOOK_LISTEN"):
                await bot.serving
