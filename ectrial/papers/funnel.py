"""The numbers of CONSORT and SEAR: how many persons were screened, and what came of them.

Each subject counts once, by the latest screening that was not voided: persons are counted, not
screenings. Who is enrolled counts as that, whatever was opened later.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from typing import NamedTuple

from ectrial.papers.log import Consented, Eligible, LogRow
from ectrial.papers.outcomes import Outcome

Counts = Mapping[str, int]


class Standing(NamedTuple):
    """What the funnel counts of one screening: facts beside one another, none follows another.

    `unopposed`: nothing was found against the subject, and the list of criteria is incomplete.
    `signed`: the investigator's signature stands. `part`: of a trial with parts, that entered.
    """

    outcome: Outcome
    eligible: Eligible = "PENDING"
    failing: tuple[str, ...] = ()
    unopposed: bool = False
    approached: bool = False
    consent: Consented = "NOT_ASKED"
    signed: bool = False
    part: str = ""

    @property
    def is_approached(self) -> bool:
        """Whether the subject was spoken to: who has answered was, also where nobody noted it."""
        has_answered = self.consent in ("SIGNED", "DECLINED", "WITHDRAWN")
        return self.approached or has_answered or self.outcome in ("DECLINED", "ENROLLED")

    @property
    def has_consented(self) -> bool:
        """Whether consent was signed, also if it was withdrawn later."""
        return self.consent in ("SIGNED", "WITHDRAWN")


def standing_of(row: LogRow) -> Standing:
    """Give what is counted of a row of the screening log."""
    if row.outcome == "MERGED" or row.outcome == "NONE":
        raise ValueError("a row of many screenings")
    return Standing(
        row.outcome,
        row.eligible or "PENDING",
        row.ineligible_ietestcd,
        row.eligible == "PENDING" and row.unresolved_n == 0,
        row.approached == "Y",
        row.consent or "NOT_ASKED",
        row.pi_confirmation == "STANDS",
        row.enrolled_part,
    )


class Persons:
    """Counts subjects while rows pass; of each one word is held, and how it stands."""

    def __init__(self) -> None:
        self._found: dict[str, tuple[tuple[bool, int], Standing]] = {}
        self._known: dict[Standing, Standing] = {}

    def add(self, row: LogRow) -> None:
        """Count a row of the screening log; one that was set aside counts for nothing."""
        if row.outcome == "VOIDED":
            return
        standing = standing_of(row)
        rank = (row.outcome == "ENROLLED", row.episode_no or 0)
        before = self._found.get(row.screening_no)
        if before is None or before[0] < rank:
            known = self._known.setdefault(standing, standing)
            self._found[row.screening_no] = rank, known

    def counted(self) -> Counter[Standing]:
        """Give how many subjects stand how."""
        return Counter(standing for _, standing in self._found.values())


def persons(rows: Iterable[LogRow]) -> Counter[Standing]:
    """Count the subjects by how they stand."""
    found = Persons()
    for row in rows:
        found.add(row)
    return found.counted()


@dataclass(frozen=True, slots=True)
class Funnel:
    """The counts of persons. `screened` is the sum of eligible, not eligible and undetermined.

    `first` counts those who are not eligible by the first criterion that failed (empty where none
    was noted), and so adds up to them; `anywhere` by every criterion that failed. `parts` counts
    the enrolled by the part of the trial that they entered.
    """

    screened: int
    eligible: int
    not_eligible: int
    undetermined: int
    unopposed: int
    approached: int
    eligible_approached: int
    declined: int
    withdrawn: int
    consented: int
    enrolled: int
    other: int
    signed: int
    first: Counts
    anywhere: Counts
    parts: Counts


def funnel_of(standings: Mapping[Standing, int]) -> Funnel:
    """Count persons by how they stand."""
    counted: Counter[str] = Counter()
    first: Counter[str] = Counter()
    anywhere: Counter[str] = Counter()
    parts: Counter[str] = Counter()
    for standing, number in standings.items():
        for name in _counted_as(standing):
            counted[name] += number
        if standing.part:
            parts[standing.part] += number
        if standing.eligible == "N":
            first[(standing.failing or ("",))[0]] += number
            for criterion in dict.fromkeys(standing.failing):
                anywhere[criterion] += number
    tables = {"first": first, "anywhere": anywhere, "parts": parts}
    numbers = {each.name: counted[each.name] for each in fields(Funnel)}
    return Funnel(**{**numbers, **tables})  # type: ignore[arg-type] # by name


_BY_VERDICT = {"Y": "eligible", "N": "not_eligible", "PENDING": "undetermined"}


def _counted_as(standing: Standing) -> Iterable[str]:
    is_eligible = standing.eligible == "Y"
    facts = {
        "screened": True,
        _BY_VERDICT[standing.eligible]: True,
        "unopposed": standing.unopposed,
        "approached": standing.is_approached,
        "eligible_approached": is_eligible and standing.is_approached,
        "declined": standing.outcome == "DECLINED" and standing.consent != "WITHDRAWN",
        "withdrawn": standing.consent == "WITHDRAWN",
        "consented": standing.has_consented,
        "enrolled": standing.outcome == "ENROLLED",
        "other": standing.outcome == "OTHER",
        "signed": standing.signed,
    }
    return (name for name, is_so in facts.items() if is_so)
