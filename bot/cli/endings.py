"""How a command ends when it cannot do its work: plain lines and an exit code."""

import logging
from typing import Any, NoReturn

import click

from bot.exit_codes import ExitCode
from bot.monitoring.hooks import log_what_python_would_print
from bot.monitoring.logs import kind_and_place, set_up
from bot.monitoring.printable import print_only_what_is_printable, printable
from bot.setup.process import keep_to_ourselves
from bot.setup.settings import SettingsError
from bot.setup.start import CannotServeError, StartError
from ectrial.ledger.errors import LedgerError
from ectrial.yaml_file import SourceError

# What a file says of itself may have no end
LONGEST = 2000


class Commands(click.Group):
    """A group of commands that print faults as plain lines instead of a traceback."""

    def main(self, *args: Any, **extra: Any) -> Any:
        """Begin with what every command needs, before a word of its arguments is read."""
        keep_to_ourselves()
        print_only_what_is_printable()
        set_up(level=logging.WARNING)
        log_what_python_would_print()
        return super().main(*args, **extra)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the named command."""
        try:
            return super().invoke(ctx)
        except (StartError, SettingsError) as error:
            end(*error.faults)
        except SourceError as error:
            end(*(printable(str(fault)) for fault in error.faults))
        except (LedgerError, CannotServeError) as error:
            end(str(error))
        except (click.ClickException, click.exceptions.Exit, click.Abort, BrokenPipeError):
            raise
        except Exception as error:  # noqa: BLE001 - a traceback would tell the error's words
            end(f"an error of its own: {kind_and_place(error)}", code=ExitCode.BROKEN)


def end(*faults: str, code: ExitCode = ExitCode.UNUSABLE) -> NoReturn:
    """Write the faults to standard error, one a line, and end the command."""
    for fault in faults:
        click.echo(f"{fault[:LONGEST]}…" if len(fault) > LONGEST else fault, err=True)
    raise SystemExit(code)
