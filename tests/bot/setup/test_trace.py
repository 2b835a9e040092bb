"""What every start of the bot leaves in the record."""

import asyncio
import json
import shutil
import signal
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.control.team import roles
from bot.sandbox.server import Sandbox
from bot.setup.settings import Settings, read_settings
from bot.setup.start import CannotServeError, Prepared, now
from bot.setup.trace import files, leave_trace, told
from conversations.approval import Approval
from ectrial.ledger.ledger import Author, Ledger
from ectrial.record.entries import Entry, Kind, NewEntry
from ectrial.record.screenings import Wanted
from ectrial.record.subjects import ScreeningId
from ectrial.trial.frozen import full_fingerprint
from ectrial.trial.versions import PROTOCOLS, Trials, shipped
from tests.blank_record import blank
from tests.bot.cli.test_main import call, ectrial_run, real
from tests.disk.full import full_disk
from tests.phone import SECONDS, Phone

APPROVAL = Approval("Ethics committee", "B2022-123", date(2022, 7, 5), "pre-screening with a bot")
WRITTEN = "Ethics committee; B2022-123; 2022-07-05; pre-screening with a bot"
KEY, PEPPER = "0f" * 32, "0e" * 32
SECRET = "w" * 40
NURSE = Author(7, "coordinator")


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger.open(
        blank(tmp_path / "real.db"), site="site-1", via="telegram", clock=now
    ) as ledger:
        yield ledger


def starts(ledger: Ledger, *admins: int, settings: Settings | None = None) -> None:
    settings = settings or Settings(_env_file=None)
    leave_trace(Prepared(settings, shipped(), ledger), frozenset(admins))


def of_kind(ledger: Ledger, *kinds: Kind) -> list[Entry]:
    return [entry for entry in ledger.entries() if entry.said.kind in kinds]


def test_start_says_what_it_runs_with(ledger: Ledger) -> None:
    starts(ledger, 1002, 1001, settings=Settings(_env_file=None, ECTRIAL_APPROVAL=WRITTEN))

    (entry,) = of_kind(ledger, Kind.STARTED)
    value = entry.said.value
    assert (entry.actor, entry.role, entry.said.screening) == (0, "bot", None)
    assert (entry.said.trial, entry.said.protocol_version) == ("EC-CRT-003", "2")
    assert value.keys() == {"version", "site", "zone", "admins", "approval", "settings", "files"}
    assert (value["site"], value["zone"], value["admins"]) == ("site-1", "UTC", [1001, 1002])
    assert value["approval"]["number"] == "B2022-123"
    assert value["settings"]["updates"] == "polling"
    assert value["files"]["protocols/ec-crt-003/2/protocol.yaml"] == entry.said.protocol_hash
    assert {"protocols/ec-crt-003/1/items/labs.yaml", "labs/units.yaml"} <= value["files"].keys()


def test_no_secret_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in {
        **real("http://bot-api.example.org/secret-path"),
        "ECTRIAL_DATABASE_KEY": KEY,
        "ECTRIAL_PEPPER": PEPPER,
        "ECTRIAL_WEBHOOK_URL": "https://bot.example.org/another-secret-path",
        "ECTRIAL_WEBHOOK_SECRET": SECRET,
        "ECTRIAL_CONTACT": "Dr Chen 020-8734 0000",
    }.items():
        monkeypatch.setenv(name, value)
    settings = read_settings(tmp_path / ".env")

    written = json.dumps(told(settings))

    assert settings.token is not None
    token = settings.token.get_secret_value()
    secrets = (token, token.partition(":")[2], KEY, PEPPER, SECRET, "secret-path", "Chen")
    assert [each for each in secrets if each in written] == []
    found = json.loads(written)
    assert (found["encrypted"], found["takes_codes"], found["updates"]) == (True, True, "webhook")
    assert found["api"] == "bot-api.example.org"


def test_administrators_are_in_the_trail_like_staff(ledger: Ledger) -> None:
    starts(ledger, 1001)
    starts(ledger, 1001)
    starts(ledger, 1002)
    ledger.append([NewEntry(Kind.STAFF_ADDED, "T", item="1001", value="coordinator")], NURSE)

    changes = of_kind(ledger, Kind.ADMIN_ADDED, Kind.ADMIN_REMOVED)

    assert [(each.said.kind, each.said.item) for each in changes] == [
        (Kind.ADMIN_ADDED, "1001"),
        (Kind.ADMIN_REMOVED, "1001"),
        (Kind.ADMIN_ADDED, "1002"),
    ]
    assert ledger.administrators() == {1002}
    assert roles(ledger) == {1001: "coordinator"}


