"""All samples of a screening, by item: every paper that tells of samples takes them from here."""

from ectrial.record.screenings import Answer, Screening


class Samples:
    """Gives the answers to an item in a screening: those of former samples, then what counts.

    A value that was corrected is none; one that was repeated is, also on the same day. A sample
    that was told after a later one stands among the former ones, in the order of their days.
    """

    def __init__(self, screening: Screening) -> None:
        self._screening = screening

    def of(self, item: str) -> tuple[Answer, ...]:
        """Give the answers to an item, by its id in the answers of the screening."""
        present = self._screening.answers.get(item)
        former = self._screening.earlier.get(item, ())
        if present is None:
            return former
        return (*(each for each in former if each.seq != present.seq), present)
