import asyncio
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from aiohttp import web

from bot.sandbox.server import Sandbox
from bot.setup.start import CannotServeError
from ectrial.record.entries import Kind
from ectrial.trial.protocol import Protocol
from ectrial.trial.versions import PROTOCOLS, Trials
from tests.bot.running import QUICK_RETRIES, Running
from tests.campaigns import by_place, by_repr, campaign
from tests.disk.full import full_disk
from tests.faults import MADE_UP_TOKEN, Act, Fault, FaultySandbox, lost, page, refused
from tests.phone import SECONDS, Phone

SENDER = {"id": 1001, "is_bot": False, "first_name": "Coordinator", "language_code": "en"}


async def test_malformed_update_blocks_no_other(
    bot: Running, phone: Phone, sandbox: Sandbox, caplog: pytest.LogCaptureFixture
) -> None:
    sandbox.state.updates.push("message", {"text": "secret words"})
    sandbox.state.updates.push("message", {"message_id": "x", "date": "y", "text": "secret words"})

    await phone.says("/new S-001")

    assert bot.recorded == [Kind.OPENED]
    assert "['message'] cannot be read" in caplog.text
    assert "secret" not in caplog.text


@pytest.mark.parametrize(
    "text", campaign(by_place(["WBC 5.2 \ud83d", "\udc00", "/new S-\ud83d"]), "0")
)
async def test_half_a_character_blocks_nothing(
    bot: Running, phone: Phone, sandbox: Sandbox, text: str
) -> None:
    await phone.says("/new S-001 F 58")
    message = {"message_id": 99, "date": 1_800_000_000, "from": SENDER, "text": text}
    chat = {"id": 1001, "type": "private", "first_name": "Coordinator"}
    sandbox.state.updates.push("message", {**message, "chat": chat})
    await phone.settles()

    answer = await phone.text()
    await phone.says("/new S-002")

    assert "went wrong" not in answer
    assert bot.recorded.count(Kind.OPENED) == 2


@pytest.mark.parametrize("kind", ["group", "supergroup"])
async def test_group_is_ignored(sandbox: Sandbox, tmp_path: Path, phone: Phone, kind: str) -> None:
    group = {"id": -100, "type": kind, "title": "The team"}
    message = {"message_id": 1, "date": 1_800_000_000, "chat": group, "text": "/new S-001"}
    tap = {"id": "1", "chat_instance": "1", "data": "0.yes", "from": SENDER}
    async with Running(sandbox, tmp_path / "x.db") as bot:
        sandbox.state.updates.push("message", {**message, "from": SENDER})
        sandbox.state.updates.push("callback_query", {**tap, "message": message})
        await phone.settles()

        assert not sandbox.state.updates.pending
        assert bot.recorded == []
        assert bot.ledger.chats() == ()
        assert set(sandbox.faults.calls) <= {
            "getme",
            "deletewebhook",
            "deletemycommands",
            "getmydescription",
            "setmydescription",
            "getmyshortdescription",
            "setmyshortdescription",
            "getupdates",
        }


async def test_update_seen_before_records_nothing(
    sandbox: Sandbox, tmp_path: Path, phone: Phone
) -> None:
    database = tmp_path / "x.db"
    async with Running(sandbox, database):
        await phone.says("/start")
        # the poll that waits is not spoilt, those that would acknowledge are
        sandbox.faults.strike("getUpdates", lost, times=1000)
        await phone.says("/new S-001", is_read=False)
    assert sandbox.state.updates.pending
    sandbox.faults.clear()

    async with Running(sandbox, database) as again:
        await phone.settles()

        assert again.recorded == [Kind.OPENED]


async def test_what_cannot_be_recorded_is_told_and_recorded_later(
    bot: Running, phone: Phone
) -> None:
    await phone.says("/start")

    with full_disk():
        await phone.says("/new S-001", is_read=False)
        told = await phone.text()
        recorded = bot.recorded
    await phone.settles()

    assert told.startswith("⚠️ NOT SAVED")
    assert recorded == []
    assert bot.recorded == [Kind.OPENED]
    texts = [message["text"] for message in await phone.messages()]
    assert sum(text.startswith("⚠️ NOT SAVED") for text in texts) == 1


class NothingInThem(Trials):
    """Trials whose newest version cannot be used."""

    def in_use(self, *_: object) -> Protocol:
        return Protocol.model_construct(
            id=self.default.id, fingerprint="broken", vocabulary={}, criteria=(), questions=()
        )


async def test_update_that_fails_is_set_aside_in_plain_words(
    sandbox: Sandbox, tmp_path: Path, phone: Phone, caplog: pytest.LogCaptureFixture
) -> None:
    async with Running(sandbox, tmp_path / "x.db", trials=NothingInThem(PROTOCOLS)) as bot:
        await phone.says("/new S-001")
        of_the_turn = await phone.text()
        await phone.says("/start")
        of_the_card = await phone.text()

        assert bot.recorded == []
    assert of_the_turn.startswith("Something went wrong and nothing was recorded.")
    assert of_the_card.startswith("Something went wrong and the card cannot be shown.")
    assert "cannot be handled: AttributeError at" in caplog.text
    assert "S-001" not in caplog.text


