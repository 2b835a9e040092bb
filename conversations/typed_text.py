"""Text typed during a screening: the answer to the present card, or a report of labs."""

import re
from dataclasses import replace

from conversations.answers import as_given, compared, has_several
from conversations.case import Case
from conversations.drafts import LabLine, Values
from conversations.here import Here
from conversations.labs import LabText, merged, read_labs
from conversations.limits import settle
from conversations.numbers_beside import type_beside
from conversations.places import Place, Question, Reading
from conversations.recording import record
from conversations.report import open_report
from conversations.sample import dated, lacks_day, sample_day
from conversations.sampling import record_dated
from conversations.subject_codes import plainly
from conversations.turn import Turn
from conversations.typed_words import Word, word_of, worded
from conversations.words.labs import ask_words
from conversations.words.quotes import use_buttons
from ectrial.facts import Absence
from ectrial.labs.event_days import read_typed_event
from ectrial.labs.typed_days import without_day
from ectrial.trial.protocol import Question as Asked
from ectrial.vocabulary import RATIO, Item
from ectrial.wording.event_days import event_day_words

_RANGE = re.compile(r"[0-9]\s*[a-z个月]*\s*(?:[-–~～]|to|至|到)\s*[0-9]", re.IGNORECASE)

_TWO_NUMBERS = re.compile(r"(?:0|[1-9][0-9]*)-(?:0|[1-9][0-9]*)")
"""Numbers without a 0 before them, as `01-014` is a code."""


def type_answer(
    here: Here, question: str | None, text: str, waiting: Values | None = None
) -> Turn:
    """Read a typed text: the answer to a question, its upper limit, or a report.

    `waiting` is the value whose upper limit the card asks for.
    """
    case = here.case
    asked_by = case.trial.question_by_id.get(question or "")
    if asked_by is not None and (estimate := _estimate(asked_by, text)) is not None:
        return record(here, estimate)
    if asked_by is not None and (word := word_of(text)) and _is_fresh(here.focus.place):
        return _take_word(here, asked_by, word)
    if asked_by is not None and asked_by.items[0].kind == "date":
        return _take_date(here, asked_by.items[0], text)
    asked = _asked(asked_by)
    read = read_labs(case, text, asked.id if asked else None)
    if asked_by and not waiting and (turn := type_beside(here, asked_by, read, text)):
        return turn
    if asked is None or asked_by is None or not _is_answer(read, asked):
        return _open_report(here, question, asked, text, waiting, read)
    line = read.lines[0]
    if waiting:
        line = _with_limit(case, line, waiting, asked, text)
    if line.state == "again" and not waiting and (values := _with_its_day(here, asked, text)):
        return settle(here, asked_by.id, values)
    if line.state == "again":
        return here.stay(_again(here, asked_by, asked, line, text))
    if line.state == "which":
        return here.to(Reading(asked_by.id, line))
    return settle(here, asked_by.id, line.choices[0])


def is_range(here: Here, text: str) -> bool:
    """Whether a text at a card of a number is two numbers, such as 3-6: then it is no code."""
    place, case = here.focus.place, here.found
    if not isinstance(place, Question) or not isinstance(case, Case):
        return False
    asked = case.trial.question_by_id[place.id]
    is_number = any(item.kind == "quantity" for item in asked.items)
    return is_number and _TWO_NUMBERS.fullmatch(plainly(text).strip()) is not None


def _take_date(here: Here, item: Item, text: str) -> Turn:
    """Take the day of an event as typed; ask again for none, or for one that cannot be."""
    say, today = here.say, here.world.today
    day = read_typed_event(text, today, ahead=item.future)
    if day is None:
        return here.stay(say("I could not read one date. Type 14 Mar 2025, Mar 2025 or 2025."))
    if not item.future and day.first > today:
        return here.stay(
            say("{day} lies ahead: what has been is asked for.", day=event_day_words(say, day))
        )
    return record(here, as_given({item.id: day}))


def _with_its_day(here: Here, asked: Item, text: str) -> Values | None:
    """Read one clear answer with the day of its sample, such as `5.2 yesterday`."""
    parted = without_day(text, here.world.today) if asked.sample else None
    if parted is None:
        return None
    answer, day = parted
    read = read_labs(here.case, answer, asked.id)
    if not _is_answer(read, asked) or read.lines[0].state != "settled":
        return None
    return dated(here, read.lines[0].choices[0], day)


