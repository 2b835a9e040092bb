import pytest
from telegram.error import BadRequest, Forbidden, NetworkError, RetryAfter, TimedOut

from bot.patience import Patience


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

    assert await Patience(first=0.001).insist(line.call) == "answer"
    assert line.calls == 4


@pytest.mark.parametrize("refusal", [BadRequest("no"), Forbidden("blocked")])
async def test_refusal_is_final(refusal: Exception) -> None:
    line = Line(refusal)

    with pytest.raises(type(refusal)):
        await Patience(first=0.001).insist(line.call)
    assert line.calls == 1


def test_wait_that_telegram_asks_for_is_kept() -> None:
    assert Patience().wait_for(RetryAfter(7), failures=1) == 7.0


def test_waits_double_to_the_longest() -> None:
    waits = [Patience().wait_for(TimedOut(), failures) for failures in (1, 2, 3, 6, 5000)]

    assert waits == [1, 2, 4, 30, 30]
