"""Prepares a start: settings, trial and record; all faults are reported together."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TypeVar

import click

from bot.monitoring.printable import printable
from bot.papers.scratch import sweep_beside
from bot.setup.ports import port_faults
from bot.setup.private import folder_faults
from bot.setup.settings import ENV_FILE, Settings, SettingsError, read_settings
from bot.setup.way_back import way_back, way_to_a_record
from ectrial.labs.usual_units import UnitsError, usual_units
from ectrial.ledger.errors import (
    DamagedLedgerError,
    LedgerError,
    MixedWorldsError,
    NoLedgerError,
    NotOurLedgerError,
)
from ectrial.ledger.ledger import Ledger
from ectrial.record.entries import Via
from ectrial.trial.kept_versions import kept
from ectrial.trial.own_trials import with_own_trials
from ectrial.trial.protocol import Protocol
from ectrial.trial.study_team import StudyTeams, load_study_teams
from ectrial.trial.used_versions import PUT_ITS_FILE_BACK, changed, gone, told_gone, with_used
from ectrial.trial.versions import Trials, shipped
from ectrial.working_days import is_known
from ectrial.yaml_file import SourceError

Got = TypeVar("Got")


class StartError(Exception):
    """The bot cannot start; `faults` names every reason."""

    def __init__(self, faults: tuple[str, ...]) -> None:
        super().__init__("\n".join(faults))
        self.faults = faults


class CannotServeError(Exception):
    """The bot cannot serve, or Telegram refuses; the message is fit for the operator."""


def now() -> datetime:
    """Give the present time in UTC."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Prepared:
    """Everything that the bot needs to start, checked. The caller closes the ledger."""

    settings: Settings
    trials: Trials
    ledger: Ledger
    clock: Callable[[], datetime] = now
    monotonic: Callable[[], float] = time.monotonic
    study_teams: StudyTeams = field(default_factory=dict)

    @property
    def trial(self) -> Protocol:
        """The protocol version under which a new screening is opened."""
        return self.trials.default


def prepare(env_file: Path = ENV_FILE) -> Prepared:
    """Read the settings and trials, and open the record. Raises StartError with all faults."""
    faults: list[str] = []
    settings = _tried(lambda: read_settings(env_file), faults)
    if settings is not None and not settings.is_practice:
        # imported here: commands that make no calls need no HTTP library
        from bot.telegram.proxies import proxy_faults

        faults += proxy_faults(settings.api_url)
    if settings is not None:
        faults += port_faults(settings)
        faults += _unknown_country(settings)
    trials = _tried(lambda: load_trials(settings), faults)
    teams: StudyTeams | None = None
    if settings is not None and trials is not None:
        faults += _foreign_units(settings, trials)
        teams = _tried(lambda: _study_teams(settings, trials), faults)
    ledger = _tried(lambda: _private_ledger(settings), faults) if settings else None
    if settings and trials and ledger and not faults:
        sweep_beside(ledger.path)
        used = _tried(partial(with_versions_used, trials, ledger), faults)
        if used is not None:
            return Prepared(settings, used, ledger, study_teams=teams or {})
    if ledger:
        ledger.close()
    raise StartError(tuple(faults))


def _private_ledger(settings: Settings) -> Ledger:
    """Open the record, if nobody else on the machine can."""
    if not settings.is_practice and (
        faults := tuple(folder_faults(settings.database, settings.copies))
    ):
        raise StartError(faults)
    return open_ledger(settings)


def _foreign_units(settings: Settings, trials: Trials) -> list[str]:
    """Name the usual units that the labs of no trial have."""
    faults: list[str] = []
    for name, unit in settings.units.items():
        told: list[str] = []
        for trial in trials.ids:
            try:
                usual_units(trials.current(trial).vocabulary, {name: unit})
            except UnitsError as error:
                told += error.faults
        if len(told) == len(trials.ids):
            faults.append(f"ECTRIAL_UNITS: {told[0]}")
    return faults


def _study_teams(settings: Settings, trials: Trials) -> StudyTeams:
    """Read the file about the study teams, if the site has one."""
    path = settings.study_teams
    return {} if path is None else load_study_teams(path, trials.ids)


def _unknown_country(settings: Settings) -> list[str]:
    """Name a country without a calendar; without a country there is none to look for."""
    if not settings.country or is_known(settings.country):
        return []
    return [f"ECTRIAL_COUNTRY: there is no calendar of {settings.country}"]


def load_trials(settings: Settings | None) -> Trials:
    """Find the trials that come with ectrial and those of the site; raises SourceError."""
    trials = shipped()
    _ = trials.default
    folder = None if settings is None else settings.protocols
    return trials if folder is None else with_own_trials(trials, folder)


def with_versions_used(trials: Trials, ledger: Ledger) -> Trials:
    """Add the versions of own trials that the record has, and keep there those of the files.

    A trial that was used and has no file any more is named: nobody sees its screenings.
    Raises SourceError if a file has changed under the number of a version that was used.
    """
    rows = ledger.protocols
    before = rows.kept()
    if faults := tuple(changed(trials, before, rows.is_used)):
        raise SourceError(faults)
    for trial in gone(trials, before, rows.is_used):
        click.echo(printable(f"gone: {told_gone(trial)}; {PUT_ITS_FILE_BACK}"))
    found = with_used(trials, before, rows.is_used)
    if new := {kept(each) for each in found.own} - set(before):
        rows.keep(sorted(new))
    return found


def open_ledger(settings: Settings, via: Via | None = None) -> Ledger:
    """Open the record of these settings; with `via`, as for commands, always the real record.

    Practice makes its own record; the real one is made by `ectrial init` alone.
    """
    is_practice = settings.is_practice and via is None
    name = "ECTRIAL_PRACTICE_DATABASE" if is_practice else "ECTRIAL_DATABASE"
    try:
        return Ledger.open(
            settings.practice_database if is_practice else settings.database,
            site=settings.site,
            via=via or ("sandbox" if is_practice else "telegram"),
            clock=now,
            key=settings.key,
            copies=None if is_practice else settings.copies,
            may_create=is_practice,
        )
    except MixedWorldsError as error:
        raise MixedWorldsError(f"{name}: {error}") from None
    except NoLedgerError as error:
        raise NoLedgerError(f"{name}: {error}\n{way_to_a_record(settings)}") from None
    except (DamagedLedgerError, NotOurLedgerError) as error:
        raise type(error)(
            f"{name}: {error}\n{way_back(settings, is_practice=is_practice)}"
        ) from None


def open_beside(prepared: Prepared) -> Ledger:
    """Open the practice record that lies beside the real one; it is made if it is not there."""
    real = prepared.ledger.path
    return Ledger.open(
        real.with_name(f"{real.stem}-practice{real.suffix}"),
        site=prepared.ledger.site,
        via="sandbox",
        clock=prepared.clock,
        key=prepared.settings.key,
    )


def _tried(make: Callable[[], Got], faults: list[str]) -> Got | None:
    try:
        return make()
    except (StartError, SettingsError, SourceError) as error:
        faults += map(str, error.faults)
    except LedgerError as error:
        faults.append(str(error))
    return None
