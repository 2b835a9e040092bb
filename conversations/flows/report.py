"""The card of a report: every lab as it was read, what each gives, and what is still asked."""

from dataclasses import replace
from datetime import timedelta

from conversations.acts import Discard, Go, Record, TakeDay
from conversations.case import Case
from conversations.drafts import LabLine
from conversations.here import Here
from conversations.labs import chosen, first_open, merged, own_item, settled
from conversations.limits import Remembered, remembered
from conversations.places import Report, SampleDays
from conversations.report import lacking, to_record, type_more, without
from conversations.sample import dated, day_words, sample_day
from conversations.screen import (
    LABEL_WIDTH,
    Block,
    Button,
    Row,
    lines,
    note,
    packed,
    shortened,
    title,
)
from conversations.turn import Turn
from conversations.words.heading import heading
from conversations.words.labs import ask_words, choice_labels, shown
from conversations.words.read_back import contradictions, read_back
from ectrial.quantity import Quantity
from ectrial.wording.marks import Mark
from ectrial.wording.numbers import quantity_words
from ectrial.wording.speech import Say


def words(here: Here, place: Report) -> tuple[Block, ...]:
    """Read every line back, and ask the first that is not certain."""
    say, case = here.say, here.case
    if place.fixing is not None:
        return (title(heading(say, case.id)), Block(_fixing_words(say, case, place.fixing)))
    offer = remembered(case, lacking(case, place.lines))
    open_line = first_open(place.lines)
    return (
        title(heading(say, case.id)),
        *lines(*_read_words(say, case, place.lines)),
        *_limits_wanted(say, case, place.lines, offer),
        note(_standing(here)),
        *([_question(here, place, open_line)] if open_line else []),
    )


def rows(here: Here, place: Report) -> tuple[Row, ...]:
    """Give the readings of the line that is asked about, else what records the report."""
    if place.fixing is not None:
        return _fixing_rows(here, place, place.fixing)
    open_line = first_open(place.lines)
    if open_line is not None:
        return _choices(here, place, open_line)
    return _ready(here, place)


def typed(here: Here, place: Report, text: str) -> Turn:
    """Take more labs, or the answer to the line that is asked about."""
    return type_more(here, place, text)


def _read_words(say: Say, case: Case, read: tuple[LabLine, ...]) -> tuple[str, ...]:
    """Read every line back as it would be recorded, each once, then what cannot be true."""
    values = to_record(case, read)
    after = case.after(values)
    told = [words for line in read for words in _line_words(say, after, line)]
    return (*dict.fromkeys(told), *map(str, contradictions(say, after, values)))


def _line_words(say: Say, after: Case, line: LabLine) -> tuple[str, ...]:
    """Read a certain line back with the rule it met; a question mark where it decides nothing."""
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
    names = ", ".join(_lab_name(say, case, limit) for limit in needed)
    blocks = [Block(say("Upper limit (ULN) not given: {names}.", names=names))]
    if offer:
        told = [_limit_words(say, case, item, v.recorded) for item, v in offer.limits.items()]
        had = say("{subject} had {limits}.", subject=offer.subject, limits=", ".join(told))
        blocks.append(Block(had))
    return blocks


def _limit_words(say: Say, case: Case, limit: str, raw: object) -> str:
    value = case.vocabulary[limit].read(raw)
    amount = quantity_words(value) if isinstance(value, Quantity) else ""
    return f"{_lab_name(say, case, limit)} {amount}"


def _lab_name(say: Say, case: Case, limit: str) -> str:
    return say.text(case.vocabulary[case.trial.labs_of_limits[limit]].name)


def _standing(here: Here) -> str:
    say = here.say
    day = day_words(say, here.case, sample_day(here.case, here.focus))
    return say("Sample: {day}", day=day) + " · " + say("Not recorded yet.")


def _question(here: Here, place: Report, line: LabLine) -> Block:
    """Ask about a line, as known with those that are certain."""
    say, known = here.say, here.case.after(settled(place.lines))
    name = say.text(known.vocabulary[line.item].name)
    return Block(say("{name}: {answer}", name=name, answer=ask_words(say, known, line)))


