import pytest

from bot.serving.taps import Taps
from bot.telegram.client import Client
from ectrial.text import Language
from tests.faults import MADE_UP_TOKEN


@pytest.mark.parametrize(
    ("toast", "is_recorded", "language", "told"),
    [
        ("", True, "en", "Recorded. Telegram lets me show the card in 60 s."),
        ("", False, "en", "Telegram lets me show the card in 60 s."),
        ("Moved on.", False, "en", "Moved on. Telegram lets me show the card in 60 s."),
        ("", True, "zh", "已记录。Telegram 限制发送，60 秒后才能显示卡片。"),
    ],
)
async def test_tap_at_the_limit_is_told_the_wait(
    toast: str, is_recorded: bool, language: Language, told: str
) -> None:
    taps = Taps(Client(MADE_UP_TOKEN, "http://127.0.0.1:9/bot"))
    taps.must_wait(1001, 60.0)

    here = taps.toast(1001, toast, language, is_recorded=is_recorded)
    elsewhere = taps.toast(1002, toast, language, is_recorded=is_recorded)

    assert here == told
    assert elsewhere == toast
