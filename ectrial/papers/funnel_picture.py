"""The funnel as a drawing (SVG) for a phone 390 pixels wide, on a ground of its own.

Light and dark chats show it alike. Equal sheets give equal text. Nothing wraps by itself: every
text is given its room, and goes through one function that keeps it within.
"""

from collections.abc import Callable
from xml.sax.saxutils import escape

from ectrial.papers.drawn_text import fitted, plain, width_of, wrapped
from ectrial.papers.funnel_sheet import Line, Sheet, Step
from ectrial.wording.speech import Say

WIDTH = 390
EDGE = 16
INDENT = 84
"""Where the boxes of those begin who left the way."""
ROOM = WIDTH - 2 * EDGE
PADDING = 12
GAP = 8
LEADING = 4
"""Pixels between the lines of one text."""
MOST_LINES = 10
FONT = "Noto Sans SC"
GROUND, INK, PALE, BLUE, AMBER = "#f5f7f9", "#15202b", "#4a5866", "#2b5f8a", "#a8650b"
FILLS = {"way": ("#ffffff", BLUE), "aside": ("#fff3df", AMBER), "beside": (GROUND, "#8494a3")}


def funnel_svg(sheet: Sheet, say: Say, printed: Callable[[str], str] = str) -> str:
    """Draw a sheet; `printed` gives a text as the fonts have it, before it is measured."""
    drawing = _Drawing(printed)
    drawing.heading(sheet)
    for number, step in enumerate(sheet.steps):
        drawing.step(step, is_first=number == 0)
    drawing.table(sheet, say)
    drawing.notes(sheet.notes)
    return drawing.whole()


class _Drawing:
    """What was drawn so far, from the top down to `y`."""

    def __init__(self, printed: Callable[[str], str]) -> None:
        self.y = 14
        self._printed = printed
        self._parts: list[str] = []

    def whole(self) -> str:
        height = self.y + 12
        head = (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{height}"'
            f' viewBox="0 0 {WIDTH} {height}" font-family="{FONT}">'
        )
        ground = (
            f'<rect x="0.5" y="0.5" width="{WIDTH - 1}" height="{height - 1}"'
            f' fill="{GROUND}" stroke="#b9c4ce"/>'
        )
        return "\n".join((head, ground, *self._parts, "</svg>", ""))

    def heading(self, sheet: Sheet) -> None:
        self.y += 18
        self.y = self._wrapped(EDGE, self.y, ROOM, sheet.title, 20)
        for each in sheet.about:
            self.y = self._wrapped(EDGE, self.y + 19, ROOM, each, 13, PALE)
        self.y += 12

    def step(self, step: Step, *, is_first: bool) -> None:
        """Draw a box around its words, and how one comes to it from above."""
        left = INDENT if step.kind == "aside" else EDGE
        top, below, size, larger = (26, 14, 16, 20) if step.kind == "way" else (23, 11, 15, 17)
        behind = len(self._parts)
        room = WIDTH - EDGE - left - 2 * PADDING
        count = self._line(left + PADDING, self.y + top, room, step.count, larger, end=True)
        beside = room - count - GAP
        last = self._wrapped(left + PADDING, self.y + top, beside, step.label, size)
        if step.note:
            last = self._wrapped(left + PADDING, last + 18, room, step.note, 13, PALE)
        height = last - self.y + below
        # its height is known last, and it lies behind them
        self._parts[behind:behind] = self._box(step, left, height, is_first=is_first)
        self.y += height + 8

    def _box(self, step: Step, left: int, height: int, *, is_first: bool) -> list[str]:
        y, way = self.y, EDGE + 28
        found = []
        if step.kind == "aside":
            found.append(_path(way, y - 8, way, y + height))
            found.append(_path(way, y + 17, INDENT, y + 17))
        elif step.kind == "way" and not is_first:
            found.append(_path(way, y - 8, way, y))
        fill, edge = FILLS[step.kind]
        found.append(
            f'<rect x="{left}" y="{y}" width="{WIDTH - EDGE - left}" height="{height}" rx="7"'
            f' fill="{fill}" stroke="{edge}" stroke-width="1.2"/>'
        )
        return found

    def table(self, sheet: Sheet, say: Say) -> None:
        """Draw the lines that fit; what is left over stands in one, so that the sum stays."""
        if not sheet.lines:
            return
        self.y += 6
        self.y = self._wrapped(EDGE, self.y + 18, ROOM, sheet.table, 15)
        self.y += 4
        for line in shown(sheet.lines, say):
            self._of_table(line, max(each.size for each in sheet.lines))

    def _of_table(self, line: Line, largest: int) -> None:
        self.y += 18
        count = f"{line.count} ({line.anywhere})" if line.anywhere else line.count
        room = ROOM - GAP - self._line(EDGE, self.y, ROOM, count, 15, end=True)
        begin = 0
        if line.id:
            begin = max(68, GAP + self._line(EDGE, self.y, room // 2, line.id, 13, BLUE))
        # in full: half a criterion may say another thing
        self.y = self._wrapped(EDGE + begin, self.y, room - begin, line.words, 13)
        length = ROOM * line.size // largest if largest else 0
        self._parts.append(
            f'<rect x="{EDGE}" y="{self.y + 5}" width="{length}" height="3" fill="#7ea6c9"/>'
        )
        self.y += 8

    def notes(self, notes: tuple[str, ...]) -> None:
        self.y += 8
        for note in notes:
            self.y = self._wrapped(EDGE, self.y + 16, ROOM, note, 12, PALE)

    def _wrapped(self, x: int, y: int, room: int, text: str, size: int, ink: str = INK) -> int:
        """Draw a text in as many lines as it needs, the first at `y`; where the last one is."""
        lines = [*wrapped(self._printed(text), room, size)] or [""]
        for number, each in enumerate(lines):
            self._line(x, y + number * (size + LEADING), room, each, size, ink)
        return y + (len(lines) - 1) * (size + LEADING)

    def _line(
        self,
        x: int,
        y: int,
        room: int,
        text: str,
        size: int,
        ink: str = INK,
        *,
        end: bool = False,
    ) -> int:
        """Draw a text in one line within its room, cut if need be; how wide it is."""
        kept = fitted(plain(self._printed(text)), room, size)
        at, anchor = (x + room, ' text-anchor="end"') if end else (x, "")
        if kept:
            self._parts.append(
                f'<text x="{at}" y="{y}" font-size="{size}" fill="{ink}"{anchor}>'
                f"{escape(kept)}</text>"
            )
        return width_of(kept, size)


def _path(x1: int, y1: int, x2: int, y2: int) -> str:
    return f'<path d="M{x1} {y1}L{x2} {y2}" stroke="#8494a3" stroke-width="1.5" fill="none"/>'


def shown(lines: tuple[Line, ...], say: Say) -> tuple[Line, ...]:
    """Give the lines of a drawing: the longest, and one without a bar for all others together."""
    if len(lines) <= MOST_LINES:
        return lines
    rest = lines[MOST_LINES - 1 :]
    number = sum(each.size for each in rest)
    if any(each.anywhere for each in rest):
        # of any reasons no sum is told: it would count a person once for each of them
        words = say("{n} more, first reasons together", n=len(rest))
    else:
        words = say("{n} more, together", n=len(rest))
    return (*lines[: MOST_LINES - 1], Line("", words, str(number)))
