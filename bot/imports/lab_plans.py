"""The labs of a FHIR file as what would be recorded of them, each read back as from a report."""

from collections.abc import Sequence
from datetime import UTC
from typing import Any

from bot.imports.plan import Plan, import_of
from conversations.importing import Opened
from conversations.importing_labs import NotTakenError, screening_for, with_labs
from conversations.turn import World
from ectrial.imports.destination import CodeOf, Destination
from ectrial.imports.faults import Fault
from ectrial.imports.fhir_labs import Lab, LabsRead, read_labs
from ectrial.record.entries import JSON
from ectrial.record.screenings import Screening
from ectrial.record.subjects import ScreeningId
from ectrial.trial.own_items import own_items


def plan_of_labs(world: World, data: bytes, records: Sequence[Any], code_of: CodeOf) -> Plan:
    """Read labs of subjects that are on file; what is recorded already is passed over."""
    read = read_labs(records, _into(world, code_of))
    opened, faults = _opened(world, read)
    if not read.labs and not faults:
        faults = (Fault("the file", "holds no labs of this trial"),)
    elif not opened and not faults:
        faults = (Fault("the file", "holds nothing that is not recorded yet"),)
    told = (*map(_told, read.labs), *map(str, read.not_read))
    rare = [Fault(lab.where, f"{lab.item} {lab.rare}") for lab in read.labs if lab.rare]
    rare += [each for one in opened for each in one.rare]
    import_ = import_of("labs", data, len({each.subject.code for each in opened}))
    return Plan(import_, told, opened, faults, tuple(rare))


def _opened(world: World, read: LabsRead) -> tuple[tuple[Opened, ...], tuple[Fault, ...]]:
    faults, opened = list(read.faults), []
    labs_of: dict[ScreeningId, tuple[Screening, list[Lab]]] = {}
    for lab in read.labs:
        try:
            screening = screening_for(world, lab)
        except NotTakenError as error:
            faults += error.faults
        else:
            labs_of.setdefault(screening.id, (screening, []))[1].append(lab)
    for _, (screening, labs) in sorted(labs_of.items()):
        try:
            made = with_labs(world, screening, labs)
        except NotTakenError as error:
            faults += error.faults
        else:
            opened += [made] if made else []
    return tuple(opened), tuple(faults)


def _into(world: World, code_of: CodeOf) -> Destination:
    zone = world.now.tzinfo or UTC
    items = own_items(world.trial)
    return Destination(world.site, world.trial.id, items, code_of, world.today, zone)


def _told(lab: Lab) -> str:
    day = f", {lab.day}" if lab.day else ""
    limit = f", ULN {_in_words(lab.limit)}" if lab.limit else ""
    whose = lab.code if lab.episode is None else f"{lab.code}/{lab.episode}"
    return f"{lab.where}: {whose}, {lab.item} {_in_words(lab.value)}{limit}{day}"


def _in_words(value: JSON) -> str:
    if not isinstance(value, dict):
        return str(value)
    sign, unit = value.get("comparator", ""), value.get("unit", "")
    return value.get("result") or f"{sign}{value.get('value', '')} {unit}"
