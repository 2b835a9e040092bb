"""Subject codes of the list: those easily confused, and the next free number."""

from ectrial.ledger.sqlite.driver import Connection
from ectrial.record.likeness import coarse, likeness, likenesses, swapped

# Prefix and number of a subject code, spelled as in the index; otherwise every row is read
CODE_PREFIX = "rtrim(subject, '0123456789')"
CODE_NUMBER = f"CAST(substr(subject, length({CODE_PREFIX}) + 1) AS INTEGER)"
# A subject code in the form of `likeness.coarse`, spelled as in the index
COARSE = (
    "replace(replace(replace(replace(replace(replace(replace(upper(subject),"
    " 'O', '0'), 'I', '1'), '0', ''), '-', ''), '_', ''), '.', ''), '/', '')"
)
# In digits; a longer number typed by hand does not determine the next code
LONGEST_NUMBER = 9


def alike(connection: Connection, site: str, trial: str, subject: str) -> tuple[str, ...]:
    """Give the unvoided codes that differ from this one only by easily confused characters."""
    keys = sorted({coarse(code) for code in (subject, *swapped(subject))})
    rows = connection.execute(
        "SELECT DISTINCT subject FROM screenings WHERE site = ? AND trial = ?"
        f" AND status <> 'voided' AND {COARSE} IN ({', '.join('?' * len(keys))}) ORDER BY subject",
        [site, trial, *keys],
    )
    wanted = likenesses(subject)
    return tuple(code for (code,) in rows if code != subject and likeness(code) in wanted)


def next_subject(
    connection: Connection, site: str, trial: str, prefix: str, digits: int = 3
) -> str:
    """Give the code after the highest number with this prefix in a trial."""
    first_digit = len(prefix) + 2
    rows = connection.execute(
        f"SELECT {CODE_NUMBER} FROM screenings WHERE site = :site AND trial = :trial"
        f" AND {CODE_PREFIX} = :prefix || '-'"
        " AND length(subject) BETWEEN :first AND :last"
        f" ORDER BY {CODE_NUMBER} DESC LIMIT 1",
        {
            "site": site,
            "trial": trial,
            "prefix": prefix,
            "first": first_digit,
            "last": first_digit + LONGEST_NUMBER - 1,
        },
    ).fetchall()
    highest = rows[0][0] if rows else 0
    return f"{prefix}-{highest + 1:0{digits}}"
