"""The phone page shows photos and documents, takes invitations, and knows who holds it."""

from collections.abc import AsyncIterator
from typing import Any

import pytest
import pytest_asyncio
from axe_playwright_python.async_playwright import Axe
from playwright.async_api import BrowserContext, Page, expect
from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.sandbox.people import PEOPLE
from bot.sandbox.server import Sandbox
from bot.sandbox.state import BOT_USERNAME
from tests.bot.sandbox.browsing import IN_A_BROWSER, opened
from tests.bot.sandbox.echo_bot import client
from tests.bot.sandbox.test_accessibility import OPTIONS, TARGETS
from tests.phone import Phone
from tests.pictures import png

COORDINATOR = 1001
INVITATION = f"https://t.me/{BOT_USERNAME}?start=inv_7-K"
NEWEST = ".message:first-child"

pytestmark = [*IN_A_BROWSER, pytest.mark.long]


@pytest_asyncio.fixture(loop_scope="module")
async def sandbox() -> AsyncIterator[Sandbox]:
    async with Sandbox() as running:
        await Phone(running).says("/start", is_answered=False, is_read=False)
        yield running


async def said(sandbox: Sandbox, person: int = COORDINATOR) -> list[str]:
    """What the person has sent, oldest first."""
    messages = await Phone(sandbox, person).messages()
    return [each["text"] for each in messages if not each["from"]["is_bot"]]


async def pastes(page: Page, link: str) -> None:
    await page.get_by_role("button", name="Open an invitation").click()
    await page.get_by_label("Link or code").fill(link)
    await page.get_by_role("button", name="Open", exact=True).click()


async def test_photo_is_shown_with_its_caption(context: BrowserContext, sandbox: Sandbox) -> None:
    async with client(sandbox) as bot:
        await bot.send_photo(COORDINATOR, png(600, 300), caption="Valid for <1 day")
    page = await opened(context, sandbox)
    photo = page.get_by_role("img", name="Photo")

    await expect(photo).to_have_js_property("naturalWidth", 600)
    box = await photo.bounding_box()

    assert box is not None
    assert 250 < box["width"] <= 300
    assert box["width"] / box["height"] == pytest.approx(2, rel=0.01)
    await expect(page.locator(f"{NEWEST} .words")).to_have_text("Valid for <1 day")


async def test_document_is_saved_under_its_name(context: BrowserContext, sandbox: Sandbox) -> None:
    async with client(sandbox) as bot:
        await bot.send_document(COORDINATOR, b"%PDF" * 600, filename="log 是.pdf")
    page = await opened(context, sandbox)

    async with page.expect_download() as saving:
        await page.get_by_role("link", name="log 是.pdf 2.3 kB").click()
    saved = await saving.value

    assert saved.suggested_filename == "log 是.pdf"
    assert (await saved.path()).read_bytes() == b"%PDF" * 600


@pytest.mark.long
async def test_changed_caption_is_shown_and_announced(
    context: BrowserContext, sandbox: Sandbox
) -> None:
    async with client(sandbox) as bot:
        sent = await bot.send_photo(COORDINATOR, png(), caption="Valid")
        page = await opened(context, sandbox)
        await sent.edit_caption("Used")

    await expect(page.locator(f"{NEWEST} .words")).to_have_text("Used")
    await expect(page.locator("#announcer")).to_have_text("Message changed: Used")


@pytest.mark.parametrize("place", ["link", "button"])
async def test_invitation_in_a_message_begins_with_its_code(
    context: BrowserContext, sandbox: Sandbox, place: str
) -> None:
    key: Any = InlineKeyboardMarkup([[InlineKeyboardButton("Join", url=INVITATION)]])
    async with client(sandbox) as bot:
        if place == "link":
            await bot.send_message(COORDINATOR, f"You are invited: {INVITATION}.")
        else:
            await bot.send_photo(COORDINATOR, png(), reply_markup=key)
    page = await opened(context, sandbox)

    await page.get_by_role("link").last.click()

    await expect(page.locator(f"{NEWEST} .words")).to_have_text("/start inv_7-K")
    assert await said(sandbox) == ["/start", "/start inv_7-K"]
    assert len(context.pages) == 1


