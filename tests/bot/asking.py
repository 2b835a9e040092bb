"""Asks a bot how it is, as a supervisor does."""

import itertools
import os
import socket
from contextlib import suppress

import aiohttp

# Below those that systems give to whoever asks for any: none of these is taken by chance
PORTS = range(12_000, 32_000)
_ports = itertools.cycle((*PORTS[os.getpid() * 16 % len(PORTS) :], *PORTS))


def free_port() -> int:
    """A port that nobody listens at, and that no test of another process is given."""
    for port in _ports:
        with suppress(OSError), socket.create_server(("127.0.0.1", port)):
            return port
    raise AssertionError


async def ask(port: int, path: str) -> tuple[int, str]:
    """The status and the words of the answer."""
    url = f"http://127.0.0.1:{port}{path}"
    async with aiohttp.ClientSession() as session, session.get(url) as answer:
        return answer.status, await answer.text()
