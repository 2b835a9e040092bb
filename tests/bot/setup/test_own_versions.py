"""A file of the site's own trial may change; what was recorded by it keeps its meaning."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bot.cli.main import main
from bot.setup.settings import Settings
from bot.setup.start import load_trials, now, with_versions_used
from ectrial.ledger.ledger import Author, Ledger
from ectrial.record.entries import Kind
from ectrial.trial.protocol import Protocol
from ectrial.trial.versions import Trials
from ectrial.yaml_file import SourceError
from tests.blank_record import blank
from tests.ectrial.toy import TOY
from tests.faults import MADE_UP_TOKEN
from tests.records import SITE, Dialogue

REAL = Path("real.db")
FILE = Path("own", "protocols", "sleep.yaml")
NURSE = Author(7, "coordinator")


@pytest.fixture(autouse=True)
def settings(no_settings: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ECTRIAL_DATABASE", str(REAL))
    monkeypatch.setenv("ECTRIAL_PROTOCOLS", "own")
    shutil.copytree(TOY / "items", "own/items")
    FILE.parent.mkdir()
    shutil.copy(TOY / FILE.name, FILE)


@pytest.fixture
def ledger() -> Iterator[Ledger]:
    with Ledger.open(blank(REAL), site=SITE, via="telegram", clock=now) as opened:
        yield opened


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")


def loosens() -> None:
    edit(FILE, "limit: 7, unit: h", "limit: 8, unit: h")


def starts(ledger: Ledger) -> Trials:
    """Load the trials as a start of the bot does."""
    return with_versions_used(
        load_trials(Settings(_env_file=None, ECTRIAL_PROTOCOLS="own")), ledger
    )


def fails_to_sleep(ledger: Ledger, present: Protocol, trials: Trials) -> None:
    """Screen a subject to a verdict, as the dialogue does."""
    chat = Dialogue(trials=trials, present=present)
    chat.taps_or_says("/new S-014", "5 h", "Stop here")
    ledger.append([entry.said for entry in chat.records.entries], NURSE)


def screens(ledger: Ledger) -> Trials:
    trials = starts(ledger)
    fails_to_sleep(ledger, trials.current("SLEEP-1"), trials)
    return trials


def verify() -> Result:
    return CliRunner().invoke(main, ["verify"])


def test_file_changed_under_the_number_of_a_used_version_is_refused(ledger: Ledger) -> None:
    screens(ledger)
    loosens()

    with pytest.raises(SourceError) as refused:
        starts(ledger)

    (fault,) = refused.value.faults
    assert str(fault) == (
        "protocols/sleep.yaml:1: SLEEP-1: changed since version 7 was used here (criteria INCL01):"
        " write another version, which is used once it is activated, or put the former file back"
    )


def test_changed_item_counts_as_a_change_and_a_remark_as_none(ledger: Ledger) -> None:
    screens(ledger)
    edit(FILE, "sample_days: 7", "# a remark\nsample_days: 7")
    starts(ledger)
    edit(Path("own/items/sleep.yaml"), "soft: [2, 12]", "soft: [2, 13]")

    with pytest.raises(SourceError, match="item sleep"):
        starts(ledger)


def test_draft_that_nobody_was_screened_by_may_change(ledger: Ledger) -> None:
    starts(ledger)
    loosens()

    starts(ledger)


def test_next_version_waits_for_its_activation_and_the_former_goes_on(ledger: Ledger) -> None:
    before = screens(ledger).current("SLEEP-1")
    loosens()
    edit(FILE, 'version: "7"', 'version: "8"')

    trials = starts(ledger)

    present = trials.in_use("SLEEP-1", None, ledger.opened_under("SLEEP-1"))
    assert (present.version, present.fingerprint) == ("7", before.fingerprint)
    coming = trials.after(present)
    assert coming is not None
    assert coming.version == "8"
    activated = (coming.version, coming.fingerprint)
    assert trials.in_use("SLEEP-1", activated, None) == coming


def test_older_file_put_back_is_no_amendment(ledger: Ledger) -> None:
    screens(ledger)
    edit(FILE, 'version: "7"', 'version: "8"')
    newer = starts(ledger).current("SLEEP-1")
    edit(FILE, 'version: "8"', 'version: "7"')

    assert starts(ledger).after(newer) is None


def test_verify_judges_by_the_used_version_and_both_name_the_changed_file(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    screens(ledger)
    ledger.close()
    edit(FILE, "limit: 7, unit: h", "limit: 4, unit: h")

    told = verify()
    for name, value in (("TELEGRAM_BOT_TOKEN", MADE_UP_TOKEN), ("ECTRIAL_ADMIN_IDS", "1001")):
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("ECTRIAL_TIMEZONE", "UTC")
    state = CliRunner().invoke(main, ["status"])

    assert told.exit_code == 0, told.output
    named = "changed: protocols/sleep.yaml:1: SLEEP-1: changed since version 7 was"
    assert named in told.output
    assert named in state.output
    assert "do: give the changed trial another version, or put its file back" in state.output
    assert "verdicts: 1 computed again, the same\n" in told.output
    assert "not shipped" not in told.output


def test_verify_judges_also_when_the_file_is_gone(ledger: Ledger) -> None:
    screens(ledger)
    ledger.close()
    edit(FILE, "id: SLEEP-1", "id: SLEEP-2")

    told = verify()

    assert "verdicts: 1 computed again, the same\n" in told.output
    assert "gone: SLEEP-1 was used here, and no file protocols/*.yaml has it\n" in told.output


def test_start_names_a_trial_whose_file_is_gone(
    ledger: Ledger, capsys: pytest.CaptureFixture[str]
) -> None:
    screens(ledger)
    assert "gone:" not in capsys.readouterr().out
    edit(FILE, "id: SLEEP-1", "id: SLEEP-2")

    starts(ledger)

    named = "gone: SLEEP-1 was used here, and no file protocols/*.yaml has it"
    assert f"{named}; put its file back" in capsys.readouterr().out


def test_kept_version_that_was_altered_judges_nothing_and_shows(ledger: Ledger) -> None:
    screens(ledger)
    ledger.close()
    with closing(sqlite3.connect(REAL)) as owner, owner:
        owner.execute("UPDATE protocols SET text = replace(text, '\"7\"', '\"4\"')")

    told = verify()

    assert told.exit_code == 1
    assert "broken: the kept protocol SLEEP-1 version 7 was altered" in told.output


def test_version_is_taken_up_once_a_screening_is_under_it(ledger: Ledger) -> None:
    used = screens(ledger).current("SLEEP-1").fingerprint
    opened = next(each.seq for each in ledger.entries() if each.said.kind is Kind.OPENED)

    assert ledger.taken_up("SLEEP-1", used, opened - 1)
    assert not ledger.taken_up("SLEEP-1", used, opened)
    assert not ledger.taken_up("SLEEP-1", "f" * 64, opened - 1)


def test_status_names_a_trial_whose_file_is_gone(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    screens(ledger)
    ledger.close()
    for name, value in (("TELEGRAM_BOT_TOKEN", MADE_UP_TOKEN), ("ECTRIAL_ADMIN_IDS", "1001")):
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("ECTRIAL_TIMEZONE", "UTC")
    assert "gone:" not in CliRunner().invoke(main, ["status"]).output
    edit(FILE, "id: SLEEP-1", "id: SLEEP-2")

    told = CliRunner().invoke(main, ["status"]).output

    assert "gone: SLEEP-1 was used here, and no file protocols/*.yaml has it" in told
    assert "do: put its file back" in told
