import asyncio

import pytest

from bot.serving.taps import MOST_AT_ONCE, Taps
from bot.telegram.budget import Budget
from bot.telegram.client import Client
from ectrial.text import Language
from tests.faults import MADE_UP_TOKEN, FaultySandbox


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
    client = Client(MADE_UP_TOKEN, "http://127.0.0.1:9/bot", budget=Budget(lambda: 7.0))
    client.budget.refused(1001, 60.0)
    taps = Taps(client)

    here = taps.toast(1001, toast, language, is_recorded=is_recorded)
    elsewhere = taps.toast(1002, toast, language, is_recorded=is_recorded)

    assert here == told
    assert elsewhere == toast


async def test_flood_of_one_person_lets_few_answers_wait(sandbox: FaultySandbox) -> None:
    taps = Taps(Client(sandbox.token, sandbox.bot_api))
    before = asyncio.all_tasks()

    for number in range(5000):
        taps.answer(1001, str(number), "")
    taps.answer(1002, "of another", "")
    begun = len(asyncio.all_tasks() - before)
    await taps.finish(0)

    assert begun == MOST_AT_ONCE + 1
