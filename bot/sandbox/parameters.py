"""Reads a call's parameters; unknown names, wrong types and missing values are refused."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from bot.sandbox.refusal import bad_request

# Of a number of 64 bits; Python would refuse to read a far longer one
MOST_DIGITS = 19
SMALLEST_INTEGER, LARGEST_INTEGER = -(2**63), 2**63 - 1


@dataclass(frozen=True)
class Parameter:
    """How to read one parameter, and the refusal if a required one is missing."""

    read: Callable[[str, str], Any]
    missing: str | None = None
    otherwise: Any = None


Declared = Mapping[str, Parameter]


def read_all(declared: Declared, given: Mapping[str, str]) -> dict[str, Any]:
    """Every declared parameter by name; absent parameters have their default."""
    for name in given:
        if name not in declared:
            raise bad_request(f'Unknown parameter "{name}"')
    values = {}
    for name, parameter in declared.items():
        if name in given:
            values[name] = parameter.read(name, given[name])
        elif parameter.missing:
            raise bad_request(parameter.missing)
        else:
            values[name] = parameter.otherwise
    return values


def written_as_json(values: Mapping[str, Any]) -> dict[str, str]:
    """As on the official server, a value that is no string becomes its JSON text."""
    return {
        name: value if isinstance(value, str) else json.dumps(value)
        for name, value in values.items()
    }


def text(name: str, given: str) -> str:
    """Any text."""
    del name
    return given


def short_text(longest: int) -> Callable[[str, str], str]:
    """Text of at most this many characters."""

    def read(name: str, given: str) -> str:
        if len(given) > longest:
            raise bad_request(f'Parameter "{name}" is longer than {longest} characters')
        return given

    return read


def integer(name: str, given: str) -> int:
    """A whole number of 64 bits."""
    digits = given.removeprefix("-")
    if not (digits.isascii() and digits.isdigit() and len(digits) <= MOST_DIGITS):
        raise bad_request(f'Parameter "{name}" must be an integer')
    value = int(given)
    if not SMALLEST_INTEGER <= value <= LARGEST_INTEGER:
        raise bad_request(f'Parameter "{name}" is out of range')
    return value


def clamped(lowest: int, highest: int) -> Callable[[str, str], int]:
    """A whole number, moved into the range, as the official server does for getUpdates."""

    def read(name: str, given: str) -> int:
        return min(max(integer(name, given), lowest), highest)

    return read


def positive(name: str, given: str) -> int:
    """A positive whole number, such as a message id."""
    value = integer(name, given)
    if value <= 0:
        raise bad_request(f'Parameter "{name}" must be positive')
    return value


def flag(name: str, given: str) -> bool:
    """A boolean, written as in JSON."""
    if given not in {"true", "false"}:
        raise bad_request(f'Parameter "{name}" must be a Boolean')
    return given == "true"


def one_of(*choices: str) -> Callable[[str, str], str]:
    """One of a few words."""

    def read(name: str, given: str) -> str:
        if given not in choices:
            raise bad_request(f'Wrong parameter "{name}" in request')
        return given

    return read


def language(name: str, given: str) -> str:
    """A two-letter language code, or nothing."""
    if given and not (len(given) == 2 and given.isascii() and given.islower()):
        raise bad_request(f"Invalid {name.replace('_', ' ')} specified")
    return given


def json_value(kind: type) -> Callable[[str, str], Any]:
    """A JSON array or object."""

    def read(name: str, given: str) -> Any:
        try:
            value = json.loads(given)
        except (ValueError, RecursionError) as fault:
            raise bad_request(f"Can't parse {name} JSON object") from fault
        if type(value) is not kind:
            raise bad_request(f"Can't parse {name}: wrong JSON type")
        return value

    return read


def array_of(kind: type) -> Callable[[str, str], list[Any]]:
    """A JSON array whose members are all of one type."""
    read_list = json_value(list)

    def read(name: str, given: str) -> list[Any]:
        values: list[Any] = read_list(name, given)
        if any(type(value) is not kind for value in values):
            raise bad_request(f"Can't parse {name}: wrong type of a member")
        return values

    return read
