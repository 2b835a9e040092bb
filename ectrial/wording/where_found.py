"""The places where open items are settled, in words: laboratory, ward, imaging, a call."""

from collections.abc import Mapping

from ectrial.trial.ways import Where
from ectrial.wording.speech import Say, marked

WORDS: Mapping[Where, str] = {
    "lab": marked("Lab"),
    "ward": marked("Ward"),
    "imaging": marked("Imaging"),
    "phone": marked("Phone"),
}


def where_words(say: Say, where: Where) -> str:
    """Name a place in one word."""
    return say(WORDS[where])
