"""What is read where a code or a text was redacted, and no other was given in its place."""

import re

PLACEHOLDER = "REDACTED-"
"""How a redacted code or text begins, unless another is read in its place."""
_LEFT = re.compile(rf"{PLACEHOLDER}[0-9]+")


def kept_text(text: str | None) -> str:
    """Give a free text or a printed name, empty where it was redacted or never was.

    >>> kept_text("see the report"), kept_text("REDACTED-12"), kept_text(None)
    ('see the report', '', '')
    """
    return "" if text is None or _LEFT.fullmatch(text) else text
