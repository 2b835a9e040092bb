"""Which version of a trial a site uses today, with the lab reader of its own items."""

from collections.abc import Mapping
from contextlib import suppress
from datetime import date

from bot.serving.installation import Installation
from ectrial.labs.reader import LabReader, reader_of
from ectrial.labs.usual_units import UnitsError, usual_units
from ectrial.ledger.lists import Lists
from ectrial.trial.own_items import own_items
from ectrial.trial.protocol import Protocol


class PresentVersions:
    """Finds the version in use; a reader takes a while to make, so each is made once."""

    def __init__(self, installation: Installation, ledger: Lists) -> None:
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
            usual = units_of(protocol, self._units)
            self._readers[protocol.fingerprint] = reader_of(own_items(protocol), usual)
        return self._readers[protocol.fingerprint]


def units_of(protocol: Protocol, written: Mapping[str, str]) -> dict[str, str]:
    """Give the usual units of a trial's labs; the setting may name labs of other trials."""
    units: dict[str, str] = {}
    for name, unit in written.items():
        with suppress(UnitsError):
            units |= usual_units(own_items(protocol), {name: unit})
    return units
