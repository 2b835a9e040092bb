"""The migrations that bring a record's tables to the present form, named in `schema.STEPS`."""

from sqlite_utils import Database, Migrations

from ectrial.ledger.tables.deletions import TABLE as DELETIONS
from ectrial.ledger.tables.due import DUE
from ectrial.ledger.tables.first_tables import CHANGING
from ectrial.ledger.tables.guards import (
    ENTRIES,
    INDEXES,
    INTRODUCED,
    INTRODUCES,
    NEVER_REPLACED_IN_TRIAL,
    NUMBERS,
    NUMBERS_OF_TRIAL,
    OPENED_ONCE_IN_TRIAL,
    QUERIES,
    QUERIES_OPEN,
    TEXT,
    TEXT_TRIGGERS,
    TEXTS,
    TEXTS_OF_SUBJECTS,
    TRIGGERS,
    WORLD,
)
from ectrial.ledger.tables.listing import OLDER
from ectrial.ledger.tables.secrets import TABLE as SECRETS

steps = Migrations("ledger")


@steps()
def the_record(db: Database) -> None:
    """Create the entries, the world they belong to, and their guards."""
    for sql in (ENTRIES, WORLD, *INDEXES.values(), *TRIGGERS.values()):
        db.execute(sql)


@steps()
def what_is_not_clinical(db: Database) -> None:
    """Create the tables that may change: chats, updates seen, strangers refused."""
    for sql in CHANGING:
        db.execute(sql)


@steps()
def the_list_of_screenings(db: Database) -> None:
    """Create one row for each screening, so that the list needs no walk over all entries."""
    db.execute("""CREATE TABLE screenings (
        id TEXT PRIMARY KEY,
        subject TEXT NOT NULL,
        episode INTEGER NOT NULL,
        opened_at TEXT NOT NULL,
        last_at TEXT NOT NULL,
        status TEXT NOT NULL CHECK (status IN ('open', 'finished', 'voided')),
        verdict TEXT,
        actor INTEGER NOT NULL,
        last_seq INTEGER NOT NULL
    ) STRICT""")
    db.execute("CREATE INDEX screenings_by_activity ON screenings (last_seq)")
    db.execute("CREATE INDEX screenings_by_subject ON screenings (subject, episode)")


@steps()
def numbers_by_item(db: Database) -> None:
    """Find the latest numbers of one item, such as an upper limit, without reading all entries."""
    db.execute(NUMBERS)


@steps()
def no_entries_by_subject(db: Database) -> None:
    """Drop an index that no query uses: the list of screenings knows the subjects."""
    db.execute("DROP INDEX entries_of_subject")


@steps()
def highest_code(db: Database) -> None:
    """Find the highest subject code of a site without reading all codes."""
    # written out, as records have this text: `codes` asks with exactly the same words
    prefix = "rtrim(subject, '0123456789')"
    number = f"CAST(substr(subject, length({prefix}) + 1) AS INTEGER)"
    db.execute(f"CREATE INDEX screenings_by_code ON screenings ({prefix}, {number})")


@steps()
def names_within_a_trial(db: Database) -> None:
    """Let the same subject code name another subject in another trial, or at another site."""
    _keep_screenings_whole(db)
    db.execute("""CREATE TABLE listed (
        site TEXT NOT NULL,
        trial TEXT NOT NULL,
        subject TEXT NOT NULL,
        episode INTEGER NOT NULL,
        opened_at TEXT NOT NULL,
        last_at TEXT NOT NULL,
        status TEXT NOT NULL CHECK (status IN ('open', 'finished', 'voided')),
        verdict TEXT,
        actor INTEGER NOT NULL,
        last_seq INTEGER NOT NULL,
        PRIMARY KEY (site, trial, subject, episode)
    ) STRICT""")
    db.execute(f"INSERT INTO listed SELECT * FROM {OLDER}")
    db.execute("DROP TABLE screenings")
    db.execute("ALTER TABLE listed RENAME TO screenings")
    db.execute("CREATE INDEX screenings_by_activity ON screenings (site, last_seq)")
    # written out, as records have this text: `codes` asks with exactly the same words
    prefix = "rtrim(subject, '0123456789')"
    number = f"CAST(substr(subject, length({prefix}) + 1) AS INTEGER)"
    db.execute(f"CREATE INDEX screenings_by_code ON screenings (site, trial, {prefix}, {number})")
    for name in ("INDEX screenings_opened_once", "INDEX entries_of_number"):
        db.execute(f"DROP {name}")
    db.execute("DROP TRIGGER entries_never_replaced")
    for sql in (OPENED_ONCE_IN_TRIAL, NUMBERS_OF_TRIAL, NEVER_REPLACED_IN_TRIAL):
        db.execute(sql)


