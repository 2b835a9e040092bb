"""Files that would keep a command for hours or fill its memory are refused at once.

Without their limits these tests would take minutes, so that none needs to look at a clock.
"""

from pathlib import Path

import pytest

from ectrial.item_files import load_vocabulary
from ectrial.trial.protocol_file import load_protocol
from ectrial.yaml_file import MAX_FAULTS, MAX_PARTS, Fault, SourceError
from tests.ectrial.toy import ITEMS, TOY
from tests.tables import of_each

PROTOCOL = (TOY / "sleep.yaml").read_text(encoding="utf-8")
VOCABULARY = (TOY / "items" / "sleep.yaml").read_text(encoding="utf-8")
ABSURD = {
    "exponent": "1e999999",
    "negative exponent": "1e-999999",
    "exponent of many digits": "1e" + "9" * 5000,
    "thousands of digits": "9" * 5000,
    "thousands of zeros": "0." + "0" * 5000 + "1",
    "underscores": "1_0e9_9_9_9_9",
    "other digits": "１e９９９９９９",
}
LIMITS = {
    "limit": ("limit: 7,", 'limit: "{}",'),
    "low": ("low: 3", 'low: "{}"'),
    "times": ("times: 2", 'times: "{}"'),
    "days": ("sample_days: 7", 'sample_days: "{}"'),
}
FACTORS = {
    "factor": ('factor: "0.001"', 'factor: "{}"'),
    "soft": ("soft: [2, 12]", 'soft: ["{}", 12]'),
    "hard": ("hard: [0, 24]", 'hard: [0, "{}"]'),
}


def faults(folder: Path, *, protocol: str | None = None, items: str = "") -> tuple[Fault, ...]:
    file = folder / "bad.yaml"
    file.write_text(items if protocol is None else protocol, "utf-8")
    with pytest.raises(SourceError) as refused:
        load_vocabulary(folder) if protocol is None else load_protocol(file, ITEMS)
    return refused.value.faults


def edited(text: str, edit: tuple[str, str], number: str) -> tuple[str, int]:
    """Put the number in; give the text, and the line on which the number stands."""
    old, new = edit
    made = text.replace(old, new.format(number), 1)
    return made, made[: made.index(number)].count("\n") + 1


@of_each("number", ABSURD.values(), ids=ABSURD)
@of_each("edit", LIMITS.values(), ids=LIMITS)
def test_absurd_number_of_a_protocol_is_refused_at_its_line(
    tmp_path: Path, edit: tuple[str, str], number: str
) -> None:
    text, line = edited(PROTOCOL, edit, number)

    first = faults(tmp_path, protocol=text)[0]

    assert (first.line, first.message) == (line, f"not a usable number: {number[:40]!r}")


@of_each("number", [*ABSURD.values(), "1/" + "9" * 5000])
@of_each("edit", FACTORS.values(), ids=FACTORS)
def test_absurd_number_of_an_item_is_refused_at_its_line(
    tmp_path: Path, edit: tuple[str, str], number: str
) -> None:
    text, line = edited(VOCABULARY, edit, number)

    first = faults(tmp_path, items=text)[0]

    assert (first.line, first.message) == (line, f"not a usable number: {number[:40]!r}")


def test_only_the_first_of_thousands_of_faults_are_told(tmp_path: Path) -> None:
    wrong = "".join(f"a{number}: x\n" for number in range(9000))
    twice = "a: 1\n" * 9000
    extra = PROTOCOL + "".join(f"k{number}: 1\n" for number in range(9000))
    tagged = "a:\n" + "- !x y\n" * 9000

    assert len(faults(tmp_path, items=wrong)) == MAX_FAULTS
    assert len(faults(tmp_path, items=twice)) == MAX_FAULTS
    assert len(faults(tmp_path, items=tagged)) == MAX_FAULTS
    assert len(faults(tmp_path, protocol=extra)) == MAX_FAULTS


def test_file_of_too_many_parts_is_refused(tmp_path: Path) -> None:
    (fault,) = faults(tmp_path, items="a:\n" + "- x\n" * MAX_PARTS)

    assert fault.line == MAX_PARTS - 2
    assert fault.message == f"more than {MAX_PARTS} words, numbers and brackets"


def test_large_file_is_told_where_it_breaks(tmp_path: Path) -> None:
    (fault,) = faults(tmp_path, items="# much\n" * 20_000 + "b: [\n")

    assert fault.line == 20_002


def test_a_number_of_as_many_digits_as_a_laboratory_prints_is_read(tmp_path: Path) -> None:
    file = tmp_path / "good.yaml"
    file.write_text(PROTOCOL.replace("limit: 7,", f"limit: 7.{'0' * 30},"), "utf-8")

    assert load_protocol(file, ITEMS).id == "SLEEP-1"
