"""`ectrial labs`: prints the labs read in a text, one JSON object a line."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
from pydantic import BaseModel, ConfigDict, ValidationError

from bot.cli.endings import end
from bot.cli.given_path import GivenPath
from bot.cli.given_trial import PROTOCOL, trial_of
from bot.monitoring.printable import printable
from ectrial import given_file
from ectrial.facts import Facts, Reported
from ectrial.labs.lab_reading import LabReading
from ectrial.labs.reader import reader_of
from ectrial.quantity import Quantity
from ectrial.trial.facts_file import FactsError, read_first
from ectrial.trial.own_items import own_items
from ectrial.trial.truth_of_values import truth_under


class Typed(BaseModel):
    """A text to read, and the item of the card on which the text was typed."""

    model_config = ConfigDict(extra="forbid")

    text: str
    item: str | None = None


@click.command("labs", context_settings={"ignore_unknown_options": True})
@click.option("--item", help="The item on whose card a bare answer was typed.")
@click.option(
    "--known",
    type=GivenPath(must_be_there=True),
    help="Facts already recorded (an upper limit, a WBC), as in docs/facts.md.",
)
@PROTOCOL
@click.option(
    "--file",
    "file",
    type=GivenPath(must_be_there=True),
    help="Many texts instead of TEXT: one JSON object a line, with `text` and perhaps `item`, or "
    "plain texts with blank lines between them. Each lab printed has the number of its text.",
)
@click.argument("text", required=False)
def labs_command(
    item: str | None,
    known: Path | None,
    protocol: Path | None,
    file: Path | None,
    text: str | None,
) -> None:
    """Print what was read in TEXT, one lab a line. A TEXT may begin with a dash."""
    if (text is None) is (file is None):
        end("give either TEXT or --file FILE")
    trial = trial_of(protocol)
    items = own_items(trial)
    try:
        facts = read_first(given_file.lines(known), trial) if known else Facts()
        typed = list(_texts(file, item)) if file else [Typed(text=text or "", item=item)]
    except (FactsError, ValueError) as error:
        end(printable(str(error)))
    if foreign := next((t.item for t in typed if t.item and t.item not in items), ""):
        end(printable(f"{foreign}: unknown item"))
    reader, truth = reader_of(items), truth_under(trial, facts)
    for number, each in enumerate(typed, start=1):
        for reading in reader.read(each.text, truth, facts, each.item):
            numbered = {"number": number} if file else {}
            click.echo(json.dumps(numbered | reading_object(reading), ensure_ascii=False))


def _texts(file: Path, item: str | None) -> Iterator[Typed]:
    """Give the texts of a file; raises ValueError with the number of a line that is not usable."""
    whole = given_file.text(file).strip()
    if re.match(r'\{\s*"', whole) is None:
        yield from (Typed(text=each, item=item) for each in re.split(r"\n\s*\n", whole))
        return
    for number, line in enumerate(whole.split("\n"), start=1):
        try:
            typed = Typed.model_validate_json(line) if line.strip() else None
        except ValidationError as error:
            fault = error.errors()[0]
            named = ".".join(map(str, fault["loc"]))
            raise ValueError(f"line {number}: {named} {fault['msg']}") from error
        if typed is not None:
            yield typed if typed.item else typed.model_copy(update={"item": item})


def reading_object(reading: LabReading) -> dict[str, Any]:
    """Give the JSON object of one reading."""
    value = reading.value
    number = value if isinstance(value, Quantity) else None
    word = "meets" if isinstance(value, Reported) else value  # the word that docs/facts.md uses
    return {
        "item": reading.item,
        "status": reading.status,
        "value": str(number.value) if number else (word if word is None else str(word)),
        "unit": number.unit if number else None,
        "comparator": number.comparator if number else "=",
        "text": reading.text,
        "choices": [
            {"value": str(each.value), "unit": each.unit, "comparator": each.comparator}
            for each in reading.choices
        ],
    }
