"""The card of a report: every lab as it was read, what each gives, and what is still asked."""

from conversations.case import Case
from conversations.flows.answers import packed
from conversations.flows.report import completions, lacking, own_item, to_record
from conversations.labs import Line, first_open, settled
from conversations.limits import Remembered, remembered
from conversations.recording import contradictions, read_back
from conversations.sample import day_words, sample_day
from conversations.screen import (
    LABEL_WIDTH,
    Block,
    Button,
    Row,
    Screen,
    lines,
    note,
    shortened,
    title,
)
from conversations.turn import Focus
from conversations.words.heading import heading
from conversations.words.labs import ask_words, choice_buttons, shown
from ectrial.quantity import Quantity
from ectrial.wording.numbers import quantity_words
from ectrial.wording.speech import Say


def report_card(say: Say, case: Case, focus: Focus) -> Screen:
    """Show the report, or the line of it that is being fixed."""
    read: list[Line] = focus.draft["lines"]
    if (fixed := focus.draft.get("fix")) is not None:
        return _fix_card(say, case, read, fixed)
    offer = remembered(case, lacking(case, read))
    blocks = [
        title(heading(say, case)),
        *lines(*_read_words(say, case, read)),
        *_limits_wanted(say, case, read, offer),
        note(_standing(say, case, focus)),
    ]
    open_line = first_open(read)
    if open_line is not None:
        known = case.after(settled(read))
        return Screen((*blocks, _question(say, known, open_line)), _choices(say, known, open_line))
    return Screen(tuple(blocks), _ready(say, case, focus, read, offer))


def _read_words(say: Say, case: Case, read: list[Line]) -> tuple[str, ...]:
    """Read every line back as it would be recorded, each once, then what cannot be true."""
    values = to_record(case, read)
    after = case.after(values)
    told = [words for line in read for words in _line_words(say, after, line)]
    return (*dict.fromkeys(told), *contradictions(say, after, values))


def _line_words(say: Say, after: Case, line: Line) -> tuple[str, ...]:
    """Read a certain line back with the rule it met; a question mark where it decides nothing."""
    item = after.world.trial.vocabulary[line["item"]]
    if line["state"] != "settled":
        return (f"{say.text(item.name)} ?",)
    *before, last = read_back(say, after, line["choices"][0])
    is_lab = item.sample or item.kind != "quantity"
    is_open = is_lab and last[-1] not in "✓✗?." and _is_open(after, item.id)
    return (*before, f"{last} ?" if is_open else last)


def _is_open(after: Case, item: str) -> bool:
    findings = after.verdict.unresolved
    return any(item == each.id for finding in findings for each in finding.criterion.items)


def _limits_wanted(
    say: Say, case: Case, read: list[Line], offer: Remembered | None
) -> list[Block]:
    needed = lacking(case, read)
    if not needed:
        return []
    names = ", ".join(_lab_name(say, case, limit) for limit in needed)
    blocks = [Block(say("Upper limit (ULN) not given: {names}.", names=names))]
    if offer:
        limits = ", ".join(_limit_words(say, case, name, raw) for name, raw in offer.plain.items())
        blocks.append(Block(say("{subject} had {limits}.", subject=offer.subject, limits=limits)))
    return blocks


def _limit_words(say: Say, case: Case, limit: str, raw: object) -> str:
    value = case.world.trial.vocabulary[limit].read(raw)
    amount = quantity_words(value) if isinstance(value, Quantity) else ""
    return f"{_lab_name(say, case, limit)} {amount}"


def _lab_name(say: Say, case: Case, limit: str) -> str:
    return say.text(case.world.trial.vocabulary[case.world.trial.labs_of_limits[limit]].name)


def _standing(say: Say, case: Case, focus: Focus) -> str:
    day = day_words(say, case, sample_day(case, focus))
    return say("Sample: {day}", day=day) + " · " + say("Not recorded yet.")


def _question(say: Say, case: Case, line: Line) -> Block:
    name = say.text(case.world.trial.vocabulary[line["item"]].name)
    return Block(say("{name}: {answer}", name=name, answer=ask_words(say, case, line)))


def _choices(say: Say, case: Case, line: Line) -> tuple[Row, ...]:
    rows: list[Row] = [(button,) for button in choice_buttons(say, case, line)]
    return (*rows, (Button(say("Leave it out"), "leave"), Button(say("‹ Discard all"), "drop")))


def _ready(
    say: Say, case: Case, focus: Focus, read: list[Line], offer: Remembered | None
) -> tuple[Row, ...]:
    rows: list[Row] = [(Button(say("Record all ({n})", n=len(read)), "all", "primary"),)]
    for number, (adds, _) in enumerate(completions(case, read)):
        label = say("Record all, {more}", more=say.text(adds))
        rows.append((Button(label, f"p{number}", "primary"),))
    if offer:
        rows.append((Button(say("Use the limits of {subject}", subject=offer.subject), "limits"),))
    day = sample_day(case, focus)
    for number, other in enumerate(focus.draft.get("reported", [])):
        if other != day.isoformat():
            rows.append((Button(say("Day in the text: {day}", day=other), f"d{number}"),))
    is_today = day == case.world.today
    near = Button(say("Yesterday"), "yesterday") if is_today else Button(say("Today"), "today")
    rows.append((near, Button(say("Another day"), "day")))
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
    name = say.text(case.world.trial.vocabulary[own_item(case, line)].name)
    if line["state"] != "settled":
        return f"{name} ?"
    return shortened(f"{name} {shown(say, case, line['choices'][0])}", LABEL_WIDTH)
