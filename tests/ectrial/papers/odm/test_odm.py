"""An ODM file says what was entered, by whom, when and why it was changed; its judges complain."""

from collections.abc import Iterator
from datetime import date
from functools import partial
from io import BytesIO
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from ectrial.papers.odm.document import About, Versions, odm_lines
from ectrial.papers.odm.people import People
from ectrial.papers.screening_file import screening_files
from ectrial.record.entries import Kind, Reason
from ectrial.trial.facts_file import read_facts
from ectrial.trial.verdict import assess
from ectrial.vocabulary import Item
from tests.ectrial.papers.cdisc.test_datasets import EC, TRIALS, USED, enrolled, failed
from tests.ectrial.papers.odm.odm_judges import NS, judge_by_schema, judge_references
from tests.ectrial.papers.told import BEGIN, HEAD, QUERY, WORDS, Told

NUMBER = 987_654_321
NOTE = {"about": "screening", "span": None, "readers": "team", "told": None}
ANC = {"value": "1.50", "unit": "10*9/L", "date": "2026-11-20"}


def odm_of(*told: Told, of: str = EC.id) -> bytes:
    newest = TRIALS.current(of)
    versions = Versions(partial(TRIALS.of, of), (newest.version, newest.fingerprint), WORDS.zone)
    files = screening_files([tuple(each.entries) for each in told], TRIALS, WORDS)
    about = About(of, "site-1", HEAD, BEGIN)
    return b"".join(odm_lines(files, versions, People(WORDS.names), about, BytesIO))


def story() -> Told:
    told = failed().tells(Kind.ANSWERED, ANC, item="anc", by=NUMBER)
    told.tells(*(Kind.CORRECTED, {**ANC, "value": "1.40", "comparator": "<"}), item="anc",
        reason=Reason.SOURCE_CORRECTED)  # fmt: skip
    told.tells(*(Kind.CORRECTED, "not_done"), item="anc", reason=Reason.DATA_ENTRY_ERROR)
    signed = {"meaning": "not_eligible", "hash": "ab" * 32, "day": "2026-11-24"}
    return told.tells(Kind.SIGNED, signed, by=9, text="Li <Na>\x00 & 陈")


def recorded(told: Told) -> Told:
    """Record the verdict that the answers give."""
    answers = {e.said.item: e.said.value for e in told.entries if e.said.kind is Kind.ANSWERED}
    verdict = assess(EC, read_facts(answers, EC), date(2026, 11, 24))
    return told.judged({**verdict.as_json(), "as_of": "2026-11-24"})


DATA = odm_of(story(), *enrolled())


def items(data: bytes, oid: str) -> list[tuple[str | None, ...]]:
    """Give kind, value, unit and reason of each change of an item."""
    found = []
    for item in ET.fromstring(data).iter(f"{NS}ItemData"):  # noqa: S314 - we wrote it
        if item.get("ItemOID") == oid:
            unit = item.find(f"{NS}MeasurementUnitRef")
            reason = item.find(f"{NS}AuditRecord/{NS}ReasonForChange")
            found.append((
                *(item.get("TransactionType"), item.get("Value")),
                unit.get("MeasurementUnitOID") if unit is not None else None,
                reason.text if reason is not None else None,
            ))  # fmt: skip
    return found


def test_a_correction_says_what_stood_before_and_why_it_was_changed() -> None:
    assert items(DATA, "IT.anc") == [
        ("Insert", "1.50", "MU.10*9/L", None),
        ("Update", "1.40", "MU.10*9/L", "SOURCE_CORRECTED"),
        ("Remove", None, None, "DATA_ENTRY_ERROR"),
    ]
    assert items(DATA, "IT.anc.COMPARATOR") == [
        ("Insert", "<", None, "SOURCE_CORRECTED"),
        ("Remove", None, None, "DATA_ENTRY_ERROR"),
    ]
    assert items(DATA, "IT.anc.STATUS") == [("Insert", "not_done", None, "DATA_ENTRY_ERROR")]


def test_all_that_is_named_is_defined_and_nobody_by_number() -> None:
    judge_references(DATA)
    assert str(NUMBER).encode() not in DATA
    assert odm_of(story(), *enrolled()) == DATA


def test_nobodys_own_words_are_in_the_file() -> None:
    told, words = story(), "the same man again"
    told.tells(Kind.QUERY_OPENED, QUERY, item="wbc", text=words)
    told.tells(Kind.QUERY_SAID, {"answer": True}, item="wbc", text=words)
    told.tells(Kind.DEVIATION, {"day": "2026-11-24"}, text=words)
    told.tells(Kind.NOTE_WRITTEN, NOTE, text=words)

    data = odm_of(told, *enrolled())

    assert words.encode() not in data
    assert b"IT.anc" in data


def test_what_was_cleared_is_removed_and_may_come_back() -> None:
    told = Told(under=(EC.id, EC.version, EC.fingerprint)).tells(
        Kind.ANSWERED, "negative", item="hiv"
    )

    data = odm_of(told.tells(Kind.CLEARED).tells(Kind.RESTORED))

    judge_references(odm_of(told))
    assert [kind for kind, *_ in items(data, "IT.hiv")] == ["Insert", "Remove", "Insert"]


