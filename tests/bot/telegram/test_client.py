from telegram.error import InvalidToken

from bot.telegram.calls import NotTelegramError
from bot.telegram.client import is_telegram


def test_refusal_of_something_else_is_told_from_one_of_telegram() -> None:
    wrapped, refusal = InvalidToken("404"), InvalidToken("401")
    wrapped.__cause__ = NotTelegramError("html")

    assert not is_telegram(wrapped)
    assert is_telegram(refusal)
