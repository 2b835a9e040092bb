"""Where a record or a copy holds a subject code, however written, or words in free texts."""

import json
import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

from ectrial.ledger.sqlite.driver import Connection
from ectrial.ledger.tables.guards import applied
from ectrial.ledger.tables.meant import SITE
from ectrial.ledger.tables.texts import FREE, MARK, STEP, STEP_OF_FREE_TEXTS, Place, plain

Written = tuple[str, ...]
"""A code as a person typed it and as the site's rule reads it."""
Naming = Callable[[str], bool]
"""Tells of a text whether it names what is looked for."""


class Subject(NamedTuple):
    """A code, where it is on file."""

    place: Place
    code: str


class FreeText(NamedTuple):
    """A free text or printed name, where it is on file, and the entries that say it."""

    place: Place
    text: str
    entries: tuple[int, ...]


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


def free_texts(connection: Connection, names: Naming) -> tuple[FreeText, ...]:
    """Give the free texts and printed names that name what is looked for."""
    if STEP_OF_FREE_TEXTS not in applied(connection):
        return ()
    rows = connection.execute(
        f"SELECT id, site, trial, text FROM texts WHERE substr(text, 1, 1) = '{FREE}' ORDER BY id"
    ).fetchall()
    return tuple(
        FreeText((site, trial), plain(text), _entries_with(connection, number))
        for number, site, trial, text in rows
        if names(plain(text))
    )


def _entries_with(connection: Connection, number: int) -> tuple[int, ...]:
    found = connection.execute(
        "SELECT seq FROM entries WHERE text = ? ORDER BY seq", [f"{MARK}{number}"]
    )
    return tuple(seq for (seq,) in found)


def chats_with(connection: Connection, names: Naming) -> tuple[int, ...]:
    """Give the chats whose place or draft names what is looked for."""
    rows = connection.execute("SELECT id, focus FROM chats WHERE focus IS NOT NULL").fetchall()
    return tuple(id_ for id_, focus in rows if any(map(names, _texts(focus))))


def holds_words(connection: Connection, names: Naming) -> bool:
    """Whether a free text or the place of a chat names what is looked for."""
    return bool(free_texts(connection, names) or chats_with(connection, names))


def standing_in(written: Written) -> Naming:
    """Tell of a text whether one of the words stands in it, in whatever case."""
    folded = tuple(words.casefold() for words in written)
    return lambda text: any(words in text.casefold() for words in folded)


def chats_naming(connection: Connection, written: Written) -> tuple[int, ...]:
    """Give the chats whose place or draft names the code, and not only a part of it."""
    if not written:
        return ()
    codes = "|".join(re.escape(code) for code in written)
    whole = re.compile(rf"(?<![\w./-])(?:{codes})(?![\w/-]|\.\w)", re.IGNORECASE)
    return chats_with(connection, lambda text: whole.search(text) is not None)


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
