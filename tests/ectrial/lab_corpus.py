"""Reading for the tests of labs, and the corpus of fragments with what must come of them."""

from functools import cache
from pathlib import Path
from typing import Any, get_args

from bot.cli.labs import reading_object
from ectrial.facts import Facts
from ectrial.labs.lab_reading import Status
from ectrial.labs.reader import LabReader, reader_of
from ectrial.trial.truth_of_values import truth_under
from tests.ectrial.subjects import TRIAL

FILE = Path(__file__).parent.parent / "data" / "lab_fragments.txt"


@cache
def reader() -> LabReader:
    """Made when first used, not at import: mutmut changes the code in between."""
    return reader_of(TRIAL.vocabulary)


def read(text: str, card: str | None = None, known: Facts | None = None) -> list[dict[str, Any]]:
    facts = known or Facts()
    readings = reader().read(text, truth_under(TRIAL, facts), facts, card)
    assert {reading.status for reading in readings} <= set(get_args(Status))
    return [reading_object(reading) for reading in readings]


def in_short(reading: dict[str, Any]) -> str:
    """`hemoglobin 112 g/L`, `hbsag negative`, `anc ask`, `platelets confirm 12 10*9/L`."""
    status = "" if reading["status"] == "value" else reading["status"]
    sign = "" if reading["comparator"] == "=" else reading["comparator"]
    value = "" if reading["value"] is None else f"{sign}{reading['value']}"
    quoted = reading["text"] if status == "unread" else ""
    parts = (reading["item"], status, value, reading["unit"], quoted)
    return " ".join(part for part in parts if part)


def fragments() -> list[tuple[str, list[str]]]:
    lines = FILE.read_text("utf-8").splitlines()
    pairs = [line.split("=>") for line in lines if not line.startswith("#")]
    return [
        (_typed(text), [_typed(each) for each in wanted.split(" ; ")]) for text, wanted in pairs
    ]


def _typed(written: str) -> str:
    return written.strip().replace("\\n", "\n").replace("\\t", "\t")
