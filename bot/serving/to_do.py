"""How many open items a person can close now: whoever has none gets no digest."""

from ectrial.ledger.ledger import Ledger


def to_do(ledger: Ledger, person: int) -> int:
    """Count what this person can close now, across all subjects of the site.

    No item has an owner yet, so there is nothing to count in the record.
    """
    _ = ledger, person
    return 0
