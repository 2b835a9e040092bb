"""The phone page in a real browser, at the size of a phone."""

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from playwright.async_api import BrowserContext, Page, expect
from telegram import BotCommandScopeChat, InlineKeyboardButton, InlineKeyboardMarkup

from bot.sandbox.people import PEOPLE
from bot.sandbox.server import Sandbox
from tests.bot.sandbox.browsing import IN_A_BROWSER, SIZE, opened
from tests.bot.sandbox.echo_bot import client, running_echo_bot
from tests.phone import Phone

COORDINATOR, INVESTIGATOR, STRANGER, CHINESE_SPEAKER = (person.id for person in PEOPLE[:4])

# The newest message comes first in the page's order, which is the keyboard's, and last to the eye
NEWEST = ".message:first-child .bubble"
FOCUSED_TEXT = "document.activeElement.textContent.trim()"
BELOW = "log => log.scrollHeight - log.scrollTop - log.clientHeight"
HEIGHT = "element => element.offsetHeight"
BODY_COLOUR = "getComputedStyle(document.body).color"
# WCAG 2 contrast of every text against the nearest background behind it.
CONTRASTS = """() => {
  const channels = (colour) => colour.match(/[\\d.]+/g).map(Number);
  const light = ([r, g, b]) => [r, g, b].map((c) => c / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
    .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
  const behind = (one) => {
    for (; one; one = one.parentElement) {
      const colour = channels(getComputedStyle(one).backgroundColor);
      if (colour[3] !== 0) return colour;
    }
    return [255, 255, 255];
  };
  const found = {};
  const parts = ".who h1, .who p, .badge, .strip span, .strip select, .quiet, .words, .words code,"
    + " .folded, .unfold, .time, .key, .command, #text";
  for (const one of document.querySelectorAll(parts)) {
    const both = [light(channels(getComputedStyle(one).color)), light(behind(one))];
    const name = `${one.className || one.tagName} ${one.textContent.slice(0, 20)}`;
    found[name] = (Math.max(...both) + 0.05) / (Math.min(...both) + 0.05);
  }
  return found;
}"""

pytestmark = IN_A_BROWSER


@pytest_asyncio.fixture(loop_scope="module")
async def sandbox() -> AsyncIterator[Sandbox]:
    async with Sandbox() as running, running_echo_bot(running):
        yield running


async def with_card(context: BrowserContext, sandbox: Sandbox) -> Page:
    await Phone(sandbox).says("/card")
    return await opened(context, sandbox)


async def test_new_chat_offers_start(context: BrowserContext, sandbox: Sandbox) -> None:
    page = await opened(context, sandbox)

    await page.get_by_role("button", name="Start").click()

    await expect(page.locator(NEWEST)).to_contain_text("You said: /start")
    await expect(page.get_by_role("textbox", name="Message")).to_be_visible()
    await expect(page.get_by_role("log")).to_be_focused()


@pytest.mark.long
async def test_empty_chat_says_above_start_what_the_bot_is(
    context: BrowserContext, sandbox: Sandbox
) -> None:
    async with client(sandbox) as bot:
        await bot.set_my_description("What this bot is.")
    page = await opened(context, sandbox)
    welcome, start = page.locator(".welcome"), page.get_by_role("button", name="Start")

    await expect(welcome).to_have_text("What this bot is.")
    above, below = await welcome.bounding_box(), await start.bounding_box()
    assert above is not None
    assert below is not None
    assert above["y"] + above["height"] <= below["y"]


async def test_text_is_sent_by_keyboard(context: BrowserContext, sandbox: Sandbox) -> None:
    await Phone(sandbox).says("/start")
    page = await opened(context, sandbox)
    await page.get_by_role("textbox", name="Message").focus()

    await page.keyboard.type("first line")
    await page.keyboard.press("Shift+Enter")
    await page.keyboard.type("second line")
    await page.keyboard.press("Enter")

    await expect(page.locator(NEWEST)).to_contain_text("You said: first line\nsecond line")
    await expect(page.get_by_role("textbox", name="Message")).to_have_value("")


@pytest.mark.long
async def test_empty_photo_is_sent_by_a_button(context: BrowserContext, sandbox: Sandbox) -> None:
    await Phone(sandbox).says("/start")
    page = await opened(context, sandbox)

    await page.get_by_role("button", name="Send an empty photo").click()

    await expect(page.locator(".message:nth-child(2)")).to_contain_text("🖼 Photo")
    await expect(page.locator(NEWEST)).to_contain_text("You said: nothing")


