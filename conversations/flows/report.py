"""The card of a report: every lab as it was read, what each gives, and what is still asked."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from conversations.acts import Discard, Go, Record, TakeDay
from conversations.case import Case
from conversations.drafts import LabLine
from conversations.here import Here
from conversations.labs import chosen, first_open, merged, own_item, settled
from conversations.limits import Remembered, remembered
from conversations.places import Report, SampleDays
from conversations.report import lacking, to_record, type_more, without
from conversations.report_at import day_of_report, names_a_day
from conversations.sample import dated, lacks_day
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
from conversations.words.days import day_words, days_sampled, later_counts, sampled_words
from conversations.words.heading import heading
from conversations.words.labs import ask_words, choice_labels, shown
from conversations.words.read_back import contradictions, read_back
from ectrial.labs.dates import is_recent
from ectrial.quantity import Quantity
from ectrial.wording.marks import Mark
from ectrial.wording.numbers import quantity_words
from ectrial.wording.speech import Say, marked

CALLED = {
    "reported": marked("Reported {day}"),
    "printed": marked("Printed {day}"),
    "received": marked("Received {day}"),
}


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
        *_standing(here, place),
        *([_question(here, place, open_line)] if open_line else _day_asked(here, place)),
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


def _standing(here: Here, place: Report) -> list[Block]:
    """Say of which day the report is, how many days follow, and that nothing is recorded."""
    say, case = here.say, here.case
    values = to_record(case, place.lines)
    day = day_of_report(case, here.focus, place)
    told = []
    if day and lacks_day(case, values):
        told = [sampled_words(say, here.world.today, day)]
    told.append(say("Not recorded yet."))
    superseded = case.superseded(dated(here, values, day)) if day else ()
    days = [day for each in place.later for day in each.sampled]
    later = [sampled_words(say, here.world.today, day) for day in days]
    unclear = sum(len(each.lines) for each in place.later if not each.sampled)
    if unclear:
        later.append(say("{n} results, day not certain", n=unclear))
    blocks = [note(" · ".join(told)), *map(note, later_counts(say, case, superseded))]
    if later:
        blocks.append(note(say("Then: {days}", days=" · ".join(later))))
    return blocks


def _day_asked(here: Here, place: Report) -> list[Block]:
    """Ask for the day of the sample where the text does not say it for certain."""
    say, case = here.say, here.case
    if day_of_report(case, here.focus, place) or not _is_sampled(case, place):
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


def _is_sampled(case: Case, place: Report) -> bool:
    return lacks_day(case, to_record(case, place.lines))


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
    rows = list(_recording_rows(here, place))
    if offer := remembered(case, lacking(case, place.lines)):
        label = say("Use the limits of {subject}", subject=offer.subject)
        rows.append((Button(label, Go(_with_limits(case, place, offer))),))
    if _is_sampled(case, place):
        rows.append((Button(say("Other day…"), Go(SampleDays(place))),))
    fix = Button(say("Fix one"), Go(replace(place, fixing="")))
    return (*rows, (fix, _discard(here, place)))


def _recording_rows(here: Here, place: Report) -> Iterator[Row]:
    """Give what records the report with its day; where that is not said, the days to choose."""
    say, case, today = here.say, here.case, here.world.today
    n, day = len(place.lines), day_of_report(case, here.focus, place)
    is_sampled = _is_sampled(case, place)
    if day is not None or not is_sampled:
        label = _record_words(here, n, day) if day and is_sampled else say("Record all ({n})", n=n)
        yield (Button(label, _records(here, place, day), "primary"),)
    elif names_a_day(place):
        yield from _days_to_choose(here, place)
    else:
        recorded = days_sampled(case, to_record(case, place.lines))
        for near in dict.fromkeys((*recorded, today, today - timedelta(days=1))):
            yield (Button(_record_words(here, n, near), _records(here, place, near)),)


def _record_words(here: Here, n: int, day: date) -> str:
    say = here.say
    return say("Record {n} · sampled {day}", n=n, day=day_words(say, here.world.today, day))


def _days_to_choose(here: Here, place: Report) -> Iterator[Row]:
    """Offer the days that the text names, each called what the text calls it."""
    say, today = here.say, here.world.today
    found = [
        *[(say("Sampled {day}"), day) for day in place.sampled],
        *[(say("Day in the text: {day}"), day) for day in place.days if day not in place.sampled],
        *[(say(CALLED.get(role, "{day}")), day) for role, day in place.called],
    ]
    told: set[date] = set()
    for words_, day in found:
        if is_recent(day, today) and day not in told:
            told.add(day)
            label = words_.format(day=day_words(say, today, day))
            yield (Button(label, TakeDay(day)),)


def _records(here: Here, place: Report, day: date | None = None) -> Record:
    case = here.case
    values = dated(here, to_record(case, place.lines), day)
    return Record(case.id, case.trial.fingerprint, place.question, values)


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
