"""What fits on the screen of a phone: long lists are folded, the last list first."""

from collections.abc import Iterable, Sequence

from conversations.screen import Block, fold, height

# The part of a 390 by 700 phone that shows a card, and the heights of rows and lines, in pixels
PHONE, ROW, LINE = 486, 50, 23
FOLDED = 5  # lines that a folded list takes, with its opening button


def folded_to_a_phone(
    blocks: list[Block], rows: int, last: int = 1, seen: str = ""
) -> tuple[Block, ...]:
    """Fold lists, the last first, until the outcome stays visible; else fold all into one.

    Titles stay unfolded, and so do the last `last` blocks. The line `seen` is read without
    opening a fold: it stands above it, or where there is no room first in it.
    """
    room = (PHONE - ROW * rows) // LINE
    kept, heights = list(blocks), [height(block.text) for block in blocks]
    for place in reversed(range(len(kept) - last)):
        if lines_of(kept, heights) <= room:
            return tuple(kept)
        if "\n" in kept[place].text:
            kept[place] = fold(kept[place].text)
    if lines_of(kept, heights) <= room:
        return tuple(kept)
    apart = [block for block in kept if seen and block.text == seen]
    others = [block for block in kept if block not in apart]
    above = _one_fold(others, last, above=apart)
    if lines_of(above, [height(block.text) for block in above]) <= room:
        return tuple(above)
    return tuple(_one_fold(others, last, first=apart))


def lines_of(blocks: Iterable[Block], heights: Iterable[int]) -> int:
    """Give the number of lines that blocks take, with gaps where the look changes."""
    taken, before = 0, ""
    for block, lines_high in zip(blocks, heights, strict=True):
        is_fold = block.look == "fold"
        taken += min(lines_high, FOLDED) if is_fold else lines_high
        taken += bool(before) and block.look != before and "fold" not in (block.look, before)
        before = block.look
    return taken


def _one_fold(
    blocks: list[Block], last: int, above: Sequence[Block] = (), first: Sequence[Block] = ()
) -> list[Block]:
    titles = [block for block in blocks if block.look == "title"]
    folded = [*first, *blocks[len(titles) : len(blocks) - last]]
    text = "\n".join(block.text for block in folded)
    return [*titles, *above, *([fold(text)] if text else []), *blocks[len(blocks) - last :]]
