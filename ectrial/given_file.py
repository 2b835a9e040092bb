"""Opens files that somebody gave: regular files, within a size, and without ever waiting.

A FIFO that nobody writes to, a terminal or /dev/zero would keep a command for ever.
"""

import os
import stat
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from io import TextIOWrapper
from pathlib import Path
from typing import BinaryIO

# A command reads no longer text at once; a file of many lines may be longer
LONGEST = 16 * 2**20


class UnusableFileError(ValueError):
    """A given file cannot be read; the message names the file and what is wrong with it."""

    remedy = "put the file itself there"


class TooLargeError(UnusableFileError):
    """A given file is larger than what reads it takes."""

    remedy = "put parts of it into other files"


@contextmanager
def opened(path: Path, most: int | None = None) -> Iterator[BinaryIO]:
    """Open a regular file of at most so many bytes; raises UnusableFileError for any other."""
    try:
        number = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_NOCTTY)
    except (OSError, ValueError) as error:
        words = getattr(error, "strerror", None) or "no such name"
        raise UnusableFileError(f"{path} cannot be opened: {words}") from None
    with ExitStack() as unless_usable:
        unless_usable.callback(os.close, number)
        found = os.fstat(number)
        if not stat.S_ISREG(found.st_mode):
            raise UnusableFileError(f"{path} is no regular file")
        if most is not None and found.st_size > most:
            raise TooLargeError(f"{path} is larger than {most} bytes")
        unless_usable.pop_all()
    with os.fdopen(number, "rb") as file:
        yield file


def whole(path: Path, most: int = LONGEST) -> bytes:
    """Give all bytes of a file that somebody gave."""
    with opened(path, most) as file:
        # the file may still grow
        return file.read(most)


def text(path: Path, most: int = LONGEST) -> str:
    """Give the text of a file that somebody gave."""
    return whole(path, most).decode("utf-8-sig")


def lines(path: Path, most: int = LONGEST) -> Iterator[str]:
    """Give the lines of a file of any length, one at a time, none longer than `most`."""
    with opened(path) as file:
        reader = TextIOWrapper(file, encoding="utf-8-sig")
        number = 0
        while line := reader.readline(most + 1):
            number += 1
            if len(line) > most:
                words = f"{path}: line {number} is longer than {most} characters"
                raise UnusableFileError(words)
            yield line
