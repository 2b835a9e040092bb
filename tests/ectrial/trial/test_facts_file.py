"""Facts files in every form, and the errors of those that cannot be read."""

import io
import json
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from bot.cli.assess import assess_command
from ectrial.facts import Absence, Choices, Facts, Judgement, Value
from ectrial.quantity import Quantity
from ectrial.trial.facts_file import FactsError, read_facts, read_subjects, write_value
from ectrial.truth import Truth
from tests.ectrial.subjects import DATA, SAMPLES, TRIAL, amount
from tests.tables import of_each

A = {"id": "S-001", "facts": {"hiv": "negative"}}
B = {"id": "S-002", "facts": {"ecog": {"value": 1, "unit": "{score}"}}, "note": "ignored"}
C = {"id": "研究-3", "facts": {}}


def subjects(text: str) -> Iterator[tuple[str, Facts]]:
    return ((subject.id, subject.facts) for subject in read_subjects(io.StringIO(text), TRIAL))


def ids(text: str) -> list[str]:
    return [name for name, _ in subjects(text)]


def refusal(text: str) -> str:
    with pytest.raises(FactsError) as error:
        list(subjects(text))
    return str(error.value)


# Forms.

LINES = "\n".join(json.dumps(record) for record in (A, B, C))
FORMS = {
    "one object": (json.dumps(A), ["S-001"]),
    "one pretty object": (json.dumps(A, indent=2), ["S-001"]),
    "one object and blank lines": (f"\n\n{json.dumps(A)}\n\n  \n", ["S-001"]),
    "array": (json.dumps([A, B]), ["S-001", "S-002"]),
    "pretty array": (json.dumps([A, B], indent=1), ["S-001", "S-002"]),
    "array with an object a line": (f"[{json.dumps(A)},\n{json.dumps(B)}]", ["S-001", "S-002"]),
    "array opened on its own line": (f"[\n{json.dumps(A)}\n]\n", ["S-001"]),
    "empty array": ("[]", []),
    "cases": (json.dumps({"about": "x", "cases": [A, B]}), ["S-001", "S-002"]),
    "pretty cases": (json.dumps({"cases": [A]}, indent=4, ensure_ascii=False), ["S-001"]),
    "lines": (LINES, ["S-001", "S-002", "研究-3"]),
    "lines with an end": (LINES + "\n", ["S-001", "S-002", "研究-3"]),
    "lines of windows": (LINES.replace("\n", "\r\n") + "\r\n", ["S-001", "S-002", "研究-3"]),
    "lines and blank ones": (
        "\n" + LINES.replace("\n", "\n\n \t\n"),
        ["S-001", "S-002", "研究-3"],
    ),
}


@of_each(("text", "expected"), FORMS.values(), ids=FORMS.keys())
def test_a_facts_file_may_have_any_documented_form(text: str, expected: list[str]) -> None:
    assert ids(text) == expected


def test_the_sample_cases_are_a_facts_file() -> None:
    with (DATA / "sample_cases.json").open(encoding="utf-8") as file:
        read = [subject.id for subject in read_subjects(file, TRIAL)]

    assert read == [case["id"] for case in SAMPLES["cases"]]


def test_lines_are_read_no_further_than_asked() -> None:
    def endless() -> Iterator[str]:
        while True:
            yield json.dumps(A) + "\n"

    class Stream(io.StringIO):
        def __iter__(self) -> Iterator[str]:  # type: ignore[override] # a file is its lines
            return endless()

    stream = read_subjects(Stream(), TRIAL)

    assert [next(stream).id for _ in range(1000)] == ["S-001"] * 1000


def test_lines_before_a_bad_one_stand() -> None:
    stream = subjects(f"{json.dumps(A)}\n{json.dumps(C)}\nbroken\n{json.dumps(B)}\n")

    assert [next(stream)[0], next(stream)[0]] == ["S-001", "研究-3"]
    with pytest.raises(FactsError, match=r"^record 3: not JSON"):
        next(stream)


# Errors of a record.


