"""The people who may hold a phone in the sandbox."""

from dataclasses import dataclass
from typing import Any, Literal

Role = Literal["admin", "coordinator", "principal investigator", "sub-investigator", "monitor"]


@dataclass(frozen=True)
class Person:
    """A person with a Telegram account; the person's chat with the bot has the same id.

    `role` is the one in the practice team, which Telegram knows nothing of; a stranger has none.
    """

    id: int
    first_name: str
    language_code: str = "en"
    role: Role | None = None

    @property
    def user(self) -> dict[str, Any]:
        """The person as Telegram's User object."""
        return {
            "id": self.id,
            "is_bot": False,
            "first_name": self.first_name,
            "language_code": self.language_code,
        }

    @property
    def chat(self) -> dict[str, Any]:
        """The person's chat as Telegram's Chat object."""
        return {"id": self.id, "type": "private", "first_name": self.first_name}


# The numbers never change: whoever was practised with is in the practice record under them
PEOPLE = (
    Person(1001, "Coordinator", role="coordinator"),
    Person(1002, "Principal investigator", role="principal investigator"),
    Person(1003, "Stranger"),
    Person(1004, "协调员", "zh-hans", role="coordinator"),
    Person(1005, "Administrator", role="admin"),
    Person(1006, "Sub-investigator", role="sub-investigator"),
    Person(1007, "Monitor", role="monitor"),
    Person(1008, "New colleague"),
)
# Those whom the practice bot knows at its start; the others may be invited
MEMBERS = tuple(person for person in PEOPLE if person.role is not None)
