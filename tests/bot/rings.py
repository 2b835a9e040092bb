"""What rings a phone: heard at the Bot API, as Telegram would hear it."""

from collections.abc import Mapping

from bot.sandbox.server import Sandbox
from bot.serving.pushes import Neutral, Push
from ectrial.text import LANGUAGES

NEUTRAL = {Push(sentence, language).text for sentence in Neutral for language in LANGUAGES}


def rings_of(sandbox: Sandbox) -> list[str]:
    """Give the texts of all messages that ring, from now on; the list grows."""
    rung: list[str] = []

    def listen(method: str, given: Mapping[str, str]) -> None:
        is_sent = method.startswith(("send", "copy", "forward")) and "action" not in method
        if is_sent and given.get("disable_notification") != "true":
            rung.append(given.get("text", method))

    sandbox.interceptors.append(listen)
    return rung
