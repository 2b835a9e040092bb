"""The numbers of CONSORT and SEAR: how many persons were screened, and what came of them.

Each subject counts once, by the latest screening that was not voided: persons are counted, not
screenings. Who is enrolled counts as that, whatever was opened later. Who was approached,
declined, signed or withdrew did so as a person: that is told over all screenings.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from operator import itemgetter
from typing import NamedTuple

from ectrial.papers.log import Consented, Eligible, LogRow
from ectrial.papers.outcomes import Outcome

Counts = Mapping[str, int]
ConsentOf = Callable[[str], Consented]
"""Gives the consent of a subject over all screenings."""
Rank = tuple[bool, int]
"""Whether a screening led to an enrolment, and the how-manieth it is: the highest one counts."""


class Standing(NamedTuple):
    """What the funnel counts of one screening: facts beside one another, none follows another.

    `unopposed`: nothing was found against the subject, and the list of criteria is incomplete.
    `signed`: the investigator's signature stands. `part`: of a trial with parts, that entered.

    Of a person with several screenings, `consent` is the person's; `has_signed` and `has_declined`
    say that consent was signed, or the trial declined, in any of them.
    """

    outcome: Outcome
    eligible: Eligible = "PENDING"
    failing: tuple[str, ...] = ()
    unopposed: bool = False
    approached: bool = False
    consent: Consented = "NOT_ASKED"
    signed: bool = False
    part: str = ""
    has_signed: bool = False
    has_declined: bool = False

    @property
    def is_approached(self) -> bool:
        """Whether the subject was spoken to: who has answered was, also where nobody noted it."""
        has_answered = self.has_consented or self.consent == "DECLINED"
        return self.approached or has_answered or self.outcome in ("DECLINED", "ENROLLED")

    @property
    def is_not_enrolled(self) -> bool:
        """Whether a reason was recorded why the subject is not enrolled that is no verdict.

        Who signed and then did not want to has left behind the consent, not before it.
        """
        against_verdict = self.outcome == "SCREEN_FAILURE" and self.eligible != "N"
        has_left = self.outcome == "DECLINED" and self.consent == "SIGNED"
        return self.outcome == "OTHER" or against_verdict or has_left

    @property
    def has_consented(self) -> bool:
        """Whether consent was signed, also if it was withdrawn later."""
        return self.has_signed or self.consent in ("SIGNED", "WITHDRAWN")

    @property
    def declines(self) -> bool:
        """Whether the subject did not want to take part, and has signed nothing at any time."""
        return not self.has_consented and (self.outcome == "DECLINED" or self.has_declined)


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
    """Counts subjects while rows pass; of each it holds how its screenings stand.

    `consent_of` is asked of a subject of whom screenings say different things; by itself the last
    one of them that says anything decides.
    """

    def __init__(self, consent_of: ConsentOf | None = None) -> None:
        self._found: dict[str, tuple[tuple[Rank, Standing], ...]] = {}
        self._known: dict[Standing, Standing] = {}
        self._consent_of = consent_of

    def add(self, row: LogRow) -> None:
        """Count a row of the screening log; one that was set aside counts for nothing."""
        if row.outcome != "VOIDED":
            self.stands(row.screening_no, row.episode_no or 0, standing_of(row))

    def stands(self, subject: str, episode: int, standing: Standing) -> None:
        """Count how a screening stands that was not set aside."""
        known = self._known.setdefault(standing, standing)
        rank = (standing.outcome == "ENROLLED", episode)
        self._found[subject] = (*self._found.get(subject, ()), (rank, known))

    def counted(self) -> Counter[Standing]:
        """Give how many subjects stand how."""
        return Counter(self._person(subject, each) for subject, each in self._found.items())

    def _person(self, subject: str, screenings: tuple[tuple[Rank, Standing], ...]) -> Standing:
        if len(screenings) == 1:
            return screenings[0][1]
        standings = [each for _, each in sorted(screenings, key=itemgetter(0))]
        by_episode = [each for _, each in sorted(screenings, key=lambda of: of[0][1])]
        said = [each.consent for each in by_episode if each.consent != "NOT_ASKED"]
        if self._consent_of and len(set(said)) > 1:
            return _as_person(standings, self._consent_of(subject))
        return _as_person(standings, said[-1] if said else "NOT_ASKED")


def _as_person(standings: Sequence[Standing], consent: Consented) -> Standing:
    """Give how a person stands by several screenings; the last one of them counts."""
    return standings[-1]._replace(
        consent=consent,
        approached=any(each.is_approached for each in standings),
        has_signed=any(each.has_consented for each in standings),
        has_declined=any(each.outcome == "DECLINED" for each in standings),
    )


def persons(rows: Iterable[LogRow], consent_of: ConsentOf | None = None) -> Counter[Standing]:
    """Count the subjects by how they stand; `consent_of` as for `Persons`."""
    found = Persons(consent_of)
    for row in rows:
        found.add(row)
    return found.counted()


@dataclass(frozen=True, slots=True)
class Funnel:
    """The counts of persons. `screened` is the sum of eligible, not eligible and undetermined.

    `consented` less `withdrawn` and `lapsed` is those whose consent stands: the lapsed signed for
    one screening, and in a later one declined, or are not asked yet beyond their chart.

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
    waiting: int
    dropped: int
    open_dropped: int
    declined: int
    withdrawn: int
    lapsed: int
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
    is_eligible, is_approached = standing.eligible == "Y", standing.is_approached
    is_dropped = standing.is_not_enrolled and not is_approached
    facts = {
        "screened": True,
        _BY_VERDICT[standing.eligible]: True,
        "unopposed": standing.unopposed,
        "approached": is_approached,
        "eligible_approached": is_eligible and is_approached,
        "waiting": is_eligible and not is_approached and not is_dropped,
        "dropped": is_eligible and is_dropped,
        "open_dropped": standing.eligible == "PENDING" and is_dropped,
        "declined": standing.declines,
        "withdrawn": standing.consent == "WITHDRAWN",
        "lapsed": standing.has_consented and standing.consent not in ("SIGNED", "WITHDRAWN"),
        "consented": standing.has_consented,
        "enrolled": standing.outcome == "ENROLLED",
        "other": standing.is_not_enrolled and is_approached,
        "signed": standing.signed,
    }
    return (name for name, is_so in facts.items() if is_so)
