"""The path of a file that is given to a command."""

import errno
from pathlib import Path
from typing import Any

import click

ROOM = ".12345678.part-journal"
"""What is added to the name of a file while it is being made."""


class GivenPath(click.Path):
    """A path of one line: what a message quotes must not look like lines of ours."""

    def __init__(self, *, must_be_there: bool = False) -> None:
        super().__init__(exists=must_be_there, dir_okay=not must_be_there, path_type=Path)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Read the path; refused are a name of several lines, one too long, and `-`."""
        if str(value) == "-":
            self.fail("- is no file; give the name of one (./- if it is called so)", param, ctx)
        if "\n" in str(value):
            self.fail("its name is of several lines; rename it first", param, ctx)
        if _is_too_long(str(value) if self.exists else f"{value}{ROOM}"):
            self.fail("its name is too long for this disk", param, ctx)
        return super().convert(value, param, ctx)


def _is_too_long(value: str) -> bool:
    try:
        Path(value).lstat()
    except OSError as error:
        return error.errno == errno.ENAMETOOLONG
    except ValueError:
        return False
    return False
