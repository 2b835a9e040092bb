"""The people who may hold a phone in the sandbox."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Person:
    """A person with a Telegram account; the person's chat with the bot has the same id."""

    id: int
    first_name: str
    language_code: str = "en"

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


PEOPLE = (
    Person(1001, "Coordinator"),
    Person(1002, "Investigator"),
    Person(1003, "Stranger"),
    Person(1004, "协调员", "zh-hans"),
)
