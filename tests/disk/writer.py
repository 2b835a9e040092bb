"""Appends to a record until its disk is cut, once for each line on its standard input.

Each time in a child of its own, forked so that nothing is imported twice. It says every number
that the record has acknowledged; where the disk may fail, also that it has, and then goes on.
"""

import json
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from bot.setup.start import now
from ectrial.ledger.errors import LedgerError
from ectrial.ledger.ledger import Author, Chat, Ledger
from ectrial.ledger.sqlite import driver
from ectrial.ledger.sqlite.write_ahead_log import Log
from ectrial.record.consent import Consent
from ectrial.record.entries import Kind, NewEntry
from ectrial.record.subjects import ScreeningId

OPERATOR = Author(0, "operator")
# So that the power also goes while the log is worked in, and while it is begun again
APPENDS_A_LOG = 10
REFUSED = "refused"
ASKED = {"why": "pending", "assignee": 9, "due": None}
SIGNED = {"meaning": "eligible", "hash": "0" * 64, "day": "2026-11-20"}


def write(order: dict[str, Any]) -> None:
    """Append as fast as the disk lets us."""
    os.environ.update(order["environment"])
    if order["is_careless"]:
        driver.PRAGMAS = tuple(each for each in driver.PRAGMAS if "synchronous" not in each)
        driver.PRAGMAS += ("synchronous=NORMAL",)
    path = Path(order["database"])
    with (
        Ledger.open(path, site="here", via="cli", clock=now) as ledger,
        closing(Log(path)) as log,
    ):
        for number in range(order["most"]):
            with told(is_expected=order["may_fail"]):
                say(append(ledger, number))
            if number % APPENDS_A_LOG == 0:
                with told(is_expected=order["may_fail"]):
                    log.work_in()


def append(ledger: Ledger, number: int) -> int:
    """Append what follows from the entries that there are, with a chat and what rings a phone.

    Gives the number of the entry.
    """
    written, at = ledger.head()[0], now()
    subject, deed = divmod(written, len(DEEDS))
    said = DEEDS[deed](ScreeningId("here", "T", f"S-{subject:05}", 1))
    chat = Chat(7, round=number, practice=bool(written % 2))
    with ledger.together():
        (entry,) = ledger.append([said], OPERATOR, chat=chat) or ()
        ledger.due.add(7, "reminder", str(written), at.date(), at)
    return entry.seq


DEEDS: tuple[Callable[[ScreeningId], NewEntry], ...] = (
    lambda id_: NewEntry(
        Kind.STAFF_ADDED, "T", item="9", value="principal", text=f"Li of {id_.subject}"
    ),
    lambda id_: NewEntry(Kind.ENROLLED, "T", item="9"),
    lambda id_: NewEntry(Kind.OPENED, "T", id_),
    lambda id_: NewEntry(Kind.CONSENT, "T", id_, value=Consent("chart_only").value),
    lambda id_: NewEntry(Kind.QUERY_OPENED, "T", id_, "hiv", ASKED, text="ask the lab"),
    lambda id_: NewEntry(Kind.QUERY_CLOSED, "T", id_, "hiv", {"why": "answered"}),
    lambda id_: NewEntry(Kind.SIGNED, "T", id_, value=SIGNED, text=f"Li of {id_.subject}"),
)
"""What a team does with one subject, in this order."""


@contextmanager
def told(*, is_expected: bool) -> Iterator[None]:
    """Say a failure of the disk instead of raising it, if it is expected."""
    try:
        yield
    except LedgerError:
        if not is_expected:
            raise
        say(REFUSED)


def say(word: int | str) -> None:
    sys.stdout.write(f"{word}\n")
    sys.stdout.flush()


def main() -> None:
    for line in sys.stdin:
        child = os.fork()
        if not child:
            order = json.loads(line)
            # the start too may meet the failure
            with told(is_expected=order["may_fail"]):
                write(order)
            os._exit(0)
        _, status = os.waitpid(child, 0)
        say(f"ended {os.waitstatus_to_exitcode(status)}")


if __name__ == "__main__":
    main()
