"""What the bot says of itself before anybody has spoken to it: in an empty chat, on its profile.

Anyone can read it, so it names neither the study nor the site.
"""

import asyncio
import logging

from telegram import Bot
from telegram.error import TelegramError

from bot.telegram.retries import described
from ectrial.text import LANGUAGES, Language
from ectrial.wording.speech import Say, marked, speech

logger = logging.getLogger(__name__)

# In an empty chat, above Start
DESCRIPTION = marked(
    "A private bot for a clinical study team. It asks, one question at a time, whether a patient"
    " fits a study, keeps the answers, and shows what they come to. Patients are known to it by a"
    " code, never by a name. Who is not of the team gets no answers."
)
# On the profile, and where the bot is passed on
SHORT = marked("A private bot for a clinical study team; it answers its members alone.")


async def introduce(bot: Bot, otherwise: Language) -> None:
    """Say it in each language; who has none of them reads the language of the site."""
    languages: tuple[Language | None, ...] = (None, *LANGUAGES)
    await asyncio.gather(*(_introduce(bot, each, speech(each or otherwise)) for each in languages))


async def _introduce(bot: Bot, language: Language | None, say: Say) -> None:
    # Telegram limits how often they are set, so only where something else is said
    description, short = say(DESCRIPTION), say(SHORT)
    try:
        if (await bot.get_my_description(language)).description != description:
            await bot.set_my_description(description, language)
        if (await bot.get_my_short_description(language)).short_description != short:
            await bot.set_my_short_description(short, language)
    except TelegramError as error:
        logger.warning("the bot's description was not set: %s", described(error))
