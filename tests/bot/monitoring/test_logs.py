import asyncio
import gc
import io
import json
import logging
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from pydantic import SecretStr
from telegram.error import TelegramError

from bot.monitoring.hooks import report_loose_end
from bot.monitoring.logs import OURS, kind_and_place, report, set_up
from bot.telegram.client import Client
from tests.bot.running import Running
from tests.bot.test_screenings import MAN, does
from tests.faults import FaultySandbox, lost, page, refused
from tests.phone import Phone

# These tell addresses with the token at INFO, and all that is said at DEBUG
TALKATIVE = ("httpx", "httpcore", "telegram", "aiohttp.access", "some.other.library")
CANARY = "7654321:CANARY-canary-canary-canary-canary"
logger = logging.getLogger("test")


@pytest.fixture
def lines() -> Iterator[io.StringIO]:
    """What is logged, with even the talkative libraries at their most talkative."""
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    stream = io.StringIO()
    set_up(SecretStr(CANARY), level=logging.DEBUG, stream=stream)
    yield stream
    root.handlers[:], root.level = handlers, level
    for name in (*TALKATIVE, *OURS):
        logging.getLogger(name).setLevel(logging.NOTSET)


async def fails(base_url: str) -> None:
    for name in TALKATIVE:
        logging.getLogger(name).setLevel(logging.DEBUG)
    bot = Client(CANARY, base_url).bot
    try:
        await bot.initialize()
    except TelegramError as error:
        words = f"{error} {error!r} {bot.base_url}"
        logger.exception(words)
    finally:
        await bot.shutdown()


async def test_token_refused_by_the_server_is_not_logged(
    lines: io.StringIO, sandbox: FaultySandbox
) -> None:
    await fails(sandbox.bot_api)

    assert "[token]" in lines.getvalue()
    assert "InvalidToken" in lines.getvalue()
    assert "CANARY" not in lines.getvalue()


async def test_token_of_an_unreachable_server_is_not_logged(lines: io.StringIO) -> None:
    await fails("http://127.0.0.1:9/bot")

    assert "the connection is refused" in lines.getvalue()
    assert "CANARY" not in lines.getvalue()


@pytest.mark.parametrize(
    "words",
    [
        f"https://api.telegram.org/bot{CANARY}/getMe",
        "https://api.telegram.org/bot1:CANARY_of-another/getMe",
        "bot1%3ACANARY",
        f"The token `{CANARY}` was rejected",
    ],
)
def test_every_writing_of_a_token_is_taken_out(lines: io.StringIO, words: str) -> None:
    logger.warning(words)

    assert lines.getvalue().count("[token]") == 1
    assert "CANARY" not in lines.getvalue()


def test_libraries_tell_nothing_below_warnings(lines: io.StringIO) -> None:
    for name in TALKATIVE:
        logging.getLogger(name).info("said by somebody")

    assert lines.getvalue() == ""


def test_error_is_named_without_its_words() -> None:
    try:
        int("said by somebody")
    except ValueError as error:
        told = kind_and_place(error)

    assert told.startswith("ValueError at monitoring/test_logs.py:")
    assert "said" not in told
    assert kind_and_place(ValueError("said")) == "ValueError"


def test_line_is_one_object_where_nobody_reads_along(lines: io.StringIO) -> None:
    logging.getLogger("bot.test").warning("first\nsecond", extra={"update_id": 7})

    line = json.loads(lines.getvalue())

    assert line.pop("timestamp").endswith("Z")
    assert line == {
        "event": "first\nsecond",
        "level": "warning",
        "logger": "bot.test",
        "update_id": 7,
    }


def test_line_is_text_where_somebody_does(lines: io.StringIO) -> None:
    set_up(log_format="text", stream=lines)

    logging.getLogger("bot.test").warning("said", extra={"update_id": 7})

    assert lines.getvalue().endswith("Z [warning] said [bot.test] update_id=7\n")


def test_every_secret_is_taken_out(lines: io.StringIO) -> None:
    set_up(None, SecretStr("the-key"), None, SecretStr("of-the-webhook"), stream=lines)

    logger.warning("the-key and of-the-webhook")

    assert json.loads(lines.getvalue())["event"] == "[secret] and [secret]"


@pytest.mark.parametrize("name", ["bot", "some.other.library"])
def test_error_that_anybody_logs_is_told_without_its_words(lines: io.StringIO, name: str) -> None:
    try:
        int("said by somebody")
    except ValueError:
        logging.getLogger(name).exception("failed", stack_info=True)

    line = json.loads(lines.getvalue())
    assert line["error"].startswith("ValueError at monitoring/test_logs.py:")
    assert "said" not in lines.getvalue()


def test_fields_that_are_not_ours_are_left_out(lines: io.StringIO) -> None:
    logger.warning("said", extra={"chat": 1001, "text": "said by somebody"})

    assert json.loads(lines.getvalue()).keys() == {"event", "level", "logger", "timestamp"}


async def test_error_that_nobody_awaits_is_told_without_its_words(lines: io.StringIO) -> None:
    async def fails_alone() -> None:
        int("said by somebody")

    asyncio.get_running_loop().set_exception_handler(report_loose_end)
    task = asyncio.create_task(fails_alone())
    await asyncio.wait({task})
    del task
    gc.collect()

    line = json.loads(lines.getvalue())
    assert line["event"].startswith(
        "Task exception was never retrieved: ValueError at monitoring/"
    )
    assert "said" not in lines.getvalue()


async def test_whole_screening_at_its_most_talkative_tells_nothing(
    lines: io.StringIO, tmp_path: Path
) -> None:
    labs = {"112 g/L": "112.6173 g/L", "38 g/L": "38.6173 g/L", "5.2": "5.6173", "180": "186.173"}
    steps = [labs.get(step, step) for step in MAN]
    async with (
        FaultySandbox(token=CANARY) as sandbox,
        Running(sandbox, tmp_path / "x.db") as bot,
    ):
        phone = Phone(sandbox)
        await does(phone, "/new K-6173 M 58", *steps[:9], "Canary Wei", *steps[9:])
        for fault in (lost, page(502), refused(400, "Bad Request: Canary Wei")):
            sandbox.faults.strike("sendMessage", fault)
        await phone.says("Canary Wei 6173", is_read=False)
        await phone.settles()
        report(logger, "the canary is heard here", ValueError("Canary Wei"))
        screening = bot.screening("K-6173")

    assert screening.verdict["verdict"] == "eligible"
    told = lines.getvalue()
    assert "the canary is heard here" in told
    assert "no answer from Telegram: the connection was cut" in told
    # the times of the lines hold digits of all kinds
    told = re.sub(r'"timestamp": "[^"]*"', "", told)
    assert re.findall("canary-canary|CANARY|Canary Wei|6173|K-6|1001", told) == []
