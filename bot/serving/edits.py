"""Tells a changed text from a change that left the text as it was, without storing any text."""

from collections import OrderedDict
from hashlib import sha256

from bot.telegram.updates import Update

MOST_REMEMBERED = 10_000


class SentTexts:
    """Digests of the latest texts that came to this process; kept in memory only."""

    def __init__(self) -> None:
        self._digests: OrderedDict[tuple[int, int], bytes] = OrderedDict()

    def note(self, update: Update) -> bool:
        """Remember a text; True if it may differ from the text known for that message."""
        if update.sent is None or update.text is None:
            return False
        key = (update.person, update.sent)
        digest = sha256(update.text.encode(errors="replace")).digest()
        is_other = self._digests.pop(key, None) != digest
        self._digests[key] = digest
        while len(self._digests) > MOST_REMEMBERED:
            self._digests.popitem(last=False)
        return is_other
