"""All samples of a screening, by item: every paper that tells of samples takes them from here."""

from collections import Counter
from collections.abc import Iterable, Mapping

from ectrial.papers.screening_file import ScreeningFile
from ectrial.record.entries import Entry, Kind
from ectrial.record.folding import fold
from ectrial.record.screenings import Answer, Screening


class Samples:
    """Gives the answers to an item in a screening: those of former samples, then what counts.

    A value that was corrected is none; one that was repeated is, also on the same day.
    """

    def __init__(self, file: ScreeningFile, screening: Screening) -> None:
        self._screening = screening
        self._late = earlier_samples_told_late(file.entries)

    def of(self, item: str) -> tuple[Answer, ...]:
        """Give the answers to an item, by its id in the answers of the screening."""
        present = self._screening.answers.get(item)
        former = (*self._late.get(item, ()), *self._screening.earlier.get(item, ()))
        return (*former, present) if present else former


def earlier_samples_told_late(entries: Iterable[Entry]) -> Mapping[str, list[Answer]]:
    """Give by item the answers of a sample that is older than what was already recorded.

    They never counted, so the screening does not have them. Clearing takes them away as well.
    """
    entries = tuple(entries)
    answered = Counter(each.said.item for each in entries if each.said.kind is Kind.ANSWERED)
    # to fold again takes long, and most screenings have one sample of each
    if not any(number > 1 for number in answered.values()):
        return {}
    found: dict[str, list[Answer]] = {}
    state: Screening | None = None
    for entry in entries:
        before, state = state, fold((entry,), onto=state)
        if entry.said.kind in (Kind.CLEARED, Kind.RESTORED, Kind.MOVED):
            found = {}
        if entry.said.kind is not Kind.ANSWERED or before is None or state is None:
            continue
        item, said = entry.said.item or "", entry.said
        if item in before.answers and state.answers.get(item) == before.answers[item]:
            answer = Answer(said.value, entry.seq, entry.at_utc, entry.actor, role=entry.role)
            found.setdefault(item, []).append(answer)
    return found
