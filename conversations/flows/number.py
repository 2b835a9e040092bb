"""Typed answers: read, asked back where they are not certain, never guessed."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from conversations.case import Case, as_json
from conversations.flows.report import open_report
from conversations.labs import LabText, Line, merged, read_labs
from conversations.limits import settle, wanted_for
from conversations.recording import record
from conversations.screen import Block, Button, Screen, title
from conversations.turn import Focus, Turn
from conversations.words.heading import heading
from conversations.words.labs import ask_words, choice_buttons
from conversations.words.quotes import use_buttons
from ectrial.trial.protocol import Question
from ectrial.vocabulary import RATIO, Item
from ectrial.wording.speech import Say

STAYS = ("review", "page", "text", "day")
"""What a card keeps in its draft when something is typed on it."""


def type_answer(say: Say, case: Case, focus: Focus, question: Question | None, text: str) -> Turn:
    """Take text typed during a screening: the answer to the card at hand, or a report of labs."""
    there = replace(focus, view="question", draft=focus.kept(*STAYS), said=())
    if question is not None and (estimate := _estimate(question, text)) is not None:
        return record(say, case, there, as_json(question.sets(estimate)))
    asked = _asked(question)
    waiting = wanted_for(case, focus, question) if question else None
    read = read_labs(case, text, asked.id if asked else None)
    if asked is None or not _is_answer(read, asked):
        return (
            _many(say, case, focus, asked, text, waiting)
            if waiting
            else open_report(say, case, focus, read)
        )
    line = read.lines[0]
    if waiting is not None:
        line = _with_limit(case, line, waiting, asked, text)
    if line["state"] == "again":
        told = ask_words(say, case, line) if asked.kind == "quantity" else use_buttons(say)
        return Turn(replace(focus, said=(told,)))
    if line["state"] == "which":
        return Turn(replace(there, view="which", draft={**there.draft, "line": line}))
    return settle(say, case, there, line["choices"][0])


def _many(
    say: Say, case: Case, focus: Focus, asked: Item | None, text: str, waiting: Mapping[str, Any]
) -> Turn:
    """Open a report beside a value that waits for its limit: it is the first line of it."""
    value = Line(item=next(iter(waiting)), state="settled", choices=[dict(waiting)], why="")
    held = replace(focus, draft={**focus.draft, "lines": [value]})
    return open_report(say, case, held, read_labs(case, text, asked.uln if asked else None))


def which_card(say: Say, case: Case, focus: Focus, question: Question) -> Screen:
    """Ask which reading is meant, or "really?" for a rare one, and what each would give."""
    line: Line = focus.draft["line"]
    blocks = [
        title(heading(say, case)),
        Block(say.text(question.asks)),
        Block(ask_words(say, case, line)),
    ]
    rows = [(button,) for button in choice_buttons(say, case, line)]
    return Screen(tuple(blocks), (*rows, (Button(say("‹ Type it again"), "again"),)))


def which_tap(say: Say, case: Case, focus: Focus, act: str) -> Turn | None:
    """Record the reading that was meant, or let it be typed again."""
    there = replace(focus, view="question", draft=focus.kept(*STAYS), said=())
    choices = focus.draft["line"]["choices"]
    if act == "again":
        return Turn(there)
    if act.startswith("c") and act[1:].isdigit() and int(act[1:]) < len(choices):
        return settle(say, case, there, choices[int(act[1:])])
    return None


def _asked(question: Question | None) -> Item | None:
    """Give the item that a typed answer on this card is for."""
    items = question.items if question else ()
    measured = (item for item in items if item.kind == "quantity")
    named = (item for item in items if item.names.takes)
    return next(measured, None) or next(named, None)


def _is_answer(read: LabText, asked: Item) -> bool:
    """Whether the text says nothing but the answer to the card, or nothing that can be read."""
    only = [line["item"] for line in read.lines] == [asked.id]
    unclear = only and read.lines[0]["state"] == "again"
    return unclear or (only and not read.unread and not read.others)


def _with_limit(
    case: Case, line: Line, waiting: Mapping[str, Any], asked: Item, text: str
) -> Line:
    """Read a bare number as the upper limit that the card waits for, not as the value again."""
    value = Line(item=asked.id, state="settled", choices=[dict(waiting)], why="")
    if line["choices"] and all(_is_whole(choice, asked) for choice in line["choices"]):
        return merged([value], [line])[0]
    limit = read_labs(case, text, asked.uln).lines[0]
    if limit["state"] == "again":
        return Line(item=asked.uln or asked.id, state="again", choices=[], why=limit["why"])
    line = merged([value], [limit])[0]
    units = {raw["unit"] for raw in line["choices"][0].values() if isinstance(raw, dict)}
    return line if len(units) == 1 else Line(**{**line, "state": "which"})


def _is_whole(choice: Mapping[str, Any], asked: Item) -> bool:
    """Whether a reading needs no other limit beside it, or is one."""
    value = choice.get(asked.id)
    return asked.uln in choice or not isinstance(value, dict) or value["unit"] == RATIO


def _estimate(question: Question, text: str) -> int | None:
    """Give the preset that estimates the value, where "CG" is typed for it as the card says."""
    if text.strip().casefold() != "cg":
        return None
    methods = {item.id for item in question.items if item.kind == "method"}
    return next((n for n, p in enumerate(question.presets) if methods & set(p.sets)), None)
