"""Every paper of practice says so: in each format, in each part that may be read by itself."""

import csv
import json
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from io import BytesIO, StringIO
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZipFile
from zoneinfo import ZoneInfo

import openpyxl
import pypdfium2
import pytest

from bot.papers.job import PaperJob
from bot.papers.making import LINES, write_paper
from bot.serving.drawing import files_of
from conversations.focus import Focus
from conversations.turn import Document, Turn
from ectrial.fhir_systems import HTEST
from ectrial.imports.facts import read_facts_records
from ectrial.ledger.ledger import Ledger
from ectrial.papers.calendar_file import CalendarEvent
from ectrial.papers.practice import MARK, banner
from ectrial.record.entries import Kind, NewEntry, Via
from ectrial.record.exports import Export, Format, Recipient
from ectrial.trial.versions import shipped
from ectrial.wording.speech import speech
from tests.ectrial.ledger.samples import NURSE, TRIAL, open_ledger, opened, said
from tests.ectrial.papers.told import NOT_ELIGIBLE, SIGNED

EC = shipped().current(TRIAL)
Parts = Callable[[bytes], Iterator[str]]


def rows(data: bytes) -> Iterator[str]:
    for row in csv.reader(StringIO(data.decode("utf-8-sig"), newline="")):
        yield " ".join(row)


def cells(data: bytes) -> Iterator[str]:
    for row in openpyxl.load_workbook(BytesIO(data)).active.iter_rows(values_only=True):
        yield " ".join(map(str, row))


def pages(data: bytes) -> Iterator[str]:
    yield ""
    for page in pypdfium2.PdfDocument(data):
        yield page.get_textpage().get_text_bounded()


def datasets(data: bytes) -> Iterator[str]:
    yield ""
    with ZipFile(BytesIO(data)) as zipped:
        yield from (zipped.read(name).decode() for name in zipped.namelist())


def resources(data: bytes) -> Iterator[str]:
    bundle = json.loads(data)
    yield ""
    yield json.dumps(bundle["meta"]) if "meta" in bundle else ""
    for each in bundle["entry"]:
        labels = each["resource"].get("meta", {}).get("security", [])
        yield MARK if HTEST in [label["code"] for label in labels] else ""


def whole(data: bytes) -> Iterator[str]:
    yield ""
    yield data.decode()


def objects(data: bytes) -> Iterator[str]:
    yield ""
    yield from map(str, json.loads(data))


def lines(data: bytes) -> Iterator[str]:
    yield ""
    yield from data.decode().splitlines()


PARTS: dict[Format, Parts] = {
    "csv": rows,
    "xlsx": cells,
    "json": objects,
    "facts": lines,
    "trail": rows,
    "txt": whole,
    "cdisc": datasets,
    "fhir": resources,
    "pdf": pages,
    "odm": whole,
}
"""How a format is read in parts, of which the first is the head of a table or nothing."""


def record(path: Path, via: Via) -> Ledger:
    ledger = open_ledger(path, via=via)
    ledger.append([opened("S-104")], NURSE)
    ledger.append([said(Kind.VERDICT_GIVEN, value=NOT_ELIGIBLE, of="S-104/1")], NURSE)
    ledger.append([said(Kind.CONSENT, value=SIGNED, of="S-104/1")], NURSE)
    return ledger


def made(ledger: Ledger, given: Format, recipient: Recipient) -> bytes:
    export = Export(given, recipient, 3, of=1 if given == "pdf" else None)
    with ledger.papers(TRIAL, export.upto) as source, TemporaryDirectory() as folder:
        job = PaperJob(source, export, shipped(), ZoneInfo("Asia/Shanghai"), "zh")
        path = Path(folder) / "paper"
        write_paper(path, job)
        return path.read_bytes()


@pytest.mark.long
@pytest.mark.parametrize("recipient", ["site", "sponsor"])
@pytest.mark.parametrize("given", [*LINES, "xlsx"])
def test_each_part_of_a_paper_of_practice_says_so_and_none_of_a_real_one(
    tmp_path: Path, given: Format, recipient: Recipient
) -> None:
    with (
        record(tmp_path / "practice.db", "sandbox") as practice,
        record(tmp_path / "real.db", "telegram") as real,
    ):
        of_practice, of_real = made(practice, given, recipient), made(real, given, recipient)
    if given == "png":
        # what the picture shows is read of the text
        assert of_practice != of_real
        return
    parts = list(PARTS[given](of_practice))[1:]
    assert parts
    assert [each for each in parts if MARK not in each] == []
    assert [each for each in PARTS[given](of_real) if MARK in each] == []


@pytest.mark.parametrize("given", [each for each in PARTS if each != "pdf"])
def test_a_paper_of_practice_without_a_screening_says_so_too(
    tmp_path: Path, given: Format
) -> None:
    with open_ledger(tmp_path / "practice.db", via="sandbox") as ledger:
        parts = list(PARTS[given](made(ledger, given, "site")))[1:]

    assert parts
    assert [each for each in parts if MARK not in each and '"practice": true' not in each] == []


def test_what_a_turn_writes_at_once_says_within_that_it_is_of_practice(tmp_path: Path) -> None:
    at = datetime(2026, 12, 1, 9, tzinfo=UTC)
    event = CalendarEvent("id@ectrial", 0, at, at, 30, f"{TRIAL} S-104")
    documents = (
        Document("delegation_log"),
        Document("notes", content=[("Trial", "Note"), (TRIAL, "one"), (TRIAL, "two")]),
        Document("notes", content=[("Trial", "Note")]),
        Document("appointment", content=event),
    )
    turn = Turn(Focus(), documents=documents)
    joined = NewEntry(Kind.STAFF_ADDED, TRIAL, item="7", value="monitor", text="Mo")

    with record(tmp_path / "record.db", "sandbox") as ledger:
        ledger.append([joined], NURSE)
        given = turn, ledger, TRIAL, UTC, speech("en"), shipped()
        marked, real = (files_of(*given, is_practice=each) for each in (True, False))

    assert [each.name.removeprefix("PRACTICE_") for each in marked] == [each.name for each in real]
    *tables, calendar = (each.data.decode("utf-8-sig") for each in marked)
    cells = [[row[0] for row in csv.reader(StringIO(each))][1:] for each in tables]
    assert cells == [[f"PRACTICE {TRIAL}"], [f"PRACTICE {TRIAL}"] * 2, ["PRACTICE"]]
    assert f"SUMMARY:PRACTICE {TRIAL} S-104" in calendar
    assert "UID:PRACTICE-id@ectrial" in calendar
    assert not [each for each in real if MARK.encode() in each.data]


def test_what_a_person_reads_says_so_in_both_languages() -> None:
    assert banner() == "PRACTICE – not a real record · 练习 – 非真实记录"


def test_facts_of_practice_are_refused(tmp_path: Path) -> None:
    with record(tmp_path / "practice.db", "sandbox") as ledger:
        facts = json.loads(made(ledger, "facts", "site"))

    _, faults = read_facts_records([facts], EC, shipped().of, str, date(2026, 11, 30))

    assert [str(each) for each in faults] == ["record 1: is from practice: it is of nobody"]
