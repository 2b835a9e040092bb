"""Asks a bot how it is, as a supervisor does."""

import socket

import aiohttp


def free_port() -> int:
    """A port that nobody listens at."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        return int(free.getsockname()[1])


async def ask(port: int, path: str) -> tuple[int, str]:
    """The status and the words of the answer."""
    url = f"http://127.0.0.1:{port}{path}"
    async with aiohttp.ClientSession() as session, session.get(url) as answer:
        return answer.status, await answer.text()
