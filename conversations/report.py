"""Many labs in one message: read back on one card, made certain, recorded with one tap.

The draft holds what was read, never the text; what was not understood is quoted once, in a message
of its own.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import timedelta
from typing import Any

from conversations.answering import record
from conversations.case import Case
from conversations.lab_lines import (
    LabText,
    Line,
    first_open,
    labs_of_limits,
    may_identify,
    merged,
    read_labs,
    settled,
)
from conversations.lab_words import ask_words
from conversations.limits import missing_limits, remembered
from conversations.sample_day import ask_day, dated, is_recent, sample_day
from conversations.screen import shortened
from conversations.turn import Focus, Turn
from ectrial.text import Text
from ectrial.wording.speech import Say

MOST_QUOTED = 8
LONGEST_QUOTE = 40


def open_report(say: Say, case: Case, focus: Focus, read: LabText) -> Turn:
    """Show what was read; a text without labs is refused, and not kept."""
    if not read.lines:
        return Turn(replace(focus, said=(use_buttons(say),)))
    draft = focus.kept("review", "page", "day", "reported")
    if reported := [day for day in read.days if is_recent(day, case.world.today)]:
        draft["reported"] = reported[0].isoformat()
    draft["lines"] = merged(focus.draft.get("lines", []), read.lines)
    if focus.view == "review":
        draft["review"] = True
    return Turn(replace(focus, view="report", draft=draft, said=()), kept=_quotes(say, read))


def use_buttons(say: Say) -> str:
    """Turn text away that says nothing that may be kept."""
    return say("Please use the buttons, or type lab values: no free text is kept here.")


def type_on_report(say: Say, case: Case, focus: Focus, text: str) -> Turn:
    """Take more labs, or the answer to the line that is asked about."""
    lines: list[Line] = focus.draft["lines"]
    open_line = first_open(lines)
    asked = focus.draft.get("fix") or (open_line["item"] if open_line else None)
    read = read_labs(case.after(settled(lines)), text, asked)
    if asked and len(read.lines) == 1 and read.lines[0]["state"] == "again":
        return Turn(replace(focus, said=(ask_words(say, case, read.lines[0]),)))
    return open_report(say, case, focus, read)


def report_tap(say: Say, case: Case, focus: Focus, act: str) -> Turn | None:
    """Take a tap on the report: make a line certain, set the day, record all or nothing."""
    if take := _TAPS.get(act):
        return take(say, case, focus)
    lines: list[Line] = focus.draft["lines"]
    place, number = act[:1], act[1:]
    if place == "f" and number.isdigit() and int(number) < len(lines):
        return Turn(_drafting(focus, fix=lines[int(number)]["item"]))
    if place == "p" and number.isdigit() and int(number) < len(completions(case, lines)):
        return _record_all(say, case, focus, completions(case, lines)[int(number)][1])
    line = first_open(lines)
    if place == "c" and line and number.isdigit() and int(number) < len(line["choices"]):
        return Turn(_with_line(focus, {**line, "choices": [line["choices"][int(number)]]}))
    return None


def lacking(case: Case, lines: list[Line]) -> Mapping[str, str]:
    """Give the upper limits that no line brings, each with the unit of its value."""
    return missing_limits(case, settled(lines))


def completions(case: Case, lines: list[Line]) -> list[tuple[Text, dict[str, Any]]]:
    """Give the answers that usually go with those read, such as "HBsAg negative, DNA not done"."""
    known = {item: answer.value for item, answer in case.screening.answers.items()}
    known |= settled(lines)
    found = []
    for preset in (
        preset for question in case.world.trial.questions for preset in question.presets
    ):
        rest = {name: value for name, value in preset.sets.items() if name not in known}
        agrees = all(known[name] == value for name, value in preset.sets.items() if name in known)
        if preset.adds and rest and agrees and len(rest) < len(preset.sets):
            found.append((preset.adds, rest))
    return found


def _record_all(say: Say, case: Case, focus: Focus, more: Mapping[str, Any] = {}) -> Turn | None:
    lines: list[Line] = focus.draft["lines"]
    if first_open(lines):
        return None
    values = dated(case, {**settled(lines), **more}, sample_day(case, focus))
    return record(say, case, replace(focus, view="question", said=()), values)


def _leave_out(say: Say, case: Case, focus: Focus) -> Turn:
    """Drop the line that is being fixed, or asked about."""
    lines: list[Line] = focus.draft["lines"]
    open_line = first_open(lines)
    gone = focus.draft.get("fix") or (open_line["item"] if open_line else None)
    left = [line for line in lines if line["item"] != gone]
    return Turn(_drafting(focus, lines=left)) if left else _discard(say, case, focus)


def _take_limits(say: Say, case: Case, focus: Focus) -> Turn:
    """Put the remembered limits beside the values that lack one: offered with whose they were."""
    lines: list[Line] = focus.draft["lines"]
    offer = remembered(case, lacking(case, lines))
    labs = labs_of_limits(case)
    limits = [
        Line(item=labs[name], state="settled", choices=[{name: raw}], why="")
        for name, raw in (offer.answers.items() if offer else ())
    ]
    return Turn(_drafting(focus, lines=merged(lines, limits)))


def _discard(say: Say, case: Case, focus: Focus) -> Turn:
    view = "question" if focus.question else "resume"
    said = (say("Nothing was recorded."),)
    return Turn(replace(focus, view=view, draft=focus.kept("review", "page", "day"), said=said))


def _on_reported_day(say: Say, case: Case, focus: Focus) -> Turn:
    return Turn(_drafting(focus, day=focus.draft["reported"]))


def _on_day(ago: int) -> Callable[[Say, Case, Focus], Turn]:
    def take(say: Say, case: Case, focus: Focus) -> Turn:
        day = case.world.today - timedelta(days=ago)
        return Turn(_drafting(focus, day=day.isoformat()))

    return take


_TAPS: Mapping[str, Callable[[Say, Case, Focus], Turn | None]] = {
    "all": _record_all,
    "leave": _leave_out,
    "limits": _take_limits,
    "drop": _discard,
    "today": _on_day(0),
    "yesterday": _on_day(1),
    "reported": _on_reported_day,
    "day": lambda say, case, focus: Turn(ask_day(focus)),
    "fix": lambda say, case, focus: Turn(_drafting(focus, fix="")),
    "back": lambda say, case, focus: Turn(_drafting(focus)),
}


def _drafting(focus: Focus, **changes: Any) -> Focus:
    """Change the draft; what was being fixed is done with."""
    draft = {name: value for name, value in focus.draft.items() if name != "fix"}
    return replace(focus, draft={**draft, **changes}, said=())


def _with_line(focus: Focus, line: Line) -> Focus:
    chosen = Line(item=line["item"], state="settled", choices=line["choices"], why="")
    return _drafting(focus, lines=merged(focus.draft["lines"], [chosen]))


def _quotes(say: Say, read: LabText) -> tuple[str, ...]:
    """Quote once what was not taken; nothing of it that may say who the patient is."""
    pieces = (*read.unread, *read.others)
    told = []
    for heading, found in (
        (say("Not understood:"), read.unread),
        (say("Other tests, not asked for here:"), read.others),
    ):
        quoted = [piece for piece in found if not may_identify(piece)]
        if quoted:
            told += [heading, *_shortly(say, quoted)]
    if any(map(may_identify, pieces)):
        told.append(
            say("A piece that may identify the patient is not quoted: please delete your message.")
        )
    return ("\n".join(told),) if told else ()


def _shortly(say: Say, pieces: list[str]) -> list[str]:
    shown = [f"· {shortened(piece, LONGEST_QUOTE)}" for piece in pieces[:MOST_QUOTED]]
    more = len(pieces) - MOST_QUOTED
    return [*shown, say("and {n} more", n=more)] if more > 0 else shown
