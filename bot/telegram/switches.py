"""Settings of @BotFather that are on for the bot and should be off."""

import logging

from telegram import User

logger = logging.getLogger(__name__)

GROUPS = (
    "the bot can be added to groups, where it answers nothing:"
    " switch it off with @BotFather, /setjoingroups, Disable"
)
TOPICS = (
    "topics are on in the private chats with the bot, which scatter its cards:"
    " switch them off with @BotFather, Bot Settings, Threads Settings"
)


def warn_of_switches(me: User) -> None:
    """Log which setting to switch off, and where."""
    if me.can_join_groups:
        logger.warning(GROUPS)
    if me.has_topics_enabled:
        logger.warning(TOPICS)
