"""Many labs in one message: read back on one card, made certain, recorded with one tap.

The draft holds what was read, never the text; what was not understood is quoted once, in a message
of its own.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import timedelta
from typing import Any

from conversations.case import Case
from conversations.labs import (
    LabText,
    Line,
    first_open,
    merged,
    read_labs,
    settled,
)
from conversations.limits import missing_limits, remembered
from conversations.recording import record
from conversations.sample import ask_day, dated, is_recent, sample_day
from conversations.turn import Focus, Turn
from conversations.words.labs import ask_words
from conversations.words.quotes import quotes, use_buttons
from ectrial.text import Text
from ectrial.wording.speech import Say

MOST_DAYS = 2


def open_report(say: Say, case: Case, focus: Focus, read: LabText) -> Turn:
    """Show what was read; a text without labs is refused, and not kept."""
    if not read.lines:
        return Turn(replace(focus, said=(use_buttons(say),)))
    draft = focus.kept("review", "page", "day", "reported")
    if days := [day.isoformat() for day in read.days if is_recent(day, case.world.today)]:
        draft["reported"] = days[:MOST_DAYS]
    draft["lines"] = _recounted(case, merged(focus.draft.get("lines", []), read.lines), read)
    if focus.view == "review":
        draft["review"] = True
    return Turn(replace(focus, view="report", draft=draft, said=()), kept=quotes(say, read))


def type_on_report(say: Say, case: Case, focus: Focus, text: str) -> Turn:
    """Take more labs, or the answer to the line that is asked about."""
    lines: list[Line] = focus.draft["lines"]
    asked = _asked(focus)
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
    days = focus.draft.get("reported", [])
    if place == "d" and number.isdigit() and int(number) < len(days):
        return Turn(_drafting(focus, day=days[int(number)]))
    if place == "f" and number.isdigit() and int(number) < len(lines):
        return Turn(_drafting(focus, fix=own_item(case, lines[int(number)])))
    if place == "p" and number.isdigit() and int(number) < len(completions(case, lines)):
        return _record_all(say, case, focus, completions(case, lines)[int(number)][1])
    line = first_open(lines)
    if place == "c" and line and number.isdigit() and int(number) < len(line["choices"]):
        return Turn(_with_line(focus, {**line, "choices": [line["choices"][int(number)]]}))
    return None


def lacking(case: Case, lines: list[Line]) -> Mapping[str, str]:
    """Give the upper limits that no line brings, each with the unit of its value."""
    return missing_limits(case, settled(lines))


def to_record(case: Case, lines: list[Line]) -> dict[str, Any]:
    """Give the values that are certain; a limit recorded for an earlier value is not theirs."""
    answers = case.screening.answers
    earlier = {limit: "unknown" for limit in lacking(case, lines) if limit in answers}
    return {**settled(lines), **earlier}


def own_item(case: Case, line: Line) -> str:
    """Give the item that a line is of: the lab, or its upper limit where it holds no more."""
    limit = case.world.trial.vocabulary[line["item"]].uln
    only_limit = line["state"] == "settled" and line["item"] not in line["choices"][0]
    return limit if limit and only_limit else line["item"]


def completions(case: Case, lines: list[Line]) -> list[tuple[Text, dict[str, Any]]]:
    """Give the answers that usually go with those read, such as "HBsAg negative, DNA not done"."""
    known = {item: answer.value for item, answer in case.screening.answers.items()}
    known |= settled(lines)
    found = []
    presets = [preset for question in case.world.trial.questions for preset in question.presets]
    for preset in presets:
        rest = {name: value for name, value in preset.sets.items() if name not in known}
        agrees = all(known.get(name, value) == value for name, value in preset.sets.items())
        if preset.adds and rest and agrees and len(rest) < len(preset.sets):
            found.append((preset.adds, rest))
    return found


def _asked(focus: Focus) -> str | None:
    """Give the item that a bare answer is for: the one being fixed, or asked about."""
    fixed: str | None = focus.draft.get("fix")
    line = first_open(focus.draft["lines"])
    return fixed or (line["item"] if line else None)


def _recounted(case: Case, lines: list[Line], read: LabText) -> list[Line]:
    """Ask again for a count worked out from a whole that was typed anew."""
    new = {line["item"] for line in read.lines}
    vocabulary = case.world.trial.vocabulary
    return [
        Line(item=line["item"], state="again", choices=[], why="percent")
        if line["why"] == "percent"
        and line["item"] not in new
        and vocabulary[line["item"]].names.share_of in new
        else line
        for line in lines
    ]


def _record_all(
    say: Say, case: Case, focus: Focus, more: Mapping[str, Any] | None = None
) -> Turn | None:
    lines: list[Line] = focus.draft["lines"]
    if first_open(lines):
        return None
    values = dated(case, {**to_record(case, lines), **(more or {})}, sample_day(case, focus))
    return record(say, case, replace(focus, view="question", said=()), values)


def _leave_out(say: Say, case: Case, focus: Focus) -> Turn:
    """Drop the line that is being fixed, or asked about."""
    lines: list[Line] = focus.draft["lines"]
    gone = _asked(focus)
    left = [line for line in lines if gone not in (line["item"], own_item(case, line))]
    return Turn(_drafting(focus, lines=left)) if left else _discard(say, case, focus)


def _take_limits(say: Say, case: Case, focus: Focus) -> Turn:
    """Put the remembered limits beside the values that lack one: offered with whose they were."""
    lines: list[Line] = focus.draft["lines"]
    offer = remembered(case, lacking(case, lines))
    labs = case.world.trial.labs_of_limits
    limits = [
        Line(item=labs[name], state="settled", choices=[{name: raw}], why="")
        for name, raw in (offer.answers.items() if offer else ())
    ]
    return Turn(_drafting(focus, lines=merged(lines, limits)))


def _discard(say: Say, case: Case, focus: Focus) -> Turn:
    view = "question" if focus.question else "resume"
    if focus.draft.get("review"):
        view = "review"
    said = (say("Nothing was recorded."),)
    return Turn(replace(focus, view=view, draft=focus.kept("review", "page", "day"), said=said))


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
    "day": lambda say, case, focus: Turn(ask_day(focus)),
    "fix": lambda say, case, focus: Turn(_drafting(focus, fix="")),
    "back": lambda say, case, focus: Turn(_drafting(focus)),
}


def _drafting(focus: Focus, **changes: Any) -> Focus:
    """Change the draft; what was being fixed is done with."""
    draft = {name: value for name, value in focus.draft.items() if name != "fix"}
    return replace(focus, draft={**draft, **changes}, said=())


def _with_line(focus: Focus, line: Line) -> Focus:
    chosen: Line = {**line, "state": "settled"}
    return _drafting(focus, lines=merged(focus.draft["lines"], [chosen]))
