"""Calls of the Bot API over aiohttp: the library's own client costs three times as much a call."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from ipaddress import ip_address
from typing import Any, Literal, cast
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

import aiohttp
import httpx
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData

from bot.telegram import wire

# People answer every few seconds; a new connection for each tap would cost two more round trips
SECONDS_KEPT_ALIVE = 75.0
SECONDS_FOR_A_FILE = 20.0


# What Telegram says when it refuses to change a message into what it is
ALREADY_SO = "message is not modified"

Failure = Literal["rate_limited", "network", "timeout", "server", "refused"]
Told = Callable[[Failure], object]


class NotTelegramError(NetworkError):
    """What answered is no Bot API: a proxy, a portal, or a wrong address."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How long a call may wait for each of its parts, in seconds; None is as long as it takes.

    `write` counts for files alone: what else is written leaves at once, or is never answered.
    """

    pool: float | None = 60.0
    connect: float | None = 5.0
    write: float | None = SECONDS_FOR_A_FILE
    read: float | None = 5.0

    def as_timeout(self, *, has_files: bool = False) -> aiohttp.ClientTimeout:
        """Give them as aiohttp takes them.

        With one for the whole: its clock for reading stands still after an interim answer (103),
        and until all that is sent was taken.
        """
        read = _together(self.write, self.read) if has_files else self.read
        return aiohttp.ClientTimeout(
            total=_together(self.pool, self.connect, read),
            connect=_together(self.pool, self.connect),
            sock_connect=self.connect,
            sock_read=read,
        )


def _together(*parts: float | None) -> float | None:
    told = [part for part in parts if part is not None]
    return sum(told) if len(told) == len(parts) else None


@dataclass(frozen=True, slots=True)
class Plain:
    """Parameters that are plain values already, in the shape of the library's request data."""

    parameters: dict[str, Any]
    contains_files: Literal[False] = False


class Calls(BaseRequest):
    """A pool of connections to one Bot API. No error of it bears an address or its token."""

    def __init__(self, base_url: str, *, connections: int, fails: Told = lambda _: None) -> None:
        self._base_url = base_url
        self._connections = connections
        self._fails = fails
        self._limits = Limits()
        self._timeout = self._limits.as_timeout()
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float | None:
        """How long an answer may take."""
        return self._limits.read

    async def initialize(self) -> None:
        """Make ready to call; nothing is connected yet."""
        if self._session is not None:
            return
        is_secure = urlsplit(self._base_url).scheme == "https"
        self._session = aiohttp.ClientSession(
            connector=aiohttp.TCPConnector(
                # the certificates that the library trusts, wherever this runs
                ssl=httpx.create_ssl_context() if is_secure else True,
                limit=self._connections,
                keepalive_timeout=SECONDS_KEPT_ALIVE,
            ),
            cookie_jar=aiohttp.DummyCookieJar(),
            headers={"User-Agent": self.USER_AGENT},
            proxy=proxy_for(self._base_url),
        )

    async def shutdown(self) -> None:
        """Close every connection; doing it twice does no harm."""
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
        """Call once; the library reads the answer."""
        if self._session is None:
            raise NetworkError("the client is shut down")
        given = {
            "read": read_timeout,
            "write": write_timeout,
            "connect": connect_timeout,
            "pool": pool_timeout,
        }
        timeout = self._timeout_with(given, has_files=_has_files(request_data))
        try:
            async with self._session.request(
                method, url, timeout=timeout, allow_redirects=False, **_content(request_data)
            ) as answer:
                content = await answer.read()
        # from None, and without their words: these can tell the address
        except TimeoutError:
            self._fails("timeout")
            raise TimedOut from None
        except (aiohttp.ClientError, OSError, ValueError) as error:
            self._fails("network")
            raise NetworkError(type(error).__name__) from None

        if (failure := failure_of(answer.status, content)) is not None:
            self._fails(failure)
        return answer.status, content

    async def ask(self, url: str, given: dict[str, Any], seconds: float | None = None) -> Any:
        """Call with plain values and give the plain answer; raises what the library's calls do."""
        read_timeout = self.DEFAULT_NONE if seconds is None else seconds
        # of the request, the library's own `post` reads nothing: it hands it on to `do_request`
        data = cast("RequestData", Plain(given))
        return await self.post(url, data, read_timeout=read_timeout)

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """Read an answer; the page of a proxy is as good as none, and no traceback in the log."""
        try:
            answer = wire.read(payload)
        except ValueError:
            answer = None
        if not isinstance(answer, dict) or answer.keys().isdisjoint({"result", "description"}):
            raise NotTelegramError("this is no answer of the Bot API")
        return answer

    def _timeout_with(self, given: dict[str, Any], *, has_files: bool) -> aiohttp.ClientTimeout:
        own = {name: each for name, each in given.items() if each is not self.DEFAULT_NONE}
        if not own and not has_files:
            return self._timeout
        return replace(self._limits, **own).as_timeout(has_files=has_files)


def failure_of(status: int, answer: bytes) -> Failure | None:
    """Tell in which way a call failed, by what came back; None if it did not.

    A message that is as it should be already is no failure.

    >>> failure_of(200, b'{"ok":true}'), failure_of(429, b"{}"), failure_of(400, b"{}")
    (None, 'rate_limited', 'refused')
    >>> failure_of(400, b'{"ok":false,"description":"Bad Request: message is not modified"}')
    >>> failure_of(502, b"<html>"), failure_of(200, b"<html>")
    ('server', 'server')
    """
    # without reading it: the library does that, and the page of a proxy shows at its beginning
    if status >= 500 or not answer.startswith(b"{"):
        return "server"
    if status == 429:
        return "rate_limited"
    return "refused" if status >= 400 and ALREADY_SO.encode() not in answer else None


def proxy_for(url: str) -> str | None:
    """Give the proxy that the environment names for this address; none for this machine itself."""
    parts = urlsplit(url)
    host = parts.hostname or ""
    if _is_here(host) or proxy_bypass(host):
        return None
    proxies = getproxies()
    return proxies.get(parts.scheme) or proxies.get("all")


def _is_here(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _has_files(data: RequestData | None) -> bool:
    return data is not None and data.contains_files


def _content(data: RequestData | None) -> dict[str, Any]:
    """Give the parameters as JSON, encoded once; with files, as the parts of a form."""
    if data is None:
        return {}
    if not data.contains_files:
        body = wire.written(data.parameters)
        return {"data": body, "headers": {"Content-Type": "application/json"}}
    form = aiohttp.FormData()
    for name, value in data.json_parameters.items():
        form.add_field(name, value)
    for name, (file_name, content, mime_type) in data.multipart_data.items():
        form.add_field(name, content, filename=file_name, content_type=mime_type)
    return {"data": form}
