"""Where a record or a copy holds a subject code, however the code is written."""

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from ectrial.ledger.sqlite.driver import Connection
from ectrial.ledger.tables.entries import SITE
from ectrial.ledger.tables.guards import applied
from ectrial.ledger.tables.texts import FREE, MARK, STEP, Place

Written = tuple[str, ...]
"""A code as a person typed it and as the site's rule reads it."""


class Subject(NamedTuple):
    """A code where it is on file."""

    place: Place
    code: str


def subjects(connection: Connection) -> frozenset[Subject]:
    """Give every code that entries name, of all sites and trials, also as a source alone."""
    tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
    site = SITE if "screening_sites" in tables else "entries.site"
    queries = [
        f"SELECT DISTINCT {site}, trial, {column} FROM entries"
        f" WHERE substr({column}, 1, 1) <> '{MARK}'"
        for column in ("subject", "source")
    ]
    if STEP in applied(connection):
        queries.append(f"SELECT site, trial, text FROM texts WHERE substr(text, 1, 1) <> '{FREE}'")
    rows = [row for query in queries for row in connection.execute(query)]
    return frozenset(Subject((site, trial), code) for site, trial, code in rows)


def meant(known: Iterable[Subject], written: Written) -> tuple[Subject, ...]:
    """Give the subjects whose code is so written; if there are none, in whatever case."""
    ordered = sorted(known)
    for code in written:
        if exact := tuple(subject for subject in ordered if subject.code == code):
            return exact
    folded = {code.casefold() for code in written}
    return tuple(subject for subject in ordered if subject.code.casefold() in folded)


def chats_naming(connection: Connection, written: Written) -> int:
    """Count the chats whose place or draft names the code, and not only a part of it."""
    if not written:
        return 0
    codes = "|".join(re.escape(code) for code in written)
    whole = re.compile(rf"(?<![\w./-])(?:{codes})(?![\w/-]|\.\w)", re.IGNORECASE)
    rows = connection.execute("SELECT focus FROM chats WHERE focus IS NOT NULL").fetchall()
    return sum(any(map(whole.search, _texts(focus))) for (focus,) in rows)


def _texts(focus: str) -> Iterator[str]:
    try:
        yield from _strings(json.loads(focus))
    except (ValueError, RecursionError):
        yield focus


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        each = [*value, *value.values()] if isinstance(value, dict) else value
        for inner in each:
            yield from _strings(inner)
