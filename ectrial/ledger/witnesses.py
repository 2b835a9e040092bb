"""Which heads that were noted elsewhere a record still holds."""

from collections.abc import Iterable
from pathlib import Path

from ectrial.ledger.sqlite.driver import in_plain_words
from ectrial.ledger.tables.heads import numbered
from ectrial.ledger.verify import lost_head, snapshot
from ectrial.record.anchors import Anchor


def witnessed(path: Path, key: str | None, anchors: Iterable[Anchor]) -> dict[Anchor, int]:
    """Give the entry of each anchor that is in the record; without others it was changed."""
    with snapshot(path, key) as connection, in_plain_words():
        found = {each: numbered(connection, each) for each in anchors}
        return {each: at.seq for each, at in found.items() if not list(lost_head(connection, at))}
