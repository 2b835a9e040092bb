"""Answers /healthz (200, or 503 with the reasons) and /metrics (Prometheus) on loopback."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from aiohttp import web
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest

from bot.housekeeping.health import Health
from bot.port import Limits, Port
from bot.setup.ports import HEALTH_TAKEN, LOOPBACK
from bot.setup.start import CannotServeError

# Who asks sends no body, and few ask
LIMITS = Limits(body=1024, connections=32)


@asynccontextmanager
async def health_served(health: Health, port: int, limits: Limits = LIMITS) -> AsyncIterator[None]:
    """Answer at this port in the background; raises CannotServeError if the port is in use."""

    async def show_health(_: web.Request) -> web.Response:
        found = await health.look()
        return web.json_response(found, status=503 if found["reasons"] else 200)

    async def show_metrics(_: web.Request) -> web.Response:
        figures = generate_latest(health.metrics.registry)
        return web.Response(body=figures, headers={"Content-Type": CONTENT_TYPE_LATEST})

    served = Port(limits)
    served.router.add_get("/healthz", show_health)
    served.router.add_get("/metrics", show_metrics)
    try:
        await served.start(LOOPBACK, port)
    except OSError:
        raise CannotServeError(HEALTH_TAKEN.format(port)) from None
    try:
        yield
    finally:
        await served.stop()
