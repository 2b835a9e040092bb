"""The command line: run the bot, check the record, keep the team."""

from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import NoReturn, ParamSpec, TypeVar

import click

from bot.assess import assess_command
from bot.labs_command import labs_command
from bot.logs import set_up
from bot.settings import Settings, SettingsError, read_settings
from bot.start import StartError, load_trial, open_ledger, prepare
from ectrial.ledger.errors import LedgerError
from ectrial.ledger.ledger import Author
from ectrial.ledger.verify import verify_file
from ectrial.record import Kind, NewEntry
from ectrial.source import SourceError

# Whoever sits at the machine has no Telegram number
OPERATOR = Author(0, "operator")
UNUSABLE = 2

Given = ParamSpec("Given")
Got = TypeVar("Got")


def _told_plainly(command: Callable[Given, Got]) -> Callable[Given, Got]:
    """End with the faults as plain lines instead of a traceback."""

    @wraps(command)
    def told(*given: Given.args, **named: Given.kwargs) -> Got:
        try:
            return command(*given, **named)
        except (StartError, SettingsError, SourceError) as error:
            _end(*map(str, error.faults))
        except LedgerError as error:
            _end(str(error))

    return told


def _end(*faults: str) -> NoReturn:
    for fault in faults:
        click.echo(fault, err=True)
    raise SystemExit(UNUSABLE)


@click.group()
@click.version_option(package_name="ectrial")
def main() -> None:
    """Eligibility pre-screening for EC-CRT-003 (NCT05512520)."""


main.add_command(assess_command)
main.add_command(labs_command)


@main.command()
@_told_plainly
def run() -> None:
    """Run the bot: with Telegram if there is a token, otherwise in the sandbox."""
    # Imported here: the messenger takes half a second, and no other command needs it
    from bot.app import run as run_bot
    from bot.intake import CannotServeError
    from bot.loop import run as run_in_loop

    set_up()
    prepared = prepare()
    with prepared.ledger:
        set_up(prepared.settings.token)
        try:
            run_in_loop(run_bot(prepared))
        except CannotServeError as error:
            _end(str(error))


@main.command()
@click.argument("file", type=click.Path(path_type=Path), required=False)
@_told_plainly
def verify(file: Path | None) -> None:
    """Check that the record is what was written, without changing it.

    Without FILE it is the real record; if there is none and no token either, the practice one.
    """
    settings = read_settings()
    file = file or _record_to_verify(settings)
    found = verify_file(file, settings.key)
    seq, head = found.head
    click.echo(f"record: {file}")
    click.echo(f"head: entry {seq}, {head}")
    for each in found.breaks:
        click.echo(f"broken: {each.fault}")
    if not found.holds:
        raise SystemExit(1)


def _record_to_verify(settings: Settings) -> Path:
    if settings.database.exists():
        return settings.database
    if not settings.record.exists():
        _end(f"ECTRIAL_DATABASE: there is no record {settings.database}")
    return settings.record


@main.group()
def staff() -> None:
    """Keep the team: who may use the bot, besides the administrators of the settings."""


@staff.command()
@click.argument("number", metavar="ID", type=click.IntRange(min=1))
@click.option("--role", type=click.Choice(["coordinator", "investigator"]), default="coordinator")
@_told_plainly
def add(number: int, role: str) -> None:
    """Let the person with this Telegram number in."""
    _record(Kind.STAFF_ADDED, number, role)
    click.echo(f"{number} is {role} now")


@staff.command()
@click.argument("number", metavar="ID", type=click.IntRange(min=1))
@_told_plainly
def remove(number: int) -> None:
    """Let the person with this Telegram number in no longer."""
    _record(Kind.STAFF_REMOVED, number, None)
    click.echo(f"{number} is not of the team any more")


@staff.command(name="list")
@_told_plainly
def list_() -> None:
    """Tell who is of the team."""
    settings = read_settings()
    with open_ledger(settings, "cli") as ledger:
        team = ledger.staff()
    for number in sorted(settings.admins):
        click.echo(f"{number} admin (ECTRIAL_ADMIN_IDS)")
    for number, role in sorted(team.items()):
        click.echo(f"{number} {role}")


def _record(kind: Kind, number: int, role: str | None) -> None:
    settings, trial = read_settings(), load_trial()
    with open_ledger(settings, "cli") as ledger:
        if kind is Kind.STAFF_REMOVED and number not in ledger.staff():
            _end(f"{number} is not of the team")
        said = NewEntry(kind=kind, trial=trial.id, item=str(number), value=role)
        ledger.append([said], OPERATOR)
