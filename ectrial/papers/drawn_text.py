"""Text in a drawing that wraps nothing: how wide it is about, and where it is cut.

The widths are those of Noto Sans SC, rounded up, in hundredths of the size of the letters.
"""

from collections.abc import Iterator
from unicodedata import east_asian_width
from xml.sax.saxutils import escape

NARROW = frozenset(" !'(),-./:;I[]`fijlrt|·")
CLOSING = frozenset("，。；：、）！？")
BROAD = frozenset("@MWmw%–—…→≤≥")


def width_of(text: str, size: int) -> int:
    """Give about how many pixels wide a text is, rather too many than too few.

    >>> width_of("INCL05", 10), width_of("既往放疗", 10)
    (35, 40)
    """
    return sum(map(_hundredths, text)) * size // 100


def _hundredths(sign: str) -> int:
    if sign in NARROW:
        return 40
    if sign in BROAD or east_asian_width(sign) in "WF":
        return 100
    return 66 if sign.isupper() else 57


def fitted(text: str, room: int, size: int) -> str:
    """Cut a text that is wider than the room, at the end.

    >>> fitted("Life expectancy", 60, 10), fitted("ECOG", 60, 10)
    ('Life expe…', 'ECOG')
    """
    if width_of(text, size) <= room:
        return text
    kept = text
    while kept and width_of(f"{kept}…", size) > room:
        kept = kept[:-1]
    return f"{kept.rstrip()}…"


def wrapped(text: str, room: int, size: int) -> Iterator[str]:
    """Give the lines of a text: broken at spaces, or anywhere where there are none.

    >>> list(wrapped("one two three", 50, 10)), list(wrapped("每位受试者", 30, 10))
    (['one two', 'three'], ['每位受', '试者'])
    """
    line = ""
    for word in _words(text):
        if line and width_of(line + word.rstrip(), size) > room:
            yield line.strip()
            line = ""
        line += word
    if line.strip():
        yield line.strip()


def _words(text: str) -> Iterator[str]:
    word = ""
    for sign in text:
        # a closing sign begins no line
        if word and east_asian_width(sign) in "WF" and sign not in CLOSING:
            yield word
            word = ""
        word += sign
        if sign == " ":
            yield word
            word = ""
    if word:
        yield word


def plain(text: str) -> str:
    """Give a text for markup, without signs that nobody sees."""
    return escape("".join(each if each.isprintable() else " " for each in text))
