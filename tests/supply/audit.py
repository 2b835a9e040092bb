"""Looks up known vulnerabilities of what the locks pin, and says so when it could not look.

pip-audit ends with "No known vulnerabilities found" and 0 also if its service answered nothing.
Exit code 0: all was looked up, and nothing is known; 1: something is; 2: not all was looked up.
"""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

LOCKS = (
    *("requirements.lock", "requirements-socks.lock", "requirements-papers.lock"),
    "requirements-dev.lock",
)
SECONDS = 300


def asked(tool: str, lock: str) -> list[dict[str, Any]] | None:
    """Give what pip-audit says of each distribution of a lock; None if it says nothing."""
    words = ["--disable-pip", "--require-hashes", "--format", "json", "--progress-spinner", "off"]
    try:
        done = subprocess.run(  # noqa: S603 - the tool that the Makefile installed
            [tool, "-r", lock, *words],
            check=False,
            capture_output=True,
            text=True,
            timeout=SECONDS,
        )
        found = json.loads(done.stdout)["dependencies"]
    except (OSError, subprocess.TimeoutExpired, ValueError, KeyError):
        return None
    return found if isinstance(found, list) else None


def outcome(lock: str, found: list[dict[str, Any]] | None) -> tuple[int, list[str]]:
    """Give the exit code for one lock, and the lines to print."""
    known = [each for each in found or () if each.get("vulns")]
    skipped = [each for each in found or () if "skip_reason" in each]
    lines = [
        f"{lock}: {each['name']} {each['version']}: {vuln['id']}"
        for each in known
        for vuln in each["vulns"]
    ]
    if not found or skipped:
        which = f"{len(skipped)} of {len(found)}" if found else "all"
        lines.append(f"{lock}: NOT LOOKED UP: {which}. This says nothing of vulnerabilities.")
    else:
        lines.append(f"{lock}: {len(found)} looked up, {len(known)} with known vulnerabilities")
    return (1 if known else 2 if not found or skipped else 0), lines


def main(tool: str) -> int:
    """Look up every lock; gives the exit code."""
    codes = []
    for lock in LOCKS:
        code, lines = outcome(lock, asked(tool, lock) if Path(lock).is_file() else None)
        print("\n".join(lines))
        codes.append(code)
    return 1 if 1 in codes else max(codes)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
