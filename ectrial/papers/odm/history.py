"""What was entered of one screening, one thing after the other, each by the entry that said it."""

import json
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from ectrial.papers.odm.forms import Forms
from ectrial.papers.odm.metadata import item_oid, parts_of
from ectrial.papers.odm.own_forms import CONSENT, PARTICIPATION, VERDICT
from ectrial.papers.outcomes import outcome_of
from ectrial.papers.screening_file import ScreeningFile
from ectrial.record.entries import JSON, Entry, Kind
from ectrial.record.folding import fold
from ectrial.record.participation import Participation
from ectrial.record.screenings import Answer, Screening
from ectrial.vocabulary import Item

Where = tuple[str, str]
"""A group and an item, by their OIDs."""


class Datum(NamedTuple):
    """What stands at one item: its value, with its unit if it has one."""

    value: str
    unit: str | None = None


class Change(NamedTuple):
    """What stands at an item from an entry on; None: nothing more. `is_first`: nothing before."""

    where: Where
    datum: Datum | None
    is_first: bool
    entry: Entry


Touched = dict[Where, Datum | None]


def history(file: ScreeningFile, forms: Forms | None) -> Iterator[Change]:
    """Give every change in the order of the record, by the items of the present version."""
    stands: dict[Where, Datum] = {}
    now: Screening | None = None
    for entry in file.entries:
        before, now = now, fold([entry], now)
        if now is None:
            continue
        touched = _answers(before, now, forms) if forms else {}
        if before is None or _apart(before) != _apart(now):
            touched |= _own(now)
        for where, datum in touched.items():
            stood = stands.pop(where, None)
            if datum is not None:
                stands[where] = datum
            if datum != stood:
                yield Change(where, datum, stood is None, entry)


def late_samples(file: ScreeningFile) -> Iterator[tuple[Entry, Mapping[str, str]]]:
    """Give each sample told after a later one: it never stood at its item, so it stands alone."""
    now: Screening | None = None
    for entry in file.entries:
        before, now = now, fold([entry], now)
        item = entry.said.item or ""
        if before is None or now is None or entry.said.kind is not Kind.ANSWERED:
            continue
        told = [each for each in now.earlier.get(item, ()) if each.seq == entry.seq]
        for each in told:
            yield entry, _late(file, item, each)


def _late(file: ScreeningFile, name: str, sample: Answer) -> dict[str, str]:
    value, limit = sample.value, sample.limit or {}
    sign = value.get("comparator", "=")
    number = f"{'' if sign == '=' else sign}{value['value']}" if "value" in value else ""
    protocol = file.protocol
    return {
        ".ITEM": protocol.former_ids.get(name, name) if protocol else name,
        "": number or str(value.get("result", "")),
        ".UNIT": str(value.get("unit", "")),
        ".DAY": str(value.get("date", "")),
        ".ULN": str(limit.get("value", "")),
        ".ULN.UNIT": str(limit.get("unit", "")),
    }


def _apart(screening: Screening) -> tuple[object, ...]:
    return (
        *(screening.consents, screening.verdict, screening.verdict_under),
        *(screening.approach, screening.enrolment, screening.voided),
    )


def _answers(before: Screening | None, now: Screening, forms: Forms) -> Touched:
    """Give what answers that are other ones now say, and None for what nothing says any more."""
    stood, protocol = before.answers if before else {}, forms.protocol
    touched: Touched = {}
    for name in {**stood, **now.answers}:
        answer = now.answers.get(name)
        if answer is stood.get(name):
            continue
        item = protocol.vocabulary.get(protocol.former_ids.get(name, name))
        if item is not None and (group := forms.group_of.get(item.id)):
            data = _data(item, answer.value if answer else None)
            touched |= {(group, oid): data.get(oid) for oid, *_ in parts_of(item)}
    return touched


def _data(item: Item, value: JSON) -> dict[str, Datum]:
    """Give what an answer says at each part of its item, every digit as it was recorded."""
    if value is None:
        return {}
    itself, status = item_oid(item), item_oid(item, "STATUS")
    if isinstance(value, list):
        return {itself: Datum(" ".join(map(str, value)))}
    if isinstance(value, str):
        is_day = item.kind == "date" and value[:1].isdigit()
        has_status = item.kind == "quantity" or (item.kind == "date" and not is_day)
        return {status if has_status else itself: Datum(value)}
    if item.kind == "quantity":
        return _measured(item, value)
    if item.kind == "date":
        return {itself: Datum(str(value.get("date", "")))}
    return {itself: Datum(json.dumps(value, ensure_ascii=False, sort_keys=True))}


def _measured(item: Item, value: JSON) -> dict[str, Datum]:
    found: dict[str, Datum] = {}
    if "value" in value:
        found[item_oid(item)] = Datum(str(value["value"]), value.get("unit"))
        if (sign := value.get("comparator", "=")) != "=":
            found[item_oid(item, "COMPARATOR")] = Datum(sign)
    elif "result" in value:
        found[item_oid(item, "STATUS")] = Datum(str(value["result"]))
    if "date" in value:
        found[item_oid(item, "DATE")] = Datum(str(value["date"]))
    return found


def _own(screening: Screening) -> Touched:
    """Give what stands in our own forms."""
    consent, verdict = screening.consent, screening.verdict or {}
    under = screening.judged_under if verdict else ("", "")
    said = {
        CONSENT.oid: {
            "IT.CONSENT": consent.state if screening.consents else "",
            "IT.CONSENT.DAY": consent.day.isoformat() if consent.day else "",
            "IT.CONSENT.VERSION": consent.version or "",
            "IT.CONSENT.WHY": consent.why or "",
        },
        VERDICT.oid: {
            "IT.VERDICT": verdict.get("verdict", ""),
            "IT.VERDICT.DAY": verdict.get("as_of", ""),
            "IT.VERDICT.VERSION": under[0],
            "IT.VERDICT.CRITERIA": under[1],
            "IT.VERDICT.FAILING": " ".join(verdict.get("failing", ())),
            "IT.VERDICT.UNRESOLVED": " ".join(verdict.get("unresolved", ())),
            "IT.OUTCOME": outcome_of(screening),
        },
        PARTICIPATION.oid: {
            **_participation("IT.APPROACH", screening.approach),
            **_participation("IT.ENROLMENT", screening.enrolment),
        },
    }
    return {
        (group, oid): Datum(value) if value else None
        for group, values in said.items()
        for oid, value in values.items()
    }


def _participation(oid: str, said: Participation | None) -> dict[str, str]:
    day = said.day.isoformat() if said and said.day else ""
    found = {oid: said.what if said else "", f"{oid}.DAY": day}
    if oid == "IT.APPROACH":
        return found
    number, why = (said.number, said.why) if said else ("", None)
    return {**found, f"{oid}.NUMBER": number, f"{oid}.WHY": why or ""}
