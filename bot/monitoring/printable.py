"""What a command prints or logs cannot steer a terminal, whatever file or setting it quotes.

Colours, titles and cursors (ESC, C0 and C1), the direction of text, and signs that look like the
end of a line are written as JSON writes them, so that a line of JSON keeps its values.
"""

import sys
from typing import Any, TextIO, cast
from unicodedata import category


class Printable:
    """A stream that writes printable characters and ends of lines, and escapes all others."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def write(self, text: str) -> int:
        """Write the text; gives its length, as a stream does."""
        self._stream.write("\n".join(map(printable, text.split("\n"))))
        return len(text)

    def writelines(self, lines: list[str]) -> None:
        """Write all of these."""
        for line in lines:
            self.write(line)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)


def print_only_what_is_printable() -> None:
    """Let everything that this process prints be printable, also what libraries print."""
    if not isinstance(sys.stdout, Printable):
        sys.stdout = cast("TextIO", Printable(sys.stdout))
    if not isinstance(sys.stderr, Printable):
        sys.stderr = cast("TextIO", Printable(sys.stderr))


def printable(line: str) -> str:
    r"""Escape in a line what cannot be seen; a space of any width can.

    >>> printable("\x1b[2J one \u202eeno\nline \u3000")
    '\\u001b[2J one \\u202eeno\\u000aline \u3000'
    """
    if line.isprintable():
        return line
    return "".join(each if _is_seen(each) else _escaped(each) for each in line)


def _is_seen(character: str) -> bool:
    return character.isprintable() or category(character) == "Zs"


def _escaped(character: str) -> str:
    """Give one escape, or two for a character that JSON writes as a pair of halves."""
    halves = character.encode("utf-16-be", "surrogatepass")
    numbers = (halves[at : at + 2].hex() for at in range(0, len(halves), 2))
    return "".join(f"\\u{number}" for number in numbers)
