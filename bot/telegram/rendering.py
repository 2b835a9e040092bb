"""Renders a screen as a message's text and keyboard; the only module that writes markup."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from html import escape
from itertools import pairwise
from typing import Any

from telegram.constants import MessageLimit

from bot.telegram.message_length import fitted, separator
from conversations.acts import Copy, key
from conversations.screen import Block, Button, Look, Row, Screen
from ectrial.text import Language
from ectrial.wording.speech import speech

LONGEST_TEXT = int(MessageLimit.MAX_TEXT_LENGTH)
MOST_ENTITIES = int(MessageLimit.MESSAGE_ENTITIES)
MOST_BUTTONS = 100
MOST_IN_A_ROW = 8
# Telegram refuses a message or label without a visible character
NOTHING = "…"
Keyboard = dict[str, list[list[dict[str, Any]]]]

MARKUP: dict[Look, str] = {
    "title": "<b>{}</b>",
    "line": "{}",
    "note": "<i>{}</i>",
    "fold": "<blockquote expandable>{}</blockquote>",
}


@dataclass(frozen=True, slots=True)
class Rendered:
    """A card ready to be sent."""

    html: str
    keyboard: Keyboard

    @property
    def arguments(self) -> dict[str, Any]:
        """The parameters that sending and editing a message have in common."""
        return {
            "text": self.html,
            "parse_mode": "HTML",
            "reply_markup": self.keyboard,
            "link_preview_options": {"is_disabled": True},
        }


def render(screen: Screen, card_round: int, language: Language) -> Rendered:
    """Render a screen; its buttons carry this round."""
    say = speech(language)
    more = say("… more: open /review")
    blocks = fitted([block for block in screen.blocks if block.text.strip()], LONGEST_TEXT, more)
    return Rendered(_html(_within_entities(blocks)) or NOTHING, _keyboard(screen.rows, card_round))


def parts(text: str) -> list[str]:
    """Cut a plain text into the texts of messages, at line ends if possible."""
    found = []
    rest = text.strip()
    while len(rest) > LONGEST_TEXT:
        end = rest.rfind("\n", 1, LONGEST_TEXT + 1)
        end = LONGEST_TEXT if end < 0 else end
        found.append(rest[:end])
        rest = rest[end:].strip()
    return [part for part in (*found, rest) if part.strip()]


def _html(blocks: Sequence[Block]) -> str:
    marked = [MARKUP[block.look].format(escape(block.text, quote=False)) for block in blocks]
    gaps = ["", *(separator(before, after) for before, after in pairwise(blocks))]
    return "".join(gap + text for gap, text in zip(gaps, marked, strict=False))


def _within_entities(blocks: Sequence[Block]) -> list[Block]:
    """Make the blocks after the last allowed entity plain lines."""
    left = MOST_ENTITIES
    shown = []
    for block in blocks:
        left -= block.look != "line"
        shown.append(block if left >= 0 else replace(block, look="line"))
    return shown


def _keyboard(rows: Sequence[Row], card_round: int) -> Keyboard:
    left = MOST_BUTTONS
    shown = []
    for row in rows:
        buttons = [_button(button, card_round) for button in row[:left]]
        left -= len(buttons)
        shown += [
            buttons[start : start + MOST_IN_A_ROW]
            for start in range(0, len(buttons), MOST_IN_A_ROW)
        ]
    return {"inline_keyboard": shown}


def _button(button: Button, card_round: int) -> dict[str, Any]:
    label = button.label if button.label.strip() else NOTHING
    style = {} if button.style == "plain" else {"style": button.style}
    if isinstance(button.act, Copy):
        return {"text": label, "copy_text": {"text": button.act.text}, **style}
    return {"text": label, "callback_data": f"{card_round}.{key(button.act)}", **style}
