import asyncio
import ssl
import subprocess
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from aiohttp import web
from telegram import Bot
from telegram.error import TelegramError, TimedOut
from telegram.request import BaseRequest, HTTPXRequest

from bot.sandbox.server import Sandbox
from bot.telegram.calls import Calls, NotTelegramError
from bot.telegram.client import Client
from bot.telegram.network_faults import NoAnswerError
from bot.telegram.proxies import proxy_faults, proxy_for
from tests.faults import MADE_UP_TOKEN
from tests.phone import SECONDS

PROXIES = ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY")
CHAT = {"id": 7, "type": "private"}
OTHER_PAGES = [b"<html>Not found</html>", b"", b"[]", b"{}", b"\xff", b"1"]
Answering = Callable[[web.Request], Awaitable[web.StreamResponse]]


@pytest.fixture(autouse=True)
def environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in PROXIES:
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.lower(), raising=False)


@asynccontextmanager
async def server(answer: Answering) -> AsyncIterator[str]:
    """Give the address of a server that answers every call so."""
    application = web.Application()
    application.router.add_route("*", "/{rest:.*}", answer)
    runner = web.AppRunner(application, access_log=None, shutdown_timeout=0.05)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    try:
        yield f"http://127.0.0.1:{runner.addresses[0][1]}"
    finally:
        await runner.cleanup()


