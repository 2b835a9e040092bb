"""Rows of a record that is open, for what no method of the ledger tells."""

from typing import Any

from ectrial.ledger.ledger import Ledger


def stored(ledger: Ledger, sql: str) -> list[Any]:
    """Read rows while no other thread does: two that use one connection wait for each other."""
    with ledger._shared.reading() as connection:
        return connection.execute(sql).fetchall()
