"""Consent is a person's: every paper for the sponsor is of the same subjects."""

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
from ectrial.ledger.ledger import Author
from ectrial.ledger.papers import PaperSource
from ectrial.papers.funnel import funnel_of, persons
from ectrial.papers.log import cells_of
from ectrial.papers.log_formats import log_csv
from ectrial.papers.sponsor import counting
from ectrial.papers.worksheet.sheet import worksheet
from ectrial.record.entries import JSON, Kind, NewEntry, Reason
from ectrial.record.exports import PAPER_OF, Export, Format
from ectrial.trial.versions import shipped
from ectrial.wording.speech import speech
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


UNSEEN = shipped().versions(TRIAL)[0]
"""A version that only hidden screenings are under."""
STRANGER = Author(actor=8_888, role="investigator")


def hidden() -> list[NewEntry]:
    """Tell what a sponsor may not know of: repeats without consent, and somebody without any."""
    under = {"protocol_version": UNSEEN.version, "protocol_hash": UNSEEN.fingerprint}
    found = [replace(opened(*each), **under) for each in (("S-010", 2), ("S-077", 1))]
    for of in ("S-010/2", "S-077/1"):
        answer = said(Kind.ANSWERED, "hiv", "negative", of)
        found += [answer, said(Kind.VERDICT_GIVEN, value=NOT_ELIGIBLE, of=of)]
    return [*found, said(Kind.VOIDED, of="S-077/1")]


def written(of: PaperSource, given: Format, subject: str = "") -> str:
    """Give a paper as text, without what names the head of the record and its moment."""
    paper = job(of, given, subject)
    if given == "xlsx":
        told = str([*map(cells_of, paper.rows())])
    elif given == "pdf":
        told = str([worksheet(each, speech("en"), "sponsor") for each in paper.files()])
    else:
        data = b"".join(LINES[given](paper))
        if data.startswith(b"PK"):
            with ZipFile(BytesIO(data)) as file:
                data = b"\n".join(map(file.read, sorted(file.namelist())))
        told = data.decode("utf-8-sig")
    told = told.replace(of.head, "HEAD").replace(of.head[:12], "HEAD")
    return re.sub(r'(\w*DateTime"?[=:] *)"[^"]*"', r'\1"AT"', told)


FORMATS = ["csv", "xlsx", "json", "facts", "trail", "txt", "cdisc", "fhir", "odm", "pdf"]


@pytest.mark.parametrize("given", FORMATS)
def test_no_byte_of_any_paper_hangs_on_what_the_sponsor_may_not_see(
    given: Format, tmp_path: Path
) -> None:
    """But for the head of the record with its moment, which covers all entries.

    The hidden ones are the last of the record: ids of FHIR are made of the number of an entry, so
    that a second export has the same, and entries before would make them others.
    """
    with open_ledger(tmp_path / "record.db") as ledger:
        named = NewEntry(Kind.STAFF_ADDED, TRIAL, item="8888", value="investigator", text="Zhao")
        ledger.append([named, *entries()], NURSE)
        before = ledger.head()[0]
        ledger.append(hidden(), STRANGER)
        subject = "S-010" if given == "pdf" else ""
        with ledger.papers(TRIAL, before) as bare, ledger.papers(TRIAL, 10**6) as whole:
            told = written(whole, given, subject)
            assert told == written(bare, given, subject)
            assert UNSEEN.fingerprint not in told


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
