"""Draws and writes what a turn sends beside the card: the dialogue only names it."""

from collections.abc import Callable, Mapping
from datetime import tzinfo
from io import BytesIO

from bot.telegram.files import File
from conversations.turn import Document, Picture, Turn
from ectrial.ledger.ledger import Ledger
from ectrial.papers.delegation_log import HISTORY, delegation_log
from ectrial.papers.table import csv_of
from ectrial.wording.speech import Say

# Pixels of one dot: a camera reads the code from a screen at arm's length
SCALE = 8


def files_of(turn: Turn, ledger: Ledger, trial: str, zone: tzinfo, say: Say) -> tuple[File, ...]:
    """Give the files of a turn in a trial, pictures first."""
    pictures = tuple(map(_drawn, turn.pictures))
    return (*pictures, *(_written(each, ledger, trial, zone, say) for each in turn.documents))


def _drawn(picture: Picture) -> File:
    # imported here: few turns draw a code
    import segno

    drawn = BytesIO()
    segno.make_qr(picture.content, error="m").save(drawn, kind="png", scale=SCALE)
    return File("link.png", drawn.getvalue(), picture.caption, is_photo=True)


def _written(document: Document, ledger: Ledger, trial: str, zone: tzinfo, say: Say) -> File:
    if document.kind == "appointment":
        return File("appointment.ics", document.content.encode(), document.caption)
    if document.kind == "notes":
        return File("notes.csv", document.content.encode("utf-8-sig"), document.caption)
    name, data = WRITERS[document.kind](ledger, trial, zone, say)
    return File(name, data, document.caption)


def _delegation_log(ledger: Ledger, trial: str, zone: tzinfo, say: Say) -> tuple[str, bytes]:
    table = delegation_log(ledger.of_kinds(HISTORY), trial, zone, say)
    return "delegation_log.csv", csv_of(table)


WRITERS: Mapping[str, Callable[[Ledger, str, tzinfo, Say], tuple[str, bytes]]] = {
    "delegation_log": _delegation_log,
}
