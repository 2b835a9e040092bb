"""Measures the reader of labs: 10 kB of noise, and a report, in processor time.

Usage: python -m tests.benchmarks.labs. The ratio is to a plain regex tokenizer over the same text.
"""

import random  # noqa: TID251 - a benchmark draws its own noise
import re
import time
from collections.abc import Callable

from tests.ectrial.lab_corpus import fragments, read

SIZE = 10_000
GOAL = 0.050
PLAIN = re.compile(r"[0-9]+(?:\.[0-9]+)?|[^\W\d]+|\S")


def noises() -> dict[str, str]:
    """Texts of one size that are hard in different ways."""
    chance = random.Random(20261123)  # noqa: S311 - nothing secret is drawn
    letters = "abehlnptuwc0123456789 .,/()-~<=×^%白细胞血红蛋肌酐个月μ↑\n"
    report = "\n".join(text for text, _ in fragments())
    return {
        "mixed": "".join(chance.choices(letters, k=SIZE)),
        "digits": "1" * SIZE,
        "numbers": "1 " * (SIZE // 2),
        "letters": "h" * SIZE,
        "brackets": "(" * SIZE,
        "names": "白" * SIZE,
        "commas": "1,111" * (SIZE // 5),
        "names and numbers": "Hb 112 " * (SIZE // 7),
        "units asked": "Hb 1/" * (SIZE // 5),
        "remarks": "Hb 1 (x " * (SIZE // 8),
        "report": (report * 3)[:SIZE],
    }


def seconds(work: Callable[[], object]) -> float:
    """The least processor time of five runs."""
    spent = []
    for _ in range(5):
        began = time.process_time()
        work()
        spent.append(time.process_time() - began)
    return min(spent)


def main() -> int:
    """Print the figures; 1 when the goal is missed."""
    worst = 0.0
    read("Hb 112")
    for name, text in noises().items():
        ours, plain = seconds(lambda t=text: read(t)), seconds(lambda t=text: PLAIN.findall(t))
        worst = max(worst, ours)
        print(f"{name:20} {ours * 1000:8.1f} ms   {ours / plain:8.1f} × a plain tokenizer")
    return int(worst > GOAL)


if __name__ == "__main__":
    raise SystemExit(main())
