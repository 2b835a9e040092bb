"""Elements of XML as text; what XML cannot hold, such as a control character, is left out."""

import re
from collections.abc import Iterable
from datetime import datetime
from xml.sax.saxutils import escape, quoteattr

from ectrial.text import LANGUAGES, Text

_CANNOT_BE = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

_PLAIN = re.compile("[A-Za-z0-9._ -]*")


def told(text: str) -> str:
    r"""Give a text as the content of an element.

    >>> told("a < b & c\x00")
    'a &lt; b &amp; c'
    """
    return escape(_CANNOT_BE.sub("", text))


def opening(name: str, **attributes: str | None) -> str:
    """Give the tag that opens an element; an attribute without a value is left out."""
    given = (
        f" {each.replace('__', ':')}={_quoted(value)}"
        for each, value in attributes.items()
        if value is not None
    )
    return f"<{name}{''.join(given)}>"


def _quoted(value: str) -> str:
    # most values are plain, and to look for what is not takes longest
    return f'"{value}"' if _PLAIN.fullmatch(value) else quoteattr(_CANNOT_BE.sub("", value))


def element(name: str, inside: str | Iterable[str] = "", /, **attributes: str | None) -> str:
    """Give an element; what is inside is XML already.

    >>> element("A", element("B"), OID="x", Name=None)
    '<A OID="x"><B/></A>'
    """
    content = inside if isinstance(inside, str) else "".join(inside)
    opened = opening(name, **attributes)
    return f"{opened}{content}</{name}>" if content else f"{opened[:-1]}/>"


def translated(text: Text) -> str:
    """Give a text in every language."""
    return "".join(
        element("TranslatedText", told(text.within(each)), xml__lang=each) for each in LANGUAGES
    )


def moment(at_utc: datetime) -> str:
    """Write a moment in UTC."""
    return at_utc.isoformat(timespec="milliseconds").replace("+00:00", "Z")
