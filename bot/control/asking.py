"""The command's end of the socket: one request, one answer."""

import socket
from pathlib import Path

from bot.control.address import is_ours, reachable, socket_of
from bot.control.team import Asked, Told
from bot.setup.start import CannotServeError

# In seconds; a commit may have to wait for the disk
LONGEST_ANSWER = 30.0
LARGEST_ANSWER = 2**20
AS_ITS_USER = "the bot runs as another user: run this command as that user"
NO_ANSWER = "the running bot did not answer; ectrial staff list tells whether it was recorded"


def ask(record: Path, asked: Asked) -> Told | None:
    """Ask the bot that serves this record; None if none listens there."""
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as connection:
        connection.settimeout(LONGEST_ANSWER)
        try:
            with reachable(socket_of(record)) as address:
                connection.connect(address)
        except PermissionError:
            raise CannotServeError(AS_ITS_USER) from None
        except OSError:
            return None
        if not is_ours(connection.fileno()):
            raise CannotServeError(AS_ITS_USER)
        try:
            connection.sendall(asked.model_dump_json().encode() + b"\n")
            return Told.model_validate_json(_answer(connection))
        except (OSError, ValueError):
            raise CannotServeError(NO_ANSWER) from None


def _answer(connection: socket.socket) -> bytes:
    """Read until the bot closes the connection."""
    with connection.makefile("rb") as answer:
        return answer.read(LARGEST_ANSWER)
