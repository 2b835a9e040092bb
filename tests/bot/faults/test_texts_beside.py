"""A text beside the card comes once, whatever becomes of the call that sends it."""

from aiohttp import web

from tests.bot.faults.test_calls import ANY_PASSING
from tests.bot.faults.walks import opens
from tests.bot.running import Running
from tests.faults import Act, Fault, FaultySandbox, answer_lost, lost
from tests.phone import Phone

REPORT = "WBC 5.2 10^9/L\nPLT 180 10^9/L\nHb 120 g/L\nFerritin maybe 12 or so"
QUOTED = "Ferritin maybe 12 or so"


async def quotes(phone: Phone) -> list[str]:
    """Give the bot's texts that quote what it did not read, once the card below has come."""
    await phone.settles()
    messages = await phone.messages()
    assert "reply_markup" in messages[-1]
    return [
        each["text"]
        for each in messages
        if each["from"]["is_bot"] and QUOTED in each["text"] and "reply_markup" not in each
    ]


@ANY_PASSING
async def test_text_whose_sending_fails_comes_once(
    bot: Running, phone: Phone, sandbox: FaultySandbox, fault: Fault
) -> None:
    await opens(phone)
    sandbox.faults.strike("sendMessage", fault)

    await phone.says(REPORT)

    assert len(await quotes(phone)) == 1
    assert bot.ledger.verify().holds


async def test_every_double_of_a_text_is_deleted(
    bot: Running, phone: Phone, sandbox: FaultySandbox
) -> None:
    await opens(phone)
    sandbox.faults.strike("sendMessage", answer_lost, times=3)

    await phone.says(REPORT)

    assert len(await quotes(phone)) == 1
    assert bot.ledger.verify().holds


async def test_what_a_person_writes_between_doubles_stays(
    bot: Running, phone: Phone, sandbox: FaultySandbox
) -> None:
    async def lost_while_they_write(request: web.Request, act: Act) -> web.StreamResponse:
        sandbox.state.say(sandbox.state.chats[1001], "/help")
        answer = await answer_lost(request, act)
        sandbox.state.say(sandbox.state.chats[1001], "/list")
        return answer

    await opens(phone)
    sandbox.faults.strike("sendMessage", lost_while_they_write)

    await phone.says(REPORT)

    assert len(await quotes(phone)) == 1
    own = [each["text"] for each in await phone.messages() if not each["from"]["is_bot"]]
    assert own[-3:] == [REPORT, "/help", "/list"]


async def test_earlier_text_stays_when_one_that_never_came_is_sent_again(
    bot: Running, phone: Phone, sandbox: FaultySandbox
) -> None:
    await opens(phone)
    await phone.says(REPORT)
    sandbox.faults.strike("sendMessage", lost)

    await phone.says(REPORT)

    assert len(await quotes(phone)) == 2
