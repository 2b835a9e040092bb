"""Calls of the Bot API over aiohttp, three times as fast as the library's own HTTP client."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, Literal, cast
from urllib.parse import urlsplit

import aiohttp
import httpx
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData

from bot.telegram import wire
from bot.telegram.bodies import NO_UPLOADS, PlainParameters, Uploads, content_of, has_files
from bot.telegram.budget import NO_CHAT, Budget
from bot.telegram.network_faults import NoAnswerError, kind_of
from bot.telegram.proxies import connector, is_socks, proxy_for, socks_errors

# Long enough from one tap to the next, as a new connection costs two more round trips. Less than
# the 75 s after which nginx, and so Telegram's proxies, close it: a call just then would fail.
SECONDS_KEPT_ALIVE = 60.0
SECONDS_FOR_A_FILE = 20.0

# Telegram's words if a message already has the new content
ALREADY_SO = "message is not modified"

# How the methods begin whose calls count in their chat
OF_MESSAGES = ("send", "edit", "delete")

ERRORS = (aiohttp.ClientError, OSError, ValueError)
Failure = Literal["rate_limited", "network", "timeout", "server", "refused"]
CountFailure = Callable[[Failure], object]


class NotTelegramError(NetworkError):
    """The answer is not from a Bot API, but from a proxy, a portal or a wrong address."""


@dataclass(frozen=True, slots=True)
class Timeouts:
    """How long each part of a call may take, in seconds; None means without limit.

    `write` is only for files: any other request is sent at once.
    """

    pool: float | None = 60.0
    connect: float | None = 5.0
    write: float | None = SECONDS_FOR_A_FILE
    read: float | None = 5.0

    def as_timeout(self, *, has_files: bool = False) -> aiohttp.ClientTimeout:
        """Give the timeouts in the form of aiohttp.

        They include a total, because aiohttp's timeout for reading does not run after an interim
        answer (103), nor while the request is still being sent.
        """
        read = _sum(self.write, self.read) if has_files else self.read
        return aiohttp.ClientTimeout(
            total=_sum(self.pool, self.connect, read),
            connect=_sum(self.pool, self.connect),
            sock_connect=self.connect,
            sock_read=read,
        )


def _sum(*parts: float | None) -> float | None:
    ended = [part for part in parts if part is not None]
    return sum(ended) if len(ended) == len(parts) else None


class Calls(BaseRequest):
    """A pool of connections to one Bot API. Its errors hide the address, which has the token."""

    def __init__(
        self,
        base_url: str,
        *,
        connections: int,
        count_failure: CountFailure = lambda _: None,
        budget: Budget | None = None,
    ) -> None:
        self._base_url = base_url
        self._connections = connections
        self._count_failure = count_failure
        self._budget = budget
        self._timeouts = Timeouts()
        self._timeout = self._timeouts.as_timeout()
        self._errors: tuple[type[Exception], ...] = ERRORS
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float | None:
        """How many seconds an answer may take."""
        return self._timeouts.read

    async def initialize(self) -> None:
        """Prepare the pool; no connection is made yet."""
        if self._session is not None:
            return
        is_secure = urlsplit(self._base_url).scheme == "https"
        proxy = proxy_for(self._base_url)
        self._errors = (*ERRORS, *socks_errors(proxy))
        self._session = aiohttp.ClientSession(
            connector=connector(
                proxy,
                # the same certificates on every machine: those of the library
                ssl=httpx.create_ssl_context() if is_secure else True,
                limit=self._connections,
                keepalive_timeout=SECONDS_KEPT_ALIVE,
            ),
            cookie_jar=aiohttp.DummyCookieJar(),
            headers={"User-Agent": self.USER_AGENT},
            proxy=None if is_socks(proxy) else proxy,
        )

    async def shutdown(self) -> None:
        """Close every connection; a second time does no harm."""
        session, self._session = self._session, None
        if session is not None:
            await session.close()

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Any = BaseRequest.DEFAULT_NONE,
        write_timeout: Any = BaseRequest.DEFAULT_NONE,
        connect_timeout: Any = BaseRequest.DEFAULT_NONE,
        pool_timeout: Any = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """Make one call once its turn has come; the library reads the answer."""
        if self._budget is not None:
            chat, is_message = _place(url, request_data)
            await self._budget.turn(chat, is_message=is_message)
        if self._session is None:
            raise NetworkError("the client is shut down")
        given = {
            "read": read_timeout,
            "write": write_timeout,
            "connect": connect_timeout,
            "pool": pool_timeout,
        }
        timeout = self._timeout_with(given, has_files=has_files(request_data))
        try:
            with content_of(request_data) as given_content:
                plain = {"timeout": timeout, "allow_redirects": False, **given_content}
                async with self._session.request(method, url, **plain) as answer:
                    content = await answer.read()
        # without the cause and its message, which can contain the address
        except TimeoutError as error:
            self._count_failure("timeout")
            raise TimedOut(kind_of(error)) from None
        except self._errors as error:
            self._count_failure("network")
            raise NoAnswerError(kind_of(error)) from None

        if (failure := failure_of(answer.status, content)) is not None:
            self._count_failure(failure)
        return answer.status, content

    async def ask(
        self,
        url: str,
        given: dict[str, Any],
        seconds: float | None = None,
        person: int = NO_CHAT,
        uploads: Uploads = NO_UPLOADS,
    ) -> Any:
        """Call with plain values; give the plain result, or raise the library's errors."""
        read_timeout = self.DEFAULT_NONE if seconds is None else seconds
        # the library's `post` only hands the request data on to `do_request`
        data = cast("RequestData", PlainParameters(given, person, uploads))
        return await self.post(url, data, read_timeout=read_timeout)

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """Read an answer; raises NotTelegramError for the page of a proxy, and logs nothing."""
        try:
            answer = wire.decode(payload)
        except ValueError:
            answer = None
        if not isinstance(answer, dict) or answer.keys().isdisjoint({"result", "description"}):
            raise NotTelegramError("this is no answer of the Bot API")
        return answer

    def _timeout_with(self, given: dict[str, Any], *, has_files: bool) -> aiohttp.ClientTimeout:
        own = {name: each for name, each in given.items() if each is not self.DEFAULT_NONE}
        if not own and not has_files:
            return self._timeout
        return replace(self._timeouts, **own).as_timeout(has_files=has_files)


def failure_of(status: int, answer: bytes) -> Failure | None:
    """Tell from status and answer how a call failed; None if it succeeded.

    "Message is not modified" is no failure: the message already has the new content.

    >>> failure_of(200, b'{"ok":true}'), failure_of(429, b"{}"), failure_of(400, b"{}")
    (None, 'rate_limited', 'refused')
    >>> failure_of(400, b'{"ok":false,"description":"Bad Request: message is not modified"}')
    >>> failure_of(502, b"<html>"), failure_of(200, b"<html>")
    ('server', 'server')
    """
    # the first character is enough to recognise a proxy's page; the library reads the answer
    if status >= 500 or not answer.startswith(b"{"):
        return "server"
    if status == 429:
        return "rate_limited"
    return "refused" if status >= 400 and ALREADY_SO.encode() not in answer else None


def _place(url: str, data: RequestData | None) -> tuple[int, bool]:
    """Give whose call it is, and whether it puts or changes a message there."""
    given: dict[str, Any] = {} if data is None else data.parameters
    if "chat_id" not in given:
        return getattr(data, "person", NO_CHAT), False
    return int(given["chat_id"]), url.rpartition("/")[2].startswith(OF_MESSAGES)
