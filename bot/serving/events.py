"""What an update is to the dialogue: an old button, a text that belongs to its card or not."""

from collections.abc import Callable
from dataclasses import replace

from bot.serving.belonging import belongs
from bot.serving.live_card import is_on_live_card
from bot.telegram.updates import OLD_BUTTON, Membership, Update
from conversations.events import Commanded, Event, Sent, Tapped, Typed
from ectrial.ledger.ledger import Chat


def event_of(
    update: Update, chat: Chat, asked: Callable[[], str], *, is_of_lost_trial: bool
) -> Event:
    """Treat a button as outdated if it is not on the live card, whatever its round.

    After a backup is restored, the same rounds are used a second time. A card of a trial in which
    the person has no role any more is outdated as well. For a text, also give whether it belongs
    to the question `asked`.
    """
    match update.event:
        case Tapped() if is_of_lost_trial or not is_on_live_card(update, chat):
            return OLD_BUTTON
        case Typed() as typed:
            return replace(
                typed,
                belongs=belongs(update, chat, asked()),
                message=update.sent or 0,
                is_of_lost_trial=is_of_lost_trial,
            )
        case Commanded() | Sent() as said:
            return replace(said, message=update.sent or 0)
        case Membership():
            raise TypeError("the dialogue knows no blocking")
    return update.event


def is_change(event: Event | Membership) -> bool:
    """Whether this is the command that leads to practice, and back."""
    return isinstance(event, Commanded) and event.name == "practice"
