"""Refuses requests from other machines, and requests that a foreign web page may have caused."""

from urllib.parse import urlsplit

from aiohttp import web
from aiohttp.typedefs import Handler

from bot.sandbox.refusal import Refusal

LOOPBACK = {"127.0.0.1", "localhost", "::1"}
HEADERS = {
    "Content-Security-Policy": "default-src 'self'; base-uri 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
}


@web.middleware
async def gate(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Let requests from this machine through; answer refusals as JSON."""
    try:
        _check_origin(request)
        response = await handler(request)
    except Refusal as refusal:
        body = {"ok": False, "error_code": refusal.code, "description": refusal.description}
        response = web.json_response(body, status=refusal.code)
    except ConnectionResetError:
        # the caller has closed the connection
        response = web.Response()
    response.headers.update(HEADERS)
    return response


def _check_origin(request: web.Request) -> None:
    # otherwise any web page could reach the sandbox by a name that resolves to 127.0.0.1
    if not _is_local(f"//{request.headers.get('Host', '')}"):
        raise Refusal(403, "Forbidden: loopback only")
    if not _is_local(request.headers.get("Origin", "//localhost")):
        raise Refusal(403, "Forbidden: this origin only")


def _is_local(address: str) -> bool:
    try:
        return urlsplit(address).hostname in LOOPBACK
    except ValueError:
        return False
