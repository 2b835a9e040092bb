"""A Bot API with nothing in it but speed: what it cannot do costs no bot anything."""

import asyncio
import json
from collections.abc import Callable
from time import time_ns
from typing import Any
from urllib.parse import parse_qsl

from tests.benchmarks.load.people import BOT, Json, Person

MOST_AT_ONCE = 100
ME = {
    **BOT,
    "can_join_groups": False,
    "can_read_all_group_messages": False,
    "supports_inline_queries": False,
    "can_connect_to_business": False,
    "has_main_web_app": False,
}


class Server:
    """Queues updates, hears what the bot does, and says when a tap is done."""

    def __init__(self, people: list[Person], done: Callable[[Person, float], None]) -> None:
        self.people = {person.number: person for person in people}
        self.polled = asyncio.Event()
        self._done = done
        self._updates: list[Json] = []
        # none that a record remembers from another run
        self._next_update = time_ns() // 1_000_000
        self._next_message = 100
        self._poll: tuple[Connection, asyncio.TimerHandle] | None = None
        self.connections: set[Connection] = set()

    def begin(self) -> None:
        """Forget what was meant for a bot that is gone."""
        self._updates.clear()
        if self._poll is not None:
            self._poll[1].cancel()
        self._poll = None
        self.polled.clear()

    async def listen(self) -> int:
        """Listen on any free port, and give it."""
        loop = asyncio.get_running_loop()
        server = await loop.create_server(lambda: Connection(self), "127.0.0.1", 0)
        self._server = server
        return int(server.sockets[0].getsockname()[1])

    def close(self) -> None:
        """Listen no more, not even to what a bot said just before it was killed."""
        self.begin()
        self._server.close()
        for connection in self.connections:
            connection.abort()

    def push(self, content: Json) -> None:
        """Queue an update; a poll that waits is answered with all that came in this round."""
        self._updates.append({"update_id": self._next_update, **content})
        self._next_update += 1
        if self._poll is not None:
            asyncio.get_running_loop().call_soon(self._answer_poll)

    def call(self, connection: "Connection", method: str, given: dict[str, Any]) -> None:
        """Answer one call, now or, for a poll, when there is something to tell."""
        match method:
            case "getUpdates":
                self._updates_after(connection, given)
                return
            case "getMe":
                connection.answer(ME)
            case "getMyDescription":
                connection.answer({"description": ""})
            case "getMyShortDescription":
                connection.answer({"short_description": ""})
            case "answerCallbackQuery":
                connection.answer(result=True)
                self._answered(str(given["callback_query_id"]))
            case "editMessageText" | "sendMessage":
                self._show(connection, given)
            case _:
                connection.answer(result=True)

    def _updates_after(self, connection: "Connection", given: dict[str, Any]) -> None:
        offset = int(given.get("offset") or 0)
        self._updates = [each for each in self._updates if each["update_id"] >= offset]
        loop = asyncio.get_running_loop()
        seconds = int(given.get("timeout") or 0)
        self._poll = (connection, loop.call_later(seconds, self._answer_poll))
        self.polled.set()
        if self._updates or not seconds:
            self._answer_poll()

    def _answer_poll(self) -> None:
        if self._poll is not None:
            connection, timer = self._poll
            self._poll = None
            timer.cancel()
            connection.answer(self._updates[:MOST_AT_ONCE])

    def _answered(self, query: str) -> None:
        person = self.people[int(query.partition("-")[0])]
        if person.query == query:
            self._tell(person, person.answered())

    def _show(self, connection: "Connection", given: dict[str, Any]) -> None:
        person = self.people[int(given["chat_id"])]
        keyboard = given.get("reply_markup")
        keyboard = json.loads(keyboard) if isinstance(keyboard, str) else keyboard
        number = int(given.get("message_id") or 0)
        if not number:
            self._next_message += 1
            number = self._next_message
        card = person.message(number, given["text"], keyboard)
        connection.answer(card)
        self._tell(person, person.shown(card))

    def _tell(self, person: Person, seconds: float | None) -> None:
        if seconds is not None:
            self._done(person, seconds)


class Connection(asyncio.Protocol):
    """One connection of the bot: requests of HTTP/1.1 with a length, one after the other."""

    def __init__(self, server: Server) -> None:
        self._server = server
        self._received = b""

    def connection_made(self, transport: Any) -> None:
        self._transport = transport
        self._server.connections.add(self)

    def connection_lost(self, _: Exception | None) -> None:
        self._server.connections.discard(self)

    def abort(self) -> None:
        """Hear no more over it."""
        self._transport.abort()

    def data_received(self, data: bytes) -> None:
        self._received += data
        while (end := self._received.find(b"\r\n\r\n")) >= 0:
            head = self._received[:end].decode("latin-1")
            lines = head.split("\r\n")
            fields = dict(line.lower().split(": ", 1) for line in lines[1:])
            stop = end + 4 + int(fields.get("content-length", "0"))
            if len(self._received) < stop:
                return
            body, self._received = self._received[end + 4 : stop], self._received[stop:]
            path = lines[0].split(" ")[1]
            kind = fields.get("content-type", "")
            self._server.call(self, path.rpartition("/")[2], parameters(kind, body))

    def answer(self, result: Any) -> None:
        """Answer the request in hand, unless the bot has gone meanwhile."""
        if self._transport.is_closing():
            return
        body = json.dumps({"ok": True, "result": result}).encode()
        head = f"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {len(body)}"
        self._transport.write(head.encode() + b"\r\n\r\n" + body)


def parameters(kind: str, body: bytes) -> dict[str, Any]:
    """Read what a bot sends, in the three ways that the libraries have."""
    if not body:
        return {}
    if kind.startswith("application/json"):
        given: dict[str, Any] = json.loads(body)
        return given
    if kind.startswith("multipart/form-data"):
        return dict(_parts(kind, body.decode()))
    return dict(parse_qsl(body.decode()))


def _parts(kind: str, body: str) -> list[tuple[str, str]]:
    boundary = kind.partition("boundary=")[2].strip('"')
    found = []
    for part in body.split(f"--{boundary}")[1:-1]:
        head, _, value = part.strip("\r\n").partition("\r\n\r\n")
        found.append((head.partition('name="')[2].partition('"')[0], value))
    return found
