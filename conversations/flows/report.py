"""The card of a report: every lab as it was read, its result, and what is still asked."""

from dataclasses import replace

from conversations.case import Case
from conversations.drafts import LabLine
from conversations.here import Here
from conversations.labs import first_open, settled
from conversations.limits import Remembered, remembered
from conversations.places import Report
from conversations.report import lacking, to_record, type_more
from conversations.report_at import day_of_report
from conversations.report_rows import choice_rows, fixing_rows, is_sampled, ready_rows
from conversations.sample import dated, lacks_day
from conversations.screen import (
    Block,
    Row,
    lines,
    note,
    title,
)
from conversations.turn import Turn
from conversations.words.days import later_counts, sampled_words
from conversations.words.heading import heading
from conversations.words.labs import ask_words
from conversations.words.read_back import contradictions, read_back
from ectrial.quantity import Quantity
from ectrial.wording.marks import Mark
from ectrial.wording.numbers import quantity_words
from ectrial.wording.speech import Say


def words(here: Here, place: Report) -> tuple[Block, ...]:
    """Read every line back, and ask about the first unclear line."""
    say, case = here.say, here.case
    if place.fixing is not None:
        return (title(heading(say, case.id)), Block(_fixing_words(say, case, place.fixing)))
    offer = remembered(case, lacking(case, place.lines))
    open_line = first_open(place.lines)
    return (
        title(heading(say, case.id)),
        *lines(*_read_words(say, case, place.lines)),
        *_limits_wanted(say, case, place.lines, offer),
        *_standing(here, place),
        *([_question(here, place, open_line)] if open_line else _day_asked(here, place)),
    )


def rows(here: Here, place: Report) -> tuple[Row, ...]:
    """Give the possible values of the line that is asked about, else the recording buttons."""
    if place.fixing is not None:
        return fixing_rows(here, place, place.fixing)
    open_line = first_open(place.lines)
    if open_line is not None:
        return choice_rows(here, place, open_line)
    return ready_rows(here, place)


def typed(here: Here, place: Report, text: str) -> Turn:
    """Take more labs, or the answer for the line that is asked about."""
    return type_more(here, place, text)


def _read_words(say: Say, case: Case, read: tuple[LabLine, ...]) -> tuple[str, ...]:
    """Read every line back once, as it would be recorded, then what contradicts."""
    values = to_record(case, read)
    after = case.after(values)
    told = [words for line in read for words in _line_words(say, after, line)]
    return (*dict.fromkeys(told), *map(str, contradictions(say, after, values)))


def _line_words(say: Say, after: Case, line: LabLine) -> tuple[str, ...]:
    """Read a certain line back with the rule that it meets, or "?" if it decides nothing."""
    item = after.vocabulary[line.item]
    if line.state != "settled":
        return (f"{say.text(item.name)} {Mark.OPEN}",)
    *before, last = read_back(say, after, line.choices[0])
    is_lab = item.sample or item.kind != "quantity"
    if is_lab and last.mark is None and not last.remark and _is_open(after, item.id):
        last = replace(last, mark=Mark.OPEN)
    return (*map(str, before), str(last))


def _is_open(after: Case, item: str) -> bool:
    findings = after.verdict.unresolved
    return any(item == each.id for finding in findings for each in finding.criterion.items)


def _limits_wanted(
    say: Say, case: Case, read: tuple[LabLine, ...], offer: Remembered | None
) -> list[Block]:
    needed = lacking(case, read)
    if not needed:
        return []
    names = say.listed(_lab_name(say, case, limit) for limit in needed)
    blocks = [Block(say("Upper limit (ULN) not given: {names}.", names=names))]
    if offer:
        told = [_limit_words(say, case, item, v.recorded) for item, v in offer.limits.items()]
        had = say("{subject} had {limits}.", subject=offer.subject, limits=say.listed(told))
        blocks.append(Block(had))
    return blocks


def _limit_words(say: Say, case: Case, limit: str, raw: object) -> str:
    value = case.vocabulary[limit].read(raw)
    amount = quantity_words(value) if isinstance(value, Quantity) else ""
    return f"{_lab_name(say, case, limit)} {amount}"


def _lab_name(say: Say, case: Case, limit: str) -> str:
    return say.text(case.vocabulary[case.trial.labs_of_limits[limit]].name)


def _standing(here: Here, place: Report) -> list[Block]:
    """Say the day of the report, how many days follow, and that nothing is recorded."""
    say, case = here.say, here.case
    values = to_record(case, place.lines)
    day = day_of_report(case, here.focus, place)
    told = []
    if day and lacks_day(case, values):
        told = [sampled_words(say, here.world.today, day)]
    told.append(say("Not recorded yet."))
    superseded = case.late.among(dated(here, values, day)) if day else ()
    days = [day for each in place.later for day in each.sampled]
    later = [sampled_words(say, here.world.today, day) for day in days]
    unclear = sum(len(each.lines) for each in place.later if not each.sampled)
    if unclear == 1:
        later.append(say("1 result, day not certain"))
    elif unclear:
        later.append(say("{n} results, day not certain", n=unclear))
    blocks = [note(" · ".join(told)), *map(note, later_counts(say, case, superseded))]
    if later:
        blocks.append(note(say("Then: {days}", days=" · ".join(later))))
    return blocks


def _day_asked(here: Here, place: Report) -> list[Block]:
    """Ask for the day of the sample if the text does not state it clearly."""
    say, case = here.say, here.case
    if day_of_report(case, here.focus, place) or not is_sampled(case, place):
        return []
    if place.unclear:
        told = say("The day of the sample in the text is not certain. Which day was it?")
    elif place.sampled:
        told = say(
            "The text names several days of sampling. Which is that of these labs? "
            "Leave out those of another day and send them apart."
        )
    else:
        told = say("When was the sample taken?")
    return [Block(told)]


def _question(here: Here, place: Report, line: LabLine) -> Block:
    """Ask about a line, judged together with the lines that are certain."""
    say, known = here.say, here.case.after(settled(place.lines))
    name = say.text(known.vocabulary[line.item].name)
    return Block(say("{name}: {answer}", name=name, answer=ask_words(say, known, line)))


def _fixing_words(say: Say, case: Case, fixed: str) -> str:
    """Ask which line is wrong, then ask for its value."""
    if not fixed:
        return say("Which one is wrong?")
    item = case.vocabulary[fixed]
    name = say.text(item.name)
    if item.example is None:
        return say("Type {name} again.", name=name)
    return say("Type {name} again, like {example}.", name=name, example=say.text(item.example))
