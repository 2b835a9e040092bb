"""The funnel as plain text: what the picture shows, and every criterion."""

from collections.abc import Iterator

from ectrial.papers.funnel_sheet import Line, Sheet, Step
from ectrial.wording.speech import Say


def funnel_text(sheet: Sheet, say: Say) -> Iterator[str]:
    """Give the lines of a sheet."""
    yield sheet.title
    yield from sheet.about
    yield ""
    yield from step_lines(sheet, say)
    yield ""
    if sheet.lines:
        yield sheet.table
        yield from table_lines(sheet)
        yield ""
    yield from sheet.notes


def step_lines(sheet: Sheet, say: Say) -> Iterator[str]:
    """Give a line for each step; those who left the way stand behind a dash."""
    for each in sheet.steps:
        yield _of_step(each, say)


def _of_step(step: Step, say: Say) -> str:
    told = say("{label}: {count}", label=step.label, count=step.count)
    told = say("{told} ({note})", told=told, note=step.note) if step.note else told
    return f"– {told}" if step.kind == "aside" else told


def table_lines(sheet: Sheet) -> Iterator[str]:
    """Give a line for each line of the table: the count first, so that they stand in a column."""
    for each in sheet.lines:
        yield _of_line(each)


def _of_line(line: Line) -> str:
    count = f"{line.count} ({line.anywhere})" if line.anywhere else line.count
    return " · ".join(filter(None, (count, line.id, line.words)))
