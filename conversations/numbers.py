"""Typed numbers: read, asked back where they are not certain, never guessed."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from conversations.answering import record
from conversations.case import Case, as_json
from conversations.question_card import heading
from conversations.screen import Block, Button, Row, Screen, note, title
from conversations.turn import Focus, Turn
from ectrial.lab_text import Values, Why, read_number
from ectrial.protocol import Question
from ectrial.quantity import Quantity
from ectrial.truth import Truth
from ectrial.vocabulary import Item
from ectrial.wording.numbers import quantity_words, unit_words
from ectrial.wording.proofs import amount_words
from ectrial.wording.speech import Say

_STAYS = ("review", "page", "text")  # what a card keeps in its draft when a number is typed


def type_number(say: Say, case: Case, focus: Focus, question: Question, text: str) -> Turn:
    """Take text typed on a card that asks a number."""
    kept = focus.kept(*_STAYS, "uln_of")
    there = replace(focus, view="question", draft=focus.kept(*_STAYS), said=())
    waiting = focus.draft.get("uln_of")
    item = measured(question)
    if item is None:
        return Turn(_told(focus, say("Please use the buttons: no free text is kept here.")))
    if (estimate := _estimate(question, text)) is not None:
        return record(say, case, there, as_json(question.sets(estimate)))
    asked, limit = item, _limit(case, item)
    reading = read_number(text, item, limit, lambda values: _truth(case, question, values))
    if waiting and limit is not None and not any(limit.id in c for c in reading.choices):
        asked = limit
        reading = read_number(text, limit, None, lambda values: Truth.UNKNOWN)
    else:
        waiting = None
    if reading.why is not None:
        return Turn(_told(focus, _refusal(say, reading.why, asked)))
    base = dict(waiting or {})
    choices = [{**base, **as_json(choice)} for choice in reading.choices]
    if not reading.is_settled:
        return Turn(replace(there, view="which", draft={**kept, "choices": choices}))
    return settle_number(say, case, there, choices[0])


def settle_number(say: Say, case: Case, focus: Focus, values: Mapping[str, Any]) -> Turn:
    """Record a number that is certain, or ask for the upper limit it is useless without (R12).

    A limit recorded before is offered, never taken: it may stand on another report.
    """
    trial = case.world.trial
    for name in values:
        item = trial.vocabulary[name]
        limit = item.uln
        needs = limit and values[name].get("unit") != "xULN" and limit not in values
        if needs and name in case.changed({name: values[name]}):
            draft = {**focus.draft, "uln_of": dict(values), "choices": None}
            return Turn(replace(focus, view="question", draft=draft, said=()))
    return record(say, case, focus, values)


def which_card(say: Say, case: Case, focus: Focus, question: Question) -> Screen:
    """Ask which reading is meant, or "really?" for a rare one, without what each would give."""
    choices = focus.draft["choices"]
    shown = [
        " / ".join(_shown(say, case, name, raw) for name, raw in choice.items())
        for choice in choices
    ]
    if len(choices) > 1:
        ask = say("Which is it?")
    elif _is_plausible(case, choices[0]):
        ask = say("Read as {value}. Right?", value=shown[0])
        shown = [say("Yes, {value}", value=shown[0])]
    else:
        ask = say("That is rare. Is it right?")
    rows = [(Button(label, f"c{number}"),) for number, label in enumerate(shown)]
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
    rows: list[Row] = []
    recorded = case.facts.quantity(vocabulary[name].uln or "")
    if recorded is not None:
        still = say("Still {limit}", limit=quantity_words(recorded))
        rows.append((Button(still, "samelimit"),))
    rows.append((Button(say("‹ Type it again"), "again"), Button(say("ULN not known"), "nolimit")))
    return Screen((*blocks, note(say("Not recorded yet."))), tuple(rows))


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


def _is_plausible(case: Case, values: Mapping[str, Any]) -> bool:
    """Whether nothing is rare about it: then only its unit was assumed."""
    for name, raw in values.items():
        item = case.world.trial.vocabulary[name]
        value = item.read(raw)
        if isinstance(value, Quantity) and not item.is_plausible(value):
            return False
    return True


def _told(focus: Focus, sentence: str) -> Focus:
    return replace(focus, said=(sentence,))


def _refusal(say: Say, why: Why, item: Item) -> str:
    match why:
        case "unknown_unit":
            units = ", ".join(dict.fromkeys(unit_words(unit) for unit in item.units))
            return say("I do not know that unit here. I read: {units}.", units=units)
        case "impossible":
            return say("That number is not possible here: please check it and type it again.")
        case "impossible_limit":
            return say("That upper limit (ULN) is not possible here: please type both again.")
    if item.example is None:
        return say("I could not read one number. Type it with its unit.")
    example = say.text(item.example)
    return say("I could not read one number. Type it like {example}.", example=example)
