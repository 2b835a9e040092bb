"""How many messages and taps a screening costs: `.venv/bin/python -m tests.benchmarks.taps`.

Exits 1 where it costs more than it may.
"""

import sys

from tests.conversations.paths import ELIGIBLE, OPENED
from tests.records import Dialogue

MOST = {"an eligible man, every lab typed": 36, "a failure on the first question": 4}
WAYS = {
    "an eligible man, every lab typed": (*ELIGIBLE, "Yes"),
    "a failure on the first question": (*OPENED, "3", "Stop here"),
}
VERDICTS = {
    "an eligible man, every lab typed": "✅ Eligible on the listed criteria",
    "a failure on the first question": "⛔ Not eligible",
}


def main() -> int:
    costs = {}
    for way, steps in WAYS.items():
        dialogue = Dialogue()
        dialogue.taps_or_says(*steps)
        if VERDICTS[way] not in dialogue.text() or dialogue.screening.verdict is None:
            raise SystemExit(f"{way}: no verdict\n{dialogue.text()}")
        costs[way] = dialogue.turns
        print(f"{way}: {costs[way]} messages and taps (at most {MOST[way]})")
    return int(any(cost > MOST[way] for way, cost in costs.items()))


if __name__ == "__main__":
    sys.exit(main())
