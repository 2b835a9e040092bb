"""Two versions of the toy trial, released side by side in a folder of a test's own."""

import hashlib
import shutil
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from ectrial.trial.frozen import full_fingerprint
from ectrial.trial.protocol import Protocol
from ectrial.trial.versions import FROZEN, Trials
from ectrial.trial.ways import SETTLING
from tests.ectrial.toy import TOY

STRICTER = ("limit: 7", "limit: 9")
AGES = ("id: SLEEP-1", "language: 3\nages: {sleep: {days: 3}, calm: {days: 5}}\nid: SLEEP-1")


Changes = Sequence[tuple[str, str]]
PARTS: Changes = (
    (
        "id: SLEEP-1",
        """language: 3
parts:
  - {id: B, name: {en: "Part B", zh: "B部分"}}
  - {id: C, name: {en: "Part C", zh: "C部分"}}
id: SLEEP-1""",
    ),
    ("id: INCL02A\n", "id: INCL02A\n    part: B\n"),
    ("id: EXCL01\n", "id: EXCL01\n    part: C\n"),
)

WAYS = 'rest: [{kind: chart, where: ward, how: {en: "note", zh: "记录"}}]\n'


def release(folder: Path, version: str, *changes: tuple[str, str], items: Changes = ()) -> None:
    """Release the toy trial under this version, its texts changed, and freeze it."""
    place = folder / "sleep" / version
    shutil.copytree(TOY / "items", place / "items")
    shutil.copy(TOY / SETTLING, place.parent / SETTLING)
    protocol = place / "protocol.yaml"
    shutil.copy(TOY / "sleep.yaml", protocol)
    for old, new in (('version: "7"', f'version: "{version}"'), *changes):
        change(protocol, old, new)
    if items:
        ways = place.parent / SETTLING
        ways.write_text(f"{ways.read_text('utf-8')}{WAYS}", "utf-8")
    for old, new in items:
        change(place / "items" / "sleep.yaml", old, new)
    freeze(folder, version)


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text, old
    file.write_text(text.replace(old, new), "utf-8")


def freeze(folder: Path, version: str) -> None:
    """Add the version as it is now to the table of those released."""
    place = folder / "sleep" / version
    table = folder / FROZEN
    lines = table.read_text("utf-8") if table.exists() else "versions:\n"
    protocol = (place / "protocol.yaml").read_bytes()
    table.write_text(
        f"{lines}"
        f"  - trial: SLEEP-1\n"
        f'    version: "{version}"\n'
        f"    folder: sleep/{version}\n"
        f"    fingerprint: {hashlib.sha256(protocol).hexdigest()}\n"
        f"    full_fingerprint: {full_fingerprint(place)}\n",
        "utf-8",
    )


def two_versions(folder: Path, *changes: tuple[str, str], items: Changes = ()) -> Trials:
    """Release version 1 as the toy trial is, and version 2 with these changes."""
    release(folder, "1")
    release(folder, "2", *changes, items=items)
    return Trials(folder)


@cache
def amended() -> Trials:
    """Give a version 2 that is stricter and lets answers grow old; both are loaded already."""
    with TemporaryDirectory() as folder:
        trials = two_versions(Path(folder), STRICTER, AGES)
        trials.current("SLEEP-1")
        first_version(trials)
    return trials


@cache
def with_parts() -> Trials:
    """Give the toy trial with two parts: the marker is asked for part B, the shift for part C."""
    with TemporaryDirectory() as folder:
        release(Path(folder), "1", *PARTS)
        trials = Trials(Path(folder))
        trials.current("SLEEP-1")
    return trials


def first_version(trials: Trials) -> Protocol:
    first = trials.versions("SLEEP-1")[0]
    found = trials.of(first.trial, first.version, first.fingerprint)
    assert found is not None
    return found
