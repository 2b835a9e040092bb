"""Checks JSON objects field by field: required fields, allowed fields, and their types."""

from collections.abc import Mapping
from typing import Any

from bot.sandbox.refusal import bad_request

TYPE_NAMES = {str: "String", int: "Number", bool: "Boolean", list: "Array", dict: "Object"}


def checked(
    value: Any,
    what: str,
    required: Mapping[str, type],
    optional: Mapping[str, type] | None = None,
) -> dict[str, Any]:
    """The object itself, or a refusal that names the wrong field.

    >>> checked({"text": "Yes"}, "button", {"text": str})
    {'text': 'Yes'}
    """
    if not isinstance(value, dict):
        raise bad_request(f"Can't parse {what}: expected an Object")
    known = {**required, **(optional or {})}
    for name in required:
        if name not in value:
            raise bad_request(f"Can't parse {what}: Can't find field \"{name}\"")
    for name, content in value.items():
        if name not in known:
            raise bad_request(f'Can\'t parse {what}: unknown field "{name}"')
        # not isinstance: in Python a bool is an int
        if type(content) is not known[name]:
            kind = TYPE_NAMES[known[name]]
            raise bad_request(f'Can\'t parse {what}: Field "{name}" must be of type {kind}')
    return value
