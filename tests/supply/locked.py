"""What a lock pins: names, versions and hashes, as pip reads them."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
PIN = re.compile(r"^([A-Za-z0-9._-]+)==([^\s;\\]+)(.*?)(?=^\S|\Z)", re.MULTILINE | re.DOTALL)
HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")


class Pin(NamedTuple):
    """One distribution of a lock."""

    name: str
    version: str
    hashes: tuple[str, ...]


def pins(lock: str) -> Iterator[Pin]:
    """Give what a lock pins, in its order."""
    for name, version, rest in PIN.findall((ROOT / lock).read_text("utf-8")):
        yield Pin(canonicalize_name(name), version, tuple(HASH.findall(rest)))
