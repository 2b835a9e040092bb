"""A number typed for another answer of the same question: known by its name, else by its unit.

Each number of a question has a card of its own, but who reads them from one sheet types them
in one go, or in another order.
"""

import re
from collections.abc import Iterator

from conversations.case import Case
from conversations.drafts import LabLine
from conversations.here import Here
from conversations.labs import LabText, read_labs
from conversations.limits import settle
from conversations.places import Reading
from conversations.report import open_report
from conversations.turn import Turn
from ectrial.trial.protocol import Question
from ectrial.vocabulary import Item

_PARTS = re.compile(r"[;；、\n]|[,，](?!\d)")
_LETTERS = re.compile(r"[^\W\d_]")
_BEHIND_A_NAME = r"(?![^\W\d_])[\s:：=是为]*"


def type_beside(here: Here, question: Question, read: LabText, text: str) -> Turn | None:
    """Take what is typed for numbers of the question; None if the text is for none of them.

    `read` is what the text says by the names of the laboratory, which come first.
    """
    if any(line.state != "again" for line in read.lines):
        return None
    lines = lines_beside(here.case, question, text)
    if len(lines) > 1:
        return open_report(here, question.id, LabText(lines))
    for line in lines:
        card = here.case.trial.question_of[line.item].id
        if line.state == "which":
            return here.to(Reading(card, line))
        return settle(here, card, line.choices[0])
    return None


def lines_beside(case: Case, question: Question, text: str) -> tuple[LabLine, ...]:
    """Read each part of a text for the number it names, else for the open one with its unit.

    Nothing, if a part is for none or for several of them, or two are for one.
    """
    found: dict[str, LabLine] = {}
    for part in filter(None, map(str.strip, _PARTS.split(text))):
        line = _named(case, question, part) or _by_unit(case, question, part)
        if line is None or line.item in found:
            return ()
        found[line.item] = line
    return tuple(found.values())


def _named(case: Case, question: Question, text: str) -> LabLine | None:
    """Read what stands behind the name of a number; the longest name comes first."""
    names = {name: item for item in _numbers(question) for name in _names_of(item)}
    for name in sorted(names, key=len, reverse=True):
        words = map(re.escape, re.split(r"[\s_-]+", name))
        begins = re.match(r"[\s_-]*".join(words) + _BEHIND_A_NAME, text, re.IGNORECASE)
        line = begins and _read(case, names[name], text[begins.end() :])
        if line:
            return line
    return None


def _by_unit(case: Case, question: Question, text: str) -> LabLine | None:
    """Read a number with a unit that one of the open numbers alone can have."""
    if not _LETTERS.search(text):
        return None
    is_open = (item for item in _numbers(question) if item.id not in case.facts.items)
    lines = [line for item in is_open if (line := _read(case, item, text))]
    return lines[0] if len(lines) == 1 else None


def _read(case: Case, item: Item, text: str) -> LabLine | None:
    """Read a text that is a number of this item and nothing else."""
    read = read_labs(case, text, item.id)
    only = [line.item for line in read.lines] == [item.id]
    says_more = read.unread or read.others or read.printed
    return read.lines[0] if only and not says_more and read.lines[0].state != "again" else None


def _numbers(question: Question) -> Iterator[Item]:
    """Give the numbers of the question as its file has it, without limits.

    What has names of its own among the labs is read by these, unless it has others beside it.
    """
    items = (*question.items, *question.beside)
    limits = {item.uln for item in items}
    numbers = (each for each in items if each.kind == "quantity" and each.id not in limits)
    return (each for each in numbers if question.beside or not each.names.takes)


def _names_of(item: Item) -> tuple[str, ...]:
    return (item.name.en, item.name.zh, item.id)
