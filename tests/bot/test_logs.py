import io
import logging
from collections.abc import Iterator

import pytest
from pydantic import SecretStr
from telegram.error import TelegramError

from bot.client import client
from bot.logs import TALKATIVE, kind_and_place, set_up
from bot.sandbox.server import Sandbox

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
    for name in TALKATIVE:
        logging.getLogger(name).setLevel(logging.NOTSET)


async def fails(base_url: str) -> None:
    for name in TALKATIVE:
        logging.getLogger(name).setLevel(logging.DEBUG)
    bot = client(CANARY, base_url)
    try:
        await bot.initialize()
    except TelegramError as error:
        words = f"{error} {error!r} {bot.base_url}"
        logger.exception(words)
    finally:
        await bot.shutdown()


async def test_token_refused_by_the_server_is_not_logged(
    lines: io.StringIO, sandbox: Sandbox
) -> None:
    await fails(sandbox.bot_api)

    assert "[token]" in lines.getvalue()
    assert "InvalidToken" in lines.getvalue()
    assert "CANARY" not in lines.getvalue()


async def test_token_of_an_unreachable_server_is_not_logged(lines: io.StringIO) -> None:
    await fails("http://127.0.0.1:9/bot")

    assert "ClientConnectorError" in lines.getvalue()
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

    assert told.startswith("ValueError at bot/test_logs.py:")
    assert "said" not in told
    assert kind_and_place(ValueError("said")) == "ValueError"
