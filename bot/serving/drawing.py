"""Draws and writes what a turn sends beside the card: the dialogue only names it."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import tzinfo
from functools import partial
from io import BytesIO

from bot.papers.making import bytes_of
from bot.serving.asked_papers import MADE_LATER
from bot.serving.still_meant import is_still_consented
from bot.telegram.files import File
from conversations.turn import Document, Picture, Turn
from ectrial.ledger.ledger import Ledger
from ectrial.papers.calendar_file import CalendarEvent, calendar_file
from ectrial.papers.delegation_log import HISTORY, delegation_log
from ectrial.papers.practice import (
    Content,
    practised_event,
    practised_file,
    practised_table,
    practised_words,
)
from ectrial.papers.table import csv_of
from ectrial.record.exports import name_of
from ectrial.text import Language
from ectrial.trial.versions import Trials
from ectrial.wording.speech import Say

# Pixels of one dot: a camera reads the code from a screen at arm's length
SCALE = 8


def files_of(
    turn: Turn,
    ledger: Ledger,
    trial: str,
    zone: tzinfo,
    say: Say,
    trials: Trials,
    *,
    is_practice: bool,
) -> tuple[File, ...]:
    """Give the files of a turn in a trial, pictures first; each paper of practice says so."""
    pictures = tuple(map(_drawn, turn.pictures))
    logs = (
        _log_to_make(each, ledger, trial, zone, trials, say.language)
        for each in turn.documents
        if each.export is not None and each.kind != MADE_LATER
    )
    others = (each for each in turn.documents if each.export is None)
    written = (
        _written(each, ledger, trial, zone, say, is_practice=is_practice) for each in others
    )
    papers = (*written, *logs)
    if is_practice:
        papers = tuple(_practised(each, say) for each in papers)
    return (*pictures, *papers)


def _practised(file: File, say: Say) -> File:
    name, caption = practised_file(file.name), practised_words(say, file.caption)
    return replace(file, name=name, caption=caption)


def _log_to_make(
    document: Document,
    ledger: Ledger,
    trial: str,
    zone: tzinfo,
    trials: Trials,
    language: Language,
) -> File:
    """Give a file that is made once the turn is recorded, beside whoever writes the record."""
    export = document.export
    if export is None:
        raise ValueError("a document without an export")
    make = partial(bytes_of, ledger.papers, trial, export, zone, trials, language)
    name = document.name or name_of(export, trial)
    is_photo = document.kind == "funnel"
    is_meant = partial(is_still_consented, ledger.of(trial), trial, export)
    return File(name, b"", document.caption, is_photo, make=make, is_meant=is_meant)


def _drawn(picture: Picture) -> File:
    # imported here: few turns draw a code
    import segno

    drawn = BytesIO()
    segno.make_qr(picture.content, error="m").save(drawn, kind="png", scale=SCALE)
    return File("link.png", drawn.getvalue(), picture.caption, is_photo=True)


def _written(
    document: Document, ledger: Ledger, trial: str, zone: tzinfo, say: Say, *, is_practice: bool
) -> File:
    """Write a table or an appointment; one of practice says so within."""
    content: Content = document.content
    if document.kind == "delegation_log":
        content = delegation_log(ledger.of_kinds(HISTORY), trial, zone, say)
    name = NAMES[document.kind]
    if isinstance(content, CalendarEvent):
        data = calendar_file(practised_event(content) if is_practice else content)
    else:
        data = csv_of(practised_table(content) if is_practice else content)
    return File(name, data, document.caption)


NAMES: Mapping[str, str] = {
    "delegation_log": "delegation_log.csv",
    "notes": "notes.csv",
    "appointment": "appointment.ics",
}
"""The name of each file that is written with its turn."""
