"""The tables that may change, as the first version made them; later steps change them."""

CHANGING = (
    """CREATE TABLE chats (
        id INTEGER PRIMARY KEY,
        language TEXT,
        round INTEGER NOT NULL,
        focus TEXT CHECK (json_valid(focus)),
        card INTEGER,
        shown TEXT
    ) STRICT""",
    """CREATE TABLE updates (
        update_id INTEGER PRIMARY KEY,
        seen_at TEXT NOT NULL
    ) STRICT""",
    """CREATE TABLE strangers (
        user_id INTEGER PRIMARY KEY,
        refused_at TEXT NOT NULL,
        count INTEGER NOT NULL
    ) STRICT""",
    """CREATE TABLE checked (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        seq INTEGER NOT NULL,
        hash TEXT NOT NULL
    ) STRICT""",
)
