"""The command line: its commands, and the one that runs the bot."""

import gc
import logging

import click

from bot.cli.assess import assess_command
from bot.cli.check import check_command
from bot.cli.endings import Commands
from bot.cli.enrol import enrol_command
from bot.cli.export import export_command
from bot.cli.imports import import_command
from bot.cli.init import init_command
from bot.cli.labs import labs_command
from bot.cli.records import backup_command, restore_command, verify_command
from bot.cli.redact import redact_command
from bot.cli.staff import staff_commands
from bot.cli.status import status_command
from bot.exit_codes import ExitCode
from bot.monitoring.logs import report, set_up
from bot.setup.start import CannotServeError, prepare

# By default Python looks for garbage after every 700 new objects. That took 7 % of every tap and
# found none, as neither a turn nor an assessment leaves reference cycles.
OBJECTS_BETWEEN_LOOKS = 20_000

logger = logging.getLogger(__name__)


@click.group(cls=Commands)
@click.version_option(package_name="ectrial")
def main() -> None:
    """Eligibility pre-screening for EC-CRT-003 (NCT05512520) and a site's own trials."""
    gc.set_threshold(OBJECTS_BETWEEN_LOOKS)


@main.command()
def run() -> None:
    """Run the bot: with Telegram if there is a token, otherwise in the sandbox."""
    # imported here: loading the messenger takes half a second, and no other command needs it
    from bot.app import run as run_bot
    from bot.setup.event_loop import run as run_in_loop

    set_up()
    prepared = prepare()
    with prepared.ledger:
        settings = prepared.settings
        secrets = settings.database_key, settings.pepper_key, settings.webhook_secret
        set_up(settings.token, *secrets, log_format=settings.logs)
        try:
            run_in_loop(run_bot(prepared))
        except CannotServeError:
            raise
        except Exception as error:  # noqa: BLE001 - a traceback would tell the error's words
            report(logger, "the bot ended by an error of its own", error)
            raise SystemExit(ExitCode.BROKEN) from None


for _command in (
    assess_command,
    check_command,
    labs_command,
    init_command,
    verify_command,
    backup_command,
    restore_command,
    redact_command,
    export_command,
    import_command,
    staff_commands,
    enrol_command,
    status_command,
):
    main.add_command(_command)
