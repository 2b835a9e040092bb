"""Whether an act was on the live card of its chat, and whether that card stays where it is."""

from bot.telegram.updates import Update
from conversations.events import Edited, Event, Tapped
from conversations.turn import Turn
from ectrial.ledger.ledger import Chat
from ectrial.record.one_time_codes import Proved


def is_on_live_card(update: Update, chat: Chat) -> bool:
    """Whether the tapped message is the live card, or may be a later card sent unconfirmed."""
    if update.message is None or update.message == chat.card:
        return update.message is not None
    return chat.shown is None and update.message > (chat.card or 0)


def is_old(event: Event, chat: Chat) -> bool:
    """Whether a button of an earlier card was tapped."""
    return isinstance(event, Tapped) and event.round != chat.round


def stays(update: Update, chat: Chat, turn: Turn, event: Event) -> bool:
    """Whether the live card is still the last message of the chat; a code is deleted from it."""
    if isinstance(event, Proved):
        # after any other refusal the card may look as before: only a new one is seen as an answer
        return (event.ok or event.why == "wrong") and not turn.is_beside_the_card
    if isinstance(update.event, Edited):
        return not turn.is_beside_the_card
    is_last = update.message is not None and update.message == chat.card
    return is_last and not turn.is_beside_the_card
