"""`ectrial redact`: takes a code or a text out of the record, such as a name typed as a code."""

import sys
from dataclasses import replace
from pathlib import Path

import click

from bot.cli.counted import counted
from bot.cli.endings import end
from bot.cli.given_choice import GivenChoice
from bot.cli.sought import (
    Sought,
    entries_of,
    on_file,
    readings,
    refuse_wrong_code,
    seek,
    seek_texts,
    told,
)
from bot.exit_codes import ExitCode
from bot.setup.settings import Settings, read_settings
from bot.setup.start import now, open_ledger
from ectrial.ledger.copies.holders import delete
from ectrial.ledger.copies.redacted_since import OPERATOR
from ectrial.ledger.copies.redaction import REASONS, Wish
from ectrial.ledger.copies.rotation import keep_copy
from ectrial.ledger.redacting import forget_in_chats, note_deletion, redact_all
from ectrial.record.entries import Reason
from ectrial.trial.versions import shipped

REMAINS = """\
What no command here can take away:
- the chats: Telegram keeps messages and cards with it, and so do its exports and whoever
  was forwarded a text; delete them there, and in notes and papers
- copies elsewhere: made by hand, by rsync or restic, snapshots of the machine or its disk, and
  what a deleted file leaves on the disk itself
- free texts in which it is written as the bot does not read it, and papers that were sent
- entries from before version 0.4.0 keep a hash that covered the code without a salt: who guesses
  the code can check the guess against it"""


@click.command("redact")
@click.option("--reason", type=GivenChoice([reason.value for reason in REASONS]), required=True)
@click.option("--to", metavar="CODE", help="The right code; without it, it reads REDACTED-….")
@click.option("--trial", help="Where several trials have the code: in which one.")
@click.option("--site", help="Where several sites have the code: at which one.")
@click.option(
    "--with-answers", is_flag=True, help="Empty all entries of the subject; it is listed no more."
)
@click.option(
    "--text", "is_text", is_flag=True, help="Words: every free text and name that holds them goes."
)
@click.option("--delete-copies", is_flag=True, help="Delete the copies that hold it, too.")
def redact_command(
    reason: str,
    to: str | None,
    trial: str | None,
    site: str | None,
    *,
    with_answers: bool,
    is_text: bool,
    delete_copies: bool,
) -> None:
    """Take a code, or with --text free texts, out of the record for good; stop the bot first.

    The code is asked for, as words of a command stay in the shell's history. The record is written
    anew without it and replaced in one step; an entry says that, when and why, and the chain
    still holds. Copies that hold the code are named, and deleted only on a second word; files that
    cannot be read are named, and never deleted.
    """
    if is_text and (to or with_answers):
        end("--text goes with neither --to nor --with-answers")
    settings = read_settings()
    with open_ledger(settings, "cli"):
        known = on_file(settings, trial, site)
    if is_text:
        sought, right = seek_texts(settings, _asked("words"), trial, site), None
    else:
        sought = seek(settings, readings(settings, _asked("code")), trial, site)
        right = refuse_wrong_code(settings, sought, known, to)
    told(settings, sought)
    if not sought.is_in_copies_alone and not _is_meant('Type "redact" to go on', "redact"):
        end("nothing was redacted", code=ExitCode.BROKEN)
    gone = _to_delete(sought.files.copies, asked=delete_copies)
    wishes = _wishes(sought, Reason(reason), right, len(gone), with_answers=with_answers)
    if wishes:
        _redact(settings, sought, wishes)
    if not sought.subject and sought.chats:
        _forget(settings, sought)
    _delete(settings, sought, gone, Reason(reason))
    click.echo(REMAINS)


def _asked(what: str) -> str:
    words = f"The {what} to redact, as {'they are' if what == 'words' else 'it is'} written"
    return str(click.prompt(words, hide_input=sys.stdin.isatty()))


def _wishes(
    sought: Sought, reason: Reason, right: str | None, deleted: int, *, with_answers: bool
) -> tuple[Wish, ...]:
    # the texts first, as all of the subject's are emptied with the answers
    wishes = [Wish(each.place, each.text, reason, OPERATOR, is_text=True) for each in sought.texts]
    if sought.subject:
        wishes.append(Wish(*sought.subject, reason, OPERATOR, right, with_answers))
    # the first entry tells of the copies
    return tuple(replace(each, copies_deleted=deleted) for each in wishes[:1]) + tuple(wishes[1:])


def _is_meant(words: str, wanted: str) -> bool:
    answer = click.prompt(words, default="", show_default=False)
    return bool(answer.strip().lower() == wanted)


def _to_delete(copies: tuple[Path, ...], *, asked: bool) -> tuple[Path, ...]:
    these = f"these {len(copies)} copies" if len(copies) > 1 else "this copy"
    words = f'Type "delete" to delete {these}; Enter keeps {"them" if len(copies) > 1 else "it"}'
    return copies if copies and (asked or _is_meant(words, "delete")) else ()


def _redact(settings: Settings, sought: Sought, wishes: tuple[Wish, ...]) -> None:
    database, key, copies = settings.database, settings.key, settings.copies
    all_done = redact_all(database, wishes, now(), key, copies, sought.names)
    named = [f"the text of {entries_of(text)}" for text in sought.texts]
    for what, done in zip((*named, "it"), all_done, strict=False):
        changed = counted(done.entries, "older entry", "older entries")
        rows = f"; {changed} changed" if done.entries else ""
        click.echo(f"redacted: {what} reads {done.code} now{rows}")
    click.echo(f"head: {done.head[0]}:{done.head[1]}")


def _forget(settings: Settings, sought: Sought) -> None:
    chats = forget_in_chats(
        settings.database, sought.written, now(), settings.key, settings.copies, sought.names
    )
    click.echo(f"forgotten: {counted(chats, 'chat begins', 'chats begin')} at home")


def _delete(settings: Settings, sought: Sought, gone: tuple[Path, ...], reason: Reason) -> None:
    """Delete the copies, and make a new one of the record that has taken its place."""
    found = len(sought.files.copies)
    if gone:
        delete(gone)
        if sought.subject is None and not sought.texts:
            # after it: an entry of no redaction tells only what was done
            with open_ledger(settings, "cli") as ledger:
                note_deletion(ledger, shipped().ids[0], reason, len(gone))
        keep_copy(settings.database, settings.copies, now(), "hourly", settings.key)
        click.echo(f"deleted: {counted(len(gone), 'copy', 'copies')}; a new one was made")
    elif found:
        kept = counted(found, "copy", "copies")
        they = "it" if found == 1 else "them"
        click.echo(f"kept: {kept}; ectrial redact deletes {they} when it is called again")
