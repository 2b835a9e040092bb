"""The buttons of a card that asks several things: yes, no or not sure for each of them."""

from conversations import answers
from conversations.acts import Go, Record
from conversations.case import Case
from conversations.places import Question
from conversations.screen import CHOSEN, Button, Row, packed
from ectrial.facts import Absence
from ectrial.trial.protocol import Question as Asked
from ectrial.vocabulary import Item
from ectrial.wording.speech import Say

UNSURE = str(Absence.UNKNOWN)


def group_rows(say: Say, case: Case, place: Question, question: Asked) -> list[Row]:
    """Give a button for each item, whose answer a tap changes, then the recording buttons."""
    draft = answers.drafted(case, place, question)
    items = answers.asked_items(question)
    rows: list[Row] = [(_item(say, place, draft, item),) for item in items]
    if place.ticks:
        return [*rows, *_recording(say, case, question, draft)]
    # what is answered is not made unsure again by one tap
    is_answered = any(answer != UNSURE for answer in draft.values())
    rest = [item for item in items if item.id not in draft] if is_answered else items
    unsure = _others_unsure(say, rest) if is_answered else say("All not sure")
    whole = [(say("None of these"), answers.none_of(question)), (unsure, _all(rest, UNSURE))]
    whole = [(label, values) for label, values in whole if values]
    marks = [CHOSEN if values.items() <= draft.items() else "" for _, values in whole]
    pairs = zip(marks, whole, strict=True)
    return [*rows, *packed([_records(case, question, m + label, v) for m, (label, v) in pairs])]


def _others_unsure(say: Say, rest: list[Item]) -> str:
    return say("Record · other {n}: Not sure", n=len(rest))


def _all(items: list[Item], answer: str) -> dict[str, str]:
    return {item.id: answer for item in items}


def _item(say: Say, place: Question, draft: dict[str, str], item: Item) -> Button:
    """Show the answer of an item; taps change it from yes to not sure, to no, and to yes again."""
    answer = draft.get(item.id)
    mark = {None: "☐", item.yes: "☑", item.no: "☒"}.get(answer, "?")
    name = say.text(item.name)
    if item.kind == "choice" and answer in item.options:
        name = say("{name}: {answer}", name=name, answer=say.text(item.options[str(answer)]))
    after = {item.yes: UNSURE, item.no: item.yes}.get(answer or item.no, item.no)
    kept = [tick for tick in place.ticks or () if not tick.startswith(f"{item.id}:")]
    changed = (*kept, *answers.as_ticks({item.id: after}))
    return Button(f"{mark} {name}", Go(Question(place.id, changed, place.text)))


def _recording(say: Say, case: Case, question: Asked, draft: dict[str, str]) -> list[Row]:
    """Record the chosen answers; unset items stay open, unless the button's label says more."""
    rest = [item for item in answers.asked_items(question) if item.id not in draft]
    if not rest:
        return [(_records(case, question, say("Record"), draft, is_first=True),)]
    none = answers.none_of(question)
    others = {item.id: none[item.id] for item in rest if item.id in none}
    rows: list[Row] = []
    if others:
        label = say("Record · other {n}: No", n=len(others))
        rows = [(_records(case, question, label, draft | others, is_first=True),)]
    unsure = _records(case, question, _others_unsure(say, rest), draft | _all(rest, UNSURE))
    rows.append((unsure,))
    return [*rows, (_records(case, question, say("Record only these"), draft),)]


def _records(
    case: Case, question: Asked, label: str, draft: dict[str, str], *, is_first: bool = False
) -> Button:
    values = answers.as_given(draft)
    return Button(
        label,
        Record(case.id, case.trial.fingerprint, question.id, values),
        "primary" if is_first else "plain",
    )