async def test_network_outage_loses_nothing(
    sandbox: Sandbox, tmp_path: Path, phone: Phone
) -> None:
    sandbox.faults.strike("", lost, times=6)
    await phone.says("/new S-001", is_answered=False, is_read=False)
    async with Running(sandbox, tmp_path / "x.db") as bot:
        await phone.settles()
        sandbox.faults.strike("getUpdates", page(502), times=3)
        await phone.says("/new S-002")

        assert bot.recorded == [Kind.OPENED, Kind.OPENED]


async def test_unknown_token_ends_with_plain_words(sandbox: Sandbox, tmp_path: Path) -> None:
    other = MADE_UP_TOKEN.swapcase()
    async with Running(sandbox, tmp_path / "x.db", token=other) as bot:
        with pytest.raises(CannotServeError, match="does not know this token"):
            await bot.serving


UNAUTHORIZED = refused(401, "Unauthorized")


@pytest.mark.long
@pytest.mark.parametrize("method", ["getUpdates", "sendMessage", "editMessageText"])
@pytest.mark.parametrize(
    "refusal", campaign({"401": UNAUTHORIZED, "404": refused(404, "Not Found")}, "401")
)
async def test_token_unknown_for_a_moment_ends_no_bot(
    bot: Running, phone: Phone, sandbox: FaultySandbox, method: str, refusal: Fault
) -> None:
    await phone.says("/start")
    sandbox.faults.strike(method, refusal, times=3)

    await phone.says("/new S-001")
    await phone.taps((await phone.card()).labels[0][0])

    assert bot.recorded == [Kind.OPENED, Kind.ANSWERED]
    assert not bot.serving.done()


async def test_token_unknown_for_long_ends_with_plain_words(
    bot: Running, phone: Phone, sandbox: FaultySandbox
) -> None:
    await phone.says("/start")
    sandbox.faults.strike("getUpdates", UNAUTHORIZED, times=100)
    await phone.says("/new S-001", is_answered=False, is_read=False)

    with pytest.raises(CannotServeError, match="does not know this token any more"):
        await asyncio.wait_for(bot.serving, SECONDS)


async def test_webhook_of_somebody_else_is_named(
    bot: Running, phone: Phone, sandbox: FaultySandbox
) -> None:
    await phone.says("/start")
    sandbox.state.webhook.url = "https://elsewhere.example/secret-path"
    await phone.says("/new S-001", is_answered=False, is_read=False)

    with pytest.raises(CannotServeError, match=r"at elsewhere\.example;") as ended:
        await asyncio.wait_for(bot.serving, SECONDS)
    assert "secret-path" not in str(ended.value)


@pytest.mark.long
@pytest.mark.parametrize("odd", [{"a": 1}, "words", [7, None, {"message": {}}]], ids=repr)
async def test_odd_answer_to_a_poll_ends_no_bot(
    bot: Running, phone: Phone, sandbox: FaultySandbox, odd: Any
) -> None:
    async def answer(_request: web.Request, _act: Act) -> web.StreamResponse:
        return web.json_response({"ok": True, "result": odd})

    await phone.says("/start")
    sandbox.faults.strike("getUpdates", answer, times=2)

    await phone.says("/new S-001")

    assert bot.recorded == [Kind.OPENED]


UNUSABLE = [None, "7", -1, True, 1.5, 2**52, 2**63, 2**64 - 1, 2**70]


@pytest.mark.long
@pytest.mark.parametrize("number", campaign(by_repr(UNUSABLE), "None", "1.5", repr(2**63)))
async def test_update_without_a_usable_number_is_set_aside(
    bot: Running,
    phone: Phone,
    sandbox: FaultySandbox,
    caplog: pytest.LogCaptureFixture,
    number: Any,
) -> None:
    async def answer(request: web.Request, act: Act) -> web.StreamResponse:
        batch = [{"update_id": number, "message": {"text": "secret"}}, *(await act())]
        return web.json_response({"ok": True, "result": batch})

    await phone.says("/start")
    sandbox.faults.strike("getUpdates", answer, times=3)

    await phone.says("/new S-001")
    await phone.taps((await phone.card()).labels[0][0])

    assert bot.recorded == [Kind.OPENED, Kind.ANSWERED]
    assert not bot.serving.done()
    assert "something that is no update was left out" in caplog.text
    assert "secret" not in caplog.text


async def test_stop_finishes_what_is_in_hand(
    sandbox: Sandbox, tmp_path: Path, phone: Phone
) -> None:
    retry_policy = replace(QUICK_RETRIES, shutdown=SECONDS)
    async with Running(sandbox, tmp_path / "x.db", retry_policy=retry_policy) as bot:
        await phone.says("/start")
        sandbox.faults.strike("sendMessage", page(502), times=2)
        await phone.says("/new S-001", is_answered=False, is_read=False)
        await phone.wait_for(lambda messages: len(messages) == 3)
        async with asyncio.timeout(SECONDS):
            while not bot.recorded:  # noqa: ASYNC110 - the record tells nobody
                await asyncio.sleep(0.005)

    assert (await phone.card()).text.startswith("PRACTICE · S-001")
