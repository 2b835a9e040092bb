"""`ectrial labs`: prints the labs read in a text, one JSON object a line."""

import json
from pathlib import Path
from typing import Any

import click

from bot.cli.endings import end
from ectrial.facts import Facts
from ectrial.labs.lab_reading import LabReading
from ectrial.labs.reader import reader_of
from ectrial.labs.truth_of_values import truth_under
from ectrial.quantity import Quantity
from ectrial.trial.facts_file import FactsError, read_facts, read_subjects
from ectrial.trial.protocol import Protocol
from ectrial.trial.versions import shipped


@click.command("labs")
@click.option("--item", help="The item on whose card a bare answer was typed.")
@click.option(
    "--known",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Facts already recorded (an upper limit, a WBC), as in docs/facts.md.",
)
@click.argument("text")
def labs_command(item: str | None, known: Path | None, text: str) -> None:
    """Print what was read in TEXT, one lab a line."""
    try:
        protocol = shipped().default
        facts = _known(known, protocol) if known else Facts()
    except (FactsError, ValueError) as error:
        end(str(error))
    if item is not None and item not in protocol.vocabulary:
        end(f"{item}: unknown item")
    reader = reader_of(protocol.vocabulary)
    for reading in reader.read(text, truth_under(protocol, facts), facts, item):
        click.echo(json.dumps(reading_object(reading), ensure_ascii=False))


def reading_object(reading: LabReading) -> dict[str, Any]:
    """Give the JSON object of one reading."""
    value = reading.value
    number = value if isinstance(value, Quantity) else None
    return {
        "item": reading.item,
        "status": reading.status,
        "value": str(number.value) if number else (value if value is None else str(value)),
        "unit": number.unit if number else None,
        "comparator": number.comparator if number else "=",
        "text": reading.text,
        "choices": [
            {"value": str(each.value), "unit": each.unit, "comparator": each.comparator}
            for each in reading.choices
        ],
    }


def _known(file: Path, protocol: Protocol) -> Facts:
    """Read the first subject of a facts file, or a bare object of facts."""
    raw = json.loads(file.read_text("utf-8-sig"))
    if isinstance(raw, dict) and "facts" not in raw and "cases" not in raw:
        return read_facts(raw, protocol)
    with file.open(encoding="utf-8-sig") as text:
        for subject in read_subjects(text, protocol):
            return subject.facts
    return Facts()