def _keep_screenings_whole(db: Database) -> None:
    """Note the site of each screening some of whose entries have another site.

    The site was renamed (ECTRIAL_SITE) while the screening was open. At that time a name was
    opened once in the whole record.
    """
    db.execute("""CREATE TABLE screening_sites (
        seq INTEGER PRIMARY KEY,
        site TEXT NOT NULL
    ) STRICT""")
    db.execute(
        "INSERT INTO screening_sites SELECT entry.seq, opened.site FROM entries AS entry"
        " JOIN entries AS opened ON opened.screening = entry.screening AND opened.kind = 'opened'"
        " WHERE entry.site <> opened.site"
    )


@steps()
def screenings_may_move(db: Database) -> None:
    """Change no table: the step keeps out versions that cannot read `moved` entries."""


@steps()
def questions_shown(db: Database) -> None:
    """Store how each chat's question was first shown, and the newest update taken there."""
    for column in ("asks TEXT", "asked_in INTEGER", "asked_at INTEGER", "newest INTEGER"):
        db.execute(f"ALTER TABLE chats ADD COLUMN {column}")


@steps()
def codes_alike(db: Database) -> None:
    """Find a code that differs by zeros, case or separators without reading all codes."""
    # written out, as records have this text: `codes` asks with exactly the same words
    coarse = (
        "replace(replace(replace(replace(replace(replace(replace(upper(subject),"
        " 'O', '0'), 'I', '1'), '0', ''), '-', ''), '_', ''), '.', ''), '/', '')"
    )
    db.execute(f"CREATE INDEX screenings_by_likeness ON screenings (site, trial, {coarse})")


@steps()
def screenings_may_be_restored(db: Database) -> None:
    """Change no table: the step keeps out versions that would ignore a restoring."""


@steps()
def starts_leave_a_trace(db: Database) -> None:
    """Change no table: the step keeps out versions that cannot read the entries of a start."""


@steps()
def subjects_by_number(db: Database) -> None:
    """Let new entries name a subject by number, so that its code can be redacted.

    Older entries stay as they are, with their codes.
    """
    db.execute(f"ALTER TABLE entries ADD COLUMN {INTRODUCES}")
    for sql in (TEXTS, TEXTS_OF_SUBJECTS, INTRODUCED, *TEXT_TRIGGERS.values()):
        db.execute(sql)


@steps()
def free_texts(db: Database) -> None:
    """Let an entry name a free text or a printed name by number, so that it can be redacted."""
    db.execute(f"ALTER TABLE entries ADD COLUMN {TEXT}")


@steps()
def secrets_of_people(db: Database) -> None:
    """Create what is known of each person's authenticator app; the secret is kept nowhere."""
    db.execute(SECRETS)


@steps()
def what_is_due(db: Database) -> None:
    """Create what is to ring a phone: once a key, and unasked for once a person and day."""
    for sql in DUE:
        db.execute(sql)


@steps()
def open_items(db: Database) -> None:
    """Create one row for each item that was asked of somebody, of all screenings."""
    for sql in (QUERIES, QUERIES_OPEN):
        db.execute(sql)


@steps()
def chats_may_practise(db: Database) -> None:
    """Store which chats work on the practice record beside this one."""
    db.execute(
        "ALTER TABLE chats ADD COLUMN practice INTEGER NOT NULL DEFAULT 0"
        " CHECK (practice IN (0, 1))"
    )


@steps()
def messages_to_delete(db: Database) -> None:
    """Create the messages that are to be deleted from chats: by number, never by what they say."""
    db.execute(DELETIONS)
