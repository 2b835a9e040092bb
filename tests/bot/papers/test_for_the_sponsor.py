"""Consent is a person's: every paper for the sponsor is of the same subjects."""

import re
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile
from zoneinfo import ZoneInfo

import pytest

from bot.papers.job import PaperJob
from bot.papers.making import LINES
from ectrial.ledger.papers import PaperSource
from ectrial.papers.funnel import funnel_of, persons
from ectrial.papers.log_formats import log_csv
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


def entries() -> Iterator[NewEntry]:
    for subject, (_, story) in STORIES.items():
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

    counted = persons(of_workbook.of_person(row) for row in of_workbook.log())
    assert sum(n for each, n in counted.items() if each.consent == "SIGNED") == len(STANDS)
    assert funnel_of(counted).screened == len(STORIES)


@pytest.mark.parametrize("subject", STORIES)
def test_a_worksheet_is_of_these_alone(source: PaperSource, subject: str) -> None:
    assert any(job(source, "pdf", subject).files()) == (subject in STANDS)


def test_while_screening_goes_on_nothing_has_ended(source: PaperSource) -> None:
    found = judge_zip(b"".join(LINES["cdisc"](job(source, "cdisc"))))

    ended = {row["SUBJID"] for row in found["DM"] if row["ARMNRS"] == "SCREEN FAILURE"}
    assert ended == {"S-010", "S-015"}
    assert {r["USUBJID"][-5:] for r in found["DS"] if r["DSDECOD"] == "SCREEN FAILURE"} == ended
