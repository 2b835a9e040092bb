"""The samples of a subject (LB): each number as it was reported, and exactly in standard units.

A number stands in standard units only where it is one and ends there: not for `<0.1`, a logarithm,
a multiple of a limit, or a factor whose decimals do not end. Its text then names its own unit.
"""

from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from typing import Any

from ectrial.facts import Absence, Reported, Value
from ectrial.labs.loinc import cdisc_tests, loinc_of
from ectrial.papers.cdisc.subjects import EPOCH, Subject
from ectrial.papers.fhir.codes import ucum_of
from ectrial.papers.limits import Limits
from ectrial.papers.recorded import value_of
from ectrial.papers.samples import Samples
from ectrial.papers.screening_file import ScreeningFile
from ectrial.quantity import Quantity, multiply
from ectrial.record.screenings import Answer
from ectrial.trial.protocol import Protocol
from ectrial.vocabulary import Item

LONGEST_CODE, LONGEST_NAME = 8, 40
Row = dict[str, Any]


class LabTests:
    """Gives each item one code and one name, in the order in which their versions are met."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[str, str]] = cdisc_tests()
        self._met: set[str] = set()

    def meets(self, protocol: Protocol | None) -> None:
        """Name the labs of a version."""
        if protocol is None or protocol.fingerprint in self._met:
            return
        self._met.add(protocol.fingerprint)
        for item in protocol.vocabulary.values():
            if is_lab(item):
                self.of(item)

    def of(self, item: Item) -> tuple[str, str]:
        """Name the test of an item; what no code list has is named by the item's own id."""
        if item.id not in self._known:
            taken = {code for code, _ in self._known.values()}
            code = "".join(each if each.isalnum() else "_" for each in item.id.upper())
            code = code.encode("ascii", "ignore").decode().lstrip("_0123456789") or "LAB"
            numbered = (f"{code[:5]}_{number:02}" for number in range(1, 100))
            tried = (code[:LONGEST_CODE].rstrip("_"), *numbered)
            found = next(each for each in tried if each not in taken)
            names = {name for _, name in self._known.values()}
            name = item.name.en[:LONGEST_NAME]
            name = name if name not in names else f"{name[: LONGEST_NAME - 9]} {found}"
            self._known[item.id] = found, name
        return self._known[item.id]


def samples(subject: Subject, tests: LabTests) -> Iterator[Row]:
    """Give the rows of LB, by screening, item and day; a judgement is no result."""
    number = 0
    for file in subject.files:
        tests.meets(file.protocol)
        limits = Limits(file.entries, file.protocol, file.screening) if file.protocol else None
        for item, answer, value in _answers(file):
            if not (found := _result(limits, item, answer, value)):
                continue
            number += 1
            episode, taken = file.row.episode_no or 1, getattr(value, "taken", None)
            code, name = tests.of(item)
            yield {
                **subject.named,
                "DOMAIN": "LB",
                "LBSEQ": number,
                "LBSPID": item.id,
                "EPOCH": EPOCH,
                "LBTESTCD": code,
                "LBTEST": name,
                "LBCAT": "LABORATORY",
                **found,
                "VISITNUM": episode,
                "VISIT": EPOCH if episode == 1 else f"{EPOCH} {episode}",
                "LBDTC": taken,
                "LBDY": subject.day(taken),
            }


def _answers(file: ScreeningFile) -> Iterator[tuple[Item, Answer, Value]]:
    protocol, screening = file.protocol, file.screening
    told = Samples(screening)
    for name in screening.answers if protocol else ():
        item = _lab(protocol, name)
        for answer in told.of(name) if item else ():
            if item and (value := value_of(item, answer)) is not None:
                yield item, answer, value


def _lab(protocol: Protocol | None, name: str) -> Item | None:
    item = protocol.vocabulary.get(protocol.former_ids.get(name, name)) if protocol else None
    return item if item and is_lab(item) else None


def is_lab(item: Item) -> bool:
    """Whether an item is a number that is measured in a sample."""
    return item.kind == "quantity" and item.sample


def _result(limits: Limits | None, item: Item, answer: Answer, value: Value) -> Row:
    if value is Absence.NOT_DONE:
        return {"LBSTAT": "NOT DONE"}
    if isinstance(value, Reported):
        told = value.result.replace("_", " ").upper()
        return {"LBORRES": told, "LBSTRESC": told, "LBLOINC": _loinc(item.id, None)}
    if not isinstance(value, Quantity):
        return {}
    limit = limits.of(item, answer) if limits and value.comparator == "=" else None
    return {
        "LBORRES": _signed(value, f"{value.value:f}"),
        "LBORRESU": ucum_of(value.unit),
        "LBLOINC": _loinc(item.id, value.unit),
        **_standard(item, value),
        **(_limit(limits.protocol, item, value, limit) if limits and limit else {}),
    }


@lru_cache(maxsize=500)
def _loinc(item: str, unit: str | None) -> str | None:
    found = loinc_of(item, unit)
    return found.code if found else None


def _signed(value: Quantity, number: str) -> str:
    return number if value.comparator == "=" else f"{value.comparator}{number}"


def standard(item: Item, value: Quantity) -> Decimal | None:
    """Give a number in the standard unit of its item; None if it cannot be given exactly there.

    Zeros that only the factor adds are taken off: they would claim a precision nobody measured.
    """
    unit = item.units[value.unit]
    if unit.base != item.canonical or unit.log10 or item.units[item.canonical].log10:
        return None
    found = multiply(value.value, unit.exact_factor)
    return _as_precise(found, value.value) if isinstance(found, Decimal) else None


def _as_precise(found: Decimal, reported: Decimal) -> Decimal:
    """Take zeros off behind the point while there are more digits than were reported.

    >>> str(_as_precise(Decimal("100.000"), Decimal("0.100")))
    '100'
    >>> str(_as_precise(Decimal("15.00"), Decimal("1.50")))
    '15.0'
    >>> str(_as_precise(Decimal("132.60"), Decimal("1.5")))
    '132.6'
    >>> str(_as_precise(Decimal("3.20"), Decimal("3.20")))
    '3.20'
    """
    sign, digits, exponent = found.as_tuple()
    least, places = len(reported.as_tuple().digits), int(exponent)
    while places < 0 and len(digits) > least and digits[-1] == 0:
        digits, places = digits[:-1], places + 1
    return Decimal((sign, digits, places))


def _standard(item: Item, value: Quantity) -> Row:
    number = standard(item, value)
    if number is None:
        told = f"{_signed(value, f'{value.value:f}')} {ucum_of(value.unit)}"
        return {"LBSTRESC": told}
    return {
        "LBSTRESC": _signed(value, f"{number:f}"),
        "LBSTRESN": number if value.comparator == "=" else None,
        "LBSTRESU": ucum_of(item.canonical),
    }


def _limit(protocol: Protocol, item: Item, value: Quantity, read: Quantity) -> Row:
    """Give the upper limit of normal: in the unit of the number, and in the standard one."""
    limit = protocol.vocabulary[item.uln or ""]
    is_same = read.unit == value.unit
    is_standard = limit.canonical == item.canonical and standard(item, value) is not None
    return {
        "LBORNRHI": f"{read.value:f}" if is_same else None,
        "LBSTNRHI": standard(limit, read) if is_standard else None,
    }
