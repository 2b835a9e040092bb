"""All that papers say of one screening: its entries, its row of the log, its verdict again."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from ectrial.papers.kept import kept
from ectrial.papers.log import LogRow, LogWords
from ectrial.papers.log_rows import row_of
from ectrial.papers.sponsor import is_known
from ectrial.record.entries import Entry
from ectrial.record.folding import fold
from ectrial.record.screenings import Screening
from ectrial.trial.enrolled import as_enrolled, enrolled_on
from ectrial.trial.facts_file import FactsError
from ectrial.trial.protocol import Protocol
from ectrial.trial.screening_facts import facts_of
from ectrial.trial.verdict import Verdict, assess
from ectrial.trial.versions import Trials


@dataclass(frozen=True, slots=True)
class ScreeningFile:
    """One screening for the papers about a subject.

    `entries` are as papers read them: a text that was redacted is empty. `row` is its row of the
    screening log: what was recorded, with the version that it was judged by. `protocol` is the
    version that the screening is under, whose items the answers are of; None if nobody has that
    any more. `verdict` is assessed again by it as of the day of the verdict that was
    recorded last (of the last entry, if there is none), so that equal records give equal papers on
    every day; None if the answers cannot be read. `stands`: the consent of the subject does, over
    all screenings.
    """

    entries: tuple[Entry, ...]
    screening: Screening
    row: LogRow
    words: LogWords
    protocol: Protocol | None
    verdict: Verdict | None
    stands: bool = True

    @property
    def is_consented(self) -> bool:
        """Whether a sponsor knows of this screening: its signed consent stands."""
        screening = self.screening
        return is_known(
            is_signed=screening.consent.is_signed,
            is_voided=screening.voided,
            stands=self.stands,
        )

    @property
    def is_moved_since(self) -> bool:
        """Whether the verdict that was recorded last is by another version than the present."""
        return self.screening.judged_under != self.screening.under

    @property
    def is_as_recorded(self) -> bool:
        """Whether the verdict is the one that was recorded last, by the same version."""
        said = self.screening.verdict or {}
        if self.is_moved_since:
            return False
        told = self.verdict.as_json() if self.verdict else {}
        return bool(told) and all(said.get(name) == each for name, each in told.items())


def screening_files(
    screenings: Iterable[tuple[Entry, ...]], trials: Trials, words: LogWords
) -> Iterator[ScreeningFile]:
    """Give a file for each screening; `screenings` has all entries of each, in order."""
    for entries in map(kept, screenings):
        if (screening := fold(entries)) is not None:
            yield file_of(screening, entries, trials, words)


def file_of(
    screening: Screening, entries: tuple[Entry, ...], trials: Trials, words: LogWords
) -> ScreeningFile:
    """Give the file of a screening by all its entries."""
    row = row_of(screening, entries, words)
    protocol = trials.of(screening.id.trial, *screening.under)
    day = row.verdict_on or words.day(entries[-1].at_utc)
    verdict = _assessed(screening, protocol, day, words) if protocol else None
    return ScreeningFile(entries, screening, row, words, protocol, verdict)


def _assessed(
    screening: Screening, protocol: Protocol, day: date, words: LogWords
) -> Verdict | None:
    """Assess as of a day; of who is enrolled as of that day, by the answers that counted then."""
    counted = as_enrolled(screening) or screening
    try:
        facts = facts_of(counted, protocol, words.day)
        return assess(protocol, facts, enrolled_on(screening) or day)
    except (FactsError, ValueError, TypeError):
        return None
