"""Consent is a person's: every paper for the sponsor is of the same subjects."""

import csv
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile
from zoneinfo import ZoneInfo

import pytest

from bot.papers.job import PaperJob
from bot.papers.making import LINES
from ectrial.ledger.papers import PaperSource
from ectrial.papers.funnel import funnel_of, persons
from ectrial.papers.log_formats import log_csv
from ectrial.papers.sponsor import counting
from ectrial.record.entries import JSON, Kind, NewEntry, Reason
from ectrial.record.exports import PAPER_OF, Export, Format
from ectrial.trial.versions import shipped
from tests.ectrial.ledger.samples import NURSE, TRIAL, open_ledger, opened, said
from tests.ectrial.ledger.test_papers import WITHDRAWN
from tests.ectrial.papers.cdisc.judges import judge_zip
from tests.ectrial.papers.told import CHART_ONLY, DECLINED, NOT_ELIGIBLE, SIGNED

SHANGHAI = ZoneInfo("Asia/Shanghai")
TYPO = Reason.DATA_ENTRY_ERROR
Story = tuple[tuple[int, JSON, Reason | None], ...]
STORIES: dict[str, tuple[bool, Story]] = {
    "S-010": (True, ((1, SIGNED, None),)),
    "S-011": (False, ((1, SIGNED, None), (2, SIGNED, None), (2, WITHDRAWN, None))),
    "S-012": (True, ((1, SIGNED, None), (2, None, None))),
    "S-013": (True, ((1, SIGNED, None), (1, WITHDRAWN, None), (2, SIGNED, None))),
    "S-014": (False, ((1, SIGNED, None), (2, DECLINED, None))),
    "S-015": (True, ((1, SIGNED, None), (2, WITHDRAWN, None), (2, "voided", None))),
    "S-016": (False, ((1, SIGNED, None), (2, WITHDRAWN, None), (1, SIGNED, TYPO))),
    "S-017": (False, ((2, SIGNED, None), (1, WITHDRAWN, None))),
    "S-018": (False, ((1, SIGNED, None), (2, CHART_ONLY, None))),
    "S-019": (False, ((2, SIGNED, None), (2, "voided", None))),
    "S-020": (False, ((1, None, None),)),
}
"""Whether the consent of a subject stands, by what was said in which screening."""
STANDS = {subject for subject, (stands, _) in STORIES.items() if stands}
OF_SUBJECTS = [each for each in LINES if PAPER_OF[each] not in ("worksheet", "funnel")]


HIDDEN = {("S-012", 2), ("S-015", 2)}
"""Screenings of subjects with consent that a sponsor does not know of, nor that they are."""


def entries(without: set[tuple[str, int]] | None = None) -> Iterator[NewEntry]:
    for subject, (_, whole) in STORIES.items():
        story = [each for each in whole if (subject, each[0]) not in (without or ())]
        for episode in range(1, max(each for each, _, _ in story) + 1):
            yield opened(subject, episode)
        yield said(Kind.VERDICT_GIVEN, value=NOT_ELIGIBLE, of=f"{subject}/1")
        for episode, value, reason in story:
            of = f"{subject}/{episode}"
            if value == "voided":
                yield said(Kind.VOIDED, of=of)
            elif value is not None:
                yield replace(said(Kind.CONSENT, value=value, of=of), reason=reason)


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PaperSource]:
    with open_ledger(tmp_path_factory.mktemp("sponsor") / "record.db") as ledger:
        ledger.append([*entries()], NURSE)
        with ledger.papers(TRIAL, 10**6) as found:
            yield found


def job(source: PaperSource, given: Format, subject: str = "") -> PaperJob:
    of = source.first_of(subject) if subject else None
    export = Export(given, "sponsor", source.upto, of=of)
    return PaperJob(source, export, shipped(), SHANGHAI, "en")


def subjects_in(data: bytes) -> set[str]:
    if data.startswith(b"PK"):
        with ZipFile(BytesIO(data)) as file:
            data = b"\n".join(map(file.read, file.namelist()))
    return set(re.findall(r"S-0[12][0-9]", data.decode("utf-8-sig")))


@pytest.mark.parametrize("given", OF_SUBJECTS)
def test_each_paper_for_the_sponsor_is_of_the_same_subjects(
    source: PaperSource, given: Format
) -> None:
    assert subjects_in(b"".join(LINES[given](job(source, given)))) == STANDS


def test_the_workbook_and_the_funnel_agree(source: PaperSource) -> None:
    of_workbook = job(source, "xlsx")
    assert subjects_in(b"".join(log_csv(of_workbook.rows()))) == STANDS

    counted = persons(counting(of_workbook.log(), of_workbook.of_person))
    assert sum(n for each, n in counted.items() if each.consent == "SIGNED") == len(STANDS)
    assert funnel_of(counted).screened == len(STORIES)


def about_subjects(of: PaperSource, given: Format) -> list[object]:
    """Give what a paper says of subjects, without what names the record."""
    data = b"".join(LINES[given](job(of, given)))
    if given == "facts":
        lines = [json.loads(line) for line in data.splitlines()]
        return [{**each, "record_head": ""} for each in lines]
    if given == "cdisc":
        found = judge_zip(data)
        return [[*found[each]] for each in ("DM", "DS", "IE", "LB")]
    rows = csv.DictReader(data.decode("utf-8-sig").splitlines())
    return [{**each, "record_head": ""} for each in rows if each["screening_no"]]


@pytest.mark.parametrize("given", ["csv", "cdisc", "facts"])
def test_a_screening_that_is_hidden_changes_no_word_about_its_subject(
    source: PaperSource, given: Format, tmp_path: Path
) -> None:
    with open_ledger(tmp_path / "record.db") as ledger:
        ledger.append([*entries(HIDDEN)], NURSE)
        with ledger.papers(TRIAL, 10**6) as bare:
            assert about_subjects(bare, given) == about_subjects(source, given)


def test_a_subject_has_one_outcome_in_log_and_datasets(source: PaperSource) -> None:
    log = [row for row in job(source, "csv").rows() if row.screening_no]
    last = {row.screening_no: row.outcome for row in log}
    found = judge_zip(b"".join(LINES["cdisc"](job(source, "cdisc"))))

    failed = {subject for subject, outcome in last.items() if outcome == "SCREEN_FAILURE"}
    assert {row["SUBJID"] for row in found["DM"] if row["ARMNRS"] == "SCREEN FAILURE"} == failed
    ended = {row["USUBJID"][-5:] for row in found["DS"] if row["DSDECOD"] == "SCREEN FAILURE"}
    assert ended == failed == {"S-010", "S-012", "S-015"}


@pytest.mark.parametrize("subject", STORIES)
def test_a_worksheet_is_of_these_alone(source: PaperSource, subject: str) -> None:
    assert any(job(source, "pdf", subject).files()) == (subject in STANDS)
