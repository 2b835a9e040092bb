"""The socket beside a record: its path, its rights, and the user at its other end."""

import os
import socket
import stat
import struct
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from ectrial.ledger.sqlite.files import OWNER_ALONE, beside

# In bytes: the shortest limit of the systems that we know
LONGEST_ADDRESS = 103
# Process, user and group of the other end
CREDENTIALS = struct.Struct("3i")


def socket_of(record: Path) -> Path:
    """Give the path of the socket of the bot that serves this record."""
    return beside(record, ".socket")


@contextmanager
def reachable(path: Path) -> Iterator[str]:
    """Give an address of the path; a path too long for an address goes through its open folder."""
    if len(os.fsencode(path)) <= LONGEST_ADDRESS:
        yield str(path)
        return
    folder = os.open(path.parent, os.O_RDONLY | os.O_DIRECTORY)
    try:
        yield f"/proc/self/fd/{folder}/{path.name}"
    finally:
        os.close(folder)


def bound(path: Path, address: str) -> socket.socket:
    """Give a socket at the path for its owner alone; one that a killed bot left is removed.

    Only the process that holds the record's lock may do this, so no other bot listens there.
    """
    with suppress(FileNotFoundError):
        if stat.S_ISSOCK(path.lstat().st_mode):
            path.unlink()
    listener = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    try:
        # before it has a name, so that at no moment anybody else may open it
        os.fchmod(listener.fileno(), OWNER_ALONE)
        listener.bind(address)
        path.chmod(OWNER_ALONE)
    except BaseException:
        listener.close()
        raise
    return listener


def is_ours(connection: int) -> bool:
    """Whether the process at the other end of a connection belongs to our own user."""
    if not hasattr(socket, "SO_PEERCRED"):  # not Linux: the rights of socket and folder decide
        return True
    with socket.socket(fileno=os.dup(connection)) as peer:
        given = peer.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, CREDENTIALS.size)
    _, user, _ = CREDENTIALS.unpack(given)
    return bool(user == os.geteuid())
