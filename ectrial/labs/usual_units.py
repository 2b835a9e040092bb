"""The units of a site's laboratory: a number without a unit is read in them."""

from collections.abc import Mapping

from ectrial.labs.characters import normalized
from ectrial.labs.units import unit_of
from ectrial.vocabulary import Item, Vocabulary


class UnitsError(ValueError):
    """Unusable units in a setting; `faults` names every one."""

    def __init__(self, faults: tuple[str, ...]) -> None:
        super().__init__("; ".join(faults))
        self.faults = faults


def usual_units(vocabulary: Vocabulary, written: Mapping[str, str]) -> dict[str, str]:
    """Give the unit of each item from a site's setting: a lab by id or name, and its typed unit.

    The upper limit of a lab gets the lab's unit. Raises UnitsError.
    """
    faults: list[str] = []
    units: dict[str, str] = {}
    for name, typed in written.items():
        item = _item(vocabulary, name)
        unit = unit_of(normalized(typed), item) if item else None
        if item is None:
            faults.append(f"{name}: there is no such lab")
        elif unit is None:
            faults.append(f"{name}: {typed} is none of its units: {', '.join(item.units)}")
        else:
            units |= dict.fromkeys(filter(None, (item.id, item.uln)), unit)
    if faults:
        raise UnitsError(tuple(faults))
    return units


def _item(vocabulary: Vocabulary, name: str) -> Item | None:
    """Find a lab by its id, or by a name on its card or in reports."""
    wanted = name.strip().casefold()
    for item in vocabulary.values():
        names = (item.id, item.name.en, item.name.zh, *item.names.takes)
        if item.kind == "quantity" and wanted in (each.casefold() for each in names):
            return item
    return None
