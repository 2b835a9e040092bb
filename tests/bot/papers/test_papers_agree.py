"""Of whatever was recorded all papers, and the chat, tell the same verdict and signature."""

from collections.abc import Callable, Iterable
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conversations.case import Case
from conversations.signing import standing_signature
from ectrial.papers.fhir.form import form_of
from ectrial.papers.fhir.response import response
from ectrial.papers.funnel import standing_of
from ectrial.papers.log_rows import row_of
from ectrial.papers.screening_file import ScreeningFile
from ectrial.papers.worksheet.sheet import worksheet
from ectrial.record.consent import Consent
from ectrial.record.entries import MINE, Kind, Reason
from ectrial.record.folding import fold
from ectrial.trial.enrolled import as_enrolled
from ectrial.trial.signed_content import hash_on
from ectrial.wording.speech import speech
from tests.ectrial.papers.odm.odm_judges import NS
from tests.ectrial.papers.odm.test_odm import odm_of
from tests.ectrial.papers.test_screening_file import DAY, EC, TRIALS, file_of
from tests.ectrial.papers.test_what_the_log_reads import read
from tests.ectrial.papers.told import DECLINED, ENROLLED, SIGNED, WORDS, Told
from tests.ectrial.papers.whole import lab, told_whole
from tests.records import Dialogue

OTHER = next(each for each in TRIALS.versions(EC.id) if each.version != EC.version)
VERSIONS = [(each.version, each.fingerprint) for each in TRIALS.versions(EC.id)]
WITHDRAWN = Consent("withdrawn", DAY).value
WORLD = Dialogue(trials=TRIALS).world
Edit = Callable[[Told], Any]


def edit(kind: Kind, value: Any = None, **parts: Any) -> Edit:
    return lambda told: told.tells(kind, value, **parts)


def seen(source: str, *items: str) -> Edit:
    return edit(Kind.SOURCED, {"source": source, "items": [*items]})


def move(under: tuple[str, str]) -> Edit:
    return edit(Kind.MOVED, protocol_version=under[0], protocol_hash=under[1])


def sign(told: Told) -> None:
    """Sign what stands, if there is a definite verdict of a screening that is not set aside."""
    file = file_of(told)
    if file.verdict is None or file.verdict.outcome == "undetermined" or file.screening.voided:
        return
    counted = as_enrolled(file.screening) or file.screening
    hash_ = hash_on(counted, file.verdict, DAY)
    value = {"meaning": file.verdict.outcome, "hash": hash_, "day": str(DAY)}
    told.tells(Kind.SIGNED, value, by=9, text="王喆")


def judge(told: Told) -> None:
    """Record the verdict that the answers give, as the chat does whenever it is another."""
    file = file_of(told)
    if file.verdict is not None and not file.is_as_recorded and not file.screening.voided:
        told.judged({**file.verdict.as_json(), "as_of": DAY.isoformat()})


EDITS: tuple[Edit, ...] = (
    *(
        edit(Kind.ANSWERED, lab("3.9", "10*9/L", day), item="wbc")
        for day in ("2026-11-01", str(DAY))
    ),
    edit(Kind.ANSWERED, lab("5.2", "10*9/L"), item="wbc"),
    *(seen(source, "ecog") for source in ("chart", "patient")),
    seen("chart", "wbc", "hiv"),
    *(edit(Kind.CORRECTED, each, item="hiv", reason=Reason.OTHER) for each in ("positive", None)),
    edit(Kind.CORRECTED, "negative", item="hiv", reason=Reason.MIS_TAP),
    *(edit(Kind.CLEARED, each) for each in (None, MINE)),
    *(edit(kind) for kind in (Kind.RESTORED, Kind.RESTORED, Kind.VOIDED, Kind.STOPPED)),
    *(edit(Kind.CONSENT, each) for each in (SIGNED, DECLINED, WITHDRAWN)),
    edit(Kind.PARTICIPATION, ENROLLED, text="01-0312"),
    edit(
        Kind.PARTICIPATION,
        {"what": "undecided", "day": None, "why": None, "verdict": None},
        reason=Reason.OTHER,
    ),
    edit(Kind.VERIFIED, {"seq": 1}, item="ast", by=11),
    edit(Kind.SIGNATURE_ASKED, {"to": 9, "hash": "cd", "superseded": 1}),
    *map(move, VERSIONS),
    *(sign, sign),
)


def at(items: Iterable[dict[str, Any]], link: str) -> Any:
    """Give the answer of a response at a line."""
    lines = (line for group in items for line in group["item"])
    return next((each["answer"][0] for each in lines if each["linkId"] == link), {})


def in_odm(told: Told) -> dict[str, str]:
    """Give what stands last at each item."""
    written = ET.fromstring(odm_of(told))  # noqa: S314 - we wrote it
    found = (each.attrib for each in written.iter(f"{NS}ItemData"))
    return {each["ItemOID"]: each.get("Value", "") for each in found}


def in_fhir(file: ScreeningFile) -> tuple[Any, ...]:
    """Give outcome, hash of the criteria, and whether a signature stands."""
    items = response(file, form_of(file.protocol) if file.protocol else None).get("item", ())
    outcome = at(items, "VERDICT.outcome").get("valueCoding", {}).get("code")
    hash_ = at(items, "VERDICT.criteria_hash").get("valueString")
    return outcome, hash_, bool(at(items, "VERDICT.signed_hash"))


def agree(told: Told) -> None:
    file = file_of(told)
    row, entries, verdict = file.row, tuple(told.entries), file.verdict
    stands = row.pi_confirmation == "STANDS"
    said = (file.screening.verdict or {}).get("verdict")
    part = fold(few := read(entries))
    assert verdict is not None
    assert part is not None

    assert row_of(part, few, WORDS) == row
    assert standing_of(row).signed == stands
    assert (standing_signature(Case(WORLD, file.screening, verdict)) is not None) == stands
    assert worksheet(file, speech("en"), "site")["signatures"]["rows"][-1]["state"] == (
        "stands" if stands else "superseded"
    )
    odm, under = in_odm(told), (row.criteria_version, row.criteria_hash)
    assert odm["IT.SIGNATURE.STATE"] == row.pi_confirmation
    assert (odm["IT.VERDICT"], odm["IT.CONSENT"].upper()) == (said or "", row.consent)
    assert odm["IT.OUTCOME"] == row.outcome
    if said is not None:
        assert (odm["IT.VERDICT.VERSION"], odm["IT.VERDICT.CRITERIA"]) == under
        assert in_fhir(file) == (said, under[1], stands)
        assert file.is_as_recorded or file.screening.voided


OLDER, SAME, AGAIN = EDITS[0], EDITS[2], seen("chart", "ecog")


@pytest.mark.parametrize(
    ("edit", "state"),
    [(OLDER, "STANDS"), (AGAIN, "STANDS"), (SAME, "SUPERSEDED")],
)
def test_what_changes_nothing_of_what_was_signed_leaves_it_signed_in_every_paper(
    edit: Edit, state: str
) -> None:
    told = told_whole()

    edit(told)

    assert file_of(told).row.pi_confirmation == state
    agree(told)


@pytest.mark.long
@settings(max_examples=100)
@given(st.lists(st.sampled_from(EDITS), max_size=10))
def test_all_papers_and_the_chat_agree(edits: list[Edit]) -> None:
    told = told_whole()
    for each in edits:
        each(told)
        judge(told)

    agree(told)