@of_each(
    ("record", "says"),
    [
        ("[]", "record 1: needs an id and facts"),
        ('"S-001"', "record 1: needs an id and facts"),
        ("null", "record 1: needs an id and facts"),
        ("{}", "record 1: needs an id and facts"),
        ('{"id": "S-001"}', "record 1: needs an id and facts"),
        ('{"id": "S-001", "facts": []}', "record 1: needs an id and facts"),
        ('{"facts": {}}', "record 1: its id must be text"),
        ('{"id": null, "facts": {}}', "record 1: its id must be text"),
        ('{"id": 14, "facts": {}}', "record 1: its id must be text"),
        ('{"id": "\\ud800", "facts": {}}', "record 1: its id must be text"),
        ("{", "record 1: not JSON"),
        ("[1, 2", "record 1: not JSON"),
        ("{'id': 'S-001'}", "record 1: not JSON"),
        ('{"id": "a", "id": "b", "facts": {}}', "record 1: not JSON ('id' stands twice)"),
        ('{"id": "a", "facts": {"hiv": "negative", "hiv": "positive"}}', "'hiv' stands twice"),
        ('{"id": "a", "facts": {"ecog": {"value": 1, "value": 2}}}', "'value' stands twice"),
        ('{"id": "a", "facts": ' + '{"a":' * 100_000, "record 1: nested too deep"),
    ],
)
def test_a_record_that_cannot_be_read_is_named(record: str, says: str) -> None:
    as_line = refusal(f"{json.dumps(A)}\n{record}\n{json.dumps(B)}")

    assert says.replace("record 1", "record 2") in as_line


@of_each(
    ("text", "says"),
    [
        ("broken", "the file: not JSON"),
        ("3", "the file: must hold an object, an array or JSON Lines"),
        ('"words"', "the file: must hold an object, an array or JSON Lines"),
        ("null", "the file: must hold an object, an array or JSON Lines"),
        ('{"cases": 3}', "the file: must hold an object, an array or JSON Lines"),
        ('{"cases": []', "the file: not JSON"),
        ("[" * 100_000, "the file: nested too deep"),
        ("[" * 100_000 + "\n]", "the file: nested too deep"),
        ('{"a":' * 100_000 + "\n" + "}" * 100_000, "the file: nested too deep"),
        ("[1]", "record 1: needs an id and facts"),
        (json.dumps([A, {"id": "S-002"}]), "record 2: needs an id and facts"),
        ("1" * 5000, "the file: not JSON"),
        ("\ufeff" + json.dumps(A), "the file: not JSON"),
    ],
)
def test_a_file_that_cannot_be_read_is_named(text: str, says: str) -> None:
    assert refusal(text).startswith(says)


HEMOGLOBIN = {"value": 9, "unit": "g/dL"}


