"""`ectrial import` takes a site's list into the record whole or not at all, and refuses names."""

import json
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from click.testing import CliRunner, Result

from bot.cli.main import main
from bot.setup.start import now
from ectrial.ledger.ledger import Author, Ledger
from ectrial.record.entries import Entry, Kind, NewEntry
from ectrial.record.imports import Import
from ectrial.record.subjects import ScreeningId
from tests.blank_record import blank
from tests.ectrial.subjects import SAMPLES

REAL = Path("real.db")
TRIAL = "EC-CRT-003"
OUTCOMES = {"eligible", "not_eligible", "undetermined"}
HIV = ("unknown", "not_done", "pending", "negative", "positive")
LIST = """\
受试者编号,性别,年龄,WBC (10^9/L),ANC,血小板,谷丙转氨酶,ALT上限,采样日期,HIV,备注
S-001,男,58,5.20,3.1,210,30,40,2026-11-20,阴性,PR after 4 cycles
S-002,女,64,,2.0,不详,1.2×ULN,,2026/11/02,阴性,
S-003,F,71,3.9,3.1,150,20/40,,,阳性,
"""


@pytest.fixture(autouse=True)
def settings(no_settings: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ECTRIAL_DATABASE", str(REAL))
    monkeypatch.setenv("ECTRIAL_SITE", "CRT-01")
    blank(REAL)


def call(*words: str, typed: str = "") -> Result:
    return CliRunner().invoke(main, words, input=typed)


def given(text: str | bytes, *words: str, name: str = "list.csv", typed: str = "") -> Result:
    Path(name).write_bytes(text.encode() if isinstance(text, str) else text)
    return call("import", name, *words, typed=typed)


def entries() -> list[Entry]:
    with Ledger.open(REAL, site="CRT-01", via="cli", clock=now) as ledger:
        return [*ledger.entries()]


def answers(code: str) -> dict[str, Any]:
    with Ledger.open(REAL, site="CRT-01", via="cli", clock=now) as ledger:
        screening = ledger.screening(ScreeningId("CRT-01", TRIAL, code, 1))
    assert screening is not None
    return {item: answer.value for item, answer in screening.answers.items()}


def workbook(*rows: tuple[Any, ...]) -> bytes:
    book, file = openpyxl.Workbook(), BytesIO()
    for row in rows:
        book.active.append(row)
    book.save(file)
    return file.getvalue()


def test_a_list_is_shown_then_asked_about_then_in_the_record() -> None:
    shown = given(LIST, "--dry-run")
    assert shown.exit_code == 0, shown.output
    assert "column A ('受试者编号'): the code of the subject\n" in shown.output
    assert "column D ('WBC (10^9/L)'): wbc in 10^9/L\n" in shown.output
    assert "column E ('ANC'): anc, numbers without a unit read as 10*9/L\n" in shown.output
    assert "column K ('备注'): not read\n" in shown.output
    assert shown.output.endswith("nothing was recorded: this was a dry run\n")
    assert given(LIST, typed="n\n").exit_code == 2
    assert entries() == []

    result = given(LIST, typed="y\n")

    assert result.exit_code == 0, result.output
    assert "Record 3 subjects in EC-CRT-003?" in result.output
    first, *others = entries()
    assert first.said == Import("table", sha256(LIST.encode()).hexdigest(), 3).entry(TRIAL)
    assert {(each.role, each.via, each.actor) for each in (first, *others)} == {
        ("operator", "cli", 0)
    }
    wbc = {"value": "5.20", "unit": "10*9/L", "date": "2026-11-20"}
    assert answers("S-001")["wbc"] == wbc
    assert answers("S-002").keys() == {"sex", "age", "anc", "platelets", "alt", "hiv"}
    assert answers("S-002")["platelets"] == "unknown"
    assert answers("S-003")["alt_uln"] == {"value": "40", "unit": "U/L"}
    verified = call("verify").output
    assert "verdicts: 1 computed again, the same" in verified
    assert "broken" not in verified


def test_every_fault_is_told_by_row_and_column_and_nothing_recorded() -> None:
    with Ledger.open(REAL, site="CRT-01", via="telegram", clock=now) as ledger:
        id_ = ScreeningId("CRT-01", TRIAL, "S-009", 1)
        ledger.append([NewEntry(Kind.OPENED, TRIAL, id_)], Author(7, "coordinator"))
    text = (
        "code,sex,WBC,creatinine,sampled,HIV\n"
        "S-001,x,5.2 mg/dL,81,2126-01-01,negative\n"
        "S-001,male,abc,81,20.11.2026,1\n"
        ",male,5.2 mg/dL,,,\n"
        "S-009,male,5.2,,,\n"
        "S-004,male,5.2\n"
    )

    result = given(text, "--yes")

    assert result.exit_code == 2
    told = result.stderr.splitlines()
    assert told == [
        "row 2, column B ('sex'): not an answer to sex: write unknown, male, female",
        "row 2, column C ('WBC'): '5.2 mg/dL': a unit that it does not have",
        "row 2, column E ('sampled'): a day to come",
        "row 3, column A ('code'): S-001 stands in row 2 as well",
        "row 3, column C ('WBC'): 'abc': not clear",
        "row 3, column E ('sampled'): not a day: write it as 2026-11-20",
        f"row 3, column F ('HIV'): not an answer to hiv: write {', '.join(HIV)}",
        "row 4, column C ('WBC'): '5.2 mg/dL': a unit that it does not have",
        "row 4: has no code of a subject",
        "row 6, column A ('code'): has 3 cells, and there are 6 titles",
        "row 5: S-009 is on file already: it is not written over",
        "nothing was recorded",
    ]
    assert len(entries()) == 1


def test_a_person_says_what_columns_are_one_by_one_or_in_a_file() -> None:
    text = "who,leucos,when,ALT,spare\nS-001,5200,2026-11-20,30,x\n"
    Path("columns.txt").write_text("# of our list\nleucos=wbc /uL\nC=wbc.date\n", "utf-8")

    result = given(
        text, "--yes", "--map", "who=subject", "--map", "D=-", "--map-file", "columns.txt"
    )

    assert result.exit_code == 0, result.output
    wbc = {"value": "5200", "unit": "/uL", "date": "2026-11-20"}
    assert answers("S-001") == {"wbc": wbc}


def test_a_workbook_gives_values_and_a_formula_is_a_fault() -> None:
    sheet = (("code", "sex", "WBC", "采样日期"), ("S-001", "女", 0.1 + 0.2, now().date()))
    good = workbook(*sheet)
    bad = workbook(*sheet, ("S-002", "男", "=1+1", None))

    refused = given(bad, "--yes", name="bad.xlsx")
    taken = given(good, "--yes", name="good.xlsx")

    assert refused.exit_code == 2
    assert "row 3, column C ('WBC'): a formula: paste its value" in refused.stderr
    assert taken.exit_code == 0, taken.output
    assert answers("S-001")["wbc"]["value"] == "0.3"
    assert given(b"PK\x03\x04 none", "--yes", name="none.xlsx").exit_code == 2


def records(name: str) -> list[dict[str, Any]]:
    """Give what a facts file says, but for the head of its record."""
    lines = Path(name).read_text("utf-8").splitlines()
    return [{**json.loads(line), "record_head": ""} for line in lines]


@pytest.mark.parametrize("every", [20, pytest.param(1, marks=pytest.mark.long)])
def test_facts_that_were_exported_give_the_same_verdicts_in_a_new_record(
    every: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    sound = [c["facts"] for c in SAMPLES["cases"] if not any(map(str.isupper, c["facts"]))]
    cases = [
        {"id": f"S-{number:03}", "facts": facts} for number, facts in enumerate(sound[::every], 1)
    ]
    assert given(json.dumps(cases, default=str), "--yes", name="a.json").exit_code == 0
    assert call("export", "a.jsonl", "--for", "site", "--format", "facts").exit_code == 0
    monkeypatch.setenv("ECTRIAL_DATABASE", "new.db")
    blank(Path("new.db"))

    result = call("import", "a.jsonl", "--yes")
    assert call("export", "b.jsonl", "--for", "site", "--format", "facts").exit_code == 0

    assert result.exit_code == 0, result.output
    one, other = records("a.jsonl"), records("b.jsonl")
    assert len(one) == len(cases)
    assert one == other
    assert {each["verdict"]["verdict"] for each in one} == OUTCOMES
    assert False not in {each["is_as_recorded"] for each in one}
    assert call("verify").exit_code == 0


@pytest.mark.parametrize("at_work", [True, False])
def test_a_practice_record_takes_no_list_whether_or_not_a_bot_is_at_work(*, at_work: bool) -> None:
    REAL.unlink()
    with Ledger.open(REAL, site="CRT-01", via="sandbox", clock=now) as practice:
        if not at_work:
            practice.close()

        result = given(LIST, "--yes")

    assert result.exit_code == 2
    assert result.output == (
        "ECTRIAL_DATABASE: real.db is a practice record; it takes no real entries\n"
    )
