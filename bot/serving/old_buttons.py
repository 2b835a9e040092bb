"""The buttons that must go once a new card is there: those of earlier cards, and of doubles."""

from telegram.error import BadRequest, NetworkError, RetryAfter, TelegramError

from bot.telegram.client import Client

# All chats of a bot share one count of messages, so others may have come between the doubles
MOST_LOOKED_AT = 20


class OldButtons:
    """Takes buttons away after the new card has come: at Telegram's limit that one goes first.

    Old buttons do nothing any more, so those that stay now are taken with the chat's next card.
    """

    def __init__(self, client: Client) -> None:
        self._client = client
        self._left: dict[int, set[int]] = {}
        # how often a card was sent without an answer, and the message that was the card before
        self._unsure: dict[int, tuple[int, int]] = {}

    def leave(self, chat: int, message: int) -> None:
        """Note a message whose buttons are to be taken."""
        self._left.setdefault(chat, set()).add(message)

    def may_be_doubled(self, chat: int, card_before: int | None) -> None:
        """Note that a card was sent and no answer came: it may have been delivered."""
        times, first = self._unsure.get(chat, (0, card_before or 0))
        self._unsure[chat] = (times + 1, first)

    async def take(self, chat: int, card: int | None) -> None:
        """Take all that are left in a chat, but those of its card."""
        times, first = self._unsure.pop(chat, (0, 0))
        if times and card is not None:
            await self._take_doubles(chat, times, range(card - 1, first, -1)[:MOST_LOOKED_AT])
        left = self._left.pop(chat, set()) - {card}
        while left:
            message = left.pop()
            try:
                await self._take(chat, message)
            except TelegramError:
                self._left[chat] = {*left, message}
                return

    async def _take_doubles(self, chat: int, times: int, messages: range) -> None:
        """Take the buttons of so many doubles: they lie between the card before and this one."""
        for message in messages:
            try:
                times -= await self._take(chat, message)
            except TelegramError:
                self.leave(chat, message)
            if times == 0:
                return

    async def _take(self, chat: int, message: int) -> bool:
        """Take the buttons of one message; False if it has none that can be taken."""
        try:
            where = {"chat_id": chat, "message_id": message}
            await self._client.call("editMessageReplyMarkup", where)
        except TelegramError as error:
            if isinstance(error, (NetworkError, RetryAfter)) and type(error) is not BadRequest:
                raise
            return False
        return True
