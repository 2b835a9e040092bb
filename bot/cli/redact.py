"""`ectrial redact`: takes a subject code out of the record, such as a name typed as a code."""

import sys
from pathlib import Path

import click

from bot.cli.endings import end
from bot.exit_codes import ExitCode
from bot.setup.settings import Settings, read_settings
from bot.setup.start import now, open_ledger
from ectrial.ledger.copies.holders import delete, holders
from ectrial.ledger.copies.redacted_since import OPERATOR
from ectrial.ledger.copies.redaction import REASONS, Done, Wish
from ectrial.ledger.copies.rotation import keep_copy
from ectrial.ledger.redacting import note_deletion, redact
from ectrial.record.entries import Reason
from ectrial.trial.versions import shipped

REMAINS = """\
What no command here can take away:
- the chats: Telegram keeps messages and cards with the code, and so do its exports and whoever
  was forwarded a text; delete them there, and in notes and papers
- copies elsewhere: made by hand, by rsync or restic, snapshots of the machine or its disk, and
  what a deleted file leaves on the disk itself
- entries from before version 0.4.0 keep a hash that covered the code without a salt: who guesses
  the code can check the guess against it"""


@click.command("redact")
@click.option("--reason", type=click.Choice([reason.value for reason in REASONS]), required=True)
@click.option("--to", metavar="CODE", help="The right code; without it, it reads REDACTED-….")
@click.option("--trial", help="Where several trials have the code: in which one.")
@click.option(
    "--with-answers", is_flag=True, help="Empty all entries of the subject; it is listed no more."
)
@click.option("--delete-copies", is_flag=True, help="Delete the copies that hold the code, too.")
def redact_command(
    reason: str, to: str | None, trial: str | None, *, with_answers: bool, delete_copies: bool
) -> None:
    """Take a subject code out of the record for good; stop the bot first.

    The code is asked for, as words of a command stay in the shell's history. The record is written
    anew without it and replaced in one step; an entry says that, when and why, and the chain
    still holds. Copies that hold the code are named, and deleted only on a second word.
    """
    settings = read_settings()
    right = _right_code(settings, to)
    code = click.prompt("The code to redact, as it is written", hide_input=sys.stdin.isatty())
    trial = _trial_of(settings, code, trial)
    found = holders(settings.database, settings.copies, code, settings.key)
    _ask(trial, found)
    gone = found if found and _are_deleted(found, asked=delete_copies) else ()
    if trial:
        place = settings.site, trial
        _redact(
            settings, Wish(place, code, Reason(reason), OPERATOR, right, with_answers, len(gone))
        )
    elif gone:
        with open_ledger(settings, "cli") as ledger:
            note_deletion(ledger, shipped().ids[0], Reason(reason), len(gone))
    _delete(settings, gone, len(found))
    click.echo(REMAINS)


def _right_code(settings: Settings, to: str | None) -> str | None:
    """Read the code that is to be read instead, by the rules of the site."""
    if to is None:
        return None
    codes = settings.subject_codes
    read = codes.read(to)
    if read is None or codes.may_name_somebody(read):
        end(f"--to: this may be a name or no code; codes are written as {codes.example}")
    return read


def _trial_of(settings: Settings, code: str, trial: str | None) -> str:
    """Give the trial in which the code is on file; empty if there is none."""
    with open_ledger(settings, "cli") as ledger:
        counts = {
            each: len(ledger.episodes(each, code))
            for each in ([trial] if trial else shipped().ids)
        }
    found = [each for each, count in counts.items() if count]
    if len(found) > 1:
        end(f"the code is on file in {' and '.join(found)}; say which: --trial")
    for each in found:
        click.echo(f"on file: {counts[each]} screenings in {each} at {settings.site}")
    return found[0] if found else ""


def _ask(trial: str, found: tuple[Path, ...]) -> None:
    """Tell which copies hold the code, and go on only if the person says so."""
    for file in found:
        click.echo(f"holds it, or may: {file}")
    if not (trial or found):
        end("neither the record nor a copy beside it holds this code", code=ExitCode.BROKEN)
    if trial and not _is_meant('Type "redact" to go on', "redact"):
        end("nothing was redacted", code=ExitCode.BROKEN)


def _is_meant(words: str, wanted: str) -> bool:
    answer = click.prompt(words, default="", show_default=False)
    return bool(answer.strip().lower() == wanted)


def _are_deleted(found: tuple[Path, ...], *, asked: bool) -> bool:
    words = f'Type "delete" to delete these {len(found)} copies; Enter keeps them'
    return asked or _is_meant(words, "delete")


def _redact(settings: Settings, wish: Wish) -> None:
    done: Done = redact(settings.database, wish, now(), settings.key, settings.copies)
    click.echo(f"redacted: {done.entries} older entries changed; it reads {done.code} now")
    click.echo(f"head: {done.head[0]}:{done.head[1]}")


def _delete(settings: Settings, gone: tuple[Path, ...], found: int) -> None:
    """Delete the copies, and make a new one of the record that has taken its place."""
    if gone:
        delete(gone)
        keep_copy(settings.database, settings.copies, now(), "hourly", settings.key)
        click.echo(f"deleted: {len(gone)} copies; a new one was made")
    elif found:
        click.echo(f"kept: {found} copies; ectrial redact deletes them when it is called again")
