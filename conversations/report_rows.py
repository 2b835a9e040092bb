"""The buttons of a report: possible values, recording, days, and corrections."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from conversations.acts import Discard, Go, Record, TakeDay
from conversations.case import Case
from conversations.drafts import LabLine
from conversations.here import Here
from conversations.labs import chosen, merged, own_item, settled
from conversations.limits import Remembered, remembered
from conversations.places import Report, SampleDays
from conversations.report import lacking, to_record, without
from conversations.report_at import day_of_report, names_a_day
from conversations.sample import dated, lacks_day
from conversations.screen import (
    LABEL_WIDTH,
    Button,
    Row,
    packed,
    shortened,
)
from conversations.words.days import day_words, days_sampled
from conversations.words.labs import choice_labels, shown
from ectrial.facts import Absence
from ectrial.given import given
from ectrial.labs.dates import is_recent
from ectrial.wording.answers import absence_words
from ectrial.wording.marks import Mark
from ectrial.wording.speech import Say, marked

CALLED = {
    "reported": marked("Reported {day}"),
    "printed": marked("Printed {day}"),
    "received": marked("Received {day}"),
}


def is_sampled(case: Case, place: Report) -> bool:
    """Whether the report has a number that needs a sampling day."""
    return lacks_day(case, to_record(case, place.lines))


def choice_rows(here: Here, place: Report, line: LabLine) -> tuple[Row, ...]:
    """Offer each possible value of a line, with its result if the results differ."""
    say, known = here.say, here.case.after(settled(place.lines))
    labels = choice_labels(say, known, line)
    rows: list[Row] = [
        (Button(label, Go(_with(place, chosen(line, choice)))),)
        for label, choice in zip(labels, line.choices, strict=True)
    ]
    if line.why == "no_result":
        rows.append(tuple(_absences(here, place, line)))
    leave, discard = _leave_out(here, place, line.item), _discard(here, place)
    # without its only line nothing is left of a report
    return (*rows, (leave, discard) if leave.act != discard.act else (leave,))


def _absences(here: Here, place: Report, line: LabLine) -> Iterator[Button]:
    """Offer to record that there is no result, and why."""
    item = here.case.vocabulary[line.item]
    for why in (Absence.NOT_DONE, Absence.PENDING):
        if why in item.absences:
            said = LabLine(line.item, "settled", ({line.item: given(why)},))
            label = absence_words(here.say, why, as_label=True)
            yield Button(label, Go(_with(place, said)))


def ready_rows(here: Here, place: Report) -> tuple[Row, ...]:
    """Offer to record a report if every line is certain, or to correct a line."""
    say, case = here.say, here.case
    rows = list(_recording_rows(here, place))
    if offer := remembered(case, lacking(case, place.lines)):
        label = say("Use the limits of {subject}", subject=offer.subject)
        rows.append((Button(label, Go(_with_limits(case, place, offer))),))
    if is_sampled(case, place):
        rows.append((Button(say("Other day…"), Go(SampleDays(place))),))
    fix = Button(say("Fix one"), Go(replace(place, fixing="")))
    return (*rows, (fix, _discard(here, place)))


def _recording_rows(here: Here, place: Report) -> Iterator[Row]:
    """Offer to record the report with its day; without a day, offer days to choose."""
    say, case, today = here.say, here.case, here.world.today
    n, day = len(place.lines), day_of_report(case, here.focus, place)
    has_sample = is_sampled(case, place)
    if day is not None or not has_sample:
        label = _record_words(here, n, day) if day and has_sample else say("Record all ({n})", n=n)
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
    """Offer the days that the text names, each with its label in the text."""
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
    """Add the remembered limits to the values that lack one."""
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


def fixing_rows(here: Here, place: Report, fixed: str) -> tuple[Row, ...]:
    """Offer the lines to choose the wrong one, or to leave out the one being corrected."""
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
