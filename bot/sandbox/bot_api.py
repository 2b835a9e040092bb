"""Answers the bot's HTTP calls ``/bot<token>/<method>``, in every encoding of Telegram's."""

import inspect
from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Any

from aiohttp import web

from bot.sandbox.activity import Activity
from bot.sandbox.bodies import read_form, read_json
from bot.sandbox.files import Uploads
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
        return [
            web.route("*", r"/bot{token:[^/]*}/{method:[^/]*}", self.answer),
            web.get(r"/file/bot{token:[^/]*}/{path:.*}", self.download),
        ]

    async def answer(self, request: web.Request) -> web.StreamResponse:
        """Answer one call; the gate answers a Refusal that is raised here."""
        self._check_token(request)
        name = request.match_info["method"].lower()
        if name not in METHODS:
            raise Refusal(404, "Not Found: method not found")
        given, uploads = await _parameters(request)
        respond = self._responder(name, given)
        return await respond(request, lambda: self.call(name, given, uploads))

    async def download(self, request: web.Request) -> web.Response:
        """Give the content of a file, at the path that getFile told."""
        self._check_token(request)
        file = self._state.files.at(request.match_info["path"])
        return web.Response(body=file.data, content_type="application/octet-stream")

    def _check_token(self, request: web.Request) -> None:
        if request.match_info["token"] != self._state.token:
            raise Refusal(401, "Unauthorized")

    def _responder(self, name: str, given: Mapping[str, str]) -> Responder:
        for intercept in self._interceptors:
            if (respond := intercept(name, given)) is not None:
                return respond
        return plainly

    async def call(
        self, name: str, given: Mapping[str, str], uploads: Uploads | None = None
    ) -> Any:
        """Carry out a call and give its result; raises Refusal."""
        if name == "getupdates":
            # A waiting poll counts as idle, but its confirmation of updates is activity.
            self._activity.touch()
            return await METHODS[name](self._state, given)
        with self._activity.call():
            result = METHODS[name](self._state, given, uploads)
            return await result if inspect.isawaitable(result) else result


async def _parameters(request: web.Request) -> tuple[dict[str, str], Uploads]:
    given: dict[str, str] = dict(request.query)
    uploads: Uploads = {}
    if request.content_type == "application/json":
        given |= _named(await read_json(request))
    elif request.can_read_body:
        texts, uploads = await read_form(request)
        given |= texts
    return given, uploads


def _named(values: Any) -> dict[str, str]:
    if not isinstance(values, dict):
        raise bad_request("Can't parse parameters: expected an Object")
    return written_as_json(values)
