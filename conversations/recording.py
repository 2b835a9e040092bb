"""Recording of answers: held if they contradict or change others, then read back."""

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from typing import Literal

from conversations.case import Case
from conversations.conflicts import conflicts
from conversations.drafts import Doubt, Values
from conversations.here import Here
from conversations.places import Back, Hold, Limit, Question, ReadBack, Reading, Report, SampleDays
from conversations.places_of_lists import ListDraft
from conversations.places_to_look_at import Failed, OpenQuestions, Review, Verdict
from conversations.report_at import next_report, report_at
from conversations.turn import Turn
from conversations.walk import asking, next_place
from conversations.words.days import later_counts, sampled_words
from conversations.words.read_back import echo
from ectrial.record.entries import JSON, NOTHING_FAILS, Kind, NewEntry, Reason
from ectrial.rules.language import WITH_TIME


def record(
    here: Here,
    values: Values,
    reason: Reason | None = None,
    *,
    anyway: bool = False,
    corrects: bool = False,
) -> Turn:
    """Record answers; ask first if they may belong to another question, or contradict others.

    `corrects`: the days of recorded numbers were wrong.
    """
    case = here.case
    if (doubt := doubt_of(here, values)) is not None:
        return here.to(ReadBack(dict(values), doubt, came_from(here)))
    superseded = () if corrects else case.late.among(values)
    values = values if corrects else case.late.with_own_limits(values)
    after = case.after(values, corrects=corrects)
    if not (anyway or corrects) and conflicts(case, after):
        return _held(here, values, "contradiction")
    if reason is None and case.needs_reason(values):
        return _held(here, values, "reason", anyway=anyway)
    entries = case.recording(values, reason, corrects=corrects)
    counting = {item: value for item, value in values.items() if item not in superseded}
    said = (
        *echo(here.say, after, counting),
        *_days_read_back(here, values),
        *later_counts(here.say, case, superseded),
    )
    turn = follow(here, case, after, entries, said)
    report = report_at(here.focus.place)
    following = report and next_report(report)
    return replace(turn, focus=here.focus.at(following, said=said)) if following else turn


def _days_read_back(here: Here, values: Values) -> tuple[str, ...]:
    days = dict.fromkeys(value.day for value in values.values() if value.day)
    return tuple(sampled_words(here.say, here.world.today, day) for day in days)


def doubt_of(here: Here, values: Values) -> Doubt | None:
    """Give why a typed answer may be for another question; None if there is no such doubt."""
    if here.belongs != "yes":
        return here.belongs
    if here.focus.anew == "switched":
        return "switched"
    return "repeat" if _is_repeat(here.case, values) else None


def _is_repeat(case: Case, values: Values) -> bool:
    """Whether this person just recorded the same numbers for other items."""
    last = case.screening.last_change
    if last is None or last.actor != case.world.actor or not last.before.keys().isdisjoint(values):
        return False
    told = _numbers(value.recorded for value in values.values())
    return bool(told) and told == _numbers(map(case.recorded, last.before))


def _numbers(values: Iterable[JSON]) -> list[Decimal]:
    numbers = (each for each in values if isinstance(each, dict) and "value" in each)
    return sorted(Decimal(str(each["value"])) for each in numbers)


def _held(
    here: Here, values: Values, why: Literal["contradiction", "reason"], *, anyway: bool = False
) -> Turn:
    back, place = came_from(here), here.focus.place
    if isinstance(place, ListDraft) and why == "contradiction":
        back = place  # what was entered thing by thing is mended where it was entered
    return here.to(Hold(dict(values), why, back, anyway))


def came_from(here: Here) -> Back:
    """Give the place to return to from a side question; a question is returned without ticks."""
    match here.focus.place:
        case Hold(back=ListDraft(question=question)):
            return asking(here.case, here.case.trial.question_by_id[question])
        case Hold(back=back) | ReadBack(back=back) | SampleDays(back=back):
            return back
        case (
            Question(id=question)
            | Limit(question=question)
            | Reading(question=question)
            | ListDraft(question=question)
        ):
            asked = here.case.trial.question_by_id.get(question)
            return asking(here.case, asked) if asked else next_place(here.case)
        case Report() | Failed() | Verdict() | OpenQuestions() | Review() as place:
            return place
    return next_place(here.case)


def follow(
    here: Here, before: Case, after: Case, entries: list[NewEntry], said: tuple[str, ...]
) -> Turn:
    """Go where changed answers lead: to a first failure, the opener, a question or the verdict."""
    opener = here.focus.opener
    stopped = before.screening.stopped
    if stopped and not after.verdict.failing:
        entries = [*entries, before.entry(Kind.CONTINUED, value=NOTHING_FAILS)]
    upcoming = after.next_question
    leaves = upcoming is None or opener is not None or stopped
    is_finished = leaves and upcoming is None and not after.is_undecided
    entries = [*entries, *verdict_given(before, after, is_finished=is_finished)]
    focus = here.focus.at(Verdict(), screening=before.id, said=said)
    if after.is_undecided:
        return Turn(focus.at(Failed()), tuple(entries))
    if opener is not None:
        return Turn(focus.at(opener, said=said), tuple(entries))
    if upcoming is None or stopped:
        return Turn(focus, tuple(entries))
    return Turn(focus.at(asking(after, upcoming), said=said), tuple(entries))


def verdict_given(before: Case, after: Case, *, is_finished: bool) -> list[NewEntry]:
    """Record a verdict once every question is done, and again whenever it changes.

    Given by another version it is another verdict, also where that says the same.
    """
    now, under = after.verdict.as_json(), (after.trial.version, after.trial.fingerprint)
    last = before.screening.verdict
    due = is_finished or last is not None
    is_same = last is not None and all(last.get(part) == told for part, told in now.items())
    if not due or (is_same and before.screening.judged_under == under):
        return []
    said = {"as_of": after.verdict.today.isoformat(), **zone_of(after)}
    if after.verdict.is_of_enrolment:
        said["of"] = "enrolment"
    return [before.entry(Kind.VERDICT_GIVEN, value={**now, **said})]


def zone_of(case: Case) -> dict[str, str]:
    """Give the zone in which the days of answers were counted, if they count in the verdict."""
    if case.trial.language < WITH_TIME:
        return {}
    return {"zone": str(case.world.now.tzinfo)}
