"""The fingerprints of data files: what a start says of the rules, items and units it runs with."""

import hashlib
from pathlib import Path


def fingerprints(folder: Path) -> dict[str, str]:
    """Give the SHA-256 of every YAML file below a folder, by its path in it."""
    return {
        file.relative_to(folder).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in sorted(folder.rglob("*.yaml"))
    }
