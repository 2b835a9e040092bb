"""The proxy to Telegram, as the environment names it; SOCKS needs one more library."""

import importlib.util
from collections.abc import Iterator
from ipaddress import ip_address
from typing import Any
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

import aiohttp

SOCKS = ("socks5", "socks5h", "socks4", "socks4a", "socks")
HTTP = ("http", "https")
SOCKS_LIBRARY = "aiohttp_socks"


def proxy_for(url: str) -> str | None:
    """Give the proxy that the environment names for this address; None if there is none."""
    parts = urlsplit(url)
    host = parts.hostname or ""
    if _is_here(host) or proxy_bypass(host):
        return None
    proxies = getproxies()
    return proxies.get(parts.scheme) or proxies.get("all")


def proxy_faults(url: str, *, socks_library: str = SOCKS_LIBRARY) -> Iterator[str]:
    """Say why the proxy for this address cannot be used, without naming its password."""
    proxy = proxy_for(url)
    if proxy is None:
        return
    setting = f"the proxy in HTTPS_PROXY or ALL_PROXY (for {urlsplit(url).hostname})"
    try:
        parts = urlsplit(proxy)
        is_whole = bool(parts.hostname and (parts.port or parts.scheme in HTTP))
    except ValueError:
        is_whole = False
    if not is_whole:
        yield f"{setting} is not of the shape http://host:port or socks5://host:port"
    elif parts.scheme in SOCKS:
        if importlib.util.find_spec(socks_library) is None:
            yield (
                f"{setting} speaks SOCKS, which needs a library more:"
                " .venv/bin/pip install --require-hashes -r requirements-socks.lock"
            )
    elif parts.scheme not in HTTP:
        yield f"{setting} is neither of HTTP nor of SOCKS"


def is_socks(proxy: str | None) -> bool:
    """Whether this is a SOCKS proxy."""
    return proxy is not None and urlsplit(proxy).scheme in SOCKS


def connector(proxy: str | None, **options: Any) -> aiohttp.TCPConnector:
    """Make the pool of connections; a SOCKS proxy also resolves the names of hosts."""
    if proxy is None or not is_socks(proxy):
        return aiohttp.TCPConnector(**options)
    # imported here: only those who use SOCKS have this library
    from aiohttp_socks import ProxyConnector

    scheme, _, rest = proxy.partition("://")
    version = "socks4" if scheme.startswith("socks4") else "socks5"
    made: aiohttp.TCPConnector = ProxyConnector.from_url(
        f"{version}://{rest}", rdns=True, **options
    )
    return made


def socks_errors(proxy: str | None) -> tuple[type[Exception], ...]:
    """Give the errors of calls through this proxy, beside those of aiohttp."""
    if not is_socks(proxy):
        return ()
    from aiohttp_socks import ProxyConnectionError, ProxyError, ProxyTimeoutError

    return (ProxyConnectionError, ProxyError, ProxyTimeoutError)


def _is_here(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
