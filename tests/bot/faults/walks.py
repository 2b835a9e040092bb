"""One short walk that every fault is held against: what it records and what it shows."""

from ectrial.record.entries import Kind
from tests.bot.running import Running
from tests.phone import Card, Phone

RECORDED = [Kind.OPENED, Kind.ANSWERED]
FIRST, SECOND = "ECOG today?", "Does a tissue biopsy report"


async def opens(phone: Phone, subject: str = "S-014") -> Card:
    """Open a screening; wait for its first question, and until the bot has noted its card."""
    await phone.says(f"/new {subject}", is_answered=False, is_read=False)
    shown = await sees(phone, subject, FIRST)
    await phone.settles()
    return shown


async def answers(phone: Phone, label: str = "1") -> Card:
    """Tap an answer to the first question and wait for the second."""
    await phone.taps(label, is_answered=False, is_read=False)
    return await sees(phone, SECOND)


async def at_wbc(phone: Phone) -> None:
    """Answer up to the first lab, and say that its sample is of today."""
    await phone.says("/new S-014 M 58")
    for label in ("1", "Yes", "Yes", "4", "Taxane+platinum", "Yes"):
        await phone.taps(label)
    await phone.taps("None on post-treatment imaging")
    await phone.taps("> 4 months · no number")
    await phone.taps("Sample: which day?")
    await phone.taps("Today")


async def sees(phone: Phone, *words: str) -> Card:
    """Wait for a card at the bottom of the chat that says all of it."""
    await phone.wait_for(
        lambda messages: (
            bool(messages)
            and "reply_markup" in messages[-1]
            and all(each in messages[-1]["text"] for each in words)
        ),
        what=" ".join(words),
    )
    return await phone.card()


async def cards(phone: Phone) -> list[int]:
    """Every message that has buttons, once all calls for the last update are made."""
    await phone.settles()
    return [each["message_id"] for each in await phone.messages() if "reply_markup" in each]


async def is_sound(bot: Running, phone: Phone) -> bool:
    """Whether the walk was recorded once, in a record that holds, and can go on."""
    await phone.settles()
    before = len(bot.recorded)
    await phone.taps("Yes")
    return bot.recorded[before:] == [Kind.ANSWERED] and bot.ledger.verify().holds
