"""The labs of a FHIR file as what would be recorded of them, each read back as from a report."""

from collections.abc import Callable, Sequence
from itertools import groupby
from typing import Any

from bot.imports.plan import Plan, import_of
from conversations.importing import Opened
from conversations.importing_labs import NotTakenError, with_labs
from conversations.turn import World
from ectrial.imports.faults import Fault
from ectrial.imports.fhir_labs import Lab, LabsRead, read_labs
from ectrial.record.entries import JSON
from ectrial.trial.own_items import own_items


def plan_of_labs(
    world: World, data: bytes, records: Sequence[Any], code_of: Callable[[str], str | None]
) -> Plan:
    """Read labs of subjects that are on file; what is recorded already is passed over."""
    read = read_labs(records, own_items(world.trial), code_of, world.today)
    opened, faults = _opened(world, read)
    if not read.labs and not faults:
        faults = (Fault("the file", "holds no labs of this trial"),)
    elif not opened and not faults:
        faults = (Fault("the file", "holds nothing that is not recorded yet"),)
    told = (*map(_told, read.labs), *map(str, read.not_read))
    rare = [Fault(lab.where, f"{lab.item} {lab.rare}") for lab in read.labs if lab.rare]
    rare += [each for one in opened for each in one.rare]
    import_ = import_of("labs", data, len(opened))
    return Plan(import_, told, opened, faults, tuple(rare))


def _opened(world: World, read: LabsRead) -> tuple[tuple[Opened, ...], tuple[Fault, ...]]:
    faults, opened = list(read.faults), []
    by_code = sorted(read.labs, key=lambda lab: lab.code)
    for code, labs in groupby(by_code, key=lambda lab: lab.code):
        try:
            made = with_labs(world, code, list(labs))
        except NotTakenError as error:
            faults += error.faults
        else:
            opened += [made] if made else []
    return tuple(opened), tuple(faults)


def _told(lab: Lab) -> str:
    day = f", {lab.day}" if lab.day else ""
    limit = f", ULN {_in_words(lab.limit)}" if lab.limit else ""
    return f"{lab.where}: {lab.code}, {lab.item} {_in_words(lab.value)}{limit}{day}"


def _in_words(value: JSON) -> str:
    if not isinstance(value, dict):
        return str(value)
    sign, unit = value.get("comparator", ""), value.get("unit", "")
    return value.get("result") or f"{sign}{value.get('value', '')} {unit}"
