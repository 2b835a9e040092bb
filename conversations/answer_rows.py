"""The rows of buttons that answer a question; each label says what a tap asserts.

Rows that differ between cards stand above: the last row never changes its position.
"""

from conversations import answers
from conversations.acts import Go, Record
from conversations.case import Case
from conversations.date_rows import date_rows
from conversations.drafts import Values
from conversations.group_rows import group_rows
from conversations.here import Here
from conversations.list_rows import list_rows
from conversations.places import Question, SampleDays
from conversations.sample import dated, lacks_day
from conversations.screen import CHOSEN, Button, Row, packed
from ectrial.facts import Absence, Judgement, Reported, Value
from ectrial.quantity import Quantity
from ectrial.trial.protocol import Question as Asked
from ectrial.truth import negate
from ectrial.wording.answers import absence_words
from ectrial.wording.comparisons import comparison
from ectrial.wording.speech import Say


def answer_rows(here: Here, place: Question, question: Asked) -> list[Row]:
    """Give the buttons that answer the question."""
    say, case, item = here.say, here.case, question.items[0]
    presets = _presets(here, question)
    if item.kind == "date":
        return date_rows(here, place, question, packed(presets))
    if answers.has_several(question):
        return [*group_rows(say, case, place, question), *packed(presets)]
    if item.kind == "list":
        none = _button(case, question, say("None"), answers.no_things(question))
        return [*list_rows(here, question), (none, _unsure(say, case, question))]
    if item.kind == "multichoice":
        return _tick_rows(say, case, place, question)
    if answers.has_scale(question):
        return [*packed(presets), *packed(_absences(here, question))]
    if item.kind == "choice":
        choices = packed([*_options(say, case, question), *presets])
        return [*choices, *packed(_absences(here, question))]
    if item.kind == "quantity":
        rows = packed([*_comparisons(say, case, question), *presets])
        return [*rows, *packed(_absences(here, question))]
    others = packed([*presets, *_absences(here, question)[:-1]])
    return [*others, _yes_no(say, case, question)]


def stratum_rows(say: Say, case: Case, question: Asked) -> list[Row]:
    """Give the answers of a factor of stratification, which has no card of its own."""
    if question.items[0].kind == "boolean":
        return [_yes_no(say, case, question)]
    return packed([*_options(say, case, question), _unsure(say, case, question)])


def _button(
    case: Case, question: Asked, label: str, values: Values, preset: int | None = None
) -> Button:
    """Give a button that records an answer; the recorded answer is marked."""
    chosen = CHOSEN if _is_recorded(case, values) else ""
    record = Record(case.id, case.trial.fingerprint, question.id, values, preset=preset)
    return Button(chosen + label, record)


def _is_recorded(case: Case, values: Values) -> bool:
    known = case.facts.items
    answers_of = {item: case.vocabulary[item].read(v.value) for item, v in values.items()}
    return all(_undated(known.get(item)) == value for item, value in answers_of.items())


def _undated(value: Value | None) -> Value | None:
    return value._replace(taken=None) if isinstance(value, Quantity | Reported) else value


def _yes_no(say: Say, case: Case, question: Asked) -> Row:
    return (
        _button(case, question, say("Yes"), answers.yes_or_no(question, yes=True)),
        _button(case, question, say("No"), answers.yes_or_no(question, yes=False)),
        _unsure(say, case, question),
    )


def _unsure(say: Say, case: Case, question: Asked) -> Button:
    label = say.text(question.unknown_label) if question.unknown_label else say("Not sure")
    return _button(case, question, label, answers.unsure(question))


def _options(say: Say, case: Case, question: Asked) -> list[Button]:
    item = question.items[0]
    return [
        _button(case, question, say.text(label), answers.as_given({item.id: option}))
        for option, label in item.options.items()
    ]


def _comparisons(say: Say, case: Case, question: Asked) -> list[Button]:
    """Give a button for each judgement, labelled with the comparison that a tap asserts."""
    compared = answers.compared(case, question)
    if compared is None:
        return []
    rule, meets = compared
    truths = {Judgement.MEETS: meets, Judgement.FAILS: negate(meets)}
    return [
        _button(
            case,
            question,
            say("{comparison} · no number", comparison=comparison(say, rule, truth)),
            answers.judged(question, judgement),
        )
        for judgement, truth in truths.items()
    ]


def _presets(here: Here, question: Asked) -> list[Button]:
    """Give the presets, without the judgements that a comparison button already offers.

    Nor those that judge a number with several limits: no label can say what that asserts.
    """
    case, found = here.case, []
    said = [answers.judged(question, each) for each in Judgement]
    is_compared = answers.compared(case, question) is not None
    for number, preset in enumerate(question.presets):
        values = answers.preset(question, number)
        offered = (is_compared and values in said) or answers.judges_several(case, values)
        if not offered:
            label = here.say.text(preset.label)
            found.append(_preset(here, question, label, dated(here, values), number))
    return found


def _preset(here: Here, question: Asked, label: str, values: Values, number: int) -> Button:
    """Record a preset; a result of a sample without a day asks for the day first."""
    if lacks_day(here.case, values):
        return Button(label, Go(SampleDays(Question(question.id), dict(values))))
    return _button(here.case, question, label, values, number)


def _absences(here: Here, question: Asked) -> list[Button]:
    """Offer the reasons for having no answer that no preset offers; "not sure" comes last."""
    say, case = here.say, here.case
    said = [answers.preset(question, number) for number in range(len(question.presets))]
    found = [
        _button(case, question, absence_words(say, why, as_label=True), values)
        for why in (Absence.NOT_DONE, Absence.PENDING)
        if answers.takes(question, why) and (values := answers.absent(question, why)) not in said
    ]
    return [*found, _unsure(say, case, question)]


def _tick_rows(say: Say, case: Case, place: Question, question: Asked) -> list[Row]:
    """Give the options of one item that may be ticked together."""
    ticks, labels = answers.ticks(case, place, question), answers.tick_labels(say, question)
    rows: list[Row] = []
    for name, label in labels:
        is_set = name in ticks
        after = [n for n, _ in labels if (n in ticks) is not (n == name)]
        ticked = Go(Question(place.id, tuple(after), place.text))
        rows.append((Button(f"{'☑' if is_set else '☐'} {label}", ticked),))
    if not ticks:
        return [*rows, (_unsure(say, case, question),)]
    done = Record(case.id, case.trial.fingerprint, question.id, answers.ticked(question, ticks))
    return [*rows, (Button(say("Done"), done, "primary"),)]