def _again(here: Here, question: Asked, asked: Item, line: LabLine, text: str) -> str:
    """Say why an answer was not read; for a range, also which button may be right."""
    if asked.kind != "quantity":
        return use_buttons(here.say)
    has_sides = compared(here.case, question) is not None
    if has_sides and line.why == "unclear" and _RANGE.search(text):
        return here.say(
            "A range is no number: choose the side that all of it lies on, else Not sure."
        )
    return ask_words(here.say, here.case, line)


def _is_fresh(place: Place) -> bool:
    """Whether the place is a question without ticks, so that a typed word may answer it."""
    return isinstance(place, Question) and not place.ticks


def _take_word(here: Here, question: Asked, word: Word) -> Turn:
    """Record a word that answers the question; refuse any other word."""
    values = _not_over_answers(here.case, question, word, worded(question, word))
    if values is not None:
        values = dated(here, values)
        has_said_day = sample_day(here.case, here.focus) is not None
        if has_said_day and lacks_day(here.case, values):
            # the day said is of another sample than the card shows
            return record_dated(here, question.id, values)
        return record(here, values)
    if word in ("pending", "not_done"):
        return here.stay(here.say("Nothing recorded. While there is no result, choose Not sure."))
    return here.stay(use_buttons(here.say))


def _not_over_answers(
    case: Case, question: Asked, word: Word, values: Values | None
) -> Values | None:
    """Leave the answered items of a card of several as they are, if the others have no answer."""
    if values is None or word in ("yes", "no") or not has_several(question):
        return values
    known = case.facts.items
    return {n: v for n, v in values.items() if isinstance(known.get(n), Absence | None)} or None


def _open_report(
    here: Here,
    question: str | None,
    asked: Item | None,
    text: str,
    waiting: Values | None,
    read: LabText,
) -> Turn:
    """Open a report; a value that waits for its upper limit becomes the first line."""
    if not waiting:
        return open_report(here, question, read)
    read = read_labs(here.case, text, asked.uln if asked else None)
    return open_report(here, question, read, (_settled(waiting),))


def _settled(value: Values) -> LabLine:
    return LabLine(next(iter(value)), "settled", (value,))


def _asked(question: Asked | None) -> Item | None:
    """Give the item that a typed answer on this card belongs to."""
    items = question.items if question else ()
    measured = (item for item in items if item.kind == "quantity")
    named = (item for item in items if item.names.takes)
    return next(measured, None) or next(named, None)


def _is_answer(read: LabText, asked: Item) -> bool:
    """Whether a text names only the card's item, and either says nothing else or is unclear."""
    only = [line.item for line in read.lines] == [asked.id]
    unclear = only and read.lines[0].state == "again"
    return unclear or (only and not read.unread and not read.others and not read.printed)


def _with_limit(case: Case, line: LabLine, waiting: Values, asked: Item, text: str) -> LabLine:
    """Read a bare number as the upper limit that the card asks for, not as a new value."""
    value = _settled(waiting)
    if line.choices and all(_is_whole(choice, asked) for choice in line.choices):
        return merged([value], [line])[0]
    limit = read_labs(case, text, asked.uln).lines[0]
    if limit.state == "again":
        return LabLine(asked.uln or asked.id, "again", why=limit.why)
    line = merged([value], [limit])[0]
    units = {given.unit for given in line.choices[0].values() if given.unit}
    return line if len(units) == 1 else replace(line, state="which")


def _is_whole(choice: Values, asked: Item) -> bool:
    """Whether a reading includes its limit, or needs none."""
    value = choice.get(asked.id)
    return asked.uln in choice or value is None or value.unit in (None, RATIO)


def _estimate(question: Asked, text: str) -> Values | None:
    """Give the answers that estimate the value if "CG" is typed, as the card suggests."""
    if text.strip().casefold() != "cg":
        return None
    methods = {item.id for item in question.items if item.kind == "method"}
    found = (n for n, p in enumerate(question.presets) if methods & set(p.sets))
    return next((as_given(question.sets(number)) for number in found), None)
