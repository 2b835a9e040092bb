"""The command line: run the bot, check the record, keep the team."""

import gc
import logging

import click

from bot.cli.assess import assess_command
from bot.cli.endings import end, told_plainly
from bot.cli.labs import labs_command
from bot.cli.records import backup_command, restore_command, verify_command
from bot.cli.status import status_command
from bot.monitoring.logs import report, set_up
from bot.setup.settings import read_settings
from bot.setup.start import open_ledger, prepare
from ectrial.ledger.ledger import Author
from ectrial.record.entries import Kind, NewEntry
from ectrial.trial.versions import shipped

# The operator at the machine has no Telegram number
OPERATOR = Author(0, "operator")
BROKEN = 1
# Looking for garbage after every 700 new objects, as Python does, took 7 % of every tap, and found
# none: neither a turn nor an assessment leaves cycles
OBJECTS_BETWEEN_LOOKS = 20_000

logger = logging.getLogger(__name__)


@click.group()
@click.version_option(package_name="ectrial")
def main() -> None:
    """Eligibility pre-screening for EC-CRT-003 (NCT05512520)."""
    gc.set_threshold(OBJECTS_BETWEEN_LOOKS)


main.add_command(assess_command)
main.add_command(labs_command)
main.add_command(verify_command)
main.add_command(backup_command)
main.add_command(restore_command)
main.add_command(status_command)


@main.command()
@told_plainly
def run() -> None:
    """Run the bot: with Telegram if there is a token, otherwise in the sandbox."""
    # Imported here: the messenger takes half a second, and no other command needs it
    from bot.app import run as run_bot
    from bot.serving.intake import CannotServeError
    from bot.setup.event_loop import run as run_in_loop

    set_up()
    prepared = prepare()
    with prepared.ledger:
        settings = prepared.settings
        secrets = settings.token, settings.database_key, settings.webhook_secret
        set_up(*secrets, shape=settings.logs)
        try:
            run_in_loop(run_bot(prepared))
        except CannotServeError as error:
            end(str(error))
        except Exception as error:  # noqa: BLE001 - a traceback would tell the error's words
            report(logger, "the bot ended by an error of its own", error)
            raise SystemExit(BROKEN) from None


@main.group()
def staff() -> None:
    """Keep the team: who may use the bot, besides the administrators of the settings."""


@staff.command()
@click.argument("number", metavar="ID", type=click.IntRange(min=1))
@click.option("--role", type=click.Choice(["coordinator", "investigator"]), default="coordinator")
@told_plainly
def add(number: int, role: str) -> None:
    """Let the person with this Telegram number in."""
    _record(Kind.STAFF_ADDED, number, role)
    click.echo(f"{number} is {role} now")


@staff.command()
@click.argument("number", metavar="ID", type=click.IntRange(min=1))
@told_plainly
def remove(number: int) -> None:
    """Let the person with this Telegram number in no longer."""
    _record(Kind.STAFF_REMOVED, number, None)
    click.echo(f"{number} is not of the team any more")


@staff.command(name="list")
@told_plainly
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
    settings, trials = read_settings(), shipped()
    with open_ledger(settings, "cli") as ledger:
        if kind is Kind.STAFF_REMOVED and number not in ledger.staff():
            end(f"{number} is not of the team")
        said = NewEntry(kind=kind, trial=trials.ids[0], item=str(number), value=role)
        ledger.append([said], OPERATOR)
