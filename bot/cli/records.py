"""`ectrial verify`, `backup` and `restore`: checks and copies of the record."""

from collections.abc import Iterator
from pathlib import Path

import click

from bot.cli.anchors import compare, given
from bot.cli.counted import counted
from bot.cli.endings import end
from bot.cli.given_path import GivenPath
from bot.cli.restored import tell
from bot.exit_codes import ExitCode
from bot.monitoring.printable import printable
from bot.setup.settings import Settings, read_settings
from bot.setup.start import load_trials, now
from ectrial.ledger.copies.backup import back_up
from ectrial.ledger.copies.restore import restore
from ectrial.ledger.errors import LedgerError, OtherHistoryError
from ectrial.ledger.protocol_rows import kept_in_file
from ectrial.ledger.tables.entries import Head
from ectrial.ledger.tables.world import World
from ectrial.ledger.verify import (
    Verification,
    deletions_of_file,
    entries_of_file,
    redactions_of_file,
    verify_file,
)
from ectrial.trial.recomputation import recompute
from ectrial.trial.unreadable import Unreadable
from ectrial.trial.used_versions import changed, gone, told_gone, with_used
from ectrial.trial.versions import Trials

FILE = GivenPath()


@click.command("verify")
@click.argument("file", type=FILE, required=False)
@click.option(
    "--head",
    "heads",
    metavar="HEAD",
    multiple=True,
    help="A head noted elsewhere, such as 2362:07a1b008, or the hash alone; may be given often.",
)
@click.option(
    "--anchors",
    "export",
    type=FILE,
    help="Telegram's export of a chat (result.json), or copied lines, with heads in them.",
)
def verify_command(file: Path | None, heads: tuple[str, ...], export: Path | None) -> None:
    """Check that the record, or a copy of it, is what was written, without changing it.

    Pages, guards, hash chain and list are checked, and every verdict is computed again by the
    version of the protocol that it was given under; so is what each signature signs. A screening
    that cannot be read any more is told by the number of its latest entry. The bot may be at work.
    Without FILE it is the real record; if there is none and no token either, the practice one.

    An end that was cut off with care shows only against heads noted outside of this machine: the
    bot puts one at the end of each text to forward.
    """
    settings = read_settings()
    trials = load_trials(settings)
    anchors = given(heads, export)
    world = None if file else _world(settings)
    file = file or _record(settings)
    trials = _as_used(trials, file, settings.key)
    found = verify_file(file, settings.key, expected=world)
    click.echo(f"record: {file}")
    click.echo(f"head: {_words(found.head)}")
    broken = [
        *_counted(file, settings.key, trials, found),
        *compare(file, settings.key, anchors, found.head[0]),
    ]
    for words in broken:
        click.echo(f"broken: {words}")
    if broken:
        raise SystemExit(ExitCode.BROKEN)


@click.command("backup")
@click.argument("file", type=FILE)
def backup_command(file: Path) -> None:
    """Copy the record to FILE, which must not exist yet; the bot may be at work meanwhile.

    The copy is checked as `verify` does before it gets its name, and takes the same key.
    """
    settings = read_settings()
    head = back_up(_record(settings), file, settings.key)
    click.echo(f"copied: {file}")
    click.echo(f"head: {_words(head)}")


@click.command("restore")
@click.argument("file", type=FILE)
@click.option("--other-history", is_flag=True, help="Go on although FILE is of another record.")
def restore_command(file: Path, *, other_history: bool) -> None:
    """Let the copy FILE be the record from now on; stop the bot first.

    The copy is checked first and stays. What stood in its place is set aside, not deleted. A copy
    must be an earlier or a later state of that, unless told that it is of another record.
    """
    settings = read_settings()
    try:
        restored = restore(
            file, settings.database, now(), settings.key, may_be_other=other_history
        )
    except OtherHistoryError as error:
        end(f"{error}\nIf it is to be the record all the same: restore --other-history {file}")
    click.echo(f"restored: {settings.database}")
    click.echo(f"head: {_words(restored.head)}")
    tell(restored, file)


def _as_used(trials: Trials, file: Path, key: str | None) -> Trials:
    """Add the versions of own trials that a record has; tell which file is another, or gone."""
    try:
        versions, used = kept_in_file(file, key)
    except LedgerError:
        return trials  # told by the checks
    for fault in changed(trials, versions, used.__contains__):
        click.echo(printable(f"changed: {fault}"))
    for trial in gone(trials, versions, used.__contains__):
        click.echo(printable(f"gone: {told_gone(trial)}"))
    return with_used(trials, versions, used.__contains__)


def _record(settings: Settings) -> Path:
    if settings.database.exists():
        return settings.database
    if not settings.record.exists():
        end(f"ECTRIAL_DATABASE: there is no record {settings.database}")
    return settings.record


def _world(settings: Settings) -> World:
    return "real" if settings.database.exists() else "practice"


def _words(head: Head) -> str:
    return f"{head[0]}:{head[1]}"


def _counted(file: Path, key: str | None, trials: Trials, found: Verification) -> Iterator[str]:
    """Print the number of checked entries; give the faults that were found."""
    click.echo(f"entries: {found.head[0]}, screenings: {found.screenings}")
    for seq in found.clock_went_back:
        click.echo(f"clock: went back before entry {seq}")
    yield from (each.fault for each in found.breaks)
    try:
        verdicts = recompute(entries_of_file(file, key), trials)
    except LedgerError as error:
        yield f"the verdicts cannot be computed again: {error}"
        return
    click.echo(f"verdicts: {verdicts.same} computed again, the same")
    for by in redactions_of_file(file, key):
        name = "a text" if by.is_text else "a code"
        what = counted(len(by.rows), "entry", "entries") if by.rows else name
        click.echo(f"redacted: {what}, by entry {by.seq} ({by.reason})")
    for purge in deletions_of_file(file, key):
        copies = counted(purge.copies, "copy", "copies")
        click.echo(
            f"deleted: {copies}, by entry {purge.seq} ({purge.reason}); no entry was redacted"
        )
    if verdicts.signed:
        told = counted(verdicts.signed, "signature", "signatures")
        click.echo(f"signed: {told}, for what the record had")
    if verdicts.not_shipped:
        click.echo(
            f"verdicts: {verdicts.not_shipped} of a trial or version that is not shipped,"
            " not computed again"
        )
    for each in verdicts.unreadable:
        click.echo(f"unreadable: {_why(each)}")
    yield from (
        f"the verdict of entry {seq} is not what its answers give" for seq in verdicts.wrong
    )
    yield from (
        f"entry {seq} signs another content than the record had" for seq in verdicts.wrongly_signed
    )


def _why(each: Unreadable) -> str:
    """Say why a screening is unreadable, with the number of its latest entry and no answer."""
    version = f"{each.screening.trial} version {each.version or 'none'}"
    which = f"the screening of entry {each.seq}"
    if not each.items:
        return f"{which} is of {version}, which is not shipped"
    return f"{which}: {version} cannot read its answer to {', '.join(each.items)}"
