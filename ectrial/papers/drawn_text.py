"""Text in a drawing that wraps nothing: how wide it is about, and where it is cut.

The widths are those of the fonts of papers, rounded up, in hundredths of the size of the letters.
"""

from collections.abc import Iterator
from unicodedata import east_asian_width

CLOSING = frozenset("，。；：、）！？")
NARROW = frozenset(" !'(),-./:;I[]\\fijlrt{|}")
BROADER = frozenset("bdhnopqu`")
BROAD = frozenset("@MWmw%")
BROADEST = frozenset("⏰✅➖🚫ЉЊ‱ℋℳ⅏⅒↩↻∯∰Ю◈✍✎")


def width_of(text: str, size: int) -> int:
    """Give about how many pixels wide a text is, rather too many than too few.

    >>> width_of("INCL05", 10), width_of("既往放疗", 10)
    (38, 40)
    """
    return -(-sum(map(_hundredths, text)) * size // 100)


def _hundredths(sign: str) -> int:
    if sign in NARROW:
        return 40
    if sign in BROADEST:
        return 160
    if sign in BROAD or not sign.isascii():
        return 100
    if sign.isupper() or sign == "&":
        return 75
    return 62 if sign in BROADER else 57


def fitted(text: str, room: int, size: int) -> str:
    """Cut a text that is wider than the room, at the end; nothing is left where no sign has room.

    >>> fitted("Life expectancy", 60, 10), fitted("ECOG", 60, 10), fitted("ECOG", 5, 10)
    ('Life expe…', 'ECOG', '')
    """
    if width_of(text, size) <= room:
        return text
    kept = text
    while kept and width_of(f"{kept}…", size) > room:
        kept = kept[:-1]
    return f"{kept.rstrip()}…" if kept else ""


def wrapped(text: str, room: int, size: int) -> Iterator[str]:
    """Give the lines of a text: broken at spaces, or anywhere where there are none.

    A number stays in the line of what it counts.

    >>> list(wrapped("one two three", 50, 10)), list(wrapped("每位受试者", 30, 10))
    (['one two', 'three'], ['每位受', '试者'])
    >>> list(wrapped("A: 1 · B: 2", 40, 10)), list(wrapped("incomparable", 50, 10))
    (['A: 1 ·', 'B: 2'], ['incompar', 'able'])
    """
    line = ""
    for word in _words(text):
        for piece in _pieces(word, room, size):
            if line and width_of(f"{line}{piece}".rstrip(), size) > room:
                yield line.strip()
                line = ""
            line += piece if line else piece.lstrip()
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
        if sign == " " and not word.endswith(": "):
            yield word
            word = ""
    if word:
        yield word


def _pieces(word: str, room: int, size: int) -> Iterator[str]:
    """Give a word, in pieces if it alone is wider than the room."""
    piece = ""
    for sign in word:
        if piece and width_of(f"{piece}{sign}".rstrip(), size) > room:
            yield piece
            piece = ""
        piece += sign
    yield piece


def plain(text: str) -> str:
    """Give a text without signs that nobody sees."""
    return "".join(each if each.isprintable() else " " for each in text)
