"""Cuts the blocks of a screen to the length of one message, starting with the longest folds."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from conversations.screen import Block


def separator(before: Block, after: Block) -> str:
    """Give the text between two blocks; Telegram itself leaves space around a fold."""
    if before.look == after.look or "fold" in (before.look, after.look):
        return "\n"
    return "\n\n"


def length(blocks: Sequence[Block]) -> int:
    """Count the characters of these blocks with their separators."""
    gaps = sum(len(separator(one, two)) for one, two in pairwise(blocks))
    return gaps + sum(len(block.text) for block in blocks)


def fitted(blocks: Sequence[Block], limit: int, more: str) -> list[Block]:
    """Cut blocks until they fit; `more` marks the places that were cut."""
    fitting = list(blocks)
    folds = [place for place, block in enumerate(fitting) if block.look == "fold"]
    for place in sorted(folds, key=lambda place: len(fitting[place].text), reverse=True):
        excess = length(fitting) - limit
        if excess <= 0:
            break
        fitting[place] = _cut(fitting[place], excess, more)
    return fitting if length(fitting) <= limit else _first_blocks(fitting, limit, more)


def _cut(block: Block, excess: int, more: str) -> Block:
    """Drop at least the excess from the end of a block, whole lines if possible."""
    room = len(block.text) - excess - len(more) - 1
    if room < 0:
        return replace(block, text=more) if len(more) < len(block.text) else block
    head = block.text[:room]
    at_line = head.rfind("\n")
    if at_line > room // 2:
        head = head[:at_line]
    return replace(block, text=f"{head.rstrip()}\n{more}".strip())


def _first_blocks(blocks: Sequence[Block], limit: int, more: str) -> list[Block]:
    """Keep the first blocks if the screen is too long even with every fold cut."""
    end = Block(more, "note")
    first: list[Block] = []
    for block in blocks:
        room = limit - length([*first, replace(block, text=""), end])
        first.append(replace(block, text=block.text[: max(room, 0)]))
        if room < len(block.text):
            break
    return [*(block for block in first if block.text.strip()), end]
