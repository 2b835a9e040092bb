"""The phone page judged by axe-core: WCAG 2.2 AA and best practices, in each language."""

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from axe_playwright_python.async_playwright import Axe
from playwright.async_api import BrowserContext, expect

from bot.sandbox.server import Sandbox
from tests.bot.sandbox.browsing import IN_A_BROWSER, opened
from tests.bot.sandbox.echo_bot import client, running_echo_bot
from tests.phone import Phone

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
OPTIONS = {"runOnly": {"type": "tag", "values": RULES}}
TARGETS = """() => [...document.querySelectorAll("button, select, textarea, a")]
  .filter((one) => one.offsetParent)
  .filter((one) => Math.round(one.getBoundingClientRect().height) < 44)
  .map((one) => one.className + " " + one.textContent)"""

pytestmark = [*IN_A_BROWSER, pytest.mark.long]


@pytest_asyncio.fixture(loop_scope="module")
async def sandbox() -> AsyncIterator[Sandbox]:
    async with Sandbox() as running, running_echo_bot(running):
        yield running


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_axe_finds_no_violation(
    context: BrowserContext, sandbox: Sandbox, language: str, scheme: str
) -> None:
    await Phone(sandbox).says("/card")
    page = await opened(context, sandbox, f"lang={language}")
    await page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type] # its literals

    found = await Axe().run(page, options=OPTIONS)

    assert found.violations_count == 0, found.generate_report()


async def test_axe_finds_no_violation_in_an_empty_chat(
    context: BrowserContext, sandbox: Sandbox
) -> None:
    page = await opened(context, sandbox)

    found = await Axe().run(page, options=OPTIONS)

    assert found.violations_count == 0, found.generate_report()
    start = page.get_by_role("button", name="Start")
    await expect(start).to_have_accessible_description("No messages here yet.")


async def test_each_target_is_large_enough_for_a_finger(
    context: BrowserContext, sandbox: Sandbox
) -> None:
    await Phone(sandbox).says("/card")
    async with client(sandbox) as bot:
        text = 'Look at /review, <a href="https://example.org">there</a> or https://example.org/a.'
        await bot.send_message(1001, text, parse_mode="HTML")
    page = await opened(context, sandbox)

    small = await page.evaluate(TARGETS)

    assert small == []
