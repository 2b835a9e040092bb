"""Whether other users of this machine could read the settings, the record or its copies.

Each fault names the command that mends it. A link counts as what it points to. Who runs as root
may use what belongs to somebody else: in a container the files of the host usually do.
"""

import os
import shlex
import stat
from collections.abc import Iterator
from pathlib import Path

ANY_BY_OTHERS, CHANGED_BY_OTHERS = 0o077, 0o022


def settings_file_faults(file: Path, *, has_secret: bool, is_real: bool) -> Iterator[str]:
    """Give the faults of a settings file; without a secret, practice has nothing to hide.

    With a token, wherever that stands, nobody else may say who the administrators are.
    """
    if not (has_secret or is_real) or not file.exists():
        return
    yield from _of_another(file)
    forbidden = ANY_BY_OTHERS if has_secret else CHANGED_BY_OTHERS
    if file.stat().st_mode & forbidden:
        yield (
            f"{file}: other users of this machine can read or change it;"
            f" run: chmod 600 {_quoted(file)}"
        )


def folder_faults(record: Path, copies: Path) -> Iterator[str]:
    """Give the faults of the folders of a real record and of its copies.

    What lies in such a folder is closed to others by the folder, and by the ledger itself.
    """
    for name, kept, folder in (
        ("ECTRIAL_DATABASE", record, record.parent),
        ("ECTRIAL_BACKUPS", copies, copies),
    ):
        if not folder.is_dir():
            continue
        yield from (f"{name}: {fault}" for fault in _of_another(folder))
        if not folder.stat().st_mode & ANY_BY_OTHERS:
            continue
        if _is_needed_by_others(folder):
            yield (
                f"{name}: {kept} lies open to other users of this machine, in a folder that"
                " others need; name a folder of its own"
            )
        else:
            yield (
                f"{name}: {kept} lies open to other users of this machine;"
                f" run: chmod 700 {_quoted(folder)} (or name a folder of its own)"
            )


def _is_needed_by_others(folder: Path) -> bool:
    """Whether a folder such as /tmp would lock out others who keep files in it, if it closed."""
    found, us = folder.stat(), os.geteuid()
    if found.st_mode & stat.S_ISVTX or found.st_uid != us:
        return True
    if not os.access(folder, os.R_OK | os.X_OK):
        return False
    return any(file.lstat().st_uid != us for file in folder.iterdir())


def _of_another(path: Path) -> Iterator[str]:
    """Give a fault if the path belongs to a user who could open it up again at any time."""
    us, owner = os.geteuid(), path.stat().st_uid
    if us not in (0, owner) and owner != 0:
        yield f"{path} belongs to another user; run as root: chown {us} {_quoted(path)}"


def _quoted(path: Path) -> str:
    return shlex.quote(str(path))