@asynccontextmanager
async def falling_silent(words: bytes = b"") -> AsyncIterator[int]:
    """Give the port of a server that says these words to whoever connects, and no more."""
    is_over = asyncio.Event()

    async def says(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(words)
        await is_over.wait()
        writer.close()

    async with await asyncio.start_server(says, "127.0.0.1", 0) as running:
        try:
            yield running.sockets[0].getsockname()[1]
        finally:
            is_over.set()


@asynccontextmanager
async def calling(base_url: str) -> AsyncIterator[Bot]:
    bot = Client(MADE_UP_TOKEN, base_url).bot
    await bot.request.initialize()
    try:
        yield bot
    finally:
        await bot.request.shutdown()


async def fine(_: web.Request) -> web.Response:
    return web.json_response({"ok": True, "result": True})


async def failure(bot: Bot) -> TelegramError:
    with pytest.raises(TelegramError) as caught:
        await bot.get_me()
    return caught.value


def test_answer_of_the_bot_api_is_read() -> None:
    assert Calls.parse_json_payload(b'{"ok": true, "result": []}') == {"ok": True, "result": []}


@pytest.mark.parametrize("payload", OTHER_PAGES)
def test_other_answers_are_a_failure_without_a_log_line(
    payload: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    with pytest.raises(NotTelegramError):
        Calls.parse_json_payload(payload)

    assert caplog.messages == []


async def test_one_connection_serves_call_after_call(sandbox: Sandbox) -> None:
    ports = set()

    async def answer(request: web.Request) -> web.Response:
        assert request.transport is not None
        ports.add(request.transport.get_extra_info("peername")[1])
        return await fine(request)

    async with server(answer) as url, calling(f"{url}/bot") as bot:
        for _ in range(5):
            await bot.delete_webhook()

    assert len(ports) == 1


async def test_parameters_arrive_as_the_library_means_them(sandbox: Sandbox) -> None:
    name = 'Ünï 是 \\"<&>'
    async with Client(MADE_UP_TOKEN, sandbox.bot_api).bot as bot:
        await bot.set_my_name(name)

        assert (await bot.get_my_name()).name == name


@pytest.mark.parametrize("make", [lambda: Calls("http://x", connections=1), HTTPXRequest])
async def test_file_is_sent_as_the_library_would(make: Callable[[], BaseRequest]) -> None:
    parts = {}

    async def answer(request: web.Request) -> web.Response:
        for name, value in (await request.post()).items():
            is_file = isinstance(value, web.FileField)
            parts[name] = (value.filename, value.file.read()) if is_file else value
        return web.json_response(
            {"ok": True, "result": {"message_id": 1, "date": 1, "chat": CHAT}}
        )

    async with server(answer) as url:
        request = make()
        bot = Bot(MADE_UP_TOKEN, base_url=f"{url}/bot", request=request)
        await request.initialize()
        await bot.send_document(7, b"a,b", caption="是", filename="log.csv")
        await request.shutdown()

    assert parts == {"chat_id": "7", "caption": "是", "document": ("log.csv", b"a,b")}


async def test_slow_answer_is_a_timeout() -> None:
    is_over = asyncio.Event()

    async def answer(request: web.Request) -> web.Response:
        await is_over.wait()
        return await fine(request)

    async with server(answer) as url, calling(f"{url}/bot") as bot:
        with pytest.raises(TimedOut):
            await bot.delete_webhook(read_timeout=0.05)
        is_over.set()


async def test_secured_connection_that_is_never_agreed_upon_is_given_up() -> None:
    async with (
        falling_silent() as port,
        calling(f"https://127.0.0.1:{port}/bot") as bot,
        asyncio.timeout(SECONDS),
    ):
        with pytest.raises(TimedOut):
            await bot.delete_webhook(connect_timeout=0.1)


async def test_silence_after_an_interim_answer_is_a_timeout() -> None:
    async with (
        falling_silent(b"HTTP/1.1 103 Early Hints\r\n\r\n") as port,
        calling(f"http://127.0.0.1:{port}/bot") as bot,
        asyncio.timeout(SECONDS),
    ):
        with pytest.raises(TimedOut):
            await bot.delete_webhook(pool_timeout=0.1, connect_timeout=0.1, read_timeout=0.1)


async def test_file_has_the_time_that_writing_it_may_take_besides() -> None:
    are_slow, is_over = iter([True]), asyncio.Event()

    async def answer(request: web.Request) -> web.Response:
        await request.read()
        await (asyncio.sleep(0.2) if next(are_slow, False) else is_over.wait())
        return web.json_response(
            {"ok": True, "result": {"message_id": 1, "date": 1, "chat": CHAT}}
        )

    async with server(answer) as url, calling(f"{url}/bot") as bot:
        await bot.send_document(7, b"a,b", read_timeout=0.05)
        with pytest.raises(TimedOut):
            await bot.send_document(7, b"a,b", read_timeout=0.05, write_timeout=0.05)
        with pytest.raises(TimedOut):
            await bot.send_message(7, "a", read_timeout=0.05)
        is_over.set()


async def test_cut_connection_is_a_failure_of_the_network() -> None:
    async def answer(request: web.Request) -> web.Response:
        assert request.transport is not None
        request.transport.close()
        return web.Response()

    async with server(answer) as url, calling(f"{url}/bot") as bot:
        error = await failure(bot)

    assert type(error) is NoAnswerError
    assert str(error) == "the connection was cut"


async def test_no_failure_tells_the_token() -> None:
    for address in ("http://127.0.0.1:9/bot", "http://nowhere.invalid/bot", "http://[bad/bot"):
        try:
            async with calling(address) as bot:
                error: BaseException = await failure(bot)
        except ValueError as refused:
            error = refused
        while error is not None:
            assert MADE_UP_TOKEN not in f"{error} {error!r}"
            error = error.__cause__


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("http://127.0.0.1:9/bot", "the connection is refused"),
        ("http://nowhere.invalid/bot", "the name cannot be resolved (DNS)"),
    ],
)
async def test_kind_of_network_fault_is_told(address: str, told: str) -> None:
    async with calling(address) as bot:
        error = await failure(bot)

    assert type(error) is NoAnswerError
    assert str(error) == told


@pytest.fixture
def signed_by_nobody(tmp_path: Path) -> tuple[Path, Path]:
    certificate, key = tmp_path / "certificate.pem", tmp_path / "key.pem"
    command = [
        "openssl",
        "req",
        "-x509",
        "-newkey",
        "rsa:2048",
        "-nodes",
        "-subj",
        "/CN=localhost",
    ]
    files = ["-out", str(certificate), "-keyout", str(key)]
    subprocess.run([*command, *files], check=True, capture_output=True)  # noqa: S603 - our own
    return certificate, key


async def test_certificate_that_nobody_signed_is_told(signed_by_nobody: tuple[Path, Path]) -> None:
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(*signed_by_nobody)

    async with await asyncio.start_server(
        lambda _, writer: writer.close(), "127.0.0.1", 0, ssl=context
    ) as running:
        port = running.sockets[0].getsockname()[1]
        async with calling(f"https://127.0.0.1:{port}/bot") as bot:
            error = await failure(bot)

    assert str(error) == "the certificate is not trusted"


