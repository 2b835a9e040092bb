"""`ectrial staff`: who may use the bot, besides the administrators of the settings."""

import click

from bot.cli.endings import end
from bot.setup.settings import read_settings
from bot.setup.start import open_ledger
from ectrial.ledger.ledger import Author
from ectrial.record.entries import Kind, NewEntry
from ectrial.trial.versions import shipped

# A person at the command line has no Telegram number
OPERATOR = Author(0, "operator")


@click.group("staff")
def staff_commands() -> None:
    """Keep the team: who may use the bot, besides the administrators of the settings."""


@staff_commands.command()
@click.argument("number", metavar="ID", type=click.IntRange(min=1))
@click.option("--role", type=click.Choice(["coordinator", "investigator"]), default="coordinator")
def add(number: int, role: str) -> None:
    """Let the person with this Telegram number in."""
    _record(Kind.STAFF_ADDED, number, role)
    click.echo(f"{number} is {role} now")


@staff_commands.command()
@click.argument("number", metavar="ID", type=click.IntRange(min=1))
def remove(number: int) -> None:
    """Let the person with this Telegram number in no longer."""
    _record(Kind.STAFF_REMOVED, number, None)
    click.echo(f"{number} is not of the team any more")


@staff_commands.command(name="list")
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
