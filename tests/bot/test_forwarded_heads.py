"""A text to forward ends with a head of the record that covers the verdict, as of that moment."""

from ectrial.record.anchors import Anchor, anchor_of_trial, anchors_in
from ectrial.record.entries import Kind
from tests.bot.running import Running
from tests.faults import FaultySandbox
from tests.phone import Phone


async def head_on(phone: Phone) -> Anchor:
    (found,) = anchors_in((await phone.card()).text.splitlines()[-1])
    return found


async def test_head_covers_the_verdict_and_is_that_of_the_moment(
    bot: Running, phone: Phone, sandbox: FaultySandbox
) -> None:
    other = Phone(sandbox, 1002)
    for step in ("/new S-014 M 58",):
        await phone.says(step)
    await phone.taps("3")
    await phone.taps("Stop, text to forward")
    first, at_first = await head_on(phone), bot.ledger.head()
    given = [e.seq for e in bot.ledger.entries() if e.said.kind is Kind.VERDICT_GIVEN]

    await other.says("/new S-015")
    await phone.taps("Full text")
    second, at_second = await head_on(phone), bot.ledger.head()

    assert given
    assert at_first[0] >= given[-1]
    # no number: it would tell who is of one trial how much is recorded in others
    assert str(first) == anchor_of_trial(at_first[1])
    assert str(second) == anchor_of_trial(at_second[1])
    assert second != first
    assert bot.ledger.verify().holds
