"""The bot's profile: name, descriptions and commands by language, menu buttons."""

from dataclasses import dataclass, field
from typing import Any

from bot.sandbox.people import Person

Scope = tuple[str, int | None]
DEFAULT_SCOPE: Scope = ("default", None)
DEFAULT_MENU_BUTTON = {"type": "commands"}


@dataclass
class Profile:
    """Texts by language code ("" for all other languages), commands by scope and language."""

    texts: dict[str, dict[str, str]] = field(default_factory=dict)
    commands: dict[tuple[Scope, str], list[dict[str, str]]] = field(default_factory=dict)
    menu_buttons: dict[int | None, dict[str, Any]] = field(default_factory=dict)

    def text(self, kind: str, language: str) -> str:
        """The text in this language, else the text for all other languages."""
        known = self.texts.get(kind, {})
        return known.get(language) or known.get("", "")

    def put_text(self, kind: str, language: str, text: str) -> None:
        """Set a text; an empty text removes it."""
        self.texts.setdefault(kind, {})[language] = text

    def commands_of(self, person: Person) -> list[dict[str, str]]:
        """The first command list that is set, from the narrowest scope to the widest."""
        language = person.language_code[:2]
        for scope in (("chat", person.id), ("all_private_chats", None), DEFAULT_SCOPE):
            for code in (language, ""):
                if found := self.commands.get((scope, code)):
                    return found
        return []

    def menu_button(self, chat_id: int | None) -> dict[str, Any]:
        """The chat's own menu button, else the bot's."""
        fallback = self.menu_buttons.get(None, DEFAULT_MENU_BUTTON)
        return self.menu_buttons.get(chat_id, fallback)
