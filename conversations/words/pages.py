"""Long lists in pages: the number of the page, and the buttons that turn it."""

from collections.abc import Callable

from conversations.acts import Act
from conversations.screen import Block, Button, Row, note
from ectrial.wording.speech import Say

PAGE = 8


def within(page: int, count: int) -> int:
    """Give the nearest existing page of a list with this many lines; the first page is 0."""
    return max(0, min(page, (count - 1) // PAGE))


def page_note(say: Say, page: int, count: int) -> tuple[Block, ...]:
    """Say which page this is, if there are several."""
    pages = -(-count // PAGE)
    return (note(say("Page {n} of {total}", n=page + 1, total=pages)),) if pages > 1 else ()


def page_turns(say: Say, page: int, count: int, to: Callable[[int], Act]) -> tuple[Row, ...]:
    """Give the row of buttons that turn the page, if there are several pages."""
    row: Row = ()
    if page > 0:
        row = (Button(say("‹ Earlier"), to(page - 1)),)
    if (page + 1) * PAGE < count:
        row = (*row, Button(say("More ›"), to(page + 1)))
    return (row,) if row else ()
