"""`ectrial export` gives the screening log whole or not at all, and the record notes it."""

import csv
import json
import os
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, date, datetime
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from bot.cli.main import main
from bot.setup.start import now
from ectrial.ledger.ledger import Author, Ledger
from ectrial.record.consent import Consent
from ectrial.record.entries import Entry, Kind, NewEntry, Reason
from ectrial.record.exports import Export, export_of
from ectrial.record.subjects import ScreeningId
from tests.blank_record import blank

REAL = Path("real.db")
TRIAL, OTHER = "EC-CRT-003", "SBRT-OLIGO"
NURSE = Author(7, "coordinator")
SIGNED = Consent("signed", date(2026, 11, 24), "3.1").value
FAILED = {"verdict": "not_eligible", "failing": ["INCL01"], "unresolved": []}


@pytest.fixture(autouse=True)
def settings(no_settings: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ECTRIAL_DATABASE", str(REAL))
    monkeypatch.setenv("ECTRIAL_SITE", "CRT-01")


def call(*words: str) -> Result:
    return CliRunner().invoke(main, ("export", *words))


def open_real() -> Ledger:
    return Ledger.open(blank(REAL), site="CRT-01", via="telegram", clock=now)


def screened(*subjects: str, consented: bool = False, trial: str = TRIAL) -> None:
    with open_real() as ledger, ledger.together():
        for subject in subjects:
            id_ = ScreeningId("CRT-01", trial, subject, 1)
            said = [
                NewEntry(Kind.OPENED, trial, id_, protocol_version="2", protocol_hash="ab"),
                NewEntry(Kind.ANSWERED, trial, id_, "age", {"value": 58}),
                NewEntry(Kind.ANSWERED, trial, id_, "hiv", "negative"),
                NewEntry(Kind.VERDICT_GIVEN, trial, id_, value=FAILED),
            ]
            if consented:
                said.append(NewEntry(Kind.CONSENT, trial, id_, value=SIGNED))
            ledger.append(said, NURSE)


def noted() -> list[Entry]:
    with open_real() as ledger:
        return [*ledger.of_kinds([Kind.EXPORTED])]


def table(path: Path) -> list[dict[str, str]]:
    return [*csv.DictReader(StringIO(path.read_bytes().decode("utf-8-sig"), newline=""))]


def test_an_export_is_a_file_and_an_entry_that_says_what_was_given() -> None:
    screened("S-001", "S-002")
    with open_real() as ledger:
        upto, head = ledger.head()

    result = call("log.csv", "--for", "site")

    assert result.exit_code == 0, result.output
    assert result.output == f"written: log.csv\nscreenings read: 2, head: {head[:12]}\n"
    rows = table(Path("log.csv"))
    assert [row["screening_no"] for row in rows] == ["S-001", "S-002"]
    assert {row["record_head"] for row in rows} == {head}
    assert {row["age_years"] for row in rows} == {"58"}
    assert "holds: " in CliRunner().invoke(main, ("verify", "--head", head)).output
    (entry,) = noted()
    assert export_of(entry.said) == Export("csv", "site", upto)
    assert (entry.said.trial, entry.role, entry.via) == (TRIAL, "operator", "cli")


def test_the_funnel_counts_all_subjects_and_is_noted_as_such() -> None:
    screened("S-001", "S-002")

    refused = call("one.txt", "--for", "site", "--subject", "S-001")
    result = call("funnel.txt", "--for", "site")

    assert (refused.exit_code, "counts all subjects" in refused.output) == (2, True)
    assert result.exit_code == 0, result.output
    told = Path("funnel.txt").read_text("utf-8").splitlines()
    assert told[:2] == ["Screening funnel", "EC-CRT-003 · CRT-01"]
    assert {"Persons screened: 2", "– Not eligible: 2", "2 (2) · INCL01"} <= set(told)
    assert [entry.said.value["paper"] for entry in noted()] == ["funnel"]


def test_what_is_missing_is_told_in_one_line() -> None:
    result = call("log.csv")

    assert result.exit_code == 2
    assert "Missing option '--for'. one of site, sponsor\n" in result.output


@pytest.mark.parametrize("length", [229, 230, 260])
def test_a_name_too_long_for_the_disk_is_told_plainly(length: int) -> None:
    screened("S-001")

    result = call(f"{'n' * length}.csv", "--for", "site")

    is_short = length == 229
    assert (result.exit_code, "too long" in result.output) == (0 if is_short else 2, not is_short)
    assert len(noted()) == is_short


def test_a_dash_is_no_file() -> None:
    screened("S-001")

    result = call("-", "--for", "site", "--format", "csv")

    assert (result.exit_code, "- is no file" in result.output) == (2, True)
    assert not Path("-").exists()


def test_the_trail_of_one_subject_counts_the_screenings_of_that_one() -> None:
    screened("S-001", "S-002", "S-003")

    result = call("a.csv", "--for", "site", "--format", "trail", "--subject", "S-002")

    assert "screenings read: 1, " in result.output


def test_without_a_record_nothing_is_made() -> None:
    result = call("log.csv", "--for", "site")

    assert result.exit_code == 2
    assert "ECTRIAL_DATABASE: " in result.output
    assert not [*Path().iterdir()]


@pytest.mark.parametrize("in_format", ["csv", "json", "xlsx", "facts", "cdisc", "ndjson"])
def test_the_same_record_gives_the_same_bytes(in_format: str) -> None:
    screened("S-001", "S-002")

    for name in ("a", "b"):
        assert call(f"{name}.{in_format}", "--for", "site").exit_code == 0

    assert Path(f"a.{in_format}").read_bytes() == Path(f"b.{in_format}").read_bytes()


def test_a_sponsor_gets_signed_consent_alone() -> None:
    screened("S-001", consented=True)
    screened(*(f"F-{n}" for n in range(6)))

    assert call("log.json", "--for", "sponsor").exit_code == 0
    assert call("one.json", "--for", "sponsor", "--subject", "F-1").exit_code == 2

    shown, counted = json.loads(Path("log.json").read_bytes())
    assert shown["screening_no"] == "S-001"
    assert (counted["outcome"], counted["screenings_n"]) == ("SCREEN_FAILURE", 6)
    assert not Path("one.json").exists()
    assert b"F-1" not in Path("log.json").read_bytes()


def test_no_counts_for_a_sponsor_can_be_had_by_subtracting_periods() -> None:
    screened("S-001", consented=True)
    screened(*(f"F-{n}" for n in range(6)))

    for name, *days in (("a", "--from", "2020-01-01"), ("b", "--to", "2099-01-01")):
        assert call(f"{name}.json", "--for", "sponsor", *days).exit_code == 0

    told = [json.loads(Path(f"{name}.json").read_bytes()) for name in "ab"]
    assert [[row["screening_no"] for row in rows] for rows in told] == [["S-001"]] * 2


def test_each_trial_has_a_file_of_its_own_that_names_no_other() -> None:
    screened("S-001")
    screened("S-001", "S-009", trial=OTHER)

    assert call("log.csv", "--for", "site").exit_code == 0

    own, other = (Path(f"log-{each}.csv").read_text("utf-8") for each in (TRIAL, OTHER))
    assert own.count("S-001") == 1
    assert (OTHER in own, TRIAL in other) == (False, False)
    assert [entry.said.trial for entry in noted()] == [TRIAL, OTHER]


def test_the_trail_of_one_subject_has_its_entries_alone() -> None:
    screened("S-001", "S-002")
    screened("S-001", trial=OTHER)

    call("one.csv", "--for", "site", "--format", "trail", "--subject", "S-002")

    assert {row["subject"] for row in table(Path("one.csv"))} == {"S-002"}


def test_a_trail_says_whose_paper_was_given_out() -> None:
    screened("S-001", consented=True)
    screened("S-002")
    for subject in ("S-001", "S-002"):
        call(f"{subject}.jsonl", "--for", "site", "--format", "facts", "--subject", subject)
    with open_real() as ledger:
        seq = next(e.seq for e in ledger.of_kinds([Kind.OPENED]) if "S-002" in str(e.said))
        until = "2099-12-01T00:00:00+00:00"
        made = {"hash": "ab" * 32, "expires_at": until, "screening": seq, "upto": seq}
        ledger.append([NewEntry(Kind.SHARE_MADE, TRIAL, value=made)], NURSE)
        share = str(ledger.head()[0])
        ledger.append([NewEntry(Kind.SHARE_REVOKED, TRIAL, item=share)], NURSE)
    found = {}
    for name, *words in (
        ("site", "--for", "site"),
        ("sponsor", "--for", "sponsor"),
        ("one", "--for", "site", "--subject", "S-002"),
    ):
        call(f"{name}.csv", "--format", "trail", "--trial", TRIAL, *words)
        rows = table(Path(f"{name}.csv"))
        found[name] = [(r["field"], r["subject"]) for r in rows if r["object"] == "export"]

    told = [("paper", "S-001"), ("paper", "S-002"), ("share", "S-002"), ("share", "S-002")]
    assert found["site"] == told
    assert found["sponsor"] == [("paper", "S-001")]
    assert found["one"] == told[1:]


def on(day: int) -> Ledger:
    at = datetime(2026, 11, day, 3, tzinfo=UTC)
    return Ledger.open(blank(REAL), site="CRT-01", via="telegram", clock=lambda: at)


def test_a_trail_that_begins_later_has_the_old_values_of_all_that_stood_before() -> None:
    id_, other = (ScreeningId("CRT-01", each, "S-001", 1) for each in (TRIAL, OTHER))
    under = {"protocol_version": "2", "protocol_hash": "ab"}
    with on(10) as ledger:
        opened = [NewEntry(Kind.OPENED, each.trial, each, **under) for each in (other, id_)]
        answered = NewEntry(Kind.ANSWERED, OTHER, other, "hiv", "negative")
        ledger.append([*opened, answered], NURSE)
        carried = {"of": ledger.head()[0], "day": "2026-11-10"}
        ledger.append([replace(answered, trial=TRIAL, screening=id_)], NURSE)
        ledger.append([NewEntry(Kind.CARRIED, TRIAL, id_, "hiv", carried)], NURSE)
        ledger.append([NewEntry(Kind.TRAINED, TRIAL, item="9")], NURSE)
    with on(20) as ledger:
        reason = Reason.DATA_ENTRY_ERROR
        ledger.append([NewEntry(Kind.CORRECTED, TRIAL, id_, "hiv", "positive", reason)], NURSE)
        ledger.append([NewEntry(Kind.TRAINED, TRIAL, item="9")], NURSE)

    words = ("--for", "site", "--format", "trail", "--trial", TRIAL)
    later, whole = (call("t.csv", *words, "--from", "2026-11-15"), call("all.csv", *words))

    assert (later.exit_code, whole.exit_code) == (0, 0), later.output
    found, every = table(Path("t.csv")), table(Path("all.csv"))
    assert [row["old"] for row in found] == ["negative", "(no printed name); trained"]
    assert [{**row, "seq": ""} for row in every[-3:-1]] == [
        {**row, "seq": "", "record_head": every[0]["record_head"]} for row in found
    ]


def test_fhir_is_a_bundle_or_lines_by_the_name_and_has_for_a_sponsor_the_consented_alone() -> None:
    screened("S-001", consented=True)
    screened("S-002")
    screened("S-003", trial=OTHER)
    paused = {"state": "paused", "since": "2026-11-01"}
    with open_real() as ledger:
        ledger.append([NewEntry(Kind.TRIAL_STATUS, TRIAL, value=paused, text="audit")], NURSE)

    for name, recipient in (("all.json", "site"), ("all.ndjson", "sponsor")):
        words = ("--format", "fhir", "--for", recipient, "--trial", TRIAL)
        assert call(name, *words).exit_code == 0

    whole = json.loads(Path("all.json").read_bytes())
    lines = [json.loads(line) for line in Path("all.ndjson").read_bytes().splitlines()]
    found = [each["resource"] for each in whole["entry"]]
    assert whole["type"] == "collection"
    assert found[-1]["status"] == "temporarily-closed-to-accrual"
    assert {"S-001", "S-002"} == {_subject(each) for each in found[:-1]}
    assert {"S-001"} == {_subject(each) for each in lines[:-1]}
    assert OTHER not in json.dumps([found, lines])


def _subject(resource: dict[str, Any]) -> str:
    about = resource.get("individual") or resource.get("subject") or resource["for"]
    return str(about["identifier"]["value"])


def test_one_subject_and_a_period() -> None:
    screened("S-001", "S-002")

    call("one.csv", "--for", "site", "--subject", "S-002")
    call("past.csv", "--for", "site", "--to", "2020-01-01")

    assert [row["screening_no"] for row in table(Path("one.csv"))] == ["S-002"]
    (nothing,) = table(Path("past.csv"))
    assert (nothing["outcome"], nothing["screenings_n"]) == ("NONE", "0")
    assert nothing["record_head"] == table(Path("one.csv"))[0]["record_head"]
    one, past = (export_of(entry.said) for entry in noted())
    assert one.of == 5
    assert past.until == date(2020, 1, 1)


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("real.db", "--format", "csv"), "is the record's own place"),
        (("there.csv",), "is there already"),
        (("log.doc",), "--format: one of csv, xlsx, json, "),
        (("log.csv", "--trial", "X"), "--trial: "),
        (("log.csv", "--subject", "S-9"), "--subject: there is no screening of S-9"),
        (("log.csv", "--subject", ""), "--subject: there is no screening of ''"),
        (("w.pdf", "--subject", "S-1/2"), "--subject: give the code of the subject alone: S-1"),
        (("log.csv", "--from", "2026-02-01", "--to", "2026-01-01"), "--from: is after --to"),
        (("log.csv", "--to", "9999-12-31"), "9999-12-31 is no day between 2000-01-01 and 2100"),
        (("log.csv", "--from", "0001-01-01"), "0001-01-01 is no day between 2000-01-01 and 2"),
        (("none/log.csv",), "there is no folder none"),
    ],
)
def test_what_cannot_be_is_refused_and_not_noted(words: tuple[str, ...], says: str) -> None:
    screened("S-001")
    Path("there.csv").touch()

    result = call(*words, "--for", "site")

    assert result.exit_code == 2
    assert says in result.output
    assert noted() == []


def test_an_export_is_no_fault_of_its_file_if_nobody_reads_what_is_told() -> None:
    screened("S-001")
    command = [sys.executable, "-m", "bot", "export", "log.csv", "--for", "site"]
    nobody_reads, told = os.pipe()
    os.close(nobody_reads)
    try:
        done = subprocess.run(  # noqa: S603 - our own command
            command, stdout=told, stderr=subprocess.PIPE, text=True, check=False
        )
    finally:
        os.close(told)

    assert (len(table(Path("log.csv"))), len(noted())) == (1, 1)
    assert "log.csv" not in done.stderr
