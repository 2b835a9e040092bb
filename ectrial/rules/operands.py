"""How the operands of an operator are written, and how a wrong one is told."""

from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError
from pydantic_core import InitErrorDetails, PydanticCustomError

from ectrial.plain_words import plain

_ALONE = frozenset({"rule", "rules", "branches", "items"})
_QUOTED = frozenset("{}[]%:#")
"""What YAML would take for something else than a part of a word."""
_OF_ANSWERS = frozenset({"is", "stated"})


def arguments_of(
    kind: Any, fields: tuple[str, ...], operands: Any, context: Mapping[str, Any]
) -> Mapping[str, Any]:
    """Give each operand under its name; one that stands alone is the first, `is: sex`.

    ValueError says how it is written instead.
    """
    first = fields[0]
    if isinstance(operands, dict) and first in operands:
        return operands
    if first in _ALONE or isinstance(operands, str):
        return {first: operands}
    vocabulary = context.get("vocabulary", {})
    if isinstance(operands, dict) and operands and not operands.keys() & vocabulary.keys():
        return operands
    meant = _as_meant(kind.operator, fields, operands, vocabulary)
    raise ValueError(f"{kind.operator!r} takes its operands by name: write {meant}")


def _as_meant(
    operator: str, fields: tuple[str, ...], operands: Any, vocabulary: Mapping[str, Any]
) -> str:
    """Give the operator as the author perhaps meant it, if an item is named first."""
    pairs = operands.items() if isinstance(operands, dict) else [_pair(operands)]
    name, value = next(iter(pairs), ("", ""))
    item = vocabulary.get(name) if isinstance(name, str) else None
    named = item.id if item else "…"
    said = value if isinstance(value, str) and value else "…"
    if operator in _OF_ANSWERS:
        return f"{operator}: {{item: {named}, answer: {said}}}"
    if "limit" in fields:
        unit = next(iter(item.units), "…") if item else "…"
        return f"{operator}: {{item: {named}, limit: {said}, unit: {_quoted(unit)}}}"
    return f"{operator}: {{{', '.join(f'{field}: …' for field in fields)}}}"


def _quoted(unit: str) -> str:
    return f'"{unit}"' if set(unit) & _QUOTED else unit


def _pair(operands: Any) -> tuple[Any, Any]:
    listed = operands if isinstance(operands, list) else []
    return (*listed[:2], "", "")[:2] if listed else ("", "")


def in_plain_words(error: ValidationError, fields: tuple[str, ...]) -> ValidationError:
    """Give the same faults in an author's words, with the names of the operator's fields."""
    lines = [
        InitErrorDetails(
            type=PydanticCustomError("plain", "{text}", {"text": plain(detail, fields)}),
            loc=detail["loc"],
            input=detail["input"],
        )
        for detail in error.errors()
        # nothing is left of a list whose entries were all refused: they are told
        if detail["type"] != "too_short" or not detail["input"]
    ]
    return ValidationError.from_exception_data(error.title, lines)