@of_each(
    ("item", "answer", "says"),
    [
        ("hemoglobn", "unknown", "unknown item"),
        ("INCL99", "yes", "unknown item"),
        ("INCL06", "yes", "unknown item"),
        ("", "yes", "unknown item"),
        ("hiv", "yes", "not an answer to it: 'yes'"),
        ("hiv", "Negative", "not an answer to it: 'Negative'"),
        ("hiv", True, "not an answer to it: True"),
        ("hiv", None, "not an answer to it: None"),
        ("hiv", ["negative"], "not an answer to it: ['negative']"),
        ("hiv", {"value": 1}, "not an answer to it"),
        ("hiv", "not_applicable", "not an answer to it"),
        ("pregnant", "not_done", "not an answer to it"),
        ("ecog", "not_done", "not an answer to it"),
        ("wbc", "yes", "not an answer to it"),
        ("wbc", 5, "not an answer to it: 5"),
        ("wbc", None, "not an answer to it: None"),
        ("wbc", [], "not an answer to it: []"),
        ("other_malignancy_types", "other", "not an answer to it: 'other'"),
        ("other_malignancy_types", "none", "not an answer to it"),
        ("other_malignancy_types", ["others"], "not one of its options: 'others'"),
        ("other_malignancy_types", [["other"]], "not one of its options: ['other']"),
        ("other_malignancy_types", [None], "not one of its options: None"),
        ("hcv_rna", None, "not an answer to it: None"),
        ("hemoglobin", {**HEMOGLOBIN, "unit": "g/l"}, "unknown unit 'g/l'"),
        ("hemoglobin", {**HEMOGLOBIN, "unit": None}, "unknown unit None"),
        ("hemoglobin", {**HEMOGLOBIN, "unit": ["g/L"]}, "unknown unit ['g/L']"),
        ("hemoglobin", {"value": 9}, "unknown unit None"),
        ("hemoglobin_uln", "unknown", "unknown item"),
        ("alt_uln", {"value": 2, "unit": "xULN"}, "unknown unit 'xULN'"),
        ("hemoglobin", {**HEMOGLOBIN, "comparator": "≤"}, "unknown comparator '≤'"),
        ("hemoglobin", {**HEMOGLOBIN, "comparator": "!="}, "unknown comparator '!='"),
        ("hemoglobin", {**HEMOGLOBIN, "comparator": None}, "unknown comparator None"),
        ("hemoglobin", {**HEMOGLOBIN, "comparator": ["<"]}, "unknown comparator ['<']"),
        ("hemoglobin", {**HEMOGLOBIN, "units": "g/L"}, "unknown field 'units'"),
        ("hemoglobin", {**HEMOGLOBIN, "date": "20/11/2026"}, "not a date: '20/11/2026'"),
        ("hemoglobin", {**HEMOGLOBIN, "date": "2026-02-30"}, "not a date: '2026-02-30'"),
        ("hemoglobin", {**HEMOGLOBIN, "date": None}, "not a date: None"),
        ("hemoglobin", {**HEMOGLOBIN, "date": 20261120}, "not a date: 20261120"),
        ("hemoglobin", {**HEMOGLOBIN, "date": "20261120"}, "not a date: '20261120'"),
        ("hemoglobin", {**HEMOGLOBIN, "date": "2026-W47-5"}, "not a date: '2026-W47-5'"),
        ("hemoglobin", {**HEMOGLOBIN, "date": "2026-11-20T08:00"}, "not a date"),
        ("hemoglobin", {**HEMOGLOBIN, "value": 27}, "27 g/dL is outside the possible range"),
        ("hemoglobin", {**HEMOGLOBIN, "value": "1.9"}, "1.9 g/dL is outside the possible range"),
        ("hemoglobin", {**HEMOGLOBIN, "value": -9}, "not a usable number"),
        ("hemoglobin", {**HEMOGLOBIN, "value": True}, "not a number: True"),
        ("hemoglobin", {**HEMOGLOBIN, "value": None}, "not a number: None"),
        ("hemoglobin", {**HEMOGLOBIN, "value": [9]}, "not a number: [9]"),
        ("hemoglobin", {**HEMOGLOBIN, "value": {}}, "not a number: {}"),
        ("hemoglobin", {"unit": "g/dL"}, "not a number: None"),
        ("hemoglobin", {**HEMOGLOBIN, "value": ""}, "not a usable number: ''"),
        ("hemoglobin", {**HEMOGLOBIN, "value": "nine"}, "not a usable number: 'nine'"),
        ("hemoglobin", {**HEMOGLOBIN, "value": "9,5"}, "not a usable number: '9,5'"),
        ("hemoglobin", {**HEMOGLOBIN, "value": "９"}, "not a usable number"),
        ("hemoglobin", {**HEMOGLOBIN, "value": "NaN"}, "not a usable number: 'NaN'"),
        ("hemoglobin", {**HEMOGLOBIN, "value": "sNaN"}, "not a usable number: 'sNaN'"),
        ("hemoglobin", {**HEMOGLOBIN, "value": "Infinity"}, "not a usable number: 'Infinity'"),
        ("hemoglobin", {**HEMOGLOBIN, "value": "1e400"}, "not a usable number: '1e400'"),
        ("hemoglobin", {**HEMOGLOBIN, "value": "1e-400"}, "not a usable number: '1e-400'"),
        ("hemoglobin", {**HEMOGLOBIN, "value": "9." + "1" * 60}, "not a usable number"),
        ("hbv_dna", {"value": 10**40, "unit": "[IU]/mL"}, "not a usable number"),
        ("hbv_dna", {"value": "1e13", "unit": "[IU]/mL"}, "is outside the possible range"),
        ("hbv_dna", {"value": 13, "unit": "{Log_IU}/mL"}, "is outside the possible range"),
        ("hbv_dna", {"value": 999999, "unit": "{Log_IU}/mL"}, "is outside the possible range"),
        ("hbv_dna", {"value": "1e29", "unit": "{Log_IU}/mL"}, "is outside the possible range"),
        ("hbv_dna", {"value": 0, "unit": "[IU]/mL", "comparator": "<"}, "outside the possible"),
        ("ecog", {"value": 5, "unit": "{score}"}, "5 {score} is outside the possible range"),
        ("ecog", {"value": 1.5, "unit": "{score}"}, "1.5 {score} is no whole number"),
        ("INCL06A", "maybe", "not an answer to it"),
        ("INCL06A", True, "not an answer to it"),
        ("INCL06A", None, "not an answer to it"),
        ("INCL06A", ["yes"], "not an answer to it"),
    ],
)
def test_a_wrong_answer_names_its_record_and_item(item: str, answer: Any, says: str) -> None:
    text = json.dumps([A, {"id": "S-009", "facts": {"hbsag": "unknown", item: answer}}])

    told = refusal(text)

    assert told.startswith(f"record 2 (S-009): {item}: ")
    assert says in told


