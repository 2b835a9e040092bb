"""Answers that cannot both be true: shown and asked about before anything is recorded."""

from collections.abc import Mapping
from typing import Any

from conversations.case import Case
from conversations.recording import asked_again, record
from conversations.screen import Block, Button, Screen, lines, note, title
from conversations.turn import Focus, Turn
from conversations.words.heading import heading
from ectrial.wording.proofs import value_words
from ectrial.wording.speech import Say


def contradiction_card(say: Say, case: Case, focus: Focus) -> Screen:
    """Show what contradicts, and ask whether it is recorded all the same."""
    values: Mapping[str, Any] = focus.draft["values"]
    after = case.after(values)
    told = [
        say(
            "{name}: {answer}",
            name=say.text(item.name),
            answer=value_words(say, item, after.facts),
        )
        for item in case.conflicts(after)
    ]
    blocks = (
        title(heading(say, case)),
        *lines(*dict.fromkeys(told)),
        Block(say("These cannot both be true.")),
        note(say("Not recorded yet.")),
    )
    was_typed = any(isinstance(value, dict) for value in values.values())
    again = say("‹ Type it again") if was_typed else say("‹ Answer again")
    rows = ((Button(again, "again"),), (Button(say("Record it anyway"), "anyway"),))
    return Screen(blocks, rows)


def contradiction_tap(say: Say, case: Case, focus: Focus, act: str) -> Turn | None:
    """Record the answers after all, or ask the question again."""
    asked = asked_again(focus)
    match act:
        case "again":
            return Turn(asked)
        case "anyway":
            return record(say, case, asked, focus.draft["values"], anyway=True)
    return None
