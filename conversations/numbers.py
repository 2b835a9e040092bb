"""Typed numbers: read, asked back where they are not certain, never guessed."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from conversations.answering import record
from conversations.case import Case, as_json
from conversations.question_card import heading
from conversations.screen import Block, Button, Screen, note, title
from conversations.turn import Focus, Turn
from ectrial.lab_text import Values, Why, read_number
from ectrial.protocol import Question
from ectrial.quantity import Quantity
from ectrial.truth import Truth
from ectrial.vocabulary import Item
from ectrial.wording.numbers import unit_words
from ectrial.wording.proofs import amount_words
from ectrial.wording.speech import Say


def type_number(say: Say, case: Case, focus: Focus, question: Question, text: str) -> Turn:
    """Take text typed on a card that asks a number."""
    waiting = focus.draft.get("uln_of")
    item = measured(question)
    if item is None:
        return Turn(_told(focus, say("Please use the buttons: no free text is kept here.")))
    if (estimate := _estimate(question, text)) is not None:
        return record(say, case, focus, as_json(question.sets(estimate)))
    limit = _limit(case, item)
    reading = read_number(text, item, limit, lambda values: _truth(case, question, values))
    if waiting and limit is not None and not any(limit.id in c for c in reading.choices):
        reading = read_number(text, limit, None, lambda values: Truth.UNKNOWN)
    else:
        waiting = None
    if reading.why is not None:
        return Turn(_told(focus, _refusal(say, reading.why, item)))
    base = dict(waiting or {})
    choices = [{**base, **as_json(choice)} for choice in reading.choices]
    if not reading.is_settled:
        return Turn(
            replace(focus, view="which", draft={**focus.draft, "choices": choices}, said=())
        )
    return settle_number(say, case, focus, choices[0])


def settle_number(say: Say, case: Case, focus: Focus, values: Mapping[str, Any]) -> Turn:
    """Record a number that is certain, or ask for the upper limit it is useless without (R12)."""
    trial = case.world.trial
    for name in values:
        item = trial.vocabulary[name]
        limit = item.uln
        needs = limit and values[name].get("unit") != "xULN" and limit not in values
        if needs and limit not in case.facts.items:
            draft = {**focus.draft, "uln_of": dict(values), "choices": None}
            return Turn(replace(focus, view="question", draft=draft, said=()))
    return record(say, case, focus, values)


def which_card(say: Say, case: Case, focus: Focus, question: Question) -> Screen:
    """Ask which reading is meant, or "really?" for a rare one, without what each would give."""
    choices = focus.draft["choices"]
    rows = []
    for number, choice in enumerate(choices):
        shown = " / ".join(_shown(say, case, name, raw) for name, raw in choice.items())
        rows.append((Button(shown, f"c{number}"),))
    ask = say("Which is it?") if len(choices) > 1 else say("That is rare. Is it right?")
    rows.append((Button(say("‹ Type it again"), "again"),))
    blocks = [title(heading(say, case)), Block(say.text(question.asks)), Block(ask)]
    return Screen(tuple(blocks), tuple(rows))


def limit_card(say: Say, case: Case, focus: Focus, question: Question) -> Screen:
    """Ask for the upper limit that a value was typed without."""
    values = focus.draft["uln_of"]
    vocabulary = case.world.trial.vocabulary
    (name, raw), *_ = values.items()
    shown = f"{say.text(vocabulary[name].name)} {_shown(say, case, name, raw)}"
    ask = say("{value}. And the upper limit (ULN) on the same report?", value=shown)
    blocks = [title(heading(say, case)), Block(ask)]
    rows = ((Button(say("‹ Type it again"), "again"), Button(say("ULN not known"), "nolimit")),)
    return Screen((*blocks, note(say("Not recorded yet."))), rows)


def measured(question: Question) -> Item | None:
    """Give the item that a typed number answers."""
    return next((item for item in question.items if item.kind == "quantity"), None)


def _estimate(question: Question, text: str) -> int | None:
    """Give the preset that estimates the value, where "CG" is typed for it as the card says."""
    if text.strip().casefold() != "cg":
        return None
    methods = {item.id for item in question.items if item.kind == "method"}
    return next((n for n, p in enumerate(question.presets) if methods & set(p.sets)), None)


def _limit(case: Case, item: Item) -> Item | None:
    return case.world.trial.vocabulary.get(item.uln) if item.uln else None


def _truth(case: Case, question: Question, values: Values | Mapping[str, Any]) -> Truth:
    """Give the truth that favours entry when the question's own leaf holds under these values."""
    criterion = case.world.trial.criterion_by_id.get(question.criterion or "")
    if criterion is None:
        return Truth.UNKNOWN
    facts = case.facts.with_items(values)
    for leaf in criterion.leaves:
        if any(item.id in values for item in leaf.rule.items()):
            held = leaf.evidence(facts).truth
            if held is Truth.UNKNOWN:
                return held
            return Truth.TRUE if held is leaf.meets else Truth.FALSE
    return Truth.UNKNOWN


def _shown(say: Say, case: Case, name: str, raw: Any) -> str:
    item = case.world.trial.vocabulary[name]
    value = item.read(raw)
    return amount_words(say, item, value) if isinstance(value, Quantity) else str(value)


def _told(focus: Focus, sentence: str) -> Focus:
    return replace(focus, said=(sentence,))


def _refusal(say: Say, why: Why, item: Item) -> str:
    match why:
        case "unknown_unit":
            units = ", ".join(dict.fromkeys(unit_words(unit) for unit in item.units))
            return say("I do not know that unit here. I read: {units}.", units=units)
        case "impossible":
            return say("That number is not possible here: please check it and type it again.")
        case _:
            example = _EXAMPLES.get(item.canonical, "92 g/L")
            return say("I could not read one number. Type it like {example}.", example=example)


_EXAMPLES = {
    "{score}": "1",
    "{cycle}": "5",
    "a": "58",
    "mo": "6 mo",
    "kg": "61.5 kg",
    "10*9/L": "5.2 ×10⁹/L",
    "umol/L": "80/104 umol/L",
    "U/L": "30/50 U/L",
    "mL/min": "75 mL/min",
    "[IU]/mL": "500 IU/mL",
}
