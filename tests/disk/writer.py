"""Appends to a record until its disk is cut, once for each line on its standard input.

Each time in a child of its own, forked so that nothing is imported twice. It says every number
that the record has acknowledged.
"""

import json
import os
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

from bot.start import now
from ectrial.ledger import driver
from ectrial.ledger.ledger import Author, Ledger
from ectrial.ledger.log import Log
from ectrial.record import Kind, NewEntry

OPERATOR = Author(0, "operator")
# So that the power also goes while the log is worked in, and while it is begun again
APPENDS_A_LOG = 10


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
            said = NewEntry(Kind.STAFF_ADDED, "T", item=str(number), value="coordinator")
            (entry,) = ledger.append([said], OPERATOR) or ()
            sys.stdout.write(f"{entry.seq}\n")
            sys.stdout.flush()
            if number % APPENDS_A_LOG == 0:
                log.work_in()


def main() -> None:
    for line in sys.stdin:
        child = os.fork()
        if not child:
            write(json.loads(line))
            os._exit(0)
        _, status = os.waitpid(child, 0)
        sys.stdout.write(f"ended {os.waitstatus_to_exitcode(status)}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
