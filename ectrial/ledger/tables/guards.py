"""The triggers that keep the record append-only, and the check that they are unchanged."""

import hashlib
from collections import ChainMap
from collections.abc import Iterable, Mapping

from ectrial.ledger.sqlite.driver import Connection
from ectrial.ledger.tables.chain import GENESIS

ENTRIES = """CREATE TABLE entries (
    seq INTEGER PRIMARY KEY CHECK (seq > 0),
    at_utc TEXT NOT NULL,
    site TEXT NOT NULL,
    actor INTEGER NOT NULL,
    role TEXT NOT NULL,
    via TEXT NOT NULL CHECK (via IN ('telegram', 'sandbox', 'cli')),
    trial TEXT NOT NULL,
    screening TEXT,
    subject TEXT,
    episode INTEGER,
    kind TEXT NOT NULL,
    item TEXT,
    value TEXT CHECK (json_valid(value)),
    reason TEXT,
    protocol_version TEXT,
    protocol_hash TEXT,
    sample_date TEXT,
    source TEXT,
    update_id INTEGER,
    told_at TEXT,
    prev_hash TEXT NOT NULL CHECK (length(prev_hash) = 64),
    hash TEXT NOT NULL CHECK (length(hash) = 64)
) STRICT"""

WORLD = """CREATE TABLE world (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    name TEXT NOT NULL CHECK (name IN ('practice', 'real'))
) STRICT"""

# An entry holds the number of a text; the first that does also holds the text's salted hash
TEXTS = """CREATE TABLE texts (
    id INTEGER PRIMARY KEY CHECK (id > 0),
    site TEXT NOT NULL,
    trial TEXT NOT NULL,
    salt TEXT NOT NULL CHECK (length(salt) = 32),
    text TEXT NOT NULL CHECK (substr(text, 1, 1) <> '#')
) STRICT"""
INTRODUCES = "introduces TEXT CHECK (json_valid(introduces))"
# as SQLite writes it once the column was added
INTRODUCING_ENTRIES = ENTRIES.replace("\n) STRICT", f"\n, {INTRODUCES}) STRICT")
TEXT = "text TEXT"
TEXT_ENTRIES = ENTRIES.replace("\n) STRICT", f"\n, {INTRODUCES}, {TEXT}) STRICT")
TEXTS_OF_SUBJECTS = "CREATE UNIQUE INDEX texts_of_subjects ON texts (site, trial, text)"
INTRODUCED = "CREATE INDEX entries_introducing ON entries (seq) WHERE introduces IS NOT NULL"

# Who reads the open items reads this index alone, so a start checks it as it checks the guards
QUERIES = """CREATE TABLE queries (
    site TEXT NOT NULL,
    trial TEXT NOT NULL,
    subject TEXT NOT NULL,
    episode INTEGER NOT NULL,
    item TEXT NOT NULL,
    assignee INTEGER NOT NULL,
    due TEXT,
    status TEXT NOT NULL,
    by INTEGER NOT NULL,
    last_seq INTEGER NOT NULL,
    PRIMARY KEY (site, trial, subject, episode, item)
) STRICT"""
IS_OPEN = "status NOT IN ('CLOSED', 'NOT_APPLICABLE')"
QUERIES_OPEN = f"CREATE INDEX queries_open ON queries (site, assignee) WHERE {IS_OPEN}"

INDEXES = {
    "entries_of_screening": "CREATE INDEX entries_of_screening ON entries (screening, seq)",
    "entries_of_subject": "CREATE INDEX entries_of_subject ON entries (subject, episode)",
    "entries_of_kind": "CREATE INDEX entries_of_kind ON entries (kind)",
    "screenings_opened_once": "CREATE UNIQUE INDEX screenings_opened_once"
    " ON entries (screening) WHERE kind = 'opened'",
}

# An index of numbers alone, which are a small part of the answers
NUMBERS = (
    "CREATE INDEX entries_of_number ON entries (item, seq)"
    " WHERE item IS NOT NULL AND substr(value, 1, 1) = '{'"
)

# The same name may be opened once in each trial of each site
OPENED_ONCE_IN_TRIAL = (
    "CREATE UNIQUE INDEX screenings_opened_once ON entries (site, trial, screening)"
    " WHERE kind = 'opened'"
)
NUMBERS_OF_TRIAL = (
    "CREATE INDEX entries_of_number ON entries (site, trial, item, seq)"
    " WHERE item IS NOT NULL AND substr(value, 1, 1) = '{'"
)
NEVER_REPLACED_IN_TRIAL = """CREATE TRIGGER entries_never_replaced BEFORE INSERT ON entries
WHEN EXISTS (SELECT 1 FROM entries WHERE seq = NEW.seq) OR NEW.kind = 'opened' AND EXISTS
(SELECT 1 FROM entries WHERE site = NEW.site AND trial = NEW.trial
AND screening = NEW.screening AND kind = 'opened')
BEGIN SELECT RAISE(ABORT, 'entries are never replaced'); END"""

