"""Builds the disk of `disk.c` and says how a process is put on it."""

import functools
import mmap
import shutil
import struct
import subprocess
import tempfile
from enum import IntEnum, IntFlag
from pathlib import Path
from typing import Self

SOURCE = Path(__file__).with_name("disk.c")
COMPILER = shutil.which("cc") or shutil.which("gcc")
STATE = struct.Struct("7I")
FROM_HOLDS_ON = slice(16, 24)


class Kind(IntFlag):
    """What changes a file or a name, and can be killed at."""

    WRITE, CUT, CREATE, RENAME, LINK, UNLINK, SYNC = 1, 2, 4, 8, 16, 32, 64


NAMES = Kind.CREATE | Kind.RENAME | Kind.LINK | Kind.UNLINK


class Held(IntEnum):
    """Where a commit can be held."""

    AT_WRITE, AT_SYNC = 1, 2


@functools.cache
def library() -> Path:
    """Compile it, once a run."""
    built = Path(tempfile.mkdtemp(prefix="disk-")) / "disk.so"
    command = [str(COMPILER), "-O1", "-shared", "-fPIC", "-o", str(built), str(SOURCE), "-ldl"]
    subprocess.run(command, check=True)  # noqa: S603 - our own command
    return built


class Disk:
    """What one preloaded disk tells, and whether it takes writes."""

    def __init__(self, database: Path) -> None:
        self._database = database
        self._file = database.with_name(f"{database.name}.disk")
        self._file.write_bytes(bytes(STATE.size))
        with self._file.open("r+b") as file:
            self._state = mmap.mmap(file.fileno(), STATE.size)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._state.close()

    def environment(self, **settings: int) -> dict[str, str]:
        """Give what a process must find around it; the settings are those of `disk.c`."""
        return {
            "LD_PRELOAD": str(library()),
            "DISK_FILE": str(self._database),
            "DISK_STATE": str(self._file),
            **{f"DISK_{name.upper()}": str(value) for name, value in settings.items()},
        }

    @property
    def is_in_commit(self) -> bool:
        """Whether the log was written to and not yet synced."""
        return bool(self._read()[0])

    @property
    def writes_and_syncs(self) -> tuple[int, int]:
        """How many the disk has seen."""
        _, _, writes, syncs, *_ = self._read()
        return writes, syncs

    def refuses(self, *, is_read_only: bool) -> None:
        """Take no more writes, or take them again."""
        self._state[4:8] = struct.pack("I", is_read_only)

    def holds(self, where: Held) -> None:
        """Let the next commit stand still at its first write, or written and not yet synced."""
        self._state[FROM_HOLDS_ON] = struct.pack("2I", where, False)

    @property
    def is_holding(self) -> bool:
        """Whether a commit stands still."""
        return bool(self._read()[5])

    def forget(self) -> None:
        """Begin to count anew."""
        self._state[:] = bytes(STATE.size)

    def _read(self) -> tuple[int, ...]:
        return STATE.unpack(self._state[:])
