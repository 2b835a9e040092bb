"""`ectrial staff`: who may use the bot, besides the administrators of the settings."""

import time
from contextlib import suppress
from typing import get_args

import click

from bot.cli.endings import end
from bot.cli.given_choice import GivenChoice
from bot.control.asking import ask
from bot.control.team import LARGEST_NUMBER, Asked, Role, Told, carry_out
from bot.setup.settings import Settings, read_settings
from bot.setup.start import load_trials, open_ledger
from conversations.inviting import name_of
from ectrial.ledger.errors import LedgerBusyError

NUMBER = click.IntRange(min=1, max=LARGEST_NUMBER)
# A bot that just starts holds the record before it can be asked, and one that ends for longer
TRIES, SECONDS_BETWEEN = 20, 0.1
NOT_PRACTICE = """\
This is about the record {database} (ECTRIAL_DATABASE), not about practice. In practice /team on
the page keeps the team, and the page's authenticator shows the digits of who may sign."""


@click.group("staff")
def staff_commands() -> None:
    """Keep the team: who may use the bot, besides the administrators of the settings.

    This is the team of the record that ECTRIAL_DATABASE names, never that of practice: there /team
    on the page keeps it. A running bot is asked to do it, at once; otherwise it is done in the
    record's file.
    """


TRIAL = click.option("--trial", default="", help="Whose team, if there are several trials.")


def _named(_context: click.Context, _parameter: click.Parameter, name: str) -> str:
    if name and (name := name_of(name) or "") == "":
        raise click.BadParameter("a name in one line, of 40 letters at most")
    return name


@staff_commands.command()
@click.argument("number", metavar="ID", type=NUMBER)
@click.option("--role", type=GivenChoice(get_args(Role)), default="coordinator")
@click.option("--name", default="", callback=_named, help="How colleagues know the person.")
@TRIAL
def add(number: int, role: Role, name: str, trial: str) -> None:
    """Let the person with this Telegram number in."""
    told = answer_to(Asked(action="add", person=number, role=role, name=name, trial=trial))
    changed = f"{role} now, and was {told.before}" if told.before else f"{role} now"
    click.echo(f"{number} is {f'{role} already' if told.before == role else changed}")
    if number in told.admins:
        click.echo(f"{number} is an administrator as well: ECTRIAL_ADMIN_IDS names it")


@staff_commands.command()
@click.argument("number", metavar="ID", type=NUMBER)
@TRIAL
def remove(number: int, trial: str) -> None:
    """Let the person with this Telegram number in no longer."""
    told = answer_to(Asked(action="remove", person=number, trial=trial))
    click.echo(f"{number} is not of the team any more")
    if number in told.admins:
        click.echo(f"{number} stays an administrator: ECTRIAL_ADMIN_IDS names it")


@staff_commands.command()
@click.argument("number", metavar="ID", type=NUMBER)
def found(number: int) -> None:
    """Let a person in again whose phone was reported lost: the way back of the last administrator.

    Make sure first that the person has the phone. It holds in all trials.
    """
    answer_to(Asked(action="found", person=number))
    click.echo(f"{number} is let in again")


@staff_commands.command(name="list")
@TRIAL
def list_(trial: str) -> None:
    """Tell who is of the team."""
    told = answer_to(Asked(action="list", trial=trial))
    for number in told.admins:
        click.echo(f"{number} admin (ECTRIAL_ADMIN_IDS)")
    for number, role in told.team.items():
        click.echo(" ".join(filter(None, (str(number), role, told.notes.get(number)))))
    if not told.admins and not told.team:
        click.echo("nobody is of the team yet")


@staff_commands.command()
@TRIAL
def log(trial: str) -> None:
    """Print the delegation log as CSV: who was allowed what, when, by whose authority."""
    settings = read_settings()
    told = answer_to(
        Asked(action="log", trial=trial, zone=settings.timezone, language=settings.language)
    )
    click.echo(told.log.encode("utf-8-sig"), nl=False)


def answer_to(asked: Asked) -> Told:
    """Have a request carried out by the running bot, or in the file; ends if it is refused."""
    settings = read_settings()
    if settings.is_practice and settings.practice_database.exists():
        # whoever has only practised so far may mean that team
        click.echo(NOT_PRACTICE.format(database=settings.database), err=True)
    told = asked_or_done(settings, asked)
    if told.refused:
        end(told.refused)
    return told


def asked_or_done(settings: Settings, asked: Asked) -> Told:
    """Ask the running bot, or do it in the file; neither works while a bot starts or ends."""
    for _ in range(TRIES):
        told = ask(settings.database, asked)
        if told is not None:
            return told
        with suppress(LedgerBusyError):
            return done(settings, asked)
        time.sleep(SECONDS_BETWEEN)
    return done(settings, asked)


def done(settings: Settings, asked: Asked) -> Told:
    """Do it in the file; LedgerBusyError if somebody works with that."""
    with open_ledger(settings, "cli") as ledger:
        given = load_trials(settings).ids, settings.admins, settings.pepper
        return carry_out(ledger, *given, asked)
