"""What a method of the Bot API is: the parameters it declares and what it does with them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from bot.sandbox.parameters import Declared, read_all
from bot.sandbox.world import World

Given = dict[str, Any]


@dataclass(frozen=True)
class Method:
    """One method; parameters that it does not declare are refused."""

    act: Callable[[World, Given], Any]
    parameters: Declared = field(default_factory=dict)

    def __call__(self, world: World, given: Mapping[str, str]) -> Any:
        """The result, or an awaitable of it."""
        return self.act(world, read_all(self.parameters, given))
