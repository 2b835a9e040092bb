"""How a command ends when it cannot do its work: plain lines and an exit code, no traceback."""

from collections.abc import Callable
from functools import wraps
from typing import NoReturn, ParamSpec, TypeVar

import click

from bot.setup.settings import SettingsError
from bot.setup.start import StartError
from ectrial.ledger.errors import LedgerError
from ectrial.yaml_file import SourceError

UNUSABLE = 2

Given = ParamSpec("Given")
Got = TypeVar("Got")


def told_plainly(command: Callable[Given, Got]) -> Callable[Given, Got]:
    """End with the faults as plain lines instead of a traceback."""

    @wraps(command)
    def told(*given: Given.args, **named: Given.kwargs) -> Got:
        try:
            return command(*given, **named)
        except (StartError, SettingsError, SourceError) as error:
            end(*map(str, error.faults))
        except LedgerError as error:
            end(str(error))

    return told


def end(*faults: str) -> NoReturn:
    """Tell what is wrong and end."""
    for fault in faults:
        click.echo(fault, err=True)
    raise SystemExit(UNUSABLE)
