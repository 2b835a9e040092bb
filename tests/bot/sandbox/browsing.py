"""The phone page in a real browser, at the size of a phone: what its tests have in common."""

import os
import shutil

import pytest
from playwright.async_api import BrowserContext, Page, ViewportSize, expect

from bot.sandbox.server import Sandbox
from tests.phone import SECONDS

CHROMIUM = shutil.which("chromium")
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
MILLISECONDS = 1000 * SECONDS
expect.set_options(timeout=MILLISECONDS)
SIZE = ViewportSize(width=390, height=844)

# On the project's own runners a missing browser is a fault, elsewhere only a pity.
IN_A_BROWSER = [
    pytest.mark.skipif(
        CHROMIUM is None and "CI" not in os.environ,
        reason="needs chromium: apt-get install chromium",
    ),
    pytest.mark.asyncio(loop_scope="module"),
]


async def opened(context: BrowserContext, sandbox: Sandbox, query: str = "") -> Page:
    """The page with the chat on it; any error on it fails the test."""
    page = await context.new_page()
    page.on("pageerror", lambda error: pytest.fail(str(error)))
    await page.goto(f"{sandbox.url}/?{query}")
    await page.locator(".welcome, .message").first.wait_for()
    return page
