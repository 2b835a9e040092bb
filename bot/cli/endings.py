"""How a command ends when it cannot do its work: plain lines and an exit code."""

from typing import Any, NoReturn

import click

from bot.exit_codes import ExitCode
from bot.setup.settings import SettingsError
from bot.setup.start import CannotServeError, StartError
from ectrial.ledger.errors import LedgerError
from ectrial.yaml_file import SourceError


class Commands(click.Group):
    """A group of commands that print faults as plain lines instead of a traceback."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the named command."""
        try:
            return super().invoke(ctx)
        except (StartError, SettingsError, SourceError) as error:
            end(*map(str, error.faults))
        except (LedgerError, CannotServeError) as error:
            end(str(error))


def end(*faults: str, code: ExitCode = ExitCode.UNUSABLE) -> NoReturn:
    """Write the faults to standard error, one a line, and end the command."""
    for fault in faults:
        click.echo(fault, err=True)
    raise SystemExit(code)