def test_a_result_for_each_criterion_once_the_verdict_is_the_recorded_one() -> None:
    told = Told(under=(EC.id, EC.version, EC.fingerprint))
    told.tells(Kind.ANSWERED, "no", item="stage_ivb_uicc8")

    data = odm_of(recorded(told))

    judge_references(data)
    results = {c.id: items(data, f"IT.RESULT.{c.id}")[0][1] for c in EC.criteria}
    assert (results["INCL03"], results["INCL01"]) == ("NOT_MET", "UNKNOWN")
    assert not items(DATA, "IT.RESULT.INCL03")


def test_a_signature_has_its_printed_name_time_and_meaning() -> None:
    root = ET.fromstring(DATA)  # noqa: S314 - we wrote it
    (signature,) = root.iter(f"{NS}Signature")

    assert items(DATA, "IT.SIGNATURE.NAME") == [("Insert", "Li <Na> & 陈", None, None)]
    assert signature.find(f"{NS}SignatureRef").get("SignatureOID") == "SD.not_eligible"  # type: ignore[union-attr]
    assert "2026-11-23" in (signature.findtext(f"{NS}DateTimeStamp") or "")


def test_a_version_that_nobody_has_keeps_consent_and_outcome() -> None:
    data = odm_of(failed(under=(EC.id, "9", "ab")))

    judge_references(data)
    assert [value for _, value, *_ in items(data, "IT.OUTCOME")] == [
        "IN_SCREENING",
        "SCREEN_FAILURE",
    ]
    assert not items(data, "IT.wbc")


DANGLING = [
    (b'UserOID="USR.1"', b'UserOID="USR.99"'),
    (b'FormRef FormOID="F.INCL01"', b'FormRef FormOID="F.INCL99"'),
    (b'"Insert" Value="not_done"', b'"Insert" Value="forgotten"'),
    (b'"IT.anc" TransactionType="Update"', b'"IT.anc" TransactionType="Insert"'),
    (b'<ItemGroupData ItemGroupOID="IG.CONSENT"', b'<ItemGroupData ItemGroupOID="IG.VERDICT"'),
    (b'Ref MeasurementUnitOID="MU.mg/dL"', b'Ref MeasurementUnitOID="MU.mg"'),
    (b'SignatureOID="SD.not_eligible"', b'SignatureOID="SD.maybe"'),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new"), DANGLING)
def test_the_judge_of_references_complains_of_a_seeded_fault(old: bytes, new: bytes) -> None:
    assert old in DATA

    with pytest.raises((AssertionError, KeyError)):
        judge_references(DATA.replace(old, new))


FAULTY = [
    (b'FileType="Transactional"', b'FileType="Whole"'),
    (b'TransactionType="Update"', b'TransactionType="Change"'),
    (b"<DateTimeStamp>2026-11-23T", b"<DateTimeStamp>23.11.2026 "),
    (b'DataType="float"', b'DataType="number"'),
    (b'Repeating="Yes" Type="Scheduled"', b'Repeating="Yes"'),
    (b"<LegalReason>", b"<LegalReason></LegalReason><LegalReason>"),
    (b'EffectiveDate="2026-11-23"', b'EffectiveDate="soon"'),
]  # fmt: skip


@pytest.mark.long
def test_the_schema_of_cdisc_takes_it_and_complains_of_seeded_faults() -> None:
    every = odm_of(story(), *enrolled())
    versions = odm_of(*(failed(f"S-{n}", (EC.id, *each)) for n, each in enumerate(USED)))
    others = [t for t in TRIALS.ids if t != EC.id]

    assert judge_by_schema(every) == judge_by_schema(versions) == []
    for trial in others:
        assert judge_by_schema(odm_of(of=trial)) == []
    for old, new in FAULTY:
        assert old in every
        assert judge_by_schema(every.replace(old, new)), old


def possible(item: Item) -> Iterator[Any]:
    """Give answers of each form that an item may have, as they are recorded."""
    yield from map(str, item.words)
    for code, unit in item.units.items():
        low, high = unit.hard or (0, 0)
        yield {"value": str(round((low + high) / 2) or 1), "unit": code, "date": "2026-11-20"}
    for word in item.reports:
        yield {"result": word}
    if item.kind == "multichoice":
        yield list(item.options)
    if item.kind == "date":
        yield from ("2026-11-03", "2026-11", "2026")
    if item.kind == "list":
        first = {name: next(possible(each)) for name, each in item.properties.items()}
        yield {"things": [first], "complete": "no"}


@pytest.mark.long
@pytest.mark.parametrize("trial", TRIALS.ids)
def test_every_answer_that_an_item_may_have_is_told_with_its_codes(trial: str) -> None:
    for version in TRIALS.versions(trial):
        under = (version.version, version.fingerprint)
        protocol = TRIALS.of(trial, *under)
        assert protocol is not None
        told = Told(under=(trial, *under))
        for item in protocol.vocabulary.values():
            for value in possible(item):
                told.tells(Kind.ANSWERED, value, item=item.id)
                told.tells(Kind.CORRECTED, None, item=item.id, reason=Reason.OTHER)

        data = odm_of(told, of=trial)

        judge_references(data)
        assert judge_by_schema(data) == []
        told_of = {each[1] for i in protocol.vocabulary for each in items(data, f"IT.{i}")}
        assert len(told_of) > len(protocol.vocabulary) // 2
