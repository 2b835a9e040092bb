"""What one person did and saw over HTTP, and nothing else: the oracle's only knowledge."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(slots=True)
class Deed:
    """One answer that was given, and whether a card has followed from it."""

    question: str
    facts: Mapping[str, Any]
    is_acknowledged: bool = False


@dataclass(slots=True)
class Subject:
    """One screening as the person has seen it."""

    code: str
    facts: Mapping[str, Any]
    deeds: list[Deed] = field(default_factory=list)
    last_card: str = ""
    is_finished: bool = False
    is_opened: bool = False

    @property
    def answered(self) -> Iterator[tuple[str, Any]]:
        """Every item that was acknowledged and its value, in order; what opened it first."""
        yield from self.facts.items()
        for deed in self.deeds:
            if deed.is_acknowledged:
                yield from deed.facts.items()
