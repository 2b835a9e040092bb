"""The funnel as a drawing (SVG) for a phone 390 pixels wide, on a ground of its own.

Light and dark chats show it alike. Equal sheets give equal text; nothing wraps by itself.
"""

from ectrial.papers.drawn_text import fitted, plain, width_of, wrapped
from ectrial.papers.funnel_sheet import Line, Sheet, Step
from ectrial.wording.speech import Say

WIDTH = 390
EDGE = 16
INDENT = 84
"""Where the boxes of those begin who left the way."""
MOST_LINES = 10
FONT = "Noto Sans SC"
GROUND, INK, PALE, BLUE, AMBER = "#f5f7f9", "#15202b", "#4a5866", "#2b5f8a", "#a8650b"
FILLS = {"way": ("#ffffff", BLUE), "aside": ("#fff3df", AMBER), "beside": (GROUND, "#8494a3")}


def funnel_svg(sheet: Sheet, say: Say) -> str:
    """Draw a sheet."""
    drawing = _Drawing()
    drawing.heading(sheet)
    for number, step in enumerate(sheet.steps):
        drawing.step(step, is_first=number == 0)
    drawing.table(sheet, say)
    drawing.notes(sheet.notes)
    return drawing.whole()


class _Drawing:
    """What was drawn so far, from the top down to `y`."""

    def __init__(self) -> None:
        self.y = 14
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
        self._text(EDGE, self.y, sheet.title, 20)
        for each in sheet.about:
            self.y += 19
            self._text(EDGE, self.y, fitted(each, WIDTH - 2 * EDGE, 13), 13, PALE)
        self.y += 12

    def step(self, step: Step, *, is_first: bool) -> None:
        """Draw a box, and how one comes to it from above."""
        left = EDGE if step.kind == "way" else INDENT if step.kind == "aside" else EDGE
        height = (40 if step.kind == "way" else 34) + (17 if step.note else 0)
        fill, edge = FILLS[step.kind]
        if step.kind == "aside":
            self._line(EDGE + 28, self.y - 8, EDGE + 28, self.y + height)
            self._line(EDGE + 28, self.y + 17, INDENT, self.y + 17)
        elif step.kind == "way" and not is_first:
            self._line(EDGE + 28, self.y - 8, EDGE + 28, self.y)
        self._box(left, WIDTH - EDGE - left, height, fill, edge)
        first = self.y + (26 if step.kind == "way" else 23)
        size, larger = (16, 20) if step.kind == "way" else (15, 17)
        self._text(left + 12, first, step.label, size)
        self._text(WIDTH - EDGE - 12, first, step.count, larger, end=True)
        if step.note:
            self._text(left + 12, first + 18, step.note, 13, PALE)
        self.y += height + 8

    def table(self, sheet: Sheet, say: Say) -> None:
        """Draw the lines that fit; what is left over stands in one, so that the sum stays."""
        if not sheet.lines:
            return
        self.y += 6
        for each in wrapped(sheet.table, WIDTH - 2 * EDGE, 15):
            self.y += 18
            self._text(EDGE, self.y, each, 15)
        self.y += 4
        for line in shown(sheet.lines, say):
            self._of_table(line, max(each.size for each in sheet.lines))

    def _of_table(self, line: Line, largest: int) -> None:
        self.y += 18
        count = f"{line.count} ({line.anywhere})" if line.anywhere else line.count
        self._text(WIDTH - EDGE, self.y, count, 15, end=True)
        begin = EDGE
        if line.id:
            self._text(EDGE, self.y, line.id, 13, BLUE)
            begin += max(68, width_of(line.id, 13) + 8)
        room = WIDTH - EDGE - 8 - width_of(count, 15) - begin
        self._text(begin, self.y, fitted(line.words, room, 13), 13)
        length = (WIDTH - 2 * EDGE) * line.size // largest if largest else 0
        self._parts.append(
            f'<rect x="{EDGE}" y="{self.y + 5}" width="{length}" height="3" fill="#7ea6c9"/>'
        )
        self.y += 8

    def notes(self, notes: tuple[str, ...]) -> None:
        self.y += 8
        for note in notes:
            for each in wrapped(note, WIDTH - 2 * EDGE, 12):
                self.y += 16
                self._text(EDGE, self.y, each, 12, PALE)

    def _text(
        self, x: int, y: int, text: str, size: int, ink: str = INK, *, end: bool = False
    ) -> None:
        anchor = ' text-anchor="end"' if end else ""
        self._parts.append(
            f'<text x="{x}" y="{y}" font-size="{size}" fill="{ink}"{anchor}>{plain(text)}</text>'
        )

    def _line(self, x1: int, y1: int, x2: int, y2: int) -> None:
        self._parts.append(
            f'<path d="M{x1} {y1}L{x2} {y2}" stroke="#8494a3" stroke-width="1.5" fill="none"/>'
        )

    def _box(self, x: int, width: int, height: int, fill: str, edge: str) -> None:
        self._parts.append(
            f'<rect x="{x}" y="{self.y}" width="{width}" height="{height}" rx="7"'
            f' fill="{fill}" stroke="{edge}" stroke-width="1.2"/>'
        )


def shown(lines: tuple[Line, ...], say: Say) -> tuple[Line, ...]:
    """Give the lines of a drawing: the longest, and one for all others together."""
    if len(lines) <= MOST_LINES:
        return lines
    rest = lines[MOST_LINES - 1 :]
    number = sum(each.size for each in rest)
    words = say("{n} more, together", n=len(rest))
    return (*lines[: MOST_LINES - 1], Line("", words, str(number), size=number))
