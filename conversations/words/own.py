"""What somebody wrote in own words, on a card; redacted words are told as that, by no mark."""

from conversations.screen import shortened
from ectrial.record.redacted import kept_text
from ectrial.wording.speech import Say


def own(say: Say, text: str) -> str:
    """Give own words, or say that they are redacted."""
    return kept_text(text) or say("(the words are redacted)")


def quoted(say: Say, text: str, most: int | None = None) -> str:
    """Quote own words, if wanted of so many characters at most; redacted ones are no quote."""
    kept = kept_text(text)
    if not kept:
        return own(say, text)
    return f"“{kept if most is None else shortened(kept, most)}”"
