"""Measures `ectrial assess`: subjects a second on one core, and the memory a long file takes.

Usage: python -m tests.benchmarks.assess [SUBJECTS]. No subject is like another: every number is
drawn anew, so nothing can be remembered from one to the next.
"""

import json
import random  # noqa: TID251 - a benchmark draws its own numbers
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
CASES = json.loads((ROOT / "tests" / "data" / "sample_cases.json").read_text("utf-8"))["cases"]
GOAL = 5_000


def write_subjects(path: Path, count: int) -> None:
    """Write JSON Lines of varied subjects."""
    chance = random.Random(20261123)  # noqa: S311 - nothing secret is drawn
    with path.open("w", encoding="utf-8") as file:
        for number in range(count):
            facts = dict(CASES[number % len(CASES)]["facts"])
            for name in ("wbc", "hemoglobin", "alt", "ast", "alp", "creatinine", "platelets"):
                answer = facts.get(name)
                if isinstance(answer, dict):
                    varied = round(float(answer["value"]) * chance.uniform(0.9, 1.1), 3)
                    facts[name] = {**answer, "value": varied}
            file.write(json.dumps({"id": f"B-{number}", "facts": facts}) + "\n")


def assess(path: Path) -> tuple[float, float]:
    """Run the command; give its own processor seconds and its largest memory in MB."""
    command = [sys.executable, "-m", "bot", "assess", str(path)]
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    with (path.parent / "out").open("wb") as out:
        subprocess.run(  # noqa: S603 - our own command
            command, check=True, stdout=out, cwd=ROOT
        )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return spent, after.ru_maxrss / 1024


def main() -> int:
    """Print the figures; 1 when the goal is missed."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    with tempfile.TemporaryDirectory() as folder:
        few, many = Path(folder) / "few.jsonl", Path(folder) / "many.jsonl"
        write_subjects(few, 1)
        write_subjects(many, count)
        start, small = assess(few)
        began = time.perf_counter()
        spent, large = assess(many)
        elapsed = time.perf_counter() - began
    speed = count / (spent - start)
    print(f"start-up            {start:8.2f} s of processor")
    print(f"{count} subjects  {spent:8.2f} s of processor, {elapsed:.2f} s by the clock")
    print(f"speed               {speed:8.0f} subjects a second on one core (goal {GOAL})")
    print(f"memory              {small:8.1f} MB for one subject, {large:.1f} MB for all")
    return 0 if speed >= GOAL else 1


if __name__ == "__main__":
    raise SystemExit(main())
