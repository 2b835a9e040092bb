"""What a flow works with: the person's language, the world, and the open screening."""

from dataclasses import dataclass, replace
from typing import Any

from conversations.case import Case, NotAssessed
from conversations.events import Belongs
from conversations.focus import Focus
from conversations.places import Place
from conversations.turn import Turn, World
from ectrial.wording.speech import Say


@dataclass(frozen=True, slots=True)
class Here:
    """Where a person stands; `found` is the open screening of the chat.

    `belongs` says whether the typed text was meant for this question; None if nothing was typed.
    `message` is the number of the typed message, 0 if it is unknown.
    """

    say: Say
    world: World
    focus: Focus
    found: Case | NotAssessed | None
    belongs: Belongs | None = None
    message: int = 0

    @property
    def case(self) -> Case:
        """The open screening of a card or act that needs one; LookupError when there is none."""
        if not isinstance(self.found, Case):
            raise LookupError("no screening is open here")  # noqa: TRY004 - no type is wrong
        return self.found

    def to(self, place: Place, **changes: Any) -> Turn:
        """Go to a place; nothing is recorded."""
        return Turn(self.focus.at(place, **changes))

    def stay(self, *said: str) -> Turn:
        """Stay, and show a message on the card."""
        return Turn(self.focus.saying(*said))

    def at(self, place: Place) -> "Here":
        """Give the same screening with another place."""
        return replace(self, focus=self.focus.at(place))
