"""How many messages and taps a screening costs: `.venv/bin/python -m tests.benchmarks.taps`.

Exits 1 where it costs more than it may.
"""

import sys

from tests.conversations.paths import COUNTS_UNDATED, ELIGIBLE, HISTORY, OPENED
from tests.records import Dialogue

CHEMISTRY = "Alb 38 TBil 12/23 ALT 30(50) AST 28/40 AKP 90/125 Cr 70/104"
LABS = f"WBC 5.2 ANC 3.1 PLT 180 Hb 112 {CHEMISTRY}"
LATER = (*HISTORY[:8], *HISTORY[9:])  # HIV stands in the report
NEGATIVE = "HBsAg negative, DNA not done"
WAYS = {
    "an eligible man, every lab typed": (37, (*ELIGIBLE, "Yes")),
    "an eligible man, labs pasted": (
        27,
        (
            *COUNTS_UNDATED,
            LABS,
            "Record 10 · sampled today",
            "Yes",
            *HISTORY,
            NEGATIVE,
            "Negative",
            "Yes",
        ),
    ),
    "an eligible man, labs and virology pasted": (
        25,
        (
            *COUNTS_UNDATED,
            f"{LABS} HBsAg(-) anti-HCV(-) HIV(-)",
            "Record 13 · sampled today",
            "Yes",
            *LATER,
            "Not done",
            "Yes",
        ),
    ),
    "a failure on the first question, forwarded": (3, (*OPENED, "3", "Stop, text to forward")),
}
VERDICTS = {
    "a failure on the first question, forwarded": "⛔ Not eligible",
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
    return int(over | _there_and_back())


def _there_and_back() -> bool:
    """Go to another open subject and back, in the middle of both screenings."""
    dialogue = Dialogue()
    dialogue.taps_or_says("/new S-015 F 49", *OPENED)
    before, most = dialogue.turns, 2
    dialogue.taps_or_says("/open S-015", "/open S-014")
    taken = dialogue.turns - before
    print(f"the other subject and back: {taken} messages and taps (at most {most})")
    return taken > most or "S-014" not in dialogue.text()


if __name__ == "__main__":
    sys.exit(main())
