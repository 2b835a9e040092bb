"""`ectrial check`: tells an author every fault of the files of a trial at once."""

from pathlib import Path

import click

from bot.cli.counted import counted
from bot.cli.endings import end
from bot.cli.given_path import GivenPath
from bot.exit_codes import ExitCode
from bot.monitoring.printable import printable
from ectrial.trial.checking import check

LONGEST = 2000


@click.command("check")
@click.argument("files", type=GivenPath(), nargs=-1, required=True)
def check_command(files: tuple[Path, ...]) -> None:
    """Tell every fault of protocol files, and of the items they read, with file and line.

    FILE is a protocol file, with its items in the folder items beside it or beside its folder; or
    a folder with protocols/*.yaml and items/*.yaml. Nothing is changed. Ends with 1 if there is a
    fault; what is only odd is told as a warning.
    """
    if missing := [file for file in files if not file.exists()]:
        end(*(printable(f"{file}: there is no such file") for file in missing))
    found = check(list(files))
    for fault in found.faults:
        _tell(str(fault))
    for warning in found.warnings:
        _tell(f"warning: {warning}")
    for protocol in found.protocols:
        _tell(f"usable: {protocol.id} version {protocol.version}")
    faults = counted(len(found.faults), "fault", "faults")
    click.echo(f"{faults}, {counted(len(found.warnings), 'warning', 'warnings')}")
    if found.faults:
        raise SystemExit(ExitCode.BROKEN)


def _tell(words: str) -> None:
    line = printable(words)
    click.echo(f"{line[:LONGEST]}…" if len(line) > LONGEST else line)
