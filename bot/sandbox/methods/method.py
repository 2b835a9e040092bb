"""What a method of the Bot API is: its declared parameters and its action."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from bot.sandbox.parameters import Declared, read_all
from bot.sandbox.state import State

Given = dict[str, Any]


@dataclass(frozen=True)
class Method:
    """One method; it refuses parameters that it does not declare."""

    act: Callable[[State, Given], Any]
    parameters: Declared = field(default_factory=dict)

    def __call__(self, state: State, given: Mapping[str, str]) -> Any:
        """The result, or an awaitable of the result."""
        return self.act(state, read_all(self.parameters, given))
