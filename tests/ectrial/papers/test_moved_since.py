"""A verdict that an earlier version gave is told as of that version in every paper."""

from datetime import date
from functools import partial
from xml.etree import ElementTree as ET

from ectrial.papers.cdisc.criteria import Criteria
from ectrial.papers.cdisc.subjects import Subject, exceptions
from ectrial.papers.facts_lines import facts_lines
from ectrial.papers.fhir.form import form_of
from ectrial.papers.fhir.response import response
from ectrial.papers.trail import Trail
from ectrial.papers.worksheet.sheet import worksheet
from ectrial.record.entries import Kind
from ectrial.record.linked import Linked
from ectrial.trial.facts_file import read_facts
from ectrial.trial.verdict import assess
from ectrial.wording.speech import speech
from tests.ectrial.papers.odm.test_odm import odm_of
from tests.ectrial.papers.test_screening_file import (
    DAY,
    EARLIER_STAGE,
    EC,
    TRIALS,
    UNDER,
    file_of,
    screened,
)
from tests.ectrial.papers.told import WORDS, Told

OLD = next(each for each in TRIALS.versions(EC.id) if each.version != EC.version)
THEN, NOW = (OLD.version, OLD.fingerprint), (EC.version, EC.fingerprint)


def moved() -> Told:
    """Tell a subject not eligible by the old version, moved as version 0.7.0 did."""
    first = TRIALS.of(EC.id, *THEN)
    assert first is not None
    verdict = assess(first, read_facts(EARLIER_STAGE, first), DAY).as_json()
    told = screened(EARLIER_STAGE, (EC.id, *THEN)).judged({**verdict, "as_of": DAY.isoformat()})
    told.tells(Kind.SIGNED, {"meaning": "not_eligible", "hash": "ab" * 32, "day": str(DAY)})
    return told.tells(Kind.MOVED, protocol_version=NOW[0], protocol_hash=NOW[1])


FILE = file_of(moved())


def test_the_log_has_the_version_and_the_hash_that_gave_the_verdict() -> None:
    row = FILE.row

    assert (row.criteria_version, row.criteria_hash) == THEN
    assert (row.eligible, row.verdict_on) == ("N", date(2026, 11, 24))
    assert row.pi_confirmation == "SUPERSEDED"
    assert FILE.screening.signatures[-1].under == THEN


def test_what_another_version_gave_is_not_as_recorded() -> None:
    (told,) = facts_lines([FILE])

    assert not FILE.is_as_recorded
    assert b'"is_as_recorded": false' in told
    assert f'"version": "{EC.version}", "hash": "{EC.fingerprint}"'.encode() in told


def test_a_verdict_recorded_since_the_move_is_as_recorded() -> None:
    verdict = assess(EC, read_facts(EARLIER_STAGE, EC), DAY).as_json()

    file = file_of(moved().judged({**verdict, "as_of": DAY.isoformat()}))

    assert file.is_as_recorded
    assert (file.row.criteria_version, file.row.criteria_hash) == NOW


def test_the_worksheet_tells_the_recorded_verdict_with_its_version() -> None:
    sheet = worksheet(FILE, speech("en"), "site")

    told = str(sheet["verdict"])
    assert f"by version {EC.version}, {EC.fingerprint}" in told
    assert f"Recorded: ⛔ Not eligible, by version {OLD.version}, {OLD.fingerprint}" in told
    assert "Ask the operator" not in told
    assert f"{EC.version} · {EC.fingerprint}" in str(sheet["facts"])
    assert f"version {OLD.version}, {OLD.fingerprint}" in str(sheet["signatures"])


def test_fhir_cdisc_and_odm_name_the_criteria_of_the_recorded_verdict() -> None:
    answers = str(response(FILE, form_of(EC)))
    (failing,) = exceptions(Subject((FILE,)), Criteria(partial(TRIALS.of, EC.id)))
    items = {
        each.get("ItemOID"): each.get("Value")
        for each in ET.fromstring(odm_of(moved())).iter()  # noqa: S314
    }

    assert OLD.fingerprint in answers
    assert EC.fingerprint not in answers
    assert "not at hand" not in failing["IETEST"]
    for name in ("VERDICT", "SIGNATURE"):
        told = (items[f"IT.{name}.VERSION"], items[f"IT.{name}.CRITERIA"])
        assert told == THEN


def test_the_trail_has_the_hash_beside_the_version() -> None:
    told = moved().entries
    rows = [*Trail(lambda _: told, WORDS, "site").rows(Linked(e, "a", "b") for e in told)]

    found = [(each.criteria_version, each.criteria_hash) for each in rows]
    assert found == [THEN] * (len(rows) - 1) + [NOW]
    assert UNDER[1:] == NOW
