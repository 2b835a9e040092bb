"""The least that python-telegram-bot can do for a tap: answer it and edit a text."""

import os

from telegram import Update
from telegram.ext import Application, CallbackQueryHandler, ContextTypes


async def tapped(update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
    query = update.callback_query
    assert query is not None
    await query.answer()
    await query.edit_message_text("Question 1 of 30")


def main() -> None:
    url = os.environ["TELEGRAM_API_URL"]
    token = os.environ["TELEGRAM_BOT_TOKEN"]
    application = Application.builder().token(token).base_url(f"{url}/bot").build()
    application.add_handler(CallbackQueryHandler(tapped))
    application.run_polling()


main()
