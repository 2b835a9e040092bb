"""The buttons to remove once a new card is there: of earlier cards and of duplicate cards."""

from telegram.error import BadRequest, NetworkError, RetryAfter, TelegramError

from bot.telegram.client import Client

# All chats of a bot share one count of messages, so others may lie between the duplicates
MOST_LOOKED_AT = 20


class OldButtons:
    """Removes buttons after the new card was sent: the card goes first at Telegram's rate limit.

    Old buttons do nothing, so buttons that cannot be removed now are removed with the next card.
    """

    def __init__(self, client: Client) -> None:
        self._client = client
        self._left: dict[int, set[int]] = {}
        # how often a card was sent without an answer, and the message of the previous card
        self._unsure: dict[int, tuple[int, int]] = {}

    def leave(self, chat: int, message: int) -> None:
        """Note a message whose buttons must be removed."""
        self._left.setdefault(chat, set()).add(message)

    def may_be_doubled(self, chat: int, card_before: int | None) -> None:
        """Note that a card was sent without an answer: Telegram may have delivered the card."""
        times, first = self._unsure.get(chat, (0, card_before or 0))
        self._unsure[chat] = (times + 1, first)

    async def take(self, chat: int, card: int | None) -> None:
        """Remove all noted buttons of a chat, except those of its card."""
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
        """Remove the buttons of so many duplicates, which lie before the card in `messages`."""
        for message in messages:
            try:
                times -= await self._take(chat, message)
            except TelegramError:
                self.leave(chat, message)
            if times == 0:
                return

    async def _take(self, chat: int, message: int) -> bool:
        """Remove the buttons of one message; False if it has none that can be removed."""
        try:
            where = {"chat_id": chat, "message_id": message}
            await self._client.call("editMessageReplyMarkup", where)
        except TelegramError as error:
            if isinstance(error, (NetworkError, RetryAfter)) and type(error) is not BadRequest:
                raise
            return False
        return True
