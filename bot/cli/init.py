"""`ectrial init`: makes the record, once, before the first start with a token."""

import click

from bot.cli.endings import end
from bot.setup.settings import read_settings
from bot.setup.way_back import refusal_beside_remains
from ectrial.ledger.copies.restore import is_decided
from ectrial.ledger.creating import create
from ectrial.ledger.sqlite.files import is_there


@click.command("init")
def init_command() -> None:
    """Make the real record, empty; nothing else ever does.

    Refused where a record is, and where an earlier one has left copies or other files.
    """
    settings = read_settings()
    record = settings.database
    if is_there(record):
        end(f"ECTRIAL_DATABASE: there is a record {record} already; ectrial run uses it")
    if is_decided(record):
        end(f"ECTRIAL_DATABASE: {record} is being restored; ectrial run finishes that")
    refusal = refusal_beside_remains(settings)
    if refusal:
        end(f"ECTRIAL_DATABASE: {refusal}")
    create(record, "real", settings.key)
    click.echo(f"made: {record}")
