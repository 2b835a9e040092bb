"""A fresh sandbox per test, with a real client on the bot's side and a phone on the other."""

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from playwright.async_api import Browser, BrowserContext, async_playwright
from telegram import Bot

from tests.bot.sandbox.bot_side import Calls, Clock
from tests.bot.sandbox.browsing import ARGUMENTS, CHROMIUM, MILLISECONDS, SIZE
from tests.bot.sandbox.echo_bot import client
from tests.faults import FaultySandbox
from tests.phone import Phone

COORDINATOR = 1001


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
async def sandbox(clock: Clock) -> AsyncIterator[FaultySandbox]:
    async with FaultySandbox(now=clock) as running:
        yield running


@pytest.fixture
async def bot(sandbox: FaultySandbox) -> AsyncIterator[Bot]:
    async with client(sandbox) as connected:
        yield connected


@pytest.fixture
def calls(sandbox: FaultySandbox) -> Calls:
    return Calls(sandbox)


@pytest.fixture
def phone(sandbox: FaultySandbox) -> Phone:
    return Phone(sandbox, COORDINATOR)


@pytest.fixture
async def started(calls: Calls, phone: Phone) -> Phone:
    """The phone of a person who has spoken to the bot, which has read it."""
    await phone.says("/start", is_answered=False, is_read=False)
    await calls.confirm_all()
    return phone


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def browser() -> AsyncIterator[Browser]:
    assert CHROMIUM, "CI needs chromium"
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield browser
        await browser.close()


@pytest_asyncio.fixture(loop_scope="module")
async def context(browser: Browser) -> AsyncIterator[BrowserContext]:
    context = await browser.new_context(viewport=SIZE, locale="en-GB", reduced_motion="reduce")
    context.set_default_timeout(MILLISECONDS)
    yield context
    await context.close()