@pytest.mark.parametrize(
    "pasted",
    [
        INVITATION,
        pytest.param(f" t.me/{BOT_USERNAME.upper()}?start=inv_7-K ", marks=pytest.mark.long),
        pytest.param(f"tg://resolve?domain={BOT_USERNAME}&start=inv_7-K", marks=pytest.mark.long),
        pytest.param("inv_7-K", marks=pytest.mark.long),
    ],
)
async def test_stranger_pastes_an_invitation(
    context: BrowserContext, sandbox: Sandbox, pasted: str
) -> None:
    page = await opened(context, sandbox, "person=1003")

    await pastes(page, pasted)

    await expect(page.locator(f"{NEWEST} .words")).to_have_text("/start inv_7-K")
    await expect(page.get_by_role("dialog")).to_be_hidden()
    assert await said(sandbox, 1003) == ["/start inv_7-K"]


@pytest.mark.parametrize(
    "pasted",
    [
        "https://t.me/another_bot?start=a",
        pytest.param("", marks=pytest.mark.long),
        pytest.param(f"https://t.me/{BOT_USERNAME}", marks=pytest.mark.long),
        pytest.param(f"https://evil.example/{BOT_USERNAME}?start=a", marks=pytest.mark.long),
        pytest.param(f"https://t.me/{BOT_USERNAME}?start=a%20b", marks=pytest.mark.long),
        pytest.param("a" * 65, marks=pytest.mark.long),
    ],
)
async def test_other_link_is_told(context: BrowserContext, sandbox: Sandbox, pasted: str) -> None:
    page = await opened(context, sandbox)

    await pastes(page, pasted)

    told = page.get_by_text("This is no link to this bot, and no code.")
    await expect(told).to_be_visible()
    assert await said(sandbox) == ["/start"]


async def test_each_person_is_offered_by_name_and_number(
    context: BrowserContext, sandbox: Sandbox
) -> None:
    page = await opened(context, sandbox)

    options = await page.get_by_label("You are").locator("option").all_text_contents()

    assert options == [f"{each.first_name} · {each.id}" for each in PEOPLE] + ["＋ New person…"]


async def test_new_person_gets_a_phone(context: BrowserContext, sandbox: Sandbox) -> None:
    page = await opened(context, sandbox)
    await page.get_by_label("You are").select_option("＋ New person…")

    await page.get_by_label("Name").fill("Dr  Wang")
    await page.get_by_label("Language of the app").select_option("中文")
    await page.get_by_role("button", name="Add").click()

    await page.wait_for_url("**/?person=1009")
    await expect(page.get_by_label("您是").locator(":checked")).to_have_text("Dr Wang · 1009")
    await expect(page.get_by_role("log")).to_have_attribute("lang", "zh-hans")
    await page.get_by_role("button", name="开始").click()
    await expect(page.locator(f"{NEWEST} .words")).to_have_text("/start")


@pytest.mark.long
async def test_cancelled_new_person_leaves_the_present_one(
    context: BrowserContext, sandbox: Sandbox
) -> None:
    page = await opened(context, sandbox)
    await page.get_by_label("You are").select_option("＋ New person…")

    await page.keyboard.press("Escape")

    await expect(page.get_by_label("You are")).to_have_value(str(COORDINATOR))


@pytest.mark.parametrize("language", ["en", pytest.param("zh", marks=pytest.mark.long)])
@pytest.mark.parametrize("dialog", ["link", pytest.param("new-person", marks=pytest.mark.long)])
async def test_axe_finds_no_violation_in_dialogs_and_files(
    context: BrowserContext, sandbox: Sandbox, language: str, dialog: str
) -> None:
    async with client(sandbox) as bot:
        await bot.send_photo(COORDINATOR, png(40, 40))
        await bot.send_document(COORDINATOR, b"a", filename="log.pdf")
    page = await opened(context, sandbox, f"lang={language}")
    before = await Axe().run(page, options=OPTIONS)
    await page.locator(f"#{dialog}").evaluate("dialog => dialog.showModal()")

    found = await Axe().run(page, options=OPTIONS)

    assert before.violations_count == 0, before.generate_report()
    assert found.violations_count == 0, found.generate_report()
    assert await page.evaluate(TARGETS) == []
