"""What a method of the Bot API is: its declared parameters and its action."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from bot.sandbox.files import Uploads
from bot.sandbox.parameters import Declared, read_all
from bot.sandbox.refusal import bad_request
from bot.sandbox.state import State

Given = dict[str, Any]
# Where a method that takes files finds them: no parameter can have this name
UPLOADS = "files of the form"


@dataclass(frozen=True)
class Method:
    """One method; it refuses parameters that it does not declare."""

    act: Callable[[State, Given], Any]
    parameters: Declared = field(default_factory=dict)
    takes_files: bool = False

    def __call__(
        self, state: State, given: Mapping[str, str], uploads: Uploads | None = None
    ) -> Any:
        """The result, or an awaitable of the result."""
        if uploads and not self.takes_files:
            raise bad_request("This method takes no files")
        values = read_all(self.parameters, given)
        return self.act(state, {**values, UPLOADS: uploads or {}})
