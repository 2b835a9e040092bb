"""The rows of buttons that answer a question; Yes, No and Not sure stand last and in order."""

from dataclasses import replace

from conversations import answers
from conversations.acts import Go, Record
from conversations.case import Case
from conversations.drafts import Values
from conversations.places import Question
from conversations.screen import Button, Row, packed
from ectrial.facts import Absence
from ectrial.trial.protocol import Question as Asked
from ectrial.vocabulary import Item
from ectrial.wording.speech import Say

CHOSEN = "• "


def answer_rows(say: Say, case: Case, place: Question, question: Asked) -> list[Row]:
    """Give the buttons that answer the question."""
    ticks = answers.ticks(case, place, question)
    if ticks is not None:
        return _tick_rows(say, case, place, question, ticks)
    item = question.items[0]
    has_scale = answers.has_scale(question)
    presets = []
    for number, preset in enumerate(question.presets):
        record = _records(case, question, answers.preset(question, number))
        presets.append(Button(say.text(preset.label), replace(record, preset=number)))
    rows = packed(presets)
    if item.kind == "choice" and len(question.items) == 1:
        rows += packed(_options(say, case, question, item))
    elif not has_scale:
        return [*rows, _yes_no(say, case, place, question)]
    return [*rows, (_unsure(say, case, question, item),)]


def yes_no_row(say: Say, case: Case, question: Asked) -> Row:
    """Give Yes, No and Not sure of a question without a card of its own."""
    return (
        Button(say("Yes"), _records(case, question, answers.yes_or_no(case, question, yes=True))),
        Button(say("No"), _records(case, question, answers.yes_or_no(case, question, yes=False))),
        Button(say("Not sure"), _records(case, question, answers.unsure(question))),
    )


def _records(case: Case, question: Asked, values: Values) -> Record:
    return Record(case.id, case.trial.fingerprint, question.id, values)


def _tick_rows(
    say: Say, case: Case, place: Question, question: Asked, ticks: tuple[str, ...]
) -> list[Row]:
    """Give what may be ticked: several items, or several options of one item."""
    labels = answers.tick_labels(say, question)
    rows: list[Row] = []
    for name, label in labels:
        is_set = name in ticks
        after = [n for n, _ in labels if (n in ticks) is not (n == name)]
        ticked = Go(Question(place.id, tuple(after), place.text))
        rows.append((Button(f"{'☑' if is_set else '☐'} {label}", ticked),))
    if not ticks:
        return rows
    done = _records(case, question, answers.ticked(question, ticks))
    return [*rows, (Button(say("Done"), done, "primary"),)]


def _yes_no(say: Say, case: Case, place: Question, question: Asked) -> Row:
    item = question.items[0]
    value = case.facts.items.get(item.id) if len(question.items) == 1 else None
    marks = [CHOSEN if value == each else "" for each in (item.yes, item.no)]
    yes: Record | Go = _records(case, question, answers.yes_or_no(case, question, yes=True))
    if answers.has_several(question):
        yes = Go(Question(place.id, answers.ticks_known(case, question), place.text))
    no = _records(case, question, answers.yes_or_no(case, question, yes=False))
    return (
        Button(marks[0] + say("Yes"), yes),
        Button(marks[1] + say("No"), no),
        _unsure(say, case, question, item),
    )


def _unsure(say: Say, case: Case, question: Asked, item: Item) -> Button:
    label = say.text(question.unknown_label) if question.unknown_label else say("Not sure")
    chosen = CHOSEN if case.facts.items.get(item.id) is Absence.UNKNOWN else ""
    return Button(chosen + label, _records(case, question, answers.unsure(question)))


def _options(say: Say, case: Case, question: Asked, item: Item) -> list[Button]:
    value = case.facts.items.get(item.id)
    return [
        Button(
            (CHOSEN if value == option else "") + say.text(label),
            _records(case, question, answers.as_given({item.id: option})),
        )
        for option, label in item.options.items()
    ]
