"""The list of screenings by the day on which each was opened, for the screening log."""

from collections import Counter

from ectrial.ledger.sqlite.driver import Connection
from ectrial.ledger.tables.listing import ID
from ectrial.ledger.tables.paper_rows import Moments
from ectrial.ledger.tables.rows import instant
from ectrial.record.screenings import Status
from ectrial.record.subjects import ScreeningId

Listed = tuple[Status, str | None]
"""Status and last verdict of a screening."""


def by_verdict(connection: Connection, site: str, trial: str, between: Moments) -> Counter[Listed]:
    """Count the screenings opened within a time by status and verdict."""
    where, values = _where(site, trial, between)
    rows = connection.execute(
        f"SELECT status, verdict, count(*) FROM screenings WHERE {where} GROUP BY 1, 2", values
    )
    return Counter({(status, verdict): number for status, verdict, number in rows})


def verdict_of(connection: Connection, screening: ScreeningId, between: Moments) -> Listed | None:
    """Give status and verdict of a screening; None if it was not opened within a time."""
    where, values = _where(screening.site, screening.trial, between)
    rows = connection.execute(
        f"SELECT status, verdict FROM screenings WHERE {where} AND subject = ? AND episode = ?",
        [*values, screening.subject, screening.episode],
    )
    return next(iter(rows.fetchall()), None)


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
