"""The buttons that answer a question: Yes, No and Not sure, options, presets, ticks."""

from conversations.case import Case
from conversations.screen import Button, Row, width
from conversations.turn import Focus
from ectrial.facts import Absence, Choices
from ectrial.trial.protocol import Question
from ectrial.vocabulary import Item
from ectrial.wording.speech import Say

ROW_WIDTH = 27
CHOSEN = "• "


def answer_rows(say: Say, case: Case, focus: Focus, question: Question) -> list[Row]:
    """Give the buttons that answer the question; Yes, No and Not sure stand first and in order."""
    ticks = ticked(case, focus, question)
    if ticks is not None:
        return tick_rows(say, question, ticks)
    item = question.items[0]
    rows: list[Row] = []
    if item.kind == "choice" and len(question.items) == 1:
        rows += packed(_options(say, case, item))
        rows.append((_unsure(say, case, question, item),))
    elif not has_scale(question):
        rows.append(_yes_no(say, case, question))
    presets = [Button(say.text(p.label), f"p{n}") for n, p in enumerate(question.presets)]
    rows += packed(presets)
    if has_scale(question):
        rows.append((_unsure(say, case, question, item),))
    return rows


def has_scale(question: Question) -> bool:
    """Whether its presets are the whole scale, as for a score: then Yes and No say nothing."""
    item = question.items[0]
    return item.whole or (question.role == "fact" and item.kind == "quantity")


def ticked(case: Case, focus: Focus, question: Question) -> list[str] | None:
    """Give what is ticked, as drafted or as recorded; None when Yes or No comes first."""
    drafted: list[str] | None = focus.draft.get("ticks")
    first = question.items[0]
    if drafted is not None or first.kind != "multichoice":
        return drafted
    recorded = case.facts.items.get(first.id)
    return list(recorded) if isinstance(recorded, Choices) else []


def tick_rows(say: Say, question: Question, ticks: list[str]) -> list[Row]:
    """Give what may be ticked: several items, or several options of one item."""
    labels = tick_labels(say, question)
    rows: list[Row] = [
        (Button(f"{'☑' if name in ticks else '☐'} {label}", f"t{n}"),)
        for n, (name, label) in enumerate(labels)
    ]
    return [*rows, (Button(say("Done"), "done", "primary"),)] if ticks else rows


def tick_labels(say: Say, question: Question) -> list[tuple[str, str]]:
    """Give the names and labels of what may be ticked, in order."""
    first = question.items[0]
    if first.kind == "multichoice":
        return [(name, say.text(label)) for name, label in first.options.items()]
    return [(item.id, say.text(item.name)) for item in question.items]


def _yes_no(say: Say, case: Case, question: Question) -> Row:
    item = question.items[0]
    value = case.facts.items.get(item.id) if len(question.items) == 1 else None
    words = ((item.yes, say("Yes"), "y"), (item.no, say("No"), "n"))
    buttons = [Button(CHOSEN + label if value == w else label, act) for w, label, act in words]
    return (*buttons, _unsure(say, case, question, item))


def _unsure(say: Say, case: Case, question: Question, item: Item) -> Button:
    label = say.text(question.unknown_label) if question.unknown_label else say("Not sure")
    chosen = case.facts.items.get(item.id) is Absence.UNKNOWN
    return Button(CHOSEN + label if chosen else label, "u")


def _options(say: Say, case: Case, item: Item) -> list[Button]:
    value = case.facts.items.get(item.id)
    return [
        Button((CHOSEN if value == name else "") + say.text(label), f"o{n}")
        for n, (name, label) in enumerate(item.options.items())
    ]


def packed(buttons: list[Button]) -> list[Row]:
    """Put short labels side by side, long ones on a row of their own: all of a row are as wide."""
    rows: list[Row] = []
    row: tuple[Button, ...] = ()
    for button in buttons:
        wider = (*row, button)
        if row and len(wider) * max(width(b.label) for b in wider) > ROW_WIDTH:
            rows.append(row)
            wider = (button,)
        row = wider
    return [*rows, row] if row else rows


def ticked_values(question: Question, ticks: list[str]) -> dict[str, object]:
    """Give what a finished list of ticks answers: ticked is yes, the rest is no."""
    first = question.items[0]
    if first.kind == "multichoice":
        return {first.id: Choices(ticks)}
    return {item.id: item.yes if item.id in ticks else item.no for item in question.items}
