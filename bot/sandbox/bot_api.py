"""Answers the bot's HTTP calls ``/bot<token>/<method>``, in every encoding of Telegram's."""

import inspect
import json
from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Any

from aiohttp import web

from bot.sandbox.activity import Activity
from bot.sandbox.methods import METHODS
from bot.sandbox.parameters import written_as_json
from bot.sandbox.refusal import Refusal, bad_request
from bot.sandbox.state import State

# Carries out a call and gives its result
Act = Callable[[], Awaitable[Any]]
# Answers a call, with or without carrying it out
Responder = Callable[[web.Request, Act], Awaitable[web.StreamResponse]]
# Gives the responder of a call, by its method and parameters; None means the usual answer
Interceptor = Callable[[str, Mapping[str, str]], Responder | None]


async def plainly(_: web.Request, act: Act) -> web.StreamResponse:
    """Carry out the call and answer with its result."""
    return web.json_response({"ok": True, "result": await act()})


class BotApi:
    """Answers the calls of the bot; the first interceptor that takes a call answers instead."""

    def __init__(
        self, state: State, activity: Activity, interceptors: Sequence[Interceptor]
    ) -> None:
        self._state = state
        self._activity = activity
        self._interceptors = interceptors

    @property
    def routes(self) -> list[web.RouteDef]:
        """Give the addresses that the bot calls."""
        return [web.route("*", r"/bot{token:[^/]*}/{method:[^/]*}", self.answer)]

    async def answer(self, request: web.Request) -> web.StreamResponse:
        """Answer one call; the gate answers a Refusal that is raised here."""
        if request.match_info["token"] != self._state.token:
            raise Refusal(401, "Unauthorized")
        name = request.match_info["method"].lower()
        if name not in METHODS:
            raise Refusal(404, "Not Found: method not found")
        given = await _parameters(request)
        respond = self._responder(name, given)
        return await respond(request, lambda: self.call(name, given))

    def _responder(self, name: str, given: Mapping[str, str]) -> Responder:
        for intercept in self._interceptors:
            if (respond := intercept(name, given)) is not None:
                return respond
        return plainly

    async def call(self, name: str, given: Mapping[str, str]) -> Any:
        """Carry out a call and give its result; raises Refusal."""
        if name == "getupdates":
            # A waiting poll counts as idle, but its confirmation of updates is activity.
            self._activity.touch()
            return await METHODS[name](self._state, given)
        with self._activity.call():
            result = METHODS[name](self._state, given)
            return await result if inspect.isawaitable(result) else result


async def _parameters(request: web.Request) -> dict[str, str]:
    given: dict[str, str] = dict(request.query)
    if request.content_type == "application/json":
        given |= _from_json(await request.text())
    elif request.can_read_body:
        for name, value in (await request.post()).items():
            if not isinstance(value, str):
                raise bad_request("The sandbox takes no files")
            given[name] = value
    return given


def _from_json(body: str) -> dict[str, str]:
    try:
        values = json.loads(body or "{}")
    except (ValueError, RecursionError) as fault:
        raise bad_request("Can't parse JSON object") from fault
    if not isinstance(values, dict):
        raise bad_request("Can't parse parameters: expected an Object")
    return written_as_json(values)
