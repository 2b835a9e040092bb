"""How many messages and taps a screening costs: `.venv/bin/python -m tests.benchmarks.taps`.

Exits 1 where it costs more than it may.
"""

import sys

from tests.conversations.paths import COUNTS, ELIGIBLE, OPENED
from tests.records import Dialogue

CHEMISTRY = "Alb 38 TBil 12/23 ALT 30(50) AST 28/40 AKP 90/125 Cr 70/104"
LABS = f"WBC 5.2 ANC 3.1 PLT 180 Hb 112 {CHEMISTRY}"
HISTORY = ("Yes", *["No"] * 11)
NEGATIVE = "HBsAg negative, DNA not done"
WAYS = {
    "an eligible man, every lab typed": (36, (*ELIGIBLE, "Yes")),
    "an eligible man, labs pasted": (
        28,
        (*COUNTS, LABS, "Record all (10)", *HISTORY, NEGATIVE, "Negative", "Yes"),
    ),
    "an eligible man, labs and virology pasted": (
        24,
        (
            *COUNTS,
            f"{LABS} HBsAg(-) anti-HCV(-) HIV(-)",
            "Record all, DNA not done",
            *HISTORY,
            "Yes",
        ),
    ),
    "a failure on the first question": (4, (*OPENED, "3", "Stop here")),
}
VERDICTS = {
    "a failure on the first question": "⛔ Not eligible",
}


def main() -> int:
    over = False
    for way, (most, steps) in WAYS.items():
        dialogue = Dialogue()
        dialogue.taps_or_says(*steps)
        verdict = VERDICTS.get(way, "✅ Eligible on the listed criteria")
        if verdict not in dialogue.text() or dialogue.screening.verdict is None:
            raise SystemExit(f"{way}: no verdict\n{dialogue.text()}")
        over |= dialogue.turns > most
        print(f"{way}: {dialogue.turns} messages and taps (at most {most})")
    return int(over)


if __name__ == "__main__":
    sys.exit(main())
