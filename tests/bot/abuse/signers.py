"""A team with a screening to sign, and the steps to the card that asks for the code."""

from conversations.acts import Act, key
from ectrial.record.entries import Kind
from ectrial.record.subjects import ScreeningId
from ectrial.trial.versions import shipped
from tests.bot.abuse.attempts import Attempts
from tests.bot.enrolling import Clock, enrolled, joins
from tests.bot.running import Running
from tests.bot.test_two_phones import does
from tests.faults import FaultySandbox
from tests.phone import Phone

CHEN, LI, WU = 1004, 1006, 1007
CONFIRM = "I confirm: not eligible (INCL01)"


class Signers:
    """A coordinator, a principal and a sub-investigator, each with a phone; both are enrolled."""

    def __init__(self, bot: Running, sandbox: FaultySandbox, clock: Clock) -> None:
        self.bot, self.clock = bot, clock
        self.chen, self.li, self.wu = (Phone(sandbox, each) for each in (CHEN, LI, WU))
        self.attempts = Attempts(bot, sandbox)

    async def begin(self) -> None:
        """Let them join, enrol both investigators, and screen a subject until it fails."""
        joins(self.bot.ledger, CHEN, "coordinator", "Chen Jing")
        joins(self.bot.ledger, LI, "principal", "Li Wei")
        joins(self.bot.ledger, WU, "investigator", "Wu Min")
        await enrolled(self.bot.ledger, self.li, LI, self.clock)
        await enrolled(self.bot.ledger, self.wu, WU, self.clock)
        await does(self.chen, "/language", "[English]")
        await does(self.chen, "/new S-014 M 58", "[3]", "[Stop here]")
        await does(self.chen, "[Ask the investigator ›]", "[Li Wei]")

    @property
    def signed(self) -> int:
        """How many signatures the record has."""
        return self.bot.recorded.count(Kind.SIGNED)

    @property
    def screening(self) -> ScreeningId:
        """The screening that is to be signed."""
        return ScreeningId("here", shipped().ids[0], "S-014", 1)

    async def forges(self, person: int, act: Act) -> None:
        """Tap the key of an act with the present round, on the present card."""
        chat = self.attempts.chat(person)
        await self.attempts.taps(person, f"{chat.round}.{key(act)}", chat.card or 0)


async def asks_for_the_code(phone: Phone) -> None:
    """Go from the list to the card that asks for the six digits."""
    await does(phone, "/open S-014", "[Confirm and sign ›]", f"[{CONFIRM}]")
