"""A screen's blocks cut to the length of one message: the longest folds first, the title last."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from conversations.screen import Block


def separator(before: Block, after: Block) -> str:
    """Give what stands between two blocks; a fold has room around it already."""
    if before.look == after.look or "fold" in (before.look, after.look):
        return "\n"
    return "\n\n"


def length(blocks: Sequence[Block]) -> int:
    """Count the characters that these blocks make when they stand together."""
    gaps = sum(len(separator(one, two)) for one, two in pairwise(blocks))
    return gaps + sum(len(block.text) for block in blocks)


def fitted(blocks: Sequence[Block], limit: int, more: str) -> list[Block]:
    """Cut blocks until they fit; `more` stands where something was cut."""
    kept = list(blocks)
    folds = [place for place, block in enumerate(kept) if block.look == "fold"]
    for place in sorted(folds, key=lambda place: len(kept[place].text), reverse=True):
        excess = length(kept) - limit
        if excess <= 0:
            break
        kept[place] = _cut(kept[place], excess, more)
    return kept if length(kept) <= limit else _begun(kept, limit, more)


def _cut(block: Block, excess: int, more: str) -> Block:
    """Take at least the excess from the end, at the end of a line if one is near."""
    room = len(block.text) - excess - len(more) - 1
    if room < 0:
        return replace(block, text=more) if len(more) < len(block.text) else block
    head = block.text[:room]
    at_line = head.rfind("\n")
    if at_line > room // 2:
        head = head[:at_line]
    return replace(block, text=f"{head.rstrip()}\n{more}".strip())


def _begun(blocks: Sequence[Block], limit: int, more: str) -> list[Block]:
    """Keep what fits from the top, for screens too long even with every fold cut."""
    end = Block(more, "note")
    kept: list[Block] = []
    for block in blocks:
        room = limit - length([*kept, replace(block, text=""), end])
        kept.append(replace(block, text=block.text[: max(room, 0)]))
        if room < len(block.text):
            break
    return [*(block for block in kept if block.text.strip()), end]
