"""The list of screenings by the day on which each was opened: for the log, and to count."""

from collections import Counter

from ectrial.ledger.sqlite.driver import Connection
from ectrial.ledger.tables import listing
from ectrial.ledger.tables.entries import of_screening
from ectrial.ledger.tables.listing import ID
from ectrial.ledger.tables.rows import instant
from ectrial.ledger.tables.standings import standing_in
from ectrial.papers.funnel import Persons, Standing
from ectrial.papers.log import Consented
from ectrial.record.consent_of_subject import consent_of_subject
from ectrial.record.periods import Moments
from ectrial.record.subjects import ScreeningId


def by_standing(
    connection: Connection, site: str, trial: str, between: Moments
) -> Counter[Standing]:
    """Count the screenings opened within a time by how they stand."""
    where, values = _where(site, trial, between)
    return _counted(connection, f"SELECT standing FROM screenings WHERE {where}", values)


def persons(connection: Connection, site: str, trial: str, between: Moments) -> Counter[Standing]:
    """Count the subjects by how their screenings stand that were not voided.

    Nearly all have one, so these are counted by the database, and only the others one by one.
    """
    where, values = _where(site, trial, between)
    valid = f"FROM screenings WHERE {where} AND status <> 'voided'"
    once = f"SELECT standing {valid} GROUP BY subject HAVING count(*) = 1"
    again = f"SELECT subject {valid} GROUP BY subject HAVING count(*) > 1"
    of_several = f"SELECT subject, episode, standing {valid} AND subject IN ({again})"

    def consent_of(subject: str) -> Consented:
        ids = listing.of_subject(connection, site, trial, subject)
        found = (listing.folded(of_screening(connection, id_)) for id_ in ids)
        consent = consent_of_subject(each for each in found if each is not None)
        return consent.state.upper()  # type: ignore[return-value] # in capitals

    several = Persons(consent_of)
    for subject, episode, text in connection.execute(of_several, [*values, *values]):
        several.stands(subject, episode, standing_in(text))
    return _counted(connection, once, values) + several.counted()


def _counted(connection: Connection, rows: str, values: list[str | int]) -> Counter[Standing]:
    found = connection.execute(
        f"SELECT standing, count(*) FROM ({rows}) GROUP BY standing", values
    )
    return Counter({standing_in(text): number for text, number in found})


def count(connection: Connection, site: str, trial: str, between: Moments, part: str) -> int:
    """Count the screenings opened within a time, with a part of a code."""
    where, values = _where(site, trial, between, part)
    ((rows,),) = connection.execute(f"SELECT count(*) FROM screenings WHERE {where}", values)
    return int(rows)


def page(
    connection: Connection,
    site: str,
    trial: str,
    between: Moments,
    part: str,
    limit: int,
    offset: int,
) -> tuple[ScreeningId, ...]:
    """Name some of these screenings, the one opened last first."""
    where, values = _where(site, trial, between, part)
    rows = connection.execute(
        f"SELECT {ID} FROM screenings WHERE {where}"
        " ORDER BY opened_at DESC, subject DESC, episode DESC LIMIT ? + 0 OFFSET ? + 0",
        [*values, limit, offset],
    )
    return tuple(ScreeningId(*row) for row in rows)


def _where(site: str, trial: str, between: Moments, part: str = "") -> tuple[str, list[str | int]]:
    since, before = between
    wanted = (
        ("site = ?", site),
        ("trial = ?", trial),
        ("opened_at >= ?", since and instant(since)),
        ("opened_at < ?", before and instant(before)),
        ("instr(upper(subject), ?) > 0", part.upper()),
    )
    kept = [(condition, value) for condition, value in wanted if value]
    return " AND ".join(condition for condition, _ in kept), [value for _, value in kept]
