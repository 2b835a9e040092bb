"""A small bot for the tests of the sandbox: a real client with a loop of its own."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

from telegram import (
    Bot,
    CallbackQuery,
    CopyTextButton,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    Message,
    Update,
)

from bot.sandbox.server import Sandbox

CARD = (
    "<b>Question 3 of 12</b>\n"
    "Is ECOG performance status 0 or 1?\n\n"
    "Answer <i>as of today</i>; the code is <code>INCL05</code>.\n"
    "<blockquote expandable>Why we ask: the protocol takes only patients who are up and about "
    "more than half of the day.\nECOG 0: fully active.\nECOG 1: restricted in strenuous activity "
    "but able to walk and do light work.\nECOG 2 and above: not for this trial.</blockquote>\n"
    "Subject <tg-spoiler>S-014</tg-spoiler>"
)
KEYBOARD = InlineKeyboardMarkup(
    [
        [
            InlineKeyboardButton("Yes", callback_data="yes", style="success"),
            InlineKeyboardButton("No", callback_data="no", style="danger"),
        ],
        [InlineKeyboardButton("Not sure", callback_data="unsure")],
        [InlineKeyboardButton("Copy S-014", copy_text=CopyTextButton("S-014"))],
        [
            InlineKeyboardButton("Back", callback_data="back"),
            InlineKeyboardButton("Go on", callback_data="alert", style="primary"),
        ],
    ]
)


def client(sandbox: Sandbox) -> Bot:
    """A real client that talks to this sandbox."""
    return Bot(sandbox.token, base_url=sandbox.bot_api, base_file_url=sandbox.file_api)


@asynccontextmanager
async def running_echo_bot(sandbox: Sandbox) -> AsyncIterator[Bot]:
    """Answer /card with a card, other texts with themselves, and taps by editing the card."""
    async with client(sandbox) as bot:
        loop = asyncio.create_task(_serve(bot))
        try:
            yield bot
        finally:
            loop.cancel()
            with suppress(asyncio.CancelledError):
                await loop


async def _serve(bot: Bot) -> None:
    offset = 0
    while True:
        for update in await bot.get_updates(offset=offset, timeout=20):
            offset = update.update_id + 1
            await _answer(update)


async def _answer(update: Update) -> None:
    query = update.callback_query
    if update.message and update.message.text == "/card":
        await update.message.reply_text(CARD, parse_mode="HTML", reply_markup=KEYBOARD)
    elif update.message:
        await update.message.reply_text(f"You said: {update.message.text or 'nothing'}")
    elif query and query.data == "alert":
        await query.answer("Read this before you go on.", show_alert=True)
    elif query:
        await _edit(query)


async def _edit(query: CallbackQuery) -> None:
    await query.answer(f"Recorded: {query.data}")
    assert isinstance(query.message, Message)
    await query.edit_message_text(
        f"{query.message.text_html}\n\nYou chose <b>{query.data}</b>.",
        parse_mode="HTML",
        reply_markup=query.message.reply_markup,
    )
