"""The exit codes of every command; docs/operations.md explains them to operators."""

from enum import IntEnum


class ExitCode(IntEnum):
    """How a command ended.

    `BROKEN`: the command found something that a person must look at (`verify`, `status`), or the
    bot ended by its own error or hung; a supervisor may start it again.
    `UNUSABLE`: arguments, settings or files do not allow the work; starting again does not help.
    The library click uses the same code for arguments that it does not understand.
    `STOPPED`: a person stopped it (Ctrl-C), as a shell says it.
    """

    DONE = 0
    BROKEN = 1
    UNUSABLE = 2
    STOPPED = 130
