"""What of a card stays on the screen of a phone: long lists are folded, the last first."""

from collections.abc import Iterable

from conversations.screen import Block, fold, height

PHONE, LINE, ROW, FOLDED = 630, 21, 46, 3  # what a phone shows, in its pixels; lines of a fold


def folded_to_a_phone(blocks: list[Block], rows: int, said: Iterable[str]) -> tuple[Block, ...]:
    """Fold lists, the last first, until the outcome at the top stays on the phone."""
    room = (PHONE - ROW * rows) // LINE - sum(map(height, said))
    kept, heights = list(blocks), [height(block.text) for block in blocks]
    for place in reversed(range(len(kept))):
        if lines_of(kept, heights) <= room:
            break
        if "\n" in kept[place].text:
            kept[place] = fold(kept[place].text)
    return tuple(kept)


def lines_of(blocks: Iterable[Block], heights: Iterable[int]) -> int:
    """Give how many lines blocks take, with the gaps between looks; a fold takes few."""
    taken, before = 0, ""
    for block, lines_high in zip(blocks, heights, strict=True):
        is_fold = block.look == "fold"
        taken += min(lines_high, FOLDED) if is_fold else lines_high
        taken += bool(before) and block.look != before and "fold" not in (block.look, before)
        before = block.look
    return taken
