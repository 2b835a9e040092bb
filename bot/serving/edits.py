"""Tells an edited text from an edit of something about it, without keeping any text."""

from collections import OrderedDict
from hashlib import sha256

from bot.telegram.updates import Update

MOST_REMEMBERED = 10_000


class SentTexts:
    """Digests of the texts that came to this process, the latest of them; never written down."""

    def __init__(self) -> None:
        self._digests: OrderedDict[tuple[int, int], bytes] = OrderedDict()

    def note(self, update: Update) -> bool:
        """Remember a text; whether it may be another than was known of that message."""
        if update.sent is None or update.text is None:
            return False
        key = (update.person, update.sent)
        digest = sha256(update.text.encode(errors="replace")).digest()
        is_other = self._digests.pop(key, None) != digest
        self._digests[key] = digest
        while len(self._digests) > MOST_REMEMBERED:
            self._digests.popitem(last=False)
        return is_other
