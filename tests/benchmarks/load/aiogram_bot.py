"""The least that aiogram can do for a tap, on uvloop; runs in an environment of its own."""

import asyncio
import os

import uvloop
from aiogram import Bot, Dispatcher
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.types import CallbackQuery

dispatcher = Dispatcher()


@dispatcher.callback_query()
async def tapped(query: CallbackQuery) -> None:
    await query.answer()
    await query.message.edit_text("Question 1 of 30")


async def main() -> None:
    api = TelegramAPIServer.from_base(os.environ["TELEGRAM_API_URL"])
    bot = Bot(os.environ["TELEGRAM_BOT_TOKEN"], session=AiohttpSession(api=api))
    await dispatcher.start_polling(bot, handle_signals=False)


with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
    runner.run(main())