@of_each("number", ["NaN", "Infinity", "-Infinity", "1e400", "-0.1"])
def test_numbers_that_json_alone_would_take_are_refused(number: str) -> None:
    facts = f'{{"hemoglobin": {{"value": {number}, "unit": "g/dL"}}}}'

    told = refusal(f'{{"id": "S-001", "facts": {facts}}}')

    assert told.startswith("record 1 (S-001): hemoglobin: not a")


# Values.


@of_each(
    ("item", "raw", "value"),
    [
        ("hiv", "positive", "positive"),
        ("hiv", "unknown", Absence.UNKNOWN),
        ("hbv_dna", "not_done", Absence.NOT_DONE),
        ("pregnant", "not_applicable", Absence.NOT_APPLICABLE),
        ("wbc", "meets", Judgement.MEETS),
        ("wbc", "fails", Judgement.FAILS),
        ("other_malignancy_types", [], Choices()),
        ("other_malignancy_types", ["other", "unknown_type"], Choices(["other", "unknown_type"])),
        ("wbc", {"value": 5, "unit": "10*9/L"}, Quantity(Decimal(5), "10*9/L")),
        ("wbc", {"value": "5.20", "unit": "10*9/L"}, Quantity(Decimal("5.20"), "10*9/L")),
        (
            "wbc",
            {"value": 0.5, "unit": "/uL", "comparator": "<=", "date": "2026-11-20"},
            Quantity(Decimal("0.5"), "/uL", "<=", date(2026, 11, 20)),
        ),
        (
            "hbv_dna",
            {"value": 3.3, "unit": "{Log_IU}/mL"},
            Quantity(Decimal("3.30"), "{Log_IU}/mL"),
        ),
    ],
)
def test_an_answer_is_read_as_what_it_means(item: str, raw: Any, value: Value) -> None:
    text = json.dumps({"id": "S-001", "facts": {item: raw}})

    ((_, facts),) = subjects(text)

    assert facts.items == {item: value}
    assert type(facts.items[item]) is type(value)
    assert str(facts.items[item]) == str(value)


def test_a_number_is_read_exactly_as_it_is_printed() -> None:
    text = '{"id": "a", "facts": {"wbc": {"value": 4.100000000000000000001, "unit": "10*9/L"}}}'

    ((_, facts),) = subjects(text)

    assert facts.items["wbc"] == Quantity(Decimal("4.100000000000000000001"), "10*9/L")


def test_a_logarithm_in_quotes_keeps_its_own_precision() -> None:
    raw = {"hbv_dna": {"value": "3.3", "unit": "{Log_IU}/mL"}}

    assert str(read_facts(raw, TRIAL).items["hbv_dna"]).count("3.30") == 0


def test_only_hcv_rna_above_its_limit_may_be_null() -> None:
    facts = read_facts({"hcv_rna_above_lower_limit": None}, TRIAL)

    assert facts == Facts()
    for item in TRIAL.vocabulary:
        if item != "hcv_rna_above_lower_limit":
            with pytest.raises(FactsError, match=f"^{item}: "):
                read_facts({item: None}, TRIAL)


def test_whole_criteria_are_read_beside_items() -> None:
    raw = {"INCL06A": "yes", "EXCL03": "no", "EXCL04": "unknown", "hiv": "negative"}

    facts = read_facts(raw, TRIAL)

    assert facts.items == {"hiv": "negative"}
    assert facts.judged == {
        "INCL06A": Truth.TRUE,
        "EXCL03": Truth.FALSE,
        "EXCL04": Truth.UNKNOWN,
    }


@of_each(
    ("value", "written"),
    [
        ("positive", "positive"),
        (Absence.NOT_DONE, "not_done"),
        (Judgement.MEETS, "meets"),
        (Choices(["other"]), ["other"]),
        (Choices(), []),
        (Quantity(Decimal("5.20"), "10*9/L"), {"value": "5.20", "unit": "10*9/L"}),
        (
            Quantity(Decimal(20), "[IU]/mL", "<", date(2026, 1, 2)),
            {"value": "20", "unit": "[IU]/mL", "comparator": "<", "date": "2026-01-02"},
        ),
    ],
)
def test_a_value_is_written_as_it_is_read(value: Value, written: Any) -> None:
    assert write_value(value) == written
    assert json.loads(json.dumps(write_value(value))) == written


