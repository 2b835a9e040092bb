from logging import DEBUG, WARNING

import pytest
from telegram.error import BadRequest, Forbidden, NetworkError, RetryAfter, TimedOut

from bot.telegram.retries import RetryPolicy, level_of


class Line:
    """Fails as told, then answers."""

    def __init__(self, *failures: Exception) -> None:
        self._failures = list(failures)
        self.calls = 0

    async def call(self) -> str:
        self.calls += 1
        if self._failures:
            raise self._failures.pop(0)
        return "answer"


async def test_failures_of_the_network_are_outlasted() -> None:
    line = Line(NetworkError("down"), TimedOut(), NetworkError("down"))

    assert await RetryPolicy(first=0.001).until_answered(line.call) == "answer"
    assert line.calls == 4


@pytest.mark.parametrize("refusal", [BadRequest("no"), Forbidden("blocked")])
async def test_refusal_is_final(refusal: Exception) -> None:
    line = Line(refusal)

    with pytest.raises(type(refusal)):
        await RetryPolicy(first=0.001).until_answered(line.call)
    assert line.calls == 1


async def test_first_failure_and_those_of_the_longest_wait_are_told(
    caplog: pytest.LogCaptureFixture,
) -> None:
    line = Line(*[NetworkError("https://api.telegram.org/bot1:SECRET/getMe")] * 5)

    await RetryPolicy(first=0.001, longest=0.004).until_answered(line.call)

    assert caplog.messages == ["no answer from Telegram (NetworkError), trying again"] * 4


async def test_wait_that_telegram_asks_for_is_told(caplog: pytest.LogCaptureFixture) -> None:
    await RetryPolicy().until_answered(Line(RetryAfter(0)).call)

    assert caplog.messages == ["Telegram asks us to wait (RetryAfter), trying again"]


def test_chat_that_is_gone_is_no_warning() -> None:
    errors = BadRequest("Chat not found"), BadRequest("no"), Forbidden("blocked")

    assert [level_of(error) for error in errors] == [DEBUG, WARNING, WARNING]


def test_wait_that_telegram_asks_for_is_kept() -> None:
    assert RetryPolicy().wait_for(RetryAfter(7), failures=1) == 7.0


def test_waits_double_to_the_longest() -> None:
    waits = [RetryPolicy().wait_for(TimedOut(), failures) for failures in (1, 2, 3, 6, 5000)]

    assert waits == [1, 2, 4, 30, 30]
