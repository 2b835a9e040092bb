"""Records that older versions wrote, each stored as SQL, and what they added up to there."""

import json
from collections.abc import Iterable
from contextlib import closing
from dataclasses import asdict
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from ectrial.ledger.ledger import Ledger
from ectrial.ledger.sqlite.driver import connect
from ectrial.record.screenings import Listed, Screening
from tests.ectrial.ledger.samples import Clock

FOLDER = Path(__file__).parent / "data" / "upgrade"
SITE = "site-1"
LATER = datetime(2026, 12, 1, 9, tzinfo=UTC)


def written(path: Path, version: str, key: str | None = None) -> Path:
    """Write the record's file as that version left it when it was stopped."""
    path.write_bytes(_file(version, key))
    return path


@cache
def _file(version: str, key: str | None) -> bytes:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "record.db"
        path.touch()
        with closing(connect(path, key)) as connection:
            connection.executescript((FOLDER / f"record_{version}.sql").read_text("utf-8"))
        return path.read_bytes()


def open_here(path: Path, key: str | None = None) -> Ledger:
    """Open a record with this version, at a time after all that it holds."""
    clock = Clock()
    clock.now = LATER
    return Ledger.open(path, site=SITE, via="telegram", clock=clock, key=key)


def stored(name: str) -> dict[str, Any]:
    """Read what is stored beside a record."""
    return dict(json.loads((FOLDER / f"{name}.json").read_text("utf-8")))


def told(thing: Screening | Listed, without: Iterable[str] = ()) -> dict[str, Any]:
    """Give a screening, or a row of the list, without what later versions added."""
    later, whole = {*without}, {**_without_limits(asdict(thing)), "id": list(thing.id)}
    for signature in whole.get("signatures", ()):
        # since version 0.8.0
        del signature["under"], signature["confirms"]
    aside = whole.get("set_aside")
    if aside and aside.get("before"):
        before = aside["before"].items()
        whole["set_aside"] = {
            **aside,
            "before": {name: each for name, each in before if name not in later},
        }
    return plainly({name: part for name, part in whole.items() if name not in later})


def _without_limits(part: Any) -> Any:
    """Leave out the limit that stands in an answer since version 0.8.0."""
    if isinstance(part, list | tuple):
        return [_without_limits(each) for each in part]
    if not isinstance(part, dict):
        return part
    is_answer = {"value", "seq", "limit"} <= part.keys()
    kept = ((name, each) for name, each in part.items() if not (is_answer and name == "limit"))
    return {name: _without_limits(each) for name, each in kept}


def over(now: Any, kept: Any) -> Any:
    """Lay what was kept over what is kept now, so that only what was added is left of that."""
    if isinstance(kept, list) and isinstance(now, list) and len(kept) == len(now):
        return [over(*each) for each in zip(now, kept, strict=True)]
    if not isinstance(kept, dict) or not isinstance(now, dict):
        return kept
    return now | {name: over(now.get(name), each) for name, each in kept.items()}


def plainly(told: dict[str, Any]) -> dict[str, Any]:
    """Give what was told as JSON gives it back."""
    return dict(json.loads(json.dumps(told, default=_plain)))


def _plain(value: Any) -> Any:
    return sorted(value) if isinstance(value, frozenset) else value.isoformat()
