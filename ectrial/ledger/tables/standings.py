"""How each screening stands, beside its row in the list: so that counting reads no entries.

It is what the funnel counts of a row of the screening log: one function gives it for both.
"""

import json
from collections.abc import Iterable
from datetime import UTC

from ectrial.ledger.errors import RefusedError
from ectrial.papers.funnel import Standing, standing_of
from ectrial.papers.log import LogWords
from ectrial.papers.log_rows import row_of
from ectrial.record.entries import Entry
from ectrial.record.screenings import Screening

STEP = "screenings_are_counted"
ADD = "ALTER TABLE screenings ADD COLUMN standing TEXT NOT NULL DEFAULT ''"
IS_SIGNED = "instr(standing, '\"signed\": true') > 0"
"""Whether a signature stands: whatever is recorded next may supersede it."""

# no name, day or word of a row is counted
_WORDS = LogWords(UTC, {}, lambda *_: "", "")


def standing_text(screening: Screening, entries: Iterable[Entry]) -> str:
    """Write how a screening stands; what is false or empty is left out.

    RefusedError if its entries make no sense.
    """
    try:
        standing = standing_of(row_of(screening, entries, _WORDS))
    except (KeyError, TypeError, ValueError):
        # without the cause, whose message can contain a value
        raise RefusedError("entries that add up to no screening") from None
    told = {name: value for name, value in standing._asdict().items() if value}
    return json.dumps(told, ensure_ascii=False)


def standing_in(text: str) -> Standing:
    """Read how a screening stands."""
    told = json.loads(text)
    return Standing(**{**told, "failing": tuple(told.get("failing", ()))})
