"""The card of a report: every lab as it was read, what each gives, and what is still asked."""

from conversations.answer_buttons import packed
from conversations.answering import read_back
from conversations.case import Case
from conversations.heading import heading
from conversations.lab_lines import Line, first_open, labs_of_limits, settled
from conversations.lab_words import ask_words, choice_buttons, shown
from conversations.limits import remembered
from conversations.report import completions, lacking
from conversations.sample_day import day_words, sample_day
from conversations.screen import Block, Button, Row, Screen, lines, note, shortened, title
from conversations.turn import Focus
from ectrial.quantity import Quantity
from ectrial.wording.numbers import quantity_words
from ectrial.wording.speech import Say

LONGEST_LABEL = 30


def report_card(say: Say, case: Case, focus: Focus) -> Screen:
    """Show the report, or the line of it that is being fixed."""
    read: list[Line] = focus.draft["lines"]
    if (fixed := focus.draft.get("fix")) is not None:
        return _fix_card(say, case, read, fixed)
    blocks = [
        title(heading(say, case)),
        *lines(*(words for line in read for words in _line_words(say, case, read, line))),
        *_limits_wanted(say, case, read),
        note(_standing(say, case, focus)),
    ]
    open_line = first_open(read)
    if open_line is not None:
        return Screen((*blocks, _question(say, case, open_line)), _choices(say, case, open_line))
    return Screen(tuple(blocks), _ready(say, case, focus, read))


def _line_words(say: Say, case: Case, read: list[Line], line: Line) -> tuple[str, ...]:
    """Read a certain line back with the rule it met; an open one stands with a question mark."""
    name = say.text(case.world.trial.vocabulary[line["item"]].name)
    if line["state"] != "settled":
        return (f"{name} ?",)
    values = line["choices"][0]
    if line["item"] not in values:
        return (f"{name} / {shown(say, case, values)}",)
    *before, last = read_back(say, case.after(settled(read)), values)
    return (*before, last if last[-1] in "✓✗?." else f"{last} ?")


def _limits_wanted(say: Say, case: Case, read: list[Line]) -> list[Block]:
    needed = lacking(case, read)
    if not needed:
        return []
    names = ", ".join(_lab_name(say, case, limit) for limit in needed)
    blocks = [Block(say("Upper limit (ULN) not given: {names}.", names=names))]
    if offer := remembered(case, needed):
        limits = ", ".join(_limit_words(say, case, name, raw) for name, raw in offer.plain.items())
        blocks.append(Block(say("{subject} had {limits}.", subject=offer.subject, limits=limits)))
    return blocks


def _limit_words(say: Say, case: Case, limit: str, raw: object) -> str:
    value = case.world.trial.vocabulary[limit].read(raw)
    amount = quantity_words(value) if isinstance(value, Quantity) else ""
    return f"{_lab_name(say, case, limit)} {amount}"


def _lab_name(say: Say, case: Case, limit: str) -> str:
    return say.text(case.world.trial.vocabulary[labs_of_limits(case)[limit]].name)


def _standing(say: Say, case: Case, focus: Focus) -> str:
    day = day_words(say, case, sample_day(case, focus))
    return say("Sample: {day}", day=day) + " · " + say("Not recorded yet.")


def _question(say: Say, case: Case, line: Line) -> Block:
    name = say.text(case.world.trial.vocabulary[line["item"]].name)
    return Block(say("{name}: {answer}", name=name, answer=ask_words(say, case, line)))


def _choices(say: Say, case: Case, line: Line) -> tuple[Row, ...]:
    rows: list[Row] = [(button,) for button in choice_buttons(say, case, line)]
    return (*rows, (Button(say("Leave it out"), "leave"), Button(say("‹ Discard all"), "drop")))


def _ready(say: Say, case: Case, focus: Focus, read: list[Line]) -> tuple[Row, ...]:
    rows: list[Row] = [(Button(say("Record all ({n})", n=len(read)), "all", "primary"),)]
    for number, (adds, _) in enumerate(completions(case, read)):
        label = say("Record all, {more}", more=say.text(adds))
        rows.append((Button(label, f"p{number}", "primary"),))
    if offer := remembered(case, lacking(case, read)):
        rows.append((Button(say("Use the limits of {subject}", subject=offer.subject), "limits"),))
    day = sample_day(case, focus)
    reported = focus.draft.get("reported", day.isoformat())
    if reported != day.isoformat():
        rows.append((Button(say("As reported: {day}", day=reported), "reported"),))
    is_today = day == case.world.today
    other = Button(say("Yesterday"), "yesterday") if is_today else Button(say("Today"), "today")
    rows.append((other, Button(say("Another day"), "day")))
    rows.append((Button(say("Fix one"), "fix"), Button(say("‹ Discard all"), "drop")))
    return tuple(rows)


def _fix_card(say: Say, case: Case, read: list[Line], fixed: str) -> Screen:
    """Ask which line is wrong, then for what it should be."""
    back: Row = (Button(say("‹ Back"), "back"),)
    if not fixed:
        buttons = [Button(_label(say, case, line), f"f{n}") for n, line in enumerate(read)]
        blocks = (title(heading(say, case)), Block(say("Which one is wrong?")))
        return Screen(blocks, (*packed(buttons), back))
    item = case.world.trial.vocabulary[fixed]
    name = say.text(item.name)
    ask = say("Type {name} again.", name=name)
    if item.example is not None:
        ask = say("Type {name} again, like {example}.", name=name, example=say.text(item.example))
    blocks = (title(heading(say, case)), Block(ask))
    return Screen(blocks, ((Button(say("Leave it out"), "leave"),), back))


def _label(say: Say, case: Case, line: Line) -> str:
    name = say.text(case.world.trial.vocabulary[line["item"]].name)
    if line["state"] != "settled":
        return f"{name} ?"
    return shortened(f"{name} {shown(say, case, line['choices'][0])}", LONGEST_LABEL)
