"""Says in an author's words what a model refused: its own messages speak of its own types."""

from collections.abc import Callable, Mapping
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel

from ectrial.nearest import instead_of

_LIST = "must be a list: [a, b], or one entry a line, each behind a dash"
_FIELDS = "must be fields with their values: {name: value}"
_NUMBER = "is not a number: write it in digits, such as 1.5"
_WHOLE = "is not a whole number: write it in digits, such as 14"
_DAY = "is not a date: write year, month and day, such as 2025-09-30"
_TRUTH = "must be true or false"
_TEXT = "must be a text, between quotes"
_BOTH = "must stand in both languages: {en: …, zh: …}"
_TEXTS = ("Text", "Option")
_LANGUAGES = {"en": "in English", "zh": "in Chinese"}
_SHAPES = {
    r"^(INCL|EXCL)(\d\d[A-Z]{0,2}|[A-Z]\d\d[A-Z]?|\d{3}[A-Z]?)$": (
        "INCL or EXCL, two digits and perhaps a letter, such as INCL06A, or from language 3 also "
        "INCL101 or INCLB03"
    ),
    r"^[A-Za-z0-9]{1,12}$": "letters and digits, 12 at most, such as B or Arm2",
    r"^R\d\d$": "R and two digits, such as R01",
    r"^[0-9a-f]{64}$": "the 64 digits of a SHA-256",
}

_PLAIN: Mapping[str, str] = {
    "tuple_type": _LIST,
    "list_type": _LIST,
    "dict_type": _FIELDS,
    "mapping_type": _FIELDS,
    "model_type": _FIELDS,
    "model_attributes_type": _FIELDS,
    "dataclass_type": _FIELDS,
    "decimal_parsing": _NUMBER,
    "decimal_type": _NUMBER,
    "float_parsing": _NUMBER,
    "float_type": _NUMBER,
    "finite_number": _NUMBER,
    "int_parsing": _WHOLE,
    "int_type": _WHOLE,
    "int_from_float": _WHOLE,
    "int_parsing_size": _WHOLE,
    "fraction_parsing": 'is not a number or a fraction: write it as "1.5" or "1/60"',
    "date_from_datetime_parsing": _DAY,
    "date_from_datetime_inexact": _DAY,
    "date_parsing": _DAY,
    "date_type": _DAY,
    "bool_parsing": _TRUTH,
    "bool_type": _TRUTH,
    "string_type": _TEXT,
    "string_too_short": "is empty: write a text",
    "too_short": "needs at least one entry",
    "too_long": "has too many entries",
}


def plain(detail: Any, names: tuple[str, ...] = ()) -> str:
    """Give one of pydantic's faults in plain words; `names` are those of the fields beside it."""
    kind, about = detail["type"], detail.get("ctx", {})
    if about.get("class_name") in _TEXTS:
        return _BOTH
    if kind in _PLAIN:
        return _PLAIN[kind]
    if said := _SAID.get(kind):
        return said(detail, about, names)
    return str(detail["msg"]).removeprefix("Value error, ")


def _missing(detail: Any, _: Any, __: Any) -> str:
    field = detail["loc"][-1] if detail["loc"] else ""
    if field in _LANGUAGES:
        return f"is missing: every text stands {' and '.join(_LANGUAGES.values())} (en, zh)"
    if not isinstance(field, str):
        return "is missing: write both ends, [low, high]"
    return f"is missing: add '{field}: …'"


def _foreign(detail: Any, _: Any, names: tuple[str, ...]) -> str:
    field = detail["loc"][-1] if detail["loc"] else ""
    return f"is no field here{instead_of(field, names)}"


def _choice(detail: Any, about: Any, _: Any) -> str:
    known = [word.strip("'") for word in about["expected"].replace(" or ", ", ").split(", ")]
    return f"{str(detail['input'])[:40]!r} is not allowed{instead_of(detail['input'], known)}"


def _shape(detail: Any, about: Any, _: Any) -> str:
    shape = _SHAPES.get(about["pattern"], f"the form {about['pattern']}")
    return f"{str(detail['input'])[:40]!r} does not fit: write {shape}"


_SAID: Mapping[str, Callable[[Any, Any, tuple[str, ...]], str]] = {
    "missing": _missing,
    "missing_argument": _missing,
    "extra_forbidden": _foreign,
    "unexpected_keyword_argument": _foreign,
    "literal_error": _choice,
    "enum": _choice,
    "string_pattern_mismatch": _shape,
    "greater_than": lambda _, about, __: f"must be greater than {about['gt']}",
    "greater_than_equal": lambda _, about, __: f"must be {about['ge']} or more",
    "less_than": lambda _, about, __: f"must be less than {about['lt']}",
    "less_than_equal": lambda _, about, __: f"must be {about['le']} or less",
}


def fields_at(model: Any, place: tuple[int | str, ...]) -> tuple[str, ...]:
    """Give the names of the fields that files may set at a place; none where it is no model.

    What a model excludes from what it writes is not for files to set.
    """
    kind = model
    for step in place:
        kind = _within(kind, step)
    fields = kind.model_fields if _is_model(kind) else {}
    return tuple(name for name, field in fields.items() if not field.exclude)


def _is_model(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, BaseModel)


def _within(kind: Any, step: int | str) -> Any:
    if _is_model(kind):
        field = kind.model_fields.get(step)
        return _bare(field.annotation) if field else None
    inner = get_args(kind)
    if not inner:
        return None
    return _bare(inner[0] if isinstance(step, int) else inner[-1])


def _bare(kind: Any) -> Any:
    """Take away what says that a part may be missing, or that it is checked once more."""
    if get_origin(kind) is Annotated:
        return _bare(get_args(kind)[0])
    if get_origin(kind) in (Union, UnionType):
        return next((_bare(each) for each in get_args(kind) if each is not type(None)), None)
    return kind
