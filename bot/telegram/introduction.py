"""What the bot says about itself in an empty chat and on its profile.

Anyone can read these texts, so they name neither the study nor the site.
"""

import asyncio
import logging

from telegram import Bot
from telegram.error import TelegramError

from bot.telegram.retries import described
from ectrial.text import LANGUAGES, Language
from ectrial.wording.speech import Say, marked, speech

logger = logging.getLogger(__name__)

# Shown in an empty chat, above Start
DESCRIPTION = marked(
    "A private bot for a clinical study team. It asks, one question at a time, whether a patient"
    " fits a study, keeps the answers, and shows what they come to. Patients are known to it by a"
    " code, never by a name. Who is not of the team gets no answers."
)
# Shown on the profile, and where the bot is passed on
SHORT = marked("A private bot for a clinical study team; it answers its members alone.")


async def introduce(bot: Bot, otherwise: Language) -> None:
    """Set the texts in each language; other people read the language of the site."""
    languages: tuple[Language | None, ...] = (None, *LANGUAGES)
    await asyncio.gather(*(_introduce(bot, each, speech(each or otherwise)) for each in languages))


async def _introduce(bot: Bot, language: Language | None, say: Say) -> None:
    # Telegram limits how often these are set, so set only those that differ
    description, short = say(DESCRIPTION), say(SHORT)
    try:
        if (await bot.get_my_description(language)).description != description:
            await bot.set_my_description(description, language)
        if (await bot.get_my_short_description(language)).short_description != short:
            await bot.set_my_short_description(short, language)
    except TelegramError as error:
        logger.warning("the bot's description was not set: %s", described(error))
