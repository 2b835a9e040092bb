"""Whether the bot can listen at its ports: told before its start is recorded.

Practice learns it of its own port when it begins, which is before that as well.
"""

import errno
import socket
from collections.abc import Iterator

from bot.setup.settings import Settings

LOOPBACK = "127.0.0.1"
HEALTH_TAKEN = "ECTRIAL_HEALTH_PORT: port {} is taken"
CANNOT_LISTEN = "ECTRIAL_WEBHOOK_LISTEN: cannot listen at {}"


def port_faults(settings: Settings) -> Iterator[str]:
    """Give a fault for each port at which another process listens, or nobody can."""
    if settings.health_port is not None and not _is_free(LOOPBACK, settings.health_port):
        yield HEALTH_TAKEN.format(settings.health_port)
    if settings.webhook_url and not _is_free(*host_and_port(settings.webhook_listen)):
        yield CANNOT_LISTEN.format(settings.webhook_listen)


def host_and_port(written: str) -> tuple[str, int]:
    """Read where to listen.

    >>> host_and_port("[::1]:8443")
    ('::1', 8443)
    """
    host, _, port = written.rpartition(":")
    return host.strip("[]"), int(port)


def _is_free(host: str, port: int) -> bool:
    try:
        places = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
        for family, *_, address in places:
            _listen(family, address)
    except OSError:
        return False
    return True


def _listen(family: int, address: tuple[object, ...]) -> None:
    """Listen for a moment; a machine without IPv6 passes its addresses over, as the bot will."""
    try:
        socket.create_server(address, family=family).close()
    except OSError as error:
        if error.errno != errno.EAFNOSUPPORT:
            raise
