"""Three people and a signature over real HTTP: asked, taken over, signed, superseded, told."""

from pathlib import Path

from tests.bot.abuse.signers import CHEN, LI, Signers
from tests.bot.enrolling import Clock, code, joins
from tests.bot.running import Running
from tests.bot.test_two_phones import does
from tests.faults import FaultySandbox
from tests.phone import Phone

MONITOR = 1001  # an English phone
BEFORE_WBC = 8
JUDGED = "☐ WBC: judged without a number"


async def test_signature_from_the_request_to_the_correction(
    sandbox: FaultySandbox, tmp_path: Path
) -> None:
    clock = Clock(sandbox)
    admins = frozenset({1002})
    async with Running(sandbox, tmp_path / "x.db", clock=clock, admins=admins) as bot:
        people, monitor = Signers(bot, sandbox, clock), Phone(sandbox, MONITOR)
        await people.begin()
        joins(bot.ledger, MONITOR, "monitor", "Zhou Yan")
        await does(people.chen, "/new S-020 M 58", *["[Skip ›]"] * BEFORE_WBC)
        await does(people.chen, "[< 4.0 ×10⁹/L · no number]", "[Stop here]")
        await does(people.chen, "[Ask the investigator ›]", "[Li Wei]")

        await does(people.li, "/todo", "[Sign: S-020]", f"[{JUDGED}]")
        await does(people.li, "[I confirm: not eligible (INCL06A)]", code(bot.ledger, LI, clock))
        signed = await people.li.text()
        await does(people.chen, "/verdict", "[Text to forward]", "[Full text]")
        shown = await people.chen.text()
        await does(monitor, "/open S-020")
        seen = await monitor.text()
        await does(people.chen, "/review", "[WBC]", "[≥ 4.0 ×10⁹/L · no number]", "[Entry error]")
        await does(people.chen, "/verdict")
        superseded = await people.li.card()
        await does(people.li, "/todo")

        assert "Signed and recorded." in signed
        assert "Signed and recorded." not in superseded.text
        assert "Signed: Li Wei (principal investigator)" in shown
        assert "Signed: principal investigator (principal investigator)" in seen
        assert "Li Wei" not in seen
        assert "superseded. The investigator confirms anew." in await people.chen.text()
        assert "S-020 · signature superseded by Chen Jing" in await people.li.text()
        assert bot.screening("S-020").signatures[0].name == "Li Wei"
        assert CHEN in {each.actor for each in bot.ledger.entries()}
