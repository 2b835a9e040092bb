"""Parts of a trial (also arms and cohorts), each with criteria of its own."""

from collections.abc import Iterable
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationInfo

from ectrial.rules.language import since
from ectrial.text import Text


class TrialPart(BaseModel):
    """A part of a trial that a subject may enter: those criteria that name it, and all others."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str = Field(pattern=r"^[A-Za-z0-9]{1,12}$")
    name: Text


def _several(parts: tuple[TrialPart, ...], info: ValidationInfo) -> tuple[TrialPart, ...]:
    since(3, "parts", info)
    if len(parts) < 2:
        raise ValueError("a trial with one part is that part: leave parts out, or name another")
    return parts


def _one_or_several(written: Any, info: ValidationInfo) -> Any:
    since(3, "part", info)
    return (written,) if isinstance(written, str) else written


OfParts = Annotated[tuple[str, ...], BeforeValidator(_one_or_several), Field(min_length=1)]
"""The parts that a criterion belongs to, written as one name or a list of them."""


def checked_parts(parts: tuple[TrialPart, ...], info: ValidationInfo) -> tuple[TrialPart, ...]:
    """Refuse parts in an older language, and a single one: ValueError."""
    return _several(parts, info) if parts else parts


def belongs(of: Iterable[str], part: str) -> bool:
    """Whether a criterion of these parts is one of a part: without any it is one of all."""
    named = tuple(of)
    return not named or part in named
