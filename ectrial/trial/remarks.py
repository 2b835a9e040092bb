"""Remarks beside the verdict: readings that played a part, and advisories."""

from pydantic import BaseModel, ConfigDict, Field

from ectrial.rules.language import AnyRule
from ectrial.text import Text


class _Remark(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Reading(_Remark):
    """Our stand on an ambiguity (R01...), and when it played a part for a subject."""

    code: str = Field(pattern=r"^R\d\d$")
    stand: str = Field(min_length=1)
    tells: Text | None = None
    when: AnyRule | None = None


class AdvisoryRule(_Remark):
    """A warning outside the criteria; it never changes a verdict."""

    code: str
    tells: Text
    when: AnyRule
