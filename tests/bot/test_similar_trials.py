"""A message about a similar trial comes once, silently, and its own button ends them."""

from pathlib import Path
from typing import Any

from tests.bot.running import Running
from tests.bot.test_two_phones import does
from tests.faults import FaultySandbox
from tests.phone import Phone

ASKS = ("/similar", "[Tell me of similar trials]")
PAUSES = ("/trials", "[SBRT-OLIGO ›]", "/trial", "[Enrolment: open ›]", "[Pause…]", "[Today]")


def told(messages: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [each for each in messages if "as you asked" in each["text"]]


async def test_a_pause_is_told_once_over_two_starts_and_ended_by_its_button(
    sandbox: FaultySandbox, tmp_path: Path, phone: Phone
) -> None:
    record = tmp_path / "practice.db"
    async with Running(sandbox, record):
        await does(phone, *ASKS, *PAUSES, "SUSAR letter of the sponsor", "[Pause enrolment]")
    for _ in range(2):
        async with Running(sandbox, record):
            (message,) = told(await phone.wait_for(lambda found: bool(told(found))))
            await phone.settles()

    async with Running(sandbox, record) as bot:
        await phone.settles()
        await phone.taps_data(message["message_id"], "off.1")
        card, wishes = await phone.card(), bot.ledger.wishes.on()

    (after,) = told(await phone.messages())
    assert message["text"].startswith("Similar to EC-CRT-003, as you asked:\nSBRT-OLIGO: ")
    assert [[b["text"] for b in row] for row in message["reply_markup"]["inline_keyboard"]] == [
        ["Tell me no more"]
    ]
    assert phone.toasts[-1] == "I tell you no more of them."
    assert "reply_markup" not in after
    assert wishes == ()
    assert "enrolment at this site" in card.text
