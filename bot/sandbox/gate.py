"""Refuses requests from other machines, and requests that a foreign web page has caused."""

from urllib.parse import urlsplit

from aiohttp import web
from aiohttp.typedefs import Handler

from bot.sandbox.refusal import Refusal

LOOPBACK = {"127.0.0.1", "localhost", "::1"}
# By the page itself, or by the address bar
OURS = {"same-origin", "none"}
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
        _check_caller(request)
        response = await handler(request)
    except Refusal as refusal:
        response = _told(refusal)
    except web.HTTPRequestEntityTooLarge:
        response = _told(Refusal(413, "Request Entity Too Large"))
    except ConnectionResetError:
        # the caller has closed the connection
        response = web.Response()
    response.headers.update(HEADERS)
    return response


def _told(refusal: Refusal) -> web.Response:
    body = {"ok": False, "error_code": refusal.code, "description": refusal.description}
    return web.json_response(body, status=refusal.code)


def _check_caller(request: web.Request) -> None:
    host = request.headers.get("Host", "")
    # otherwise any web page could reach the sandbox by a name that resolves to 127.0.0.1
    if not is_local(f"//{host}"):
        raise Refusal(403, "Forbidden: loopback only")
    # a page of another server on this machine is foreign, too
    if request.headers.get("Origin", f"http://{host}") != f"http://{host}":
        raise Refusal(403, "Forbidden: this origin only")
    # a browser sends no Origin for images, but says here who wants them; a link may lead here
    fetched_by = request.headers.get("Sec-Fetch-Site", "none")
    if fetched_by not in OURS and not _opens_the_page(request):
        raise Refusal(403, "Forbidden: this site only")


def _opens_the_page(request: web.Request) -> bool:
    is_followed = request.headers.get("Sec-Fetch-Mode") == "navigate"
    return is_followed and request.method == "GET" and request.path == "/"


def is_local(address: str) -> bool:
    """Whether an address is one of this machine, by its loopback name."""
    try:
        return urlsplit(address).hostname in LOOPBACK
    except ValueError:
        return False
