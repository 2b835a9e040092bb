"""The screening log: a row for each screening, which every format reads. No identifiers.

The columns have the names of standards (CDISC, NIDCR's log, SEAR) where there are any. What was
recorded is told as it was recorded, with the version and the hash that it was judged by; without
a verdict, those that the screening is under.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from datetime import date, datetime, tzinfo
from operator import attrgetter
from typing import Literal

from ectrial.papers.outcomes import Outcome
from ectrial.record.conduct import TrialStatus
from ectrial.record.entries import Kind
from ectrial.record.queries import OF_QUERIES
from ectrial.record.screenings import Screening

READ_FOR_THE_LOG = (
    *(Kind.OPENED, Kind.MOVED, Kind.VERDICT_GIVEN, Kind.STOPPED, Kind.CONTINUED, Kind.VOIDED),
    *(Kind.CLEARED, Kind.RESTORED, Kind.CONSENT, Kind.PARTICIPATION, Kind.RESCREENED),
    *(Kind.SIGNED, *OF_QUERIES),
)
"""The kinds of entries from which a row is computed; no answer is among them."""
ITEMS_OF_THE_LOG = ("age", "sex")
"""The answers that a row has."""
TURNS = (Kind.SIGNED, Kind.CLEARED, Kind.VOIDED, Kind.RESTORED)
READ_WITH_A_TURN = (Kind.ANSWERED, Kind.CORRECTED, Kind.SOURCED, Kind.CARRIED, Kind.LAPSED)
"""Read where there is an entry of `TURNS`: what was answered decides whether a signature stands,
and what a restoring brings back."""

Cell = str | int | date | tuple[str, ...] | None
Eligible = Literal["Y", "N", "PENDING"]
Consented = Literal["NOT_ASKED", "CHART_ONLY", "SIGNED", "DECLINED", "WITHDRAWN"]
Confirmation = Literal["STANDS", "SUPERSEDED"]
Reasons = Callable[[str, str, str, str], str]
"""Gives the words of a criterion by trial, version, hash and id; empty if nobody knows them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LogRow:
    """One screening of the log; or, for a sponsor, how many subjects have one outcome.

    `record_head` is the hash of the trial's last entry when the log was made. `screenings_n` is 1
    for a row of a screening; where it counts subjects, each counts once, by the latest screening,
    and a count below the least that may be told is `<5`. A log without any
    screening has one row, `NONE`, so that it names its record as well.

    `pi_confirmed_by`, `pi_confirmed_at` and `verdict_hash` are of a signature that stands. One
    that does not any more is told as `SUPERSEDED`: what it signed has changed since.
    """

    study_id: str
    site_id: str
    investigator: str = ""
    screening_no: str = ""
    episode_no: int | None = None
    rescreen_of: str = ""
    date_screened: date | None = None
    criteria_version: str = ""
    criteria_hash: str = ""
    consent: Consented | None = None
    consent_date: date | None = None
    consent_version: str = ""
    declined_reason: str = ""
    age_years: str = ""
    sex: str = ""
    eligible: Eligible | None = None
    verdict_on: date | None = None
    first_failing_ietestcd: str = ""
    ineligible_ietestcd: tuple[str, ...] = ()
    ineligible_reason_text: tuple[str, ...] = ()
    undetermined_ietestcd: tuple[str, ...] = ()
    unresolved_n: int | None = None
    oldest_unresolved_on: date | None = None
    approached: Literal["Y", "N"] | None = None
    approached_on: date | None = None
    not_approached_reason: str = ""
    outcome: Outcome | Literal["MERGED", "NONE"]
    outcome_on: date | None = None
    not_enrolled_reason: str = ""
    enrolled_on: date | None = None
    enrolment_no: str = ""
    enrolled_part: str = ""
    eligible_at_enrolment: Eligible | None = None
    screened_by: str = ""
    pi_confirmation: Confirmation | None = None
    pi_confirmed_by: str = ""
    pi_confirmed_at: str = ""
    verdict_hash: str = ""
    record_head: str
    screenings_n: int | Literal["<5"] = 1


COLUMNS = tuple(field.name for field in fields(LogRow))
_CELLS = attrgetter(*COLUMNS)


def cells_of(row: LogRow) -> tuple[Cell, ...]:
    """Give the cells of a row in the order of the columns."""
    cells: tuple[Cell, ...] = _CELLS(row)
    return cells


def text_of(cell: Cell) -> str:
    """Write a cell as text: lists with semicolons, days as in ISO 8601.

    >>> [text_of(cell) for cell in (("INCL01", "EXCL02"), date(2026, 11, 3), 4, None)]
    ['INCL01; EXCL02', '2026-11-03', '4', '']
    """
    if isinstance(cell, str):
        return cell
    if cell is None:
        return ""
    if isinstance(cell, tuple):
        return "; ".join(cell)
    return cell.isoformat() if isinstance(cell, date) else str(cell)


@dataclass(frozen=True, slots=True)
class LogWords:
    """What rows say beside the record: days of the site's zone, names of people, criteria."""

    zone: tzinfo
    names: Mapping[int, str]
    reasons: Reasons
    head: str
    investigator: str = ""
    """Who leads the trial at the site; several with semicolons."""
    halt: TrialStatus | None = None
    """Why nobody is to be enrolled at the site; None while the trial is open."""

    def day(self, at_utc: datetime) -> date:
        """Give the day of a moment at the site."""
        return at_utc.astimezone(self.zone).date()

    def reason(self, screening: Screening, criterion: str) -> str:
        """Give the words of a criterion in the version by which its verdict was given."""
        return self.reasons(screening.id.trial, *screening.judged_under, criterion)

    def person(self, number: int, role: str) -> str:
        """Name a person as the team knows them, else by role: a Telegram number is in no paper."""
        name = self.names.get(number)
        return f"{name} ({role})" if name else role