TRIGGERS = {
    "entries_never_updated": """CREATE TRIGGER entries_never_updated BEFORE UPDATE ON entries
BEGIN SELECT RAISE(ABORT, 'entries are never changed'); END""",
    "entries_never_deleted": """CREATE TRIGGER entries_never_deleted BEFORE DELETE ON entries
BEGIN SELECT RAISE(ABORT, 'entries are never deleted'); END""",
    "entries_never_replaced": """CREATE TRIGGER entries_never_replaced BEFORE INSERT ON entries
WHEN EXISTS (SELECT 1 FROM entries WHERE seq = NEW.seq) OR NEW.kind = 'opened' AND EXISTS
(SELECT 1 FROM entries WHERE screening = NEW.screening AND kind = 'opened')
BEGIN SELECT RAISE(ABORT, 'entries are never replaced'); END""",
    "entries_follow_the_head": f"""CREATE TRIGGER entries_follow_the_head AFTER INSERT ON entries
WHEN NEW.seq <> (SELECT max(seq) FROM entries) OR NEW.prev_hash <>
coalesce((SELECT hash FROM entries WHERE seq = NEW.seq - 1), iif(NEW.seq = 1, '{GENESIS}', ''))
BEGIN SELECT RAISE(ABORT, 'entries only follow the head'); END""",
    "entries_of_one_world": """CREATE TRIGGER entries_of_one_world BEFORE INSERT ON entries
WHEN NEW.via = iif((SELECT name FROM world) = 'practice', 'telegram', 'sandbox')
BEGIN SELECT RAISE(ABORT, 'practice and real never mix'); END""",
    "world_never_updated": """CREATE TRIGGER world_never_updated BEFORE UPDATE ON world
BEGIN SELECT RAISE(ABORT, 'the world is never changed'); END""",
    "world_never_deleted": """CREATE TRIGGER world_never_deleted BEFORE DELETE ON world
BEGIN SELECT RAISE(ABORT, 'the world is never deleted'); END""",
    "world_never_replaced": """CREATE TRIGGER world_never_replaced BEFORE INSERT ON world
WHEN EXISTS (SELECT 1 FROM world)
BEGIN SELECT RAISE(ABORT, 'the world is never replaced'); END""",
}

TEXT_TRIGGERS = {
    "texts_never_updated": """CREATE TRIGGER texts_never_updated BEFORE UPDATE ON texts
BEGIN SELECT RAISE(ABORT, 'texts are never changed'); END""",
    "texts_never_deleted": """CREATE TRIGGER texts_never_deleted BEFORE DELETE ON texts
BEGIN SELECT RAISE(ABORT, 'texts are never deleted'); END""",
    "texts_never_replaced": """CREATE TRIGGER texts_never_replaced BEFORE INSERT ON texts
WHEN EXISTS (SELECT 1 FROM texts WHERE id = NEW.id OR
site = NEW.site AND trial = NEW.trial AND text = NEW.text)
BEGIN SELECT RAISE(ABORT, 'texts are never replaced'); END""",
}

# Sorted by the migration that made them, so that an older copy can be verified as well. Keyed
# by type and name, as a trigger may have the name of a table.
MADE_BY: dict[str, dict[str, str | None]] = {
    "the_record": {
        "table entries": ENTRIES,
        "table world": WORLD,
        **{f"index {name}": sql for name, sql in INDEXES.items()},
        **{f"trigger {name}": sql for name, sql in TRIGGERS.items()},
    },
    "numbers_by_item": {"index entries_of_number": NUMBERS},
    # None for an index that was dropped
    "no_entries_by_subject": {"index entries_of_subject": None},
    "names_within_a_trial": {
        "index screenings_opened_once": OPENED_ONCE_IN_TRIAL,
        "index entries_of_number": NUMBERS_OF_TRIAL,
        "trigger entries_never_replaced": NEVER_REPLACED_IN_TRIAL,
    },
    "subjects_by_number": {
        "table entries": INTRODUCING_ENTRIES,
        "table texts": TEXTS,
        "index texts_of_subjects": TEXTS_OF_SUBJECTS,
        "index entries_introducing": INTRODUCED,
        **{f"trigger {name}": sql for name, sql in TEXT_TRIGGERS.items()},
    },
    "free_texts": {"table entries": TEXT_ENTRIES},
    "open_items": {"table queries": QUERIES, "index queries_open": QUERIES_OPEN},
}


def fingerprint(definitions: Iterable[tuple[str, str]]) -> str:
    """Give one hash for a set of named definitions."""
    text = "\n".join(f"{name}\n{sql}" for name, sql in sorted(definitions))
    return hashlib.sha256(text.encode()).hexdigest()


def faults(connection: Connection) -> tuple[str, ...]:
    """Name every guard that is missing or changed, and every trigger that is not ours."""
    found: dict[str, str] = dict(
        connection.execute(
            "SELECT type || ' ' || name, sql FROM sqlite_master WHERE sql IS NOT NULL"
            " AND (tbl_name IN ('entries', 'world', 'texts', 'queries') OR type = 'trigger')"
        )
    )
    expected = _expected(connection)
    if fingerprint(found.items()) == fingerprint(expected.items()):
        return ()
    return differences(found, expected)


def differences(found: Mapping[str, str], expected: Mapping[str, str]) -> tuple[str, ...]:
    """Name what is missing, altered, or not ours, in words without its definition."""
    missing = [f"{name} is missing" for name in sorted(expected.keys() - found.keys())]
    foreign = [f"{name} is not ours" for name in sorted(found.keys() - expected.keys())]
    altered = [
        f"{name} was altered"
        for name in sorted(expected.keys() & found.keys())
        if found[name] != expected[name]
    ]
    return (*missing, *altered, *foreign)


def _expected(connection: Connection) -> dict[str, str]:
    """Give the guards of every migration that the record has had, and those of the start."""
    gone_through = applied(connection) | {"the_record"}
    made = ChainMap(*(MADE_BY[name] for name in reversed(MADE_BY) if name in gone_through))
    return {name: sql for name, sql in made.items() if sql is not None}


def applied(connection: Connection) -> frozenset[str]:
    """Name the migrations that the record has had."""
    tables = connection.execute("SELECT 1 FROM sqlite_master WHERE name = '_sqlite_migrations'")
    if not tables.fetchall():
        return frozenset()
    names = connection.execute(
        "SELECT name FROM _sqlite_migrations WHERE migration_set = 'ledger'"
    )
    return frozenset(name for (name,) in names)
