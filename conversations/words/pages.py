"""Long lists in pages: which page is shown, and the buttons that turn it."""

from conversations.screen import Block, Button, Row, note
from conversations.turn import Focus
from ectrial.wording.speech import Say

PAGE = 8
TURNS = {"page.back": -1, "page.next": 1}


def page_shown(focus: Focus, count: int) -> int:
    """Give the page the chat is at, within what there is; the first is 0."""
    return within(int(focus.draft.get("page", 0)), count)


def within(page: int, count: int) -> int:
    """Give the nearest page that exists for so many lines."""
    return max(0, min(page, (count - 1) // PAGE))


def page_note(say: Say, page: int, count: int) -> tuple[Block, ...]:
    """Say which page this is, where there are several."""
    pages = -(-count // PAGE)
    return (note(say("Page {n} of {total}", n=page + 1, total=pages)),) if pages > 1 else ()


def page_turns(say: Say, page: int, count: int) -> tuple[Row, ...]:
    """Give the row that turns the page, where there is one to turn."""
    row: Row = ()
    if page > 0:
        row = (Button(say("‹ Earlier"), "page.back"),)
    if (page + 1) * PAGE < count:
        row = (*row, Button(say("More ›"), "page.next"))
    return (row,) if row else ()
