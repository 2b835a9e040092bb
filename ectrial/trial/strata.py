"""Stratification: the factors asked once a subject is eligible, and the stratum of each answer."""

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, ValidationInfo

from ectrial.facts import Facts
from ectrial.rules.language import AnyItem, since
from ectrial.trial.criterion import Part

_NOT_KNOWN = "unknown"


class Factor(Part):
    """One factor of stratification: the item that is asked, and the stratum of each answer."""

    item: AnyItem
    strata: Mapping[str, str]

    def stratum(self, facts: Facts) -> str:
        """Give the stratum of the recorded answer; `unknown` without one."""
        return self.strata.get(str(facts.items.get(self.item.id)), _NOT_KNOWN)


def _one_or_several(written: Any, info: ValidationInfo) -> Any:
    if not isinstance(written, list | tuple):
        return (written,)
    since(3, "a list of factors", info)
    return written


Factors = Annotated[tuple[Factor, ...], BeforeValidator(_one_or_several), Field(min_length=1)]
"""One factor, or from language 3 a list of them, in the order in which they are asked."""
