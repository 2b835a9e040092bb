import pytest
from telegram.error import InvalidToken

from bot.client import Calls, NotTelegramError, is_telegram


def test_answer_of_the_bot_api_is_read() -> None:
    assert Calls.parse_json_payload(b'{"ok": true, "result": []}') == {"ok": True, "result": []}


@pytest.mark.parametrize("payload", [b"<html>Not found</html>", b"", b"[]", b"{}", b"\xff", b"1"])
def test_other_answers_are_a_failure_without_a_log_line(
    payload: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    with pytest.raises(NotTelegramError):
        Calls.parse_json_payload(payload)

    assert caplog.messages == []


def test_refusal_of_something_else_is_told_from_one_of_telegram() -> None:
    wrapped, refusal = InvalidToken("404"), InvalidToken("401")
    wrapped.__cause__ = NotTelegramError("html")

    assert not is_telegram(wrapped)
    assert is_telegram(refusal)
