"""Where a record or a copy holds a subject code, however written, or words in free texts."""

import json
import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

from ectrial.ledger.sqlite.driver import Connection
from ectrial.ledger.tables.entries import SITE
from ectrial.ledger.tables.guards import applied
from ectrial.ledger.tables.texts import FREE, MARK, STEP, STEP_OF_FREE_TEXTS, Place, plain

Written = tuple[str, ...]
"""A code as a person typed it and as the site's rule reads it."""


class Subject(NamedTuple):
    """A code, or a free text, where it is on file."""

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


def holds_code(connection: Connection, written: Written) -> bool:
    """Whether an entry or the place of a chat holds the code."""
    return bool(meant(subjects(connection), written) or chats_naming(connection, written))


def free_texts(connection: Connection, written: Written) -> tuple[Subject, ...]:
    """Give the free texts and printed names in which the words stand, in whatever case."""
    if STEP_OF_FREE_TEXTS not in applied(connection):
        return ()
    rows = connection.execute(
        f"SELECT site, trial, text FROM texts WHERE substr(text, 1, 1) = '{FREE}' ORDER BY id"
    )
    found = (Subject((site, trial), plain(text)) for site, trial, text in rows)
    return tuple(each for each in found if any(map(_standing_in(each.code), written)))


def chats_with(connection: Connection, written: Written) -> int:
    """Count the chats whose place or draft holds the words."""
    rows = connection.execute("SELECT focus FROM chats WHERE focus IS NOT NULL").fetchall()
    return sum(any(map(_standing_in(focus), written)) for (focus,) in rows)


def holds_words(connection: Connection, written: Written) -> bool:
    """Whether a free text or the place of a chat holds the words."""
    return bool(free_texts(connection, written) or chats_with(connection, written))


def _standing_in(text: str) -> Callable[[str], bool]:
    return lambda words: words.casefold() in text.casefold()


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
