"""`ectrial enrol`: a new secret for the authenticator app of a person, shown as a QR code."""

import click

from bot.cli.staff import NUMBER, answer_to
from bot.control.team import Asked
from bot.enrolling import drawn

NEXT = """\
{number} is enrolled. Scan this now with the authenticator app: it is shown once, and whoever
sees it has the secret. An earlier secret of {number} counts no more. In the chat with the bot,
/start and Confirm my authenticator app."""


@click.command("enrol")
@click.argument("number", metavar="ID", type=NUMBER)
def enrol_command(number: int) -> None:
    """Give the person with this Telegram number a new secret for an authenticator app.

    It also opens again what five wrong codes have locked. A running bot is asked, at once.
    It acts on the record that ECTRIAL_DATABASE names, never on practice: there who may sign is
    enrolled from the start, and the page's authenticator shows the digits.
    """
    told = answer_to(Asked(action="enrol", person=number))
    click.echo(drawn(told.address))
    click.echo(NEXT.format(number=number))
