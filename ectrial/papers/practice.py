"""The marks by which no paper of practice is taken for one of a real record, in every format."""

from dataclasses import replace
from typing import Final

from ectrial.papers.calendar_file import CalendarEvent
from ectrial.papers.table import Table
from ectrial.wording.speech import Say, speech

Content = Table | CalendarEvent
"""What is no file yet: who writes it knows whether it is of practice."""
MARK: Final = "PRACTICE"
"""Stands in the name of the file and before what every row, line or resource is of."""


def practised(text: str) -> str:
    """Mark a cell or an id, which keeps its place and its form.

    >>> practised("T-1"), practised("")
    ('PRACTICE T-1', 'PRACTICE')
    """
    return f"{MARK} {text}".rstrip()


def practised_file(name: str) -> str:
    """Mark the name of a file at its beginning, where a list of files does not cut it off."""
    return f"{MARK}_{name}"


def practised_words(say: Say, words: str) -> str:
    """Mark the words below a file."""
    return say("PRACTICE · {subject}", subject=words)


def practised_table(table: Table) -> Table:
    """Mark the first cell of each row, which names the trial; the head stays.

    A table without rows gets one that has the mark alone.

    >>> practised_table([("Trial", "Note"), ("T-1", "1")])
    [('Trial', 'Note'), ('PRACTICE T-1', '1')]
    >>> practised_table([("Trial", "Note")])
    [('Trial', 'Note'), ('PRACTICE', '')]
    """
    head, *rows = table
    rows = rows or [("",) * len(head)]
    return [head, *((practised(first), *cells) for first, *cells in rows)]


def practised_event(event: CalendarEvent) -> CalendarEvent:
    """Mark an appointment; by an id of its own it takes the place of no real one."""
    return replace(event, uid=f"{MARK}-{event.uid}", summary=practised(event.summary))


def banner() -> str:
    """Give the line that stands on every page and picture, in both languages."""
    return " · ".join(map(_not_real, (speech("en"), speech("zh"))))


def _not_real(say: Say) -> str:
    return say("PRACTICE – not a real record")