# The command.


def run(tmp_path: Path, text: str | bytes, *options: str) -> Result:
    path = tmp_path / "facts.json"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return CliRunner().invoke(assess_command, [str(path), *options])


def test_the_command_prints_one_verdict_a_line(tmp_path: Path) -> None:
    result = run(tmp_path, LINES, "--today", "2025-06-01")

    printed = [json.loads(line) for line in result.stdout.splitlines()]
    assert result.exit_code == 0
    assert [verdict["id"] for verdict in printed] == ["S-001", "S-002", "研究-3"]
    assert "研究-3" in result.stdout
    assert list(printed[2]) == [
        "id",
        "trial",
        "verdict",
        "failing",
        "unresolved",
        "stratum",
        "advisories",
    ]
    assert printed[2]["unresolved"] == [criterion.id for criterion in TRIAL.criteria]


def test_the_command_judges_the_sample_cases(tmp_path: Path) -> None:
    result = run(tmp_path, (DATA / "sample_cases.json").read_bytes(), "--today", "2025-06-01")

    printed = [json.loads(line) for line in result.stdout.splitlines()]
    keys = ("verdict", "failing", "unresolved", "stratum")
    assert [{key: verdict[key] for key in keys} for verdict in printed] == [
        {"stratum": None, **case["expected"]} for case in SAMPLES["cases"]
    ]


def test_the_command_warns_by_the_given_day(tmp_path: Path) -> None:
    before, after = (
        json.loads(run(tmp_path, json.dumps(A), "--today", day).stdout)["advisories"]
        for day in ("2025-09-30", "2025-10-01")
    )

    assert before == []
    assert [advisory["code"] for advisory in after] == ["listing_ended"]


def test_verdicts_before_a_bad_record_stand(tmp_path: Path) -> None:
    bad = {"id": "S-002", "facts": {"wbc": amount(601, "10*9/L")}}

    result = run(tmp_path, f"{json.dumps(A)}\n{json.dumps(bad)}\n{json.dumps(C)}")

    assert result.exit_code == 2
    assert [json.loads(line)["id"] for line in result.stdout.splitlines()] == ["S-001"]
    assert result.stderr == (
        "facts.json: record 2 (S-002): wbc: 601 10*9/L is outside the possible range\n"
    )


@of_each(
    "text", [b"broken", b"[1]", b"\xff\xfe", b'{"id": "\xff"}', b'{"id": "\\ud800", "facts": {}}']
)
def test_a_file_that_cannot_be_read_ends_with_status_two(tmp_path: Path, text: bytes) -> None:
    result = run(tmp_path, text)

    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("facts.json: ")
    assert result.stderr.count("\n") == 1


def test_an_empty_file_is_refused(tmp_path: Path) -> None:
    result = run(tmp_path, "")

    assert result.exit_code == 2
    assert "holds no subject" in result.output


def test_a_broken_first_line_is_named_as_the_first_record(tmp_path: Path) -> None:
    result = run(tmp_path, '{"id": "a", "facts": {x}}\n{"id": "b", "facts": {}}\n')

    assert result.exit_code == 2
    assert "record 1: not JSON" in result.output


def test_a_byte_order_mark_is_passed_over(tmp_path: Path) -> None:
    result = run(tmp_path, "\ufeff" + '{"id": "a", "facts": {}}')

    assert result.exit_code == 0


def test_a_file_that_is_not_there_ends_with_status_two(tmp_path: Path) -> None:
    result = CliRunner().invoke(assess_command, [str(tmp_path / "none.json")])

    assert result.exit_code == 2


@pytest.mark.long
def test_the_command_line_knows_the_command(tmp_path: Path) -> None:
    path = tmp_path / "facts.json"
    path.write_text(json.dumps(A), encoding="utf-8")

    run = subprocess.run(  # noqa: S603 - our own program on our own file
        [sys.executable, "-m", "bot", "assess", str(path)],
        capture_output=True,
        check=True,
        encoding="utf-8",
    )

    assert json.loads(run.stdout)["id"] == "S-001"
