"""One answer of a subject as answers of the form: a value, or what stands in its place."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from ectrial.event_days import EventDay
from ectrial.facts import Absence, Choices, Judgement, Reported, Things, Value
from ectrial.papers.fhir.codes import Coding, absence_of, answer_of, quantity_of
from ectrial.papers.fhir.form import COMPLETE, DATE, INSTEAD, SIGN
from ectrial.papers.fhir.options import (
    judgement_of,
    nothing_ticked,
    result_of,
    sign_of,
    yes_no,
)
from ectrial.quantity import Quantity
from ectrial.truth import FALSE, TRUE
from ectrial.vocabulary import Item

Answers = dict[str, list[dict[str, Any]]]
"""Answers by the linkId of their field; for a list of things, those of each under `things`."""


def answers_of(item: Item, value: Value, link: str) -> Answers:
    """Give the answers of an item's fields by linkId, as `form.fields_of` names them."""
    if isinstance(value, Things):
        return {f"{link}{COMPLETE}": [_complete(value)]}
    if isinstance(value, Choices):
        ticked = [answer_of(item, each) for each in value] or [nothing_ticked()]
        return {link: [chosen(each) for each in ticked]}
    if isinstance(value, Quantity):
        return dict(_number(value, link))
    if isinstance(value, EventDay):
        return {link: [{"valueDate": value.written}]}
    if isinstance(value, Reported):
        word = chosen(result_of(value.result, item.reports["not_detected"].en))
        day = {f"{link}{DATE}": [_day(value.taken)]} if value.taken else {}
        return {f"{link}{INSTEAD}": [word], **day}
    if isinstance(value, Judgement):
        return {f"{link}{INSTEAD}": [chosen(judgement_of(value))]}
    if isinstance(value, Absence):
        has_own_field = item.kind in ("quantity", "date", "list")
        return {f"{link}{INSTEAD}" if has_own_field else link: [chosen(absence_of(value))]}
    return {link: [chosen(answer_of(item, value))]}


def chosen(code: Coding) -> dict[str, Any]:
    """Give a code as the answer to a choice."""
    return {"valueCoding": code}


def _number(value: Quantity, link: str) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """Give a number, and its sign and day in fields of their own as well.

    Form engines drop the comparator of a quantity, and would leave <20 as 20.
    """
    yield link, [{"valueQuantity": quantity_of(value)}]
    if value.comparator != "=":
        yield f"{link}{SIGN}", [chosen(sign_of(value.comparator))]
    if value.taken is not None:
        yield f"{link}{DATE}", [_day(value.taken)]


def _day(taken: date) -> dict[str, Any]:
    return {"valueDate": taken.isoformat()}


def _complete(value: Things) -> dict[str, Any]:
    yes, no, unknown = (option.coding for option in yes_no())
    return chosen({TRUE: yes, FALSE: no}.get(value.complete, unknown))