@pytest.mark.long
async def test_button_is_reached_and_tapped_by_keyboard(
    context: BrowserContext, sandbox: Sandbox
) -> None:
    page = await with_card(context, sandbox)
    await page.get_by_role("log").focus()

    for _ in range(10):
        await page.keyboard.press("Tab")
        if await page.evaluate(FOCUSED_TEXT) == "No":
            break
    await page.keyboard.press("Enter")

    await expect(page.locator("#toast")).to_have_text("Recorded: no")
    await expect(page.locator(NEWEST)).to_contain_text("You chose no.")
    await expect(page.get_by_role("button", name="No", exact=True)).to_be_focused()


@pytest.mark.long
@pytest.mark.parametrize(
    "begins_at", ["the message field", pytest.param("the top of the page", marks=pytest.mark.long)]
)
async def test_tab_reaches_the_live_card_before_old_ones(
    context: BrowserContext, sandbox: Sandbox, begins_at: str
) -> None:
    await Phone(sandbox).says("/start")
    async with client(sandbox) as bot:
        for label in ("an old card", "a card before", "the live card"):
            keys = InlineKeyboardMarkup([[InlineKeyboardButton(label, callback_data=label)]])
            await bot.send_message(COORDINATOR, "Which card?", reply_markup=keys)
    page = await opened(context, sandbox)
    if begins_at == "the message field":
        await page.get_by_role("textbox", name="Message").focus()

    reached = []
    for _ in range(12):
        await page.keyboard.press("Tab")
        reached.append(await page.evaluate(FOCUSED_TEXT))

    cards = [each for each in reached if "card" in each and "Which" not in each]
    assert cards[:3] == ["the live card", "a card before", "an old card"]


@pytest.mark.long
async def test_messages_stand_with_the_newest_at_the_bottom(
    context: BrowserContext, sandbox: Sandbox
) -> None:
    page = await with_card(context, sandbox)
    await Phone(sandbox).says("the newest")

    await expect(page.locator(".message")).to_have_count(4)
    seen = await page.locator(".message").evaluate_all(
        "all => all.toSorted((a, b) => a.offsetTop - b.offsetTop).map(one => one.id)"
    )

    assert seen == [f"message-{number}" for number in (1, 2, 3, 4)]


@pytest.mark.long
async def test_edit_is_in_place_announced_and_keeps_what_was_open(
    context: BrowserContext, sandbox: Sandbox
) -> None:
    await Phone(sandbox).says("line\n" * 40)
    page = await with_card(context, sandbox)
    await page.get_by_role("button", name="Show more").click()
    await page.get_by_role("log").evaluate("log => { log.scrollTop = 0 }")

    await Phone(sandbox).taps("Yes")

    await expect(page.locator(".message")).to_have_count(4)
    await expect(page.locator(NEWEST)).to_contain_text("edited")
    await expect(page.locator("#announcer")).to_contain_text("Message changed: Question 3 of 12")
    await expect(page.get_by_role("button", name="Show less")).to_be_visible()
    assert await page.get_by_role("log").evaluate("log => log.scrollTop") == 0


@pytest.mark.long
async def test_what_a_card_is_about_stays_in_view_above_eight_rows_of_buttons(
    context: BrowserContext, sandbox: Sandbox
) -> None:
    await Phone(sandbox).says("/card")
    page = await opened(context, sandbox)
    head = page.locator("#head")
    await expect(head).to_be_hidden()
    await page.set_viewport_size(SIZE | {"height": 520})
    rows = [[InlineKeyboardButton(f"Answer {n}", callback_data=str(n))] for n in range(8)]

    async with client(sandbox) as bot:
        said = "<b>S-014</b>\n\n3 of 41\n\n<b>Progression?</b>\n\nThat is how it is typed."
        card = InlineKeyboardMarkup(rows)
        await bot.send_message(COORDINATOR, said, parse_mode="HTML", reply_markup=card)

    await expect(head).to_have_text("S-014 · Progression?")
    await expect(page.get_by_role("button", name="Answer 7")).to_be_in_viewport()
    await page.set_viewport_size(SIZE)
    await page.get_by_role("log").evaluate("log => { log.scrollTop = log.scrollHeight }")
    await expect(head).to_be_hidden()


@pytest.mark.long
async def test_new_message_scrolls_to_the_bottom(
    context: BrowserContext, sandbox: Sandbox
) -> None:
    await Phone(sandbox).says("line\n" * 40)
    page = await with_card(context, sandbox)
    await page.get_by_role("log").evaluate("log => { log.scrollTop = 0 }")

    await Phone(sandbox).says("line\n" * 40 + "the end")

    await expect(page.get_by_text("the end")).to_have_count(2)
    assert await page.get_by_role("log").evaluate(BELOW) <= 1


