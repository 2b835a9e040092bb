"""The fonts of papers: parts of Noto fonts under the Open Font License (OFL.txt beside them).

Made by `python -m tests.paper_fonts`. The Chinese characters of GB 2312 and of the state's table
of 2013 are in them, and every character of what the program itself says.
"""

from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent
CHARACTERS = FOLDER / "characters.txt"
FAMILIES = ("Noto Sans SC", "Noto Sans", "Noto Sans Symbols 2", "Noto Sans Math", "Noto Emoji")
"""In the order in which a character is looked up."""
_ONLY_A_LOOK = ("\ufe0e", "\ufe0f")


@cache
def characters() -> frozenset[str]:
    """Give every character that the fonts have."""
    return frozenset(CHARACTERS.read_text("utf-8").rstrip("\n"))


def printable(text: str) -> str:
    r"""Write what the fonts lack by its number, so that nothing is lost without a trace.

    What turns the order of letters around, or is seen by nobody, is in no font. What only chooses
    between two looks of one character is left out.

    >>> printable("10⁹/L, 王喆 ⚠️"), printable("a\u202eb\t\U0001f600\n中")
    ('10⁹/L, 王喆 ⚠', 'a[U+202E]b [U+1F600]\n中')
    """
    plain = text.replace("\r\n", "\n").replace("\t", " ")
    return "".join(map(_printable, plain))


def _printable(character: str) -> str:
    if character in characters() or character == "\n":
        return character
    return "" if character in _ONLY_A_LOOK else f"[U+{ord(character):04X}]"