def unit_factors_changed(folder: Path) -> Trials:
    """Give the trials with another factor of one unit, released again as they are now."""
    shutil.copytree(PROTOCOLS, folder)
    labs = folder / "ec-crt-003" / "2" / "items" / "labs.yaml"
    content = labs.read_text("utf-8")
    assert 'factor: "10"' in content
    labs.write_text(content.replace('factor: "10"', 'factor: "10.5"', 1), "utf-8")
    table: dict[str, Any] = yaml.safe_load((folder / "frozen.yaml").read_text("utf-8"))
    for version in table["versions"]:
        version["full_fingerprint"] = full_fingerprint(folder / version["folder"])
    (folder / "frozen.yaml").write_text(yaml.safe_dump(table), "utf-8")
    return Trials(folder)


def test_changed_unit_factor_shows(tmp_path: Path) -> None:
    changed = unit_factors_changed(tmp_path / "protocols")

    before, after = files(shipped()), files(changed)

    assert changed.default.fingerprint == shipped().default.fingerprint
    assert {path for path in before if before[path] != after[path]} == {
        "protocols/frozen.yaml",
        "protocols/ec-crt-003/2/items/labs.yaml",
    }


def test_files_of_the_sites_own_trials_are_told(tmp_path: Path, ledger: Ledger) -> None:
    for name in ("protocols/sleep.yaml", "items/sleep.yaml"):
        (tmp_path / "own" / name).parent.mkdir(parents=True)
        (tmp_path / "own" / name).write_text("id: SLEEP-1", "utf-8")
    folder = str(tmp_path / "own")

    starts(ledger, 1001, settings=Settings(_env_file=None, ECTRIAL_PROTOCOLS=folder))

    (entry,) = of_kind(ledger, Kind.STARTED)
    assert {"own/protocols/sleep.yaml", "own/items/sleep.yaml"} <= entry.said.value["files"].keys()
    assert entry.said.value["settings"]["protocols"] == folder


def test_start_disturbs_no_screening(ledger: Ledger) -> None:
    id_ = ScreeningId("site-1", "EC-CRT-003", "S-014", 1)
    opened = NewEntry(Kind.OPENED, "EC-CRT-003", id_, protocol_version="2", protocol_hash="x")
    ledger.append([opened], NURSE)
    before = ledger.screening(id_), ledger.screenings(limit=9)

    starts(ledger, 1001)

    assert (ledger.screening(id_), ledger.screenings(limit=9)) == before
    assert ledger.count_screenings(Wanted("valid")) == 1
    assert ledger.next_subject("EC-CRT-003", "S") == "S-015"
    assert ledger.verify().holds


def test_start_that_cannot_be_recorded_serves_nobody(ledger: Ledger) -> None:
    with full_disk(), pytest.raises(CannotServeError) as caught:
        starts(ledger, 1001)

    told = "the start cannot be recorded: the disk reports an error; nothing was recorded"
    assert str(caught.value) == told


@pytest.mark.long
@pytest.mark.usefixtures("no_settings")
async def test_every_start_of_the_bot_is_an_entry(
    sandbox: Sandbox, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ECTRIAL_DATABASE", "real.db")
    assert call("init").exit_code == 0
    logs = []
    for admins, approval in (("1001", ""), ("1001,1002", WRITTEN)):
        phone = Phone(sandbox, int(admins[-4:]))
        settings = {**real(sandbox.url), "ECTRIAL_ADMIN_IDS": admins, "ECTRIAL_APPROVAL": approval}
        with ectrial_run(**settings) as process:
            await phone.says("/help")
            said = await phone.text()
            process.send_signal(signal.SIGTERM)
            logs.append((await asyncio.to_thread(process.communicate, None, SECONDS))[1])

    with Ledger.open(tmp_path / "real.db", site="site-1", via="cli", clock=now) as ledger:
        recorded = [(entry.said.kind, entry.said.item) for entry in ledger.entries()]
    assert recorded == [
        (Kind.STARTED, None),
        (Kind.ADMIN_ADDED, "1001"),
        (Kind.STARTED, None),
        (Kind.ADMIN_ADDED, "1002"),
    ]
    assert ["ECTRIAL_APPROVAL is not set" in log for log in logs] == [True, False]
    assert "Ethics committee: B2022-123, 2022-07-05, for pre-screening with a bot." in said
    assert call("verify", "real.db").exit_code == 0
