"""A new record without the making of it, which takes longer than many a test: made once, copied.

What the making is for is tested in tests/ectrial/ledger/test_creating.py.
"""

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from ectrial.ledger.creating import WorldName, create


def blank(path: Path, world: WorldName = "real", key: str | None = None) -> Path:
    """Put a new record where there is none yet."""
    if not path.exists():
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        path.touch(0o600)
        path.write_bytes(_made(world, key))
    return path


@cache
def _made(world: WorldName, key: str | None) -> bytes:
    with TemporaryDirectory() as folder:
        record = Path(folder) / "record.db"
        create(record, world, key)
        return record.read_bytes()
