"""The path of a file that is given to a command."""

from pathlib import Path
from typing import Any

import click


class GivenPath(click.Path):
    """A path of one line: what a message quotes must not look like lines of ours."""

    def __init__(self, *, must_be_there: bool = False) -> None:
        super().__init__(exists=must_be_there, dir_okay=not must_be_there, path_type=Path)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Read the path; a name of several lines is refused."""
        if "\n" in str(value):
            self.fail("its name is of several lines; rename it first", param, ctx)
        return super().convert(value, param, ctx)
