"""What can go wrong between the bot and Telegram, and a sandbox in which tests let it happen."""

import asyncio
import random  # noqa: TID251 # drawn from a seed
import time
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Self

import aiohttp
from aiohttp import web

from bot.sandbox.bot_api import Act, Responder, plainly
from bot.sandbox.refusal import Refusal
from bot.sandbox.server import Sandbox
from tests.bot.tasks import Tasks

Fault = Responder

# The same at each start, unlike in the product, so that a bot in another process can be given it
MADE_UP_TOKEN = "1234567:SANDBOX-not-a-secret-for-the-tests-only"  # noqa: S105 - made up
ANY = ""
# The client gives up long before
FOREVER = 3600.0


async def lost(request: web.Request, _: Act) -> web.StreamResponse:
    """Reset the connection before anything was done."""
    return _reset(request)


async def answer_lost(request: web.Request, act: Act) -> web.StreamResponse:
    """Do it, then reset the connection: the bot cannot know."""
    await act()
    return _reset(request)


async def silent(_request: web.Request, _act: Act) -> web.StreamResponse:
    """Do nothing and say nothing until the client gives up."""
    await asyncio.sleep(FOREVER)
    return web.Response()


async def garbled(_: web.Request, act: Act) -> web.StreamResponse:
    """Do it, and answer with half of the JSON."""
    await act()
    return web.Response(text='{"ok": true, "resu', content_type="application/json")


async def repeated(request: web.Request, act: Act) -> web.StreamResponse:
    """Deliver every update of the batch twice."""
    return await plainly(request, _with_batch(act, lambda batch: [*batch, *batch]))


async def reordered(request: web.Request, act: Act) -> web.StreamResponse:
    """Deliver the updates of the batch in the wrong order."""
    return await plainly(request, _with_batch(act, lambda batch: batch[::-1]))


def delivered_again() -> Fault:
    """Deliver once more, before what is new, what the last such call has delivered."""
    before: list[Any] = []

    async def answer(request: web.Request, act: Act) -> web.StreamResponse:
        def more(batch: list[Any]) -> list[Any]:
            again, before[:] = before[:], batch
            return [*again, *batch]

        return await plainly(request, _with_batch(act, more))

    return answer


def page(status: int) -> Fault:
    """Answer with the HTML of a proxy before the server."""

    async def answer(_request: web.Request, _act: Act) -> web.StreamResponse:
        text = f"<html><body><h1>{status} from a proxy</h1></body></html>"
        return web.Response(text=text, status=status, content_type="text/html")

    return answer


def refused(code: int, description: str) -> Fault:
    """Refuse in Telegram's words, such as 403, "Forbidden: user is deactivated"."""

    async def answer(_request: web.Request, _act: Act) -> web.StreamResponse:
        raise Refusal(code, description)

    return answer


def too_many(seconds: int) -> Fault:
    """Refuse, and say how long to wait."""

    async def answer(_request: web.Request, _act: Act) -> web.StreamResponse:
        description = f"Too Many Requests: retry after {seconds}"
        body = {"ok": False, "error_code": 429, "description": description}
        return web.json_response({**body, "parameters": {"retry_after": seconds}}, status=429)

    return answer


def held(until: asyncio.Event) -> Fault:
    """Leave the call waiting, then do it as if nothing had been."""

    async def answer(request: web.Request, act: Act) -> web.StreamResponse:
        await until.wait()
        return await plainly(request, act)

    return answer


@dataclass(frozen=True, slots=True)
class _Awaiting:
    fault: Fault
    method: str
    chat: int | None

    def fits(self, method: str, given: Mapping[str, str]) -> bool:
        return self.method in (ANY, method) and self.chat in (None, _chat(given))


class Faults:
    """Which calls go wrong: the next ones of a method or chat, or each by a chance."""

    def __init__(self) -> None:
        self._awaiting: list[_Awaiting] = []
        self._odds: Mapping[Fault, float] = {}
        self._chance = random.Random()  # noqa: S311 # it decides what fails in a test
        self.calls: Counter[str] = Counter()

    def strike(
        self, method: str, fault: Fault, *, times: int = 1, chat: int | None = None
    ) -> None:
        """Let the next calls fail: of one method or of any, in one chat or in any."""
        self._awaiting += [_Awaiting(fault, method.lower(), chat)] * times

    def by_chance(self, seed: int, odds: Mapping[Fault, float]) -> None:
        """Let each call fail with these chances, drawn from the seed."""
        self._chance.seed(seed)
        self._odds = odds

    def clear(self) -> None:
        """Let nothing go wrong any more."""
        self._awaiting, self._odds = [], {}

    def next(self, method: str, given: Mapping[str, str]) -> Fault | None:
        """Give the fault of this call, or None if it goes well."""
        self.calls[method] += 1
        for place, awaiting in enumerate(self._awaiting):
            if awaiting.fits(method, given):
                return self._awaiting.pop(place).fault
        drawn = self._chance.random()
        for fault, chance in self._odds.items():
            drawn -= chance
            if drawn < 0:
                return fault
        return None


def _chat(given: Mapping[str, str]) -> int | None:
    written = given.get("chat_id", "")
    return int(written) if written.isdecimal() else None


def _with_batch(act: Act, change: Callable[[list[Any]], list[Any]]) -> Act:
    async def changed() -> Any:
        result = await act()
        return change(result) if isinstance(result, list) else result

    return changed


def _reset(request: web.Request) -> web.Response:
    if request.transport is not None:
        request.transport.abort()
    return web.Response()


class Ahead:
    """The present clock and some seconds: a person takes time to type, but no test waits."""

    def __init__(self) -> None:
        self.seconds = 0.0
        self._stopped_at: float | None = None

    def __call__(self) -> float:
        return (self._stopped_at or time.time()) + self.seconds

    def stops(self) -> None:
        """Stand still from now on, but for the seconds that are let pass."""
        self._stopped_at = time.time()

    def passes(self, seconds: float) -> None:
        """Let so many more seconds pass."""
        self.seconds += seconds


class FaultySandbox(Sandbox):
    """A sandbox whose calls fail as its `faults` say; none does at first.

    `bots` are those that run in this process, and `session` is that of the phones.
    """

    def __init__(self, **options: Any) -> None:
        self.clock = Ahead()
        super().__init__(**{"now": self.clock, "token": MADE_UP_TOKEN, **options})
        self.faults = Faults()
        self.bots: list[Tasks] = []
        self.interceptors += [self._looks, self.faults.next]

    async def __aenter__(self) -> Self:
        self.session = aiohttp.ClientSession()
        return await super().__aenter__()

    async def __aexit__(self, *failure: object) -> None:
        await self.session.close()
        await super().__aexit__(*failure)

    @property
    def is_at_rest(self) -> bool | None:
        """Whether every update was confirmed and no bot has work left; None if none of them polls.

        A bot to which updates are posted keeps tasks for its connections.
        """
        work = [bot.have_work for bot in self.bots]
        if None in work or not work:
            return None
        return not self.state.updates.pending and True not in work

    @property
    def in_threads(self) -> list[tuple[int, int]]:
        """What the bots in this process have begun in threads, and what goes on there."""
        return [bot.in_threads for bot in self.bots]

    def _looks(self, method: str, _: Mapping[str, str]) -> None:
        if method == "getupdates":
            for bot in self.bots:
                bot.look()
