"""What a person sees, independent of any messenger: blocks of text and rows of buttons."""

import re
from dataclasses import dataclass, field
from typing import Literal
from unicodedata import east_asian_width

from conversations.acts import Act

LINE_WIDTH = 34  # letters in a line on a phone 390 pixels wide
LABEL_WIDTH = 32  # letters on a button as wide as that phone
CHOSEN = "• "  # stands before the recorded answer
ROW_WIDTH = 27  # letters on all buttons of a row together
PERHAPS_WIDE = re.compile("[\u1100-\U0010ffff]")  # every character below this range is narrow

Look = Literal["title", "line", "note", "fold"]
Style = Literal["plain", "primary", "success", "danger"]


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of plain text and its look; a fold is a quote that opens on a tap."""

    text: str
    look: Look = "line"


@dataclass(frozen=True, slots=True)
class Button:
    """One button: its label, and the act that a tap carries out."""

    label: str
    act: Act
    style: Style = "plain"


Row = tuple[Button, ...]


@dataclass(frozen=True, slots=True)
class Screen:
    """One card: its blocks from top to bottom, then its rows of buttons."""

    blocks: tuple[Block, ...]
    rows: tuple[Row, ...] = field(default=())


def width(text: str) -> int:
    """Give the width of a text in letters; a Chinese character counts as two."""
    if text.isascii():
        return len(text)
    return len(text) + sum(east_asian_width(sign) in "WF" for sign in PERHAPS_WIDE.findall(text))


def height(text: str) -> int:
    """Give the number of lines that a text takes on a phone."""
    return sum(max(1, -(-width(line) // LINE_WIDTH)) for line in text.splitlines())


def shortened(text: str, room: int) -> str:
    """Shorten a text that is wider than the room; at least one letter is left."""
    if width(text) <= room:
        return text
    kept = text
    while width(kept) > 8 and width(kept) >= room:
        kept = kept[:-1]
    return f"{kept.rstrip()}…"


def title(text: str) -> Block:
    """Give the one bold line of a card."""
    return Block(text, "title")


def note(text: str) -> Block:
    """Give a less prominent line: progress, hints."""
    return Block(text, "note")


def fold(text: str) -> Block:
    """Give a long quote that shows only its first lines until a tap opens it."""
    return Block(text, "fold")


def lines(*texts: str) -> tuple[Block, ...]:
    """Give plain lines, leaving out the empty ones."""
    return tuple(Block(text) for text in texts if text)


def packed(buttons: list[Button]) -> list[Row]:
    """Put short labels side by side and long labels alone: buttons of a row are equally wide."""
    rows: list[Row] = []
    row: tuple[Button, ...] = ()
    for button in buttons:
        wider = (*row, button)
        if row and len(wider) * max(width(b.label) for b in wider) > ROW_WIDTH:
            rows.append(row)
            wider = (button,)
        row = wider
    return [*rows, row] if row else rows
