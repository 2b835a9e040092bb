"""One subject with all its screenings: who it is (DM), what came of it (DS), and exceptions (IE).

What the record does not know stays empty: arm, race, country, any treatment.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from functools import cached_property
from typing import Any

from ectrial.papers.cdisc.criteria import Criteria
from ectrial.papers.log import LogRow
from ectrial.papers.screening_file import ScreeningFile

EPOCH = "SCREENING"
MILESTONE, DISPOSITION = "PROTOCOL MILESTONE", "DISPOSITION EVENT"
CONSENTED = "INFORMED CONSENT OBTAINED"
MET, ENTERED, FAILURE = "ELIGIBILITY CRITERIA MET", "ENTERED INTO TRIAL", "SCREEN FAILURE"
WITHDRAWAL, LOST, OTHER = "WITHDRAWAL BY SUBJECT", "LOST TO FOLLOW-UP", "OTHER"
_WHY_NOT = {"declined": WITHDRAWAL, "not_reached": LOST, "not_eligible": FAILURE}
Row = dict[str, Any]


@dataclass(frozen=True)
class Subject:
    """All screenings of one subject for which a signed consent stands, the first one first."""

    files: tuple[ScreeningFile, ...]

    @cached_property
    def last(self) -> LogRow:
        """The row of the screening that counts, which says what came of the subject."""
        return max((file.row for file in self.files), key=_counts)

    @cached_property
    def named(self) -> Row:
        """Give what names the subject in every dataset."""
        row = self.last
        names = (row.study_id, row.site_id, row.screening_no)
        return {"STUDYID": row.study_id, "USUBJID": "-".join(names)}

    @cached_property
    def consented(self) -> date | None:
        """The day on which the first form was signed that stands in the record."""
        signed = (c.day for file in self.files for c in file.screening.consents if c.is_signed)
        return min((day for day in signed if day), default=None)

    @cached_property
    def begins(self) -> date | None:
        """The day that other days are counted from: that of the enrolment."""
        return self.last.enrolled_on

    def day(self, of: date | None) -> int | None:
        """Count a day from the enrolment, which is day 1; the day before it is -1."""
        if of is None or self.begins is None:
            return None
        days = (of - self.begins).days
        return days + 1 if days >= 0 else days


def _counts(row: LogRow) -> tuple[bool, int]:
    """Rank a screening as the funnel does: an enrolment first, then the latest."""
    return row.outcome == "ENROLLED", row.episode_no or 0


def demographics(subject: Subject) -> Row:
    """Give the row of DM."""
    row, age = subject.last, _years(subject.last.age_years)
    failed = row.outcome == "SCREEN_FAILURE"
    return {
        **subject.named,
        "DOMAIN": "DM",
        "SUBJID": row.screening_no,
        "RFSTDTC": subject.begins,
        "RFICDTC": subject.consented,
        "SITEID": row.site_id,
        "AGE": age,
        "AGEU": None if age is None else "YEARS",
        "SEX": row.sex,
        "ARMNRS": FAILURE if failed else "NOT ASSIGNED",
    }


def _years(written: str) -> int | None:
    try:
        return int(Decimal(written))
    except InvalidOperation:
        return None


def dispositions(subject: Subject) -> Iterator[Row]:
    """Give the rows of DS by their days: milestones, then how the last screening ended."""
    row = subject.last
    found = [(subject.consented, CONSENTED, CONSENTED, MILESTONE, "")]
    under = f"{row.criteria_version}/{row.criteria_hash}"
    if (on := _met_on(row)) is not None:
        found.append((on, MET, MET, MILESTONE, under))
    if row.enrolled_on:
        found.append((row.enrolled_on, ENTERED, ENTERED, MILESTONE, row.enrolment_no))
    elif ended := _ended(row):
        reported = row.not_enrolled_reason.replace("_", " ").upper() or ended
        found.append((row.outcome_on, reported, ended, DISPOSITION, under))
    found.sort(key=lambda each: each[0] or date.max)
    for number, (on, term, decoded, category, reference) in enumerate(found, start=1):
        yield {
            **subject.named,
            "DOMAIN": "DS",
            "DSSEQ": number,
            "DSREFID": reference,
            "DSTERM": term,
            "DSDECOD": decoded,
            "DSCAT": category,
            "EPOCH": EPOCH,
            "DSSTDTC": on,
            "DSSTDY": subject.day(on),
        }


def _met_on(row: LogRow) -> date | None:
    """Give the day on which the criteria were met; of who is enrolled, not after that day."""
    if row.enrolled_on is None:
        return row.verdict_on if row.eligible == "Y" else None
    if (row.eligible_at_enrolment or row.eligible) != "Y":
        return None
    return min(row.verdict_on or row.enrolled_on, row.enrolled_on)


def _ended(row: LogRow) -> str | None:
    """Give how a screening ended without an enrolment, in the code list; None while it goes on."""
    if row.outcome == "SCREEN_FAILURE":
        return FAILURE
    if row.outcome in ("DECLINED", "OTHER"):
        return _WHY_NOT.get(row.not_enrolled_reason, OTHER)
    return None


def exceptions(subject: Subject, criteria: Criteria) -> Iterator[Row]:
    """Give the rows of IE: the criteria not met, as recorded; nothing of what is not known."""
    number = 0
    for file in subject.files:
        under = file.screening.judged_under
        for failing in file.row.ineligible_ietestcd:
            number += 1
            test = criteria.of(under, failing)
            result = "N" if test.category == "INCLUSION" else "Y"
            yield {
                **subject.named,
                "DOMAIN": "IE",
                "IESEQ": number,
                "IESPID": failing,
                "IETESTCD": test.code,
                "IETEST": test.text,
                "IECAT": test.category,
                "IESCAT": test.subcategory,
                "IEORRES": result,
                "IESTRESC": result,
                "EPOCH": EPOCH,
                "IEDTC": file.row.verdict_on,
                "IEDY": subject.day(file.row.verdict_on),
            }
