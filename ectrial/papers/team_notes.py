"""The team's notes of a screening as a table: what each is about, its thread, who resolved it."""

from collections.abc import Callable, Iterable
from datetime import datetime, tzinfo

from ectrial.record.entries import Kind
from ectrial.record.notes import Note
from ectrial.record.redacted import kept_text
from ectrial.record.threads import ThreadLine
from ectrial.wording.speech import Say, marked

HEAD = (
    marked("Trial"),
    marked("Subject"),
    marked("Note"),
    marked("About"),
    marked("Line"),
    marked("By"),
    marked("At"),
    marked("Words"),
    marked("Resolved by"),
    marked("Resolved at"),
)
LINES = {
    Kind.NOTE_REPLIED: marked("replied"),
    Kind.NOTE_READERS: marked("changed who reads it"),
    Kind.NOTE_RESOLVED: marked("resolved"),
    Kind.NOTE_REOPENED: marked("open again"),
}


def team_notes(
    notes: Iterable[Note],
    about: Callable[[Note], str],
    named: Callable[[int, str], str],
    zone: tzinfo | None,
    say: Say,
) -> list[tuple[str, ...]]:
    """Give the head, then a row for each note and each line of its thread, the oldest first.

    `named` names a person in the role of that time. ValueError for a note that is its author's
    alone: such a note is printed nowhere.
    """

    def at(moment: datetime) -> str:
        return moment.astimezone(zone).isoformat(timespec="minutes")

    def row(note: Note, line: Note | ThreadLine, did: str, who: str, end: tuple[str, str]) -> None:
        of = note.screening
        which = of.trial, of.name, str(note.seq), about(note)
        rows.append((*which, did, who, at(line.at_utc), kept_text(line.text), *end))

    rows = [tuple(map(say, HEAD))]
    for note in notes:
        if note.readers != "team":
            raise ValueError("a note that only its author reads")
        over = note.resolved
        end = (named(over.actor, over.role), at(over.at_utc)) if over else ("", "")
        row(note, note, say("written"), named(note.author, note.role), end)
        for line in note.thread:
            row(note, line, say(LINES[line.kind]), named(line.actor, line.role), ("", ""))
    return rows