@pytest.mark.long
async def test_new_message_stays_in_view_when_the_old_card_loses_its_buttons(
    context: BrowserContext, sandbox: Sandbox
) -> None:
    await Phone(sandbox).says("line\n" * 40)
    page = await with_card(context, sandbox)
    await page.emulate_media(reduced_motion="no-preference")
    card = (await Phone(sandbox).card()).message_id

    async with client(sandbox) as bot:
        await bot.send_message(COORDINATOR, "line\n" * 9 + "the end")
        await bot.edit_message_reply_markup(COORDINATOR, card, reply_markup=None)

    await expect(page.get_by_role("button", name="Not sure")).to_have_count(0)
    assert await page.get_by_role("log").evaluate(BELOW) <= 1


@pytest.mark.long
async def test_long_quote_unfolds_and_folds(context: BrowserContext, sandbox: Sandbox) -> None:
    page = await with_card(context, sandbox)
    quote = page.locator("blockquote > div")
    folded = await quote.evaluate(HEIGHT)

    await page.get_by_role("button", name="Show more").click()
    unfolded = await quote.evaluate(HEIGHT)
    await page.get_by_role("button", name="Show less").click()

    assert unfolded > folded
    assert await quote.evaluate(HEIGHT) == folded


@pytest.mark.long
async def test_spoiler_is_hidden_until_asked_for(
    context: BrowserContext, sandbox: Sandbox
) -> None:
    page = await with_card(context, sandbox)
    spoiler = page.locator(".spoiler")

    await page.get_by_role("button", name="Hidden text: show it").click()

    await expect(spoiler).to_have_css("color", await page.evaluate(BODY_COLOUR))
    await expect(page.get_by_role("button", name="S-014", exact=True)).to_be_visible()


@pytest.mark.long
async def test_alert_waits_for_its_button(context: BrowserContext, sandbox: Sandbox) -> None:
    page = await with_card(context, sandbox)
    await page.get_by_role("button", name="Go on").click()
    alert = page.get_by_role("alertdialog", name="Practice bot")
    await expect(alert).to_contain_text("Read this before you go on.")

    await page.keyboard.press("Enter")

    await expect(alert).to_be_hidden()
    await expect(page.get_by_role("button", name="Go on")).to_be_focused()


@pytest.mark.long
async def test_copy_button_fills_the_clipboard(context: BrowserContext, sandbox: Sandbox) -> None:
    await context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = await with_card(context, sandbox)

    await page.get_by_role("button", name="Copy S-014").click()

    await expect(page.locator("#toast")).to_have_text("Copied")
    assert await page.evaluate("navigator.clipboard.readText()") == "S-014"


@pytest.mark.long  # tests/bot/sandbox/test_accessibility.py measures the same card
async def test_buttons_are_large_enough_for_a_finger(
    context: BrowserContext, sandbox: Sandbox
) -> None:
    page = await with_card(context, sandbox)

    sizes = await page.locator("button:visible, select:visible").evaluate_all(
        "all => all.filter(one => !one.closest('.words')).map(one => one.offsetHeight)"
    )

    assert len(sizes) >= 9
    assert min(sizes) >= 44


@pytest.mark.long
async def test_nothing_is_wider_than_the_phone(context: BrowserContext, sandbox: Sandbox) -> None:
    await Phone(sandbox).says("unbroken" * 40)
    page = await opened(context, sandbox)

    widths = await page.evaluate(
        "[document.documentElement, document.getElementById('log')].map(each => each.scrollWidth)"
    )

    assert max(widths) <= SIZE["width"]


@pytest.mark.long
async def test_menu_offers_commands_by_keyboard(context: BrowserContext, sandbox: Sandbox) -> None:
    phone = Phone(sandbox)
    await phone.says("/start")
    page = await opened(context, sandbox)
    async with running_echo_bot(sandbox) as bot:
        await bot.set_my_commands([("card", "Show the card"), ("help", "What I can do")])
    await page.get_by_role("button", name="Commands").focus()

    await page.keyboard.press("Enter")
    await page.keyboard.press("ArrowDown")
    await page.keyboard.press("Enter")

    await expect(page.locator(NEWEST)).to_contain_text("You said: /help")
    await expect(page.get_by_role("menu")).to_be_hidden()


