"""Which version of the trial a site uses today, with the lab reader of its items."""

from datetime import date

from bot.serving.installation import Installation
from ectrial.labs.reader import LabReader, reader_of
from ectrial.labs.usual_units import usual_units
from ectrial.ledger.ledger import Ledger
from ectrial.trial.protocol import Protocol


class PresentVersions:
    """Finds the version in use; a reader takes a while to make, so each is made once."""

    def __init__(self, installation: Installation, ledger: Ledger) -> None:
        self._trials, self._units = installation.trials, installation.units
        self._ledger = ledger
        self._readers: dict[str, LabReader] = {}
        self.of(self._trials.default.id, date.max)

    def of(self, trial: str, today: date) -> tuple[Protocol, LabReader]:
        """Give the version that new screenings use today, and its reader."""
        newest = self._trials.current(trial)
        if len(self._trials.versions(trial)) == 1:
            return newest, self._reader(newest)
        activation = self._ledger.conduct(trial).activated(today)
        activated = (activation.version, activation.fingerprint) if activation else None
        opened = None if activated else self._ledger.opened_under(trial)
        present = self._trials.in_use(trial, activated, opened)
        return present, self._reader(present)

    def _reader(self, protocol: Protocol) -> LabReader:
        if protocol.fingerprint not in self._readers:
            usual = usual_units(protocol.vocabulary, self._units)
            self._readers[protocol.fingerprint] = reader_of(protocol.vocabulary, usual)
        return self._readers[protocol.fingerprint]
