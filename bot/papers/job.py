"""One paper to make: the record as it was, for whom, and of what; every format reads from it."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import tzinfo
from io import BytesIO
from typing import IO

from ectrial.ledger.papers import PaperSource, Then
from ectrial.papers.log import (
    ITEMS_OF_THE_LOG,
    READ_FOR_THE_LOG,
    READ_WITH_A_TURN,
    TURNS,
    Consented,
    LogRow,
    LogWords,
    Reasons,
)
from ectrial.papers.log_rows import or_none, screening_log
from ectrial.papers.practice import banner, practised
from ectrial.papers.screening_file import ScreeningFile, screening_files
from ectrial.papers.sponsor import for_sponsor, may_count_others
from ectrial.record.entries import Entry, Kind
from ectrial.record.exports import Export
from ectrial.record.periods import Moments, moments_of
from ectrial.text import Language
from ectrial.trial.versions import Trials


@dataclass(frozen=True, slots=True)
class PaperJob:
    """What an export asks for, read from an open record; days are of the zone of the site.

    `passing` is called before each screening that is read: it shows how far the work has come, and
    breaks it off by an error of its own. So does `look`, which is called before each piece that is
    written: much is written after the last screening is read. `spool` gives a file for what waits
    until all is read. `in_lines`: what may be one object or lines is lines.
    """

    source: PaperSource
    export: Export
    trials: Trials
    zone: tzinfo
    language: Language
    passing: Callable[[], None] = lambda: None
    spool: Callable[[], IO[bytes]] = BytesIO
    in_lines: bool = False
    look: Callable[[], None] = lambda: None

    @property
    def is_practice(self) -> bool:
        """Whether the paper is of practice, and has to say so wherever it is read."""
        return self.source.is_practice

    @property
    def study(self) -> str:
        """The id of the trial as the paper has it."""
        return practised(self.source.trial) if self.is_practice else self.source.trial

    @property
    def banner(self) -> str:
        """The line on every page and picture of practice; nothing on those of a real record."""
        return banner() if self.is_practice else ""

    def log(self) -> Iterator[LogRow]:
        """Give every row of the screening log, whoever it is for: to count, not to give out."""
        wanted = self._entries(READ_FOR_THE_LOG, ITEMS_OF_THE_LOG, (TURNS, READ_WITH_A_TURN))
        return screening_log(wanted, self.words())

    def rows(self) -> Iterator[LogRow]:
        """Give the rows of the screening log, for whom it is."""
        rows = self.log()
        if self.export.recipient == "sponsor":
            rows = for_sponsor(rows, self.of_person, counts_others=may_count_others(self.export))
        rows = or_none(rows, self.source.trial, self.source.site, self.words())
        if not self.is_practice:
            return rows
        study = self.study
        return (replace(each, study_id=study) for each in rows)

    def files(self) -> Iterator[ScreeningFile]:
        """Give all of each screening; to a sponsor only those whose signed consent stands."""
        for each in self._files(self._entries(None)):
            if each.is_consented or self.export.recipient == "site":
                yield each

    def files_of(self, subject: str) -> Iterator[ScreeningFile]:
        """Give all of each screening of a subject, whoever it is for."""
        return self._files(self.source.of_subject(subject, None))

    def stands(self, subject: str) -> bool:
        """Whether the signed consent of a subject stands, over all screenings."""
        return self.source.consent_of(subject).is_signed

    def of_person(self, row: LogRow) -> LogRow:
        """Give a row with the consent of the subject over all screenings."""
        if len(self.source.episodes(row.screening_no)) == 1:
            return row
        return replace(row, consent=self.consent_of(row.screening_no))

    def consent_of(self, subject: str) -> Consented:
        """Give the consent of a subject over all screenings, in the words of the log."""
        state: Consented = self.source.consent_of(subject).state.upper()  # type: ignore[assignment]
        return state

    def _files(self, screenings: Iterable[tuple[Entry, ...]]) -> Iterator[ScreeningFile]:
        is_practice, study = self.is_practice, self.study
        for each in screening_files(screenings, self.trials, self.words()):
            if each.is_consented:
                each = replace(each, stands=self.stands(each.row.screening_no))  # noqa: PLW2901
            if is_practice:
                each = replace(each, row=replace(each.row, study_id=study))  # noqa: PLW2901
            yield each

    def words(self) -> LogWords:
        """Give what papers say beside the record."""
        reasons = reasons_in(self.trials, self.language)
        source, leads = self.source, "; ".join(self.source.investigators())
        return LogWords(self.zone, source.names(), reasons, source.head, leads, source.halt())

    @property
    def moments(self) -> Moments:
        """From when until when the screenings were opened that the paper has."""
        return moments_of(self.export.since, self.export.until, self.zone)

    def count(self) -> int | None:
        """Count the screenings that are read; None where only those of one subject are."""
        return None if self.export.of else self.source.count(self.moments)

    def _entries(
        self,
        kinds: tuple[Kind, ...] | None,
        items: tuple[str, ...] = (),
        then: Then = ((), ()),
    ) -> Iterator[tuple[Entry, ...]]:
        source, export = self.source, self.export
        if export.of is not None:
            found = source.of_subject(source.opened_by(export.of), kinds, items, then)
        else:
            found = source.screenings(kinds, items, self.moments, then)
        for each in found:
            self.passing()
            yield each


def reasons_in(trials: Trials, language: Language) -> Reasons:
    """Give the words of criteria, as the version of a screening has them, in a language."""

    def words(trial: str, version: str, fingerprint: str, criterion: str) -> str:
        protocol = trials.of(trial, version, fingerprint)
        found = protocol.criterion_by_id.get(criterion) if protocol else None
        return found.title.within(language) if found else ""

    return words