@pytest.mark.long
async def test_commands_of_one_chat_are_offered_there_alone(
    context: BrowserContext, sandbox: Sandbox
) -> None:
    team = await with_card(context, sandbox)
    await Phone(sandbox, STRANGER).says("hello")
    stranger = await opened(context, sandbox, f"person={STRANGER}")
    async with client(sandbox) as bot:
        await bot.set_my_commands([("new", "Screen")], BotCommandScopeChat(COORDINATOR))

    await expect(team.locator("#menu")).to_be_visible()
    await team.locator("#text").press_sequentially("/")
    await stranger.locator("#text").press_sequentially("/")

    await expect(team.get_by_role("menuitem")).to_have_text(["/newScreen"])
    await expect(stranger.get_by_role("menu")).to_be_hidden()
    await expect(stranger.locator("#menu")).to_be_hidden()


@pytest.mark.long
async def test_slash_offers_the_commands_that_fit(
    context: BrowserContext, sandbox: Sandbox
) -> None:
    await Phone(sandbox).says("/start")
    async with running_echo_bot(sandbox) as bot:
        await bot.set_my_commands([("card", "Show the card"), ("help", "What I can do")])
    page = await opened(context, sandbox)

    await page.get_by_role("textbox", name="Message").press_sequentially("/he")

    await expect(page.get_by_role("menuitem")).to_have_text(["/helpWhat I can do"])


@pytest.mark.long
async def test_two_windows_are_two_people(context: BrowserContext, sandbox: Sandbox) -> None:
    one = await opened(context, sandbox, f"person={COORDINATOR}")
    other = await opened(context, sandbox, f"person={INVESTIGATOR}")

    await one.get_by_role("button", name="Start").click()

    await expect(one.locator(".bubble")).to_have_count(2)
    await expect(other.locator(".bubble")).to_have_count(0)
    await expect(other.get_by_label("You are")).to_have_value(str(INVESTIGATOR))


@pytest.mark.long
async def test_person_can_be_switched(context: BrowserContext, sandbox: Sandbox) -> None:
    page = await opened(context, sandbox)

    await page.get_by_label("You are").select_option("Stranger · 1003")

    await page.wait_for_url(f"**/?person={STRANGER}")
    await expect(page.get_by_label("You are")).to_have_value(str(STRANGER))


@pytest.mark.long
async def test_blocked_bot_can_be_unblocked(context: BrowserContext, sandbox: Sandbox) -> None:
    page = await with_card(context, sandbox)
    await page.get_by_role("button", name="Block").click()
    await expect(page.get_by_role("textbox", name="Message")).to_be_hidden()

    await page.get_by_role("button", name="Unblock the bot").click()

    await expect(page.get_by_role("textbox", name="Message")).to_be_visible()


@pytest.mark.long
@pytest.mark.parametrize(
    ("query", "language"),
    [
        ("lang=en", "en"),
        ("", "zh-Hans"),
        pytest.param("lang=zh", "zh-Hans", marks=pytest.mark.long),
    ],
)
async def test_page_speaks_the_language_asked_for_or_of_the_phone(
    context: BrowserContext, sandbox: Sandbox, query: str, language: str
) -> None:
    page = await opened(context, sandbox, f"{query}&person={CHINESE_SPEAKER}")

    await expect(page.locator("html")).to_have_attribute("lang", language)
    await expect(page.get_by_role("log")).to_have_attribute("lang", "zh-hans")
    word = {"zh-Hans": "练习", "en": "PRACTICE"}[language]
    await expect(page.locator(".badge")).to_have_text(word)


@pytest.mark.long
@pytest.mark.parametrize("scheme", [pytest.param("light", marks=pytest.mark.long), "dark"])
async def test_words_stand_out_in_light_and_dark(
    context: BrowserContext, sandbox: Sandbox, scheme: str
) -> None:
    page = await with_card(context, sandbox)
    await page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type] # one of its literals

    contrasts = await page.evaluate(CONTRASTS)

    assert len(contrasts) > 8
    assert min(contrasts.values()) >= 4.5, contrasts


@pytest.mark.long
async def test_page_waits_for_a_sandbox_that_is_gone(
    context: BrowserContext, sandbox: Sandbox
) -> None:
    page = await with_card(context, sandbox)

    await context.set_offline(True)
    await page.get_by_role("button", name="Yes", exact=True).click()

    await expect(page.locator("#toast")).to_contain_text("Not sent")


@pytest.mark.long
async def test_phone_and_mail_are_there_to_tap(context: BrowserContext, sandbox: Sandbox) -> None:
    await Phone(sandbox).says("+86 20 8734 0000, trial@example.org")

    page = await opened(context, sandbox)

    links = page.locator(NEWEST).get_by_role("link")
    hrefs = await links.evaluate_all("links => links.map((link) => link.getAttribute('href'))")
    assert hrefs == ["tel:+86 20 8734 0000", "mailto:trial@example.org"]
