"""The upper limit of normal that a value is useless without (R12): asked for, never assumed.

A limit recorded before is offered with whose it was, never taken: it may stand on another report.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from conversations.case import Case, plain, source_of, taken_over
from conversations.recording import record
from conversations.sample import dated, sample_day
from conversations.screen import Block, Button, Row, Screen, note, title
from conversations.turn import Focus, Turn
from conversations.words.heading import heading
from ectrial.quantity import Quantity
from ectrial.record.screenings import Screening
from ectrial.trial.protocol import Question
from ectrial.vocabulary import RATIO
from ectrial.wording.numbers import quantity_words
from ectrial.wording.proofs import amount_words
from ectrial.wording.speech import Say

LOOKED_BACK = 20
"""Screenings in which a fitting limit is looked for."""


@dataclass(frozen=True, slots=True)
class Remembered:
    """Limits recorded before: whose report they stood on, and the answers as recorded."""

    subject: str
    answers: Mapping[str, Any]

    @property
    def plain(self) -> Mapping[str, Any]:
        """The answers as the record holds them."""
        return {name: plain(raw) for name, raw in self.answers.items()}


def missing_limits(case: Case, values: Mapping[str, Any]) -> dict[str, str]:
    """Give the upper limits that new values need and do not bring, each with the value's unit."""
    vocabulary = case.world.trial.vocabulary
    needed = {}
    for name, raw in values.items():
        limit = vocabulary[name].uln
        if limit is None or limit in values or not isinstance(raw, dict):
            continue
        if raw["unit"] != RATIO and name in case.changed({name: raw}):
            needed[limit] = raw["unit"]
    return needed


def remembered(case: Case, needed: Mapping[str, str]) -> Remembered | None:
    """Give the latest recorded limits that fit: in the value's unit, of a subject of that sex."""
    if own := _fitting(case.screening, needed):
        return Remembered(case.screening.subject, own)
    records, sex = case.world.records, _sex(case.screening)
    for limit in needed if sex else ():
        for screening in records.screenings_with(limit, LOOKED_BACK):
            found = _fitting(screening, needed) if _sex(screening) == sex else {}
            if limit in found:
                source = str(source_of(found[limit]))
                same = {name: raw for name, raw in found.items() if source_of(raw) == source}
                return Remembered(source, same)
    return None


def wanted_for(case: Case, focus: Focus, question: Question) -> dict[str, Any] | None:
    """Give the value whose upper limit the card should ask for: typed now, or recorded before."""
    if "uln_of" in focus.draft:
        return dict(focus.draft["uln_of"])
    if focus.draft.get("anew"):
        return None
    answers = case.screening.answers
    for item in question.items:
        raw = answers[item.id].value if item.id in answers else None
        if item.uln and item.uln not in answers and isinstance(raw, dict) and raw["unit"] != RATIO:
            return {item.id: raw}
    return None


def limit_card(say: Say, case: Case, focus: Focus, values: Mapping[str, Any]) -> Screen:
    """Ask for the upper limit of a value."""
    vocabulary = case.world.trial.vocabulary
    (name, raw), *_ = values.items()
    value = vocabulary[name].read(raw)
    amount = amount_words(say, vocabulary[name], value) if isinstance(value, Quantity) else ""
    shown = f"{say.text(vocabulary[name].name)} {amount}"
    ask = say("{value}. And the upper limit (ULN) on the same report?", value=shown)
    blocks = [title(heading(say, case)), Block(ask)]
    rows: list[Row] = []
    offer = remembered(case, {vocabulary[name].uln or "": raw["unit"]})
    if offer is not None:
        rows.append((Button(offer_words(say, case, offer), "samelimit"),))
    rows.append((Button(say("‹ Type it again"), "again"), Button(say("ULN not known"), "nolimit")))
    waiting = "uln_of" in focus.draft
    return Screen((*blocks, *([note(say("Not recorded yet."))] if waiting else ())), tuple(rows))


def limit_tap(say: Say, case: Case, focus: Focus, values: Mapping[str, Any], act: str) -> Turn:
    """Record the value with the limit offered, or with an open one."""
    needed = {
        limit: raw["unit"]
        for name, raw in values.items()
        if (limit := case.world.trial.vocabulary[name].uln)
    }
    offer = remembered(case, needed) if act == "samelimit" else None
    limits = offer.answers if offer else dict.fromkeys(needed, "unknown")
    return settle(say, case, focus, {**values, **limits})


def settle(say: Say, case: Case, focus: Focus, values: Mapping[str, Any]) -> Turn:
    """Record values that are certain, with the sample's day; first ask for a limit they lack."""
    values = dated(case, values, sample_day(case, focus))
    if missing_limits(case, values):
        draft = {**focus.draft, "uln_of": values, "choices": None}
        return Turn(replace(focus, view="question", draft=draft, said=()))
    return record(say, case, focus, values)


def offer_words(say: Say, case: Case, offer: Remembered) -> str:
    """Give the label of the button that takes the limits offered."""
    vocabulary = case.world.trial.vocabulary
    values = [vocabulary[name].read(raw) for name, raw in offer.plain.items()]
    limits = [quantity_words(value) for value in values if isinstance(value, Quantity)]
    if offer.subject == case.screening.subject:
        return say("Still {limit}", limit=", ".join(limits))
    return say("Use {limit} from {subject}", limit=", ".join(limits), subject=offer.subject)


def _fitting(screening: Screening, needed: Mapping[str, str]) -> dict[str, Any]:
    """Give its numeric limits in the wanted units, each with whose report it first stood on."""
    found = {}
    for limit, unit in needed.items():
        answer = screening.answers.get(limit)
        if answer and isinstance(answer.value, dict) and answer.value["unit"] == unit:
            found[limit] = taken_over(answer.value, answer.source or screening.subject)
    return found


def _sex(screening: Screening) -> Any:
    answer = screening.answers.get("sex")
    return answer.value if answer and answer.value != "unknown" else None
