"""A file as what would be recorded of it, with all that is wrong or rare in it."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from io import StringIO
from pathlib import Path

from bot.imports.csv_rows import TableError, csv_rows, csv_text
from bot.imports.lab_plans import plan_of_labs
from bot.imports.plan import Plan, import_of
from bot.imports.workbook_rows import HOW_TO_INSTALL, can_read_workbooks, workbook_rows
from conversations.importing import alike, on_file, opened
from conversations.turn import World
from ectrial.facts import Facts
from ectrial.imports.cells import CellReader
from ectrial.imports.columns import Column, columns_of
from ectrial.imports.facts import read_facts_records
from ectrial.imports.faults import Fault, NewSubject
from ectrial.imports.fhir_resources import is_fhir
from ectrial.imports.table import Row, Table, TableReader, Unread
from ectrial.record.imports import Form
from ectrial.trial.facts_file import FactsError, raw_records
from ectrial.trial.own_items import own_items
from ectrial.trial.truth_of_values import truth_under

TABLES = (".csv", ".tsv", ".txt")
WORKBOOKS = (".xlsx", ".xlsm")
RECORDS = (".json", ".jsonl", ".ndjson", ".facts")


@dataclass(frozen=True, slots=True)
class Said:
    """What a person says about a table: of its columns, and of its sheet.

    `passing` is told how many subjects have been assessed, of how many.
    """

    columns: Mapping[str, str] = field(default_factory=dict)
    sheet: str | None = None
    passing: Callable[[int, int], None] = lambda _number, _of: None


def plan_of(world: World, name: Path, data: bytes, said: Said) -> Plan:
    """Read a file by its ending; TableError or FactsError if it cannot be read at all."""
    suffix = name.suffix.lower()
    if suffix in RECORDS:
        return _of_records(world, data, said)
    if suffix in WORKBOOKS:
        if not can_read_workbooks():
            raise TableError(HOW_TO_INSTALL)
        sheet, rows = workbook_rows(data, said.sheet)
        return _of_table(world, data, sheet, rows, said)
    if suffix not in TABLES:
        raise TableError(f"its name ends with none of {', '.join(TABLES + WORKBOOKS + RECORDS)}")
    text, encoding = csv_text(data)
    return _of_table(world, data, f"read as {encoding}", csv_rows(text), said)


def code_of(world: World) -> Callable[[str], str | None]:
    """Give the function that reads a code as the site writes it; what may be a name is none."""
    codes = world.codes

    def read(text: str) -> str | None:
        words = codes.words(text)
        found = codes.first(words)
        if found is None or found[1] < len(words) or codes.may_name_somebody("-".join(words)):
            return None
        return found[0]

    return read


def _of_records(world: World, data: bytes, said: Said) -> Plan:
    try:
        records = list(raw_records(StringIO(data.decode("utf-8-sig"))))
    except UnicodeDecodeError:
        raise FactsError("the file: is not UTF-8") from None
    if is_fhir(records):
        return plan_of_labs(world, data, records, code_of(world))
    subjects, faults = read_facts_records(
        records, world.trial, world.versions.of, code_of(world), world.today
    )
    made = Table(subjects, faults)
    return _planned(world, "facts", data, (f"records: {len(records)}",), made, said)


def _of_table(world: World, data: bytes, how: str, rows: Iterator[Row], said: Said) -> Plan:
    items = own_items(world.trial)
    _, titles = next(rows, (1, ()))
    texts = ["" if isinstance(each, Unread) else each for each in titles]
    columns, faults = columns_of(texts, items, said.columns)
    cells = CellReader(items, world.labs, truth_under(world.trial, Facts()))
    table = TableReader(columns, items, cells, code_of(world), world.today).read(rows)
    told = (f"{how}, rows: {len(table.subjects)}", *(_told(each, table) for each in columns))
    table.faults[:0] = faults
    return _planned(world, "table", data, told, table, said)


def _told(column: Column, table: Table) -> str:
    means = {
        "subject": "the code of the subject",
        "days": "the day of all samples of the row",
        "day": f"the day of {column.item}",
        "item": column.item,
        "nothing": "not read",
    }[column.means]
    units = table.units.get(column.place)
    guessed = f", numbers without a unit read as {' and '.join(units)}" if units else ""
    return f"{column.where}: {means}{f' in {column.unit}' if column.unit else guessed}"


def _planned(
    world: World, form: Form, data: bytes, told: tuple[str, ...], table: Table, said: Said
) -> Plan:
    subjects = table.subjects
    first = _first_of_each(subjects)
    faults = (*table.faults, *on_file(world, first))
    if not subjects and not faults:
        faults = (Fault("the file", "holds no subject"),)
    import_ = import_of(form, data, len(first))
    if faults:
        return Plan(import_, told, faults=faults, rare=tuple(table.rare))
    made = []
    for number, each in enumerate(subjects, start=1):
        made.append(opened(world, each))
        said.passing(number, len(subjects))
    rare = (*table.rare, *alike(world, first), *(each for one in made for each in one.rare))
    return Plan(import_, told, tuple(made), rare=rare)


def _first_of_each(subjects: Iterable[NewSubject]) -> list[NewSubject]:
    """Give the first screening of each subject that has a code."""
    found: dict[str, NewSubject] = {}
    for each in subjects:
        found.setdefault(each.code, each)
    return [each for code, each in found.items() if code]
