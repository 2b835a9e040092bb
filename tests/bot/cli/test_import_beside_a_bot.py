"""`ectrial import` beside a bot at work: the bot records it at once, or says why it does not."""

import asyncio
import signal
from datetime import timedelta
from pathlib import Path

import pytest

from bot.control.brought import Brought, unpacked
from bot.control.team import Asked, Told, carry_out
from bot.sandbox.server import Sandbox
from bot.setup.start import now
from ectrial.ledger.ledger import Author, Ledger
from ectrial.record.entries import Kind, NewEntry
from ectrial.record.imports import Import
from ectrial.record.subjects import ScreeningId
from ectrial.trial.versions import shipped
from tests.blank_record import blank
from tests.bot.cli.test_main import call, ectrial_run, kinds, real
from tests.phone import SECONDS, Phone

FILE, LIST = Path("real.db"), Path("list.csv")
TRIAL = shipped().default
ID = ScreeningId("here", TRIAL.id, "S-001", 1)
UNDER = {"protocol_version": TRIAL.version, "protocol_hash": TRIAL.fingerprint}
IMPORTED = Import("table", "07a1" * 16, 1).entry(TRIAL.id)
OPENED = NewEntry(Kind.OPENED, TRIAL.id, ID, **UNDER)
ANSWERED = NewEntry(Kind.ANSWERED, TRIAL.id, ID, "sex", "male", **UNDER)
TODAY = now().date()


def carried_out(ledger: Ledger, brought: Brought) -> Told:
    asked = Asked(action="import", trial=TRIAL.id, brought=brought.packed())
    return carry_out(ledger, [TRIAL.id], frozenset(), b"", asked)


def test_what_does_not_hold_any_more_is_not_recorded(tmp_path: Path) -> None:
    whole = (IMPORTED, OPENED, ANSWERED)
    foreign = NewEntry(Kind.OPENED, TRIAL.id, ID, protocol_version="9", protocol_hash="ab")
    with Ledger.open(blank(tmp_path / "x.db"), site="here", via="cli", clock=now) as ledger:
        told = [
            carried_out(ledger, brought).refused
            for brought in (
                Brought(TODAY - timedelta(days=2), whole, {}),
                Brought(TODAY, (IMPORTED, foreign), {}),
                Brought(TODAY, (IMPORTED, NewEntry(Kind.VOIDED, TRIAL.id, ID)), {}),
                Brought(TODAY, (IMPORTED, ANSWERED), {ID: 9}),
            )
        ]
        odd = Asked(action="import", trial=TRIAL.id, brought="no")
        told.append(carry_out(ledger, [TRIAL.id], frozenset(), b"", odd).refused)
        assert list(ledger.entries()) == []
        taken = carried_out(ledger, Brought(TODAY, whole, {}))
        ledger.append([NewEntry(Kind.ANSWERED, TRIAL.id, ID, "hiv", "negative")], Author(7, "x"))
        late = carried_out(ledger, Brought(TODAY, (IMPORTED, ANSWERED), {ID: 3}))

        assert [each.partition(":")[0] for each in told] == [
            "the day has changed at the site",
            "the bot at work has another version of the trial",
            "an import that records something else",
            "S-001 was changed meanwhile",
            "an import that cannot be read",
        ]
        assert (taken.refused, len([*ledger.entries()])) == ("", 4)
        assert late.refused.startswith("S-001 was changed meanwhile")


def test_what_is_packed_is_read_as_it_was() -> None:
    brought = Brought(TODAY, [IMPORTED, OPENED, ANSWERED], {ID: 7})

    assert unpacked(brought.packed()) == brought


def a_list() -> None:
    LIST.write_text("code,sex,age,HIV\nS-001,male,58,positive\nS-002,female,64,\n", "utf-8")


@pytest.mark.long
async def test_a_bot_at_work_records_a_list_and_goes_on_with_its_subjects(
    sandbox: Sandbox, no_settings: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ECTRIAL_DATABASE", str(FILE))
    assert call("init").exit_code == 0
    a_list()
    phone = Phone(sandbox)
    with ectrial_run(**real(sandbox.url)) as process:
        await phone.says("/new S-014 M 58")
        taken = await asyncio.to_thread(call, "import", str(LIST), "--yes")
        again = await asyncio.to_thread(call, "import", str(LIST), "--yes")
        await phone.says("/resume S-002")
        opened = (await phone.card()).text
        await phone.says("/resume S-001")
        failed = (await phone.card()).text
        process.send_signal(signal.SIGTERM)
        assert await asyncio.to_thread(process.wait, SECONDS) == 0

    assert taken.exit_code == 0, taken.output
    assert (again.exit_code, "S-001 is on file already" in again.stderr) == (2, True)
    assert opened.startswith("S-002")
    assert "HIV" in failed
    assert kinds(FILE).count(Kind.IMPORTED) == 1
    assert call("verify", str(FILE)).exit_code == 0