async def test_dead_proxy_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", "http://me:secret@127.0.0.1:9")

    async with calling("http://api.telegram.invalid/bot") as bot:
        error = await failure(bot)

    assert str(error) == "the proxy cannot be reached"


async def test_call_goes_through_a_socks_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []

    async def talks(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readexactly((await reader.readexactly(2))[1])
        writer.write(b"\x05\x00")
        length = (await reader.readexactly(5))[4]
        asked.append((await reader.readexactly(length + 2))[:-2])
        writer.write(b"\x05\x00\x00\x01\x7f\x00\x00\x01\x00\x50")
        await reader.readuntil(b"\r\n\r\n")
        body = b'{"ok": true, "result": true}'
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n" % len(body) + body)
        await writer.drain()
        writer.close()

    async with await asyncio.start_server(talks, "127.0.0.1", 0) as running:
        port = running.sockets[0].getsockname()[1]
        monkeypatch.setenv("all_proxy", f"socks5h://127.0.0.1:{port}")
        async with calling("http://api.telegram.invalid/bot") as bot:
            assert await bot.delete_webhook()

    assert asked == [b"api.telegram.invalid"]


async def test_dead_socks_proxy_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("all_proxy", "socks5://127.0.0.1:9")

    async with calling("http://api.telegram.invalid/bot") as bot:
        error = await failure(bot)

    assert str(error) == "the proxy cannot be reached"


@pytest.mark.parametrize(
    ("proxy", "told"),
    [
        ("http://p:1", ""),
        ("socks5://me:secret@p:1", ""),
        ("http://[bad", "is not of the shape"),
        ("socks5://me:secret@p", "is not of the shape"),
        ("p:1", "is not of the shape"),
        ("ftp://p:1", "is neither of HTTP nor of SOCKS"),
    ],
)
def test_proxy_that_cannot_be_used_is_told_at_the_start(
    monkeypatch: pytest.MonkeyPatch, proxy: str, told: str
) -> None:
    monkeypatch.setenv("https_proxy", proxy)

    faults = " ".join(proxy_faults("https://api.telegram.org"))

    assert (told in faults) if told else not faults
    assert "secret" not in faults


def test_socks_without_its_library_is_refused_with_what_to_do(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("all_proxy", "socks5://p:1")

    (fault,) = proxy_faults("https://api.telegram.org", socks_library="not_there")

    assert "requirements-socks.lock" in fault


async def test_redirection_is_not_followed() -> None:
    async def answer(request: web.Request) -> web.Response:
        raise web.HTTPFound("/elsewhere") if "bot" in request.path else AssertionError

    async with server(answer) as url, calling(f"{url}/bot") as bot:
        error = await failure(bot)

    assert isinstance(error.__cause__, NotTelegramError)


async def test_proxy_of_the_environment_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []

    async def answer(request: web.Request) -> web.Response:
        asked.append((request.host, request.headers.get("Proxy-Authorization")))
        return await fine(request)

    async with server(answer) as url:
        monkeypatch.setenv("http_proxy", url.replace("//", "//me:secret@"))
        async with calling("http://api.telegram.invalid/bot") as bot:
            await bot.delete_webhook()

    assert asked == [("api.telegram.invalid", "Basic bWU6c2VjcmV0")]


@pytest.mark.parametrize(
    ("environment", "address", "proxy"),
    [
        ({}, "https://api.telegram.org/bot", None),
        ({"https_proxy": "http://p:1"}, "https://api.telegram.org/bot", "http://p:1"),
        ({"all_proxy": "http://p:1"}, "https://api.telegram.org/bot", "http://p:1"),
        ({"http_proxy": "http://p:1"}, "https://api.telegram.org/bot", None),
        ({"http_proxy": "http://p:1"}, "http://127.0.0.1:8081/bot", None),
        ({"http_proxy": "http://p:1"}, "http://localhost/bot", None),
        ({"http_proxy": "http://p:1", "no_proxy": "bot_api"}, "http://bot_api/bot", None),
    ],
)
def test_proxy_is_for_its_kind_of_address(
    monkeypatch: pytest.MonkeyPatch,
    environment: dict[str, str],
    address: str,
    proxy: str | None,
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)

    assert proxy_for(address) == proxy