def _choices(here: Here, place: Report, line: LabLine) -> tuple[Row, ...]:
    say, known = here.say, here.case.after(settled(place.lines))
    labels = choice_labels(say, known, line)
    rows = [
        (Button(label, Go(_with(place, chosen(line, choice)))),)
        for label, choice in zip(labels, line.choices, strict=True)
    ]
    return (*rows, (_leave_out(here, place, line.item), _discard(here, place)))


def _ready(here: Here, place: Report) -> tuple[Row, ...]:
    say, case = here.say, here.case
    record = say("Record all ({n})", n=len(place.lines))
    rows: list[Row] = [(Button(record, _records(here, place), "primary"),)]
    if offer := remembered(case, lacking(case, place.lines)):
        label = say("Use the limits of {subject}", subject=offer.subject)
        rows.append((Button(label, Go(_with_limits(case, place, offer))),))
    rows += _days(here, place)
    fix = Button(say("Fix one"), Go(replace(place, fixing="")))
    return (*rows, (fix, _discard(here, place)))


def _days(here: Here, place: Report) -> list[Row]:
    """Offer the days that the text names, then the nearest unless named, then any."""
    say, today = here.say, here.world.today
    day = sample_day(here.case, here.focus)
    rows: list[Row] = [
        (Button(say("Day in the text: {day}", day=other.isoformat()), TakeDay(other)),)
        for other in place.days
        if other != day
    ]
    another = Button(say("Another day"), Go(SampleDays(place)))
    near = today - timedelta(days=1) if day == today else today
    if near in place.days:
        return [*rows, (another,)]
    label = say("Yesterday") if day == today else say("Today")
    return [*rows, (Button(label, TakeDay(near)), another)]


def _records(here: Here, place: Report) -> Record:
    values = dated(here, to_record(here.case, place.lines))
    return Record(here.case.id, here.case.trial.fingerprint, place.question, values)


def _with(place: Report, line: LabLine) -> Report:
    return replace(place, lines=merged(place.lines, [line]))


def _with_limits(case: Case, place: Report, offer: Remembered) -> Report:
    """Put the remembered limits beside the values that lack one."""
    labs = case.trial.labs_of_limits
    limits = [
        LabLine(labs[item], "settled", ({item: value},)) for item, value in offer.limits.items()
    ]
    return replace(place, lines=merged(place.lines, limits))


def _leave_out(here: Here, place: Report, item: str) -> Button:
    left = without(here.case, place, item)
    label = here.say("Leave it out")
    if not left:
        return Button(label, Discard())
    return Button(label, Go(replace(place, lines=left, fixing=None)))


def _discard(here: Here, place: Report) -> Button:
    return Button(here.say("‹ Discard all"), Discard())


def _fixing_words(say: Say, case: Case, fixed: str) -> str:
    """Ask which line is wrong, then for its value."""
    if not fixed:
        return say("Which one is wrong?")
    item = case.vocabulary[fixed]
    name = say.text(item.name)
    if item.example is None:
        return say("Type {name} again.", name=name)
    return say("Type {name} again, like {example}.", name=name, example=say.text(item.example))


def _fixing_rows(here: Here, place: Report, fixed: str) -> tuple[Row, ...]:
    say, case = here.say, here.case
    back: Row = (Button(say("‹ Back"), Go(replace(place, fixing=None))),)
    if fixed:
        return ((_leave_out(here, place, fixed),), back)
    buttons = [
        Button(_label(say, case, line), Go(replace(place, fixing=own_item(case, line))))
        for line in place.lines
    ]
    return (*packed(buttons), back)


def _label(say: Say, case: Case, line: LabLine) -> str:
    name = say.text(case.vocabulary[own_item(case, line)].name)
    if line.state != "settled":
        return f"{name} {Mark.OPEN}"
    return shortened(f"{name} {shown(say, case, line.choices[0])}", LABEL_WIDTH)
