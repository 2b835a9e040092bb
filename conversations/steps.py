"""One function for each act: it gives the entries to record and the place to go to."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from conversations import acts
from conversations.case import Case, make_case, newer_version
from conversations.focus import Focus
from conversations.here import Here
from conversations.languages import back_to_the_card, to_trials
from conversations.places import Question, Report, Whose
from conversations.places_of_the_trial import Amendment
from conversations.places_outside import Home, Trials
from conversations.places_to_look_at import ForwardText, Moving, Verdict
from conversations.recording import follow, record, verdict_given
from conversations.report_at import next_report
from conversations.sampling import day_chosen, said_with
from conversations.standing import list_page, present_place
from conversations.subjects import begun, opened, voided
from conversations.turn import Turn
from conversations.undoing import change_words, is_late, own_change
from conversations.waiting import behind, left_waiting
from conversations.walk import asking, next_place, place_before
from ectrial.given import Given, all_given
from ectrial.record.entries import Kind, Order, Reason
from ectrial.record.renames import renamed_screening
from ectrial.trial.impact import not_carried
from ectrial.trial.renaming import renames
from ectrial.wording.speech import marked

_ORDERS: Mapping[Order, str] = {
    "quick": marked("Quick order from here: what excludes soonest is asked first."),
    "protocol": marked("Protocol order from here."),
}


def go(here: Here, act: acts.Go) -> Turn:
    """Go to a place."""
    aside = here.focus.aside
    if aside is not None and act.place == aside.place:
        return Turn(_from_languages(here))
    if isinstance(act.place, Trials):
        return Turn(to_trials(here.focus))
    return here.to(act.place)


def go_on(here: Here, act: acts.GoOn) -> Turn:
    """Go to the next question of the open screening; home, if somebody has voided it."""
    if here.found is None:
        return here.to(Home(), screening=None)
    return here.to(present_place(here.found))


def go_back(here: Here, act: acts.GoBack) -> Turn:
    """Drop unrecorded ticks, if any; else go to the opener, or to the previous question."""
    if getattr(here.focus.place, "ticks", None) is not None:
        return here.to(Question(act.question))
    if here.focus.opener is not None:
        return here.to(here.focus.opener)
    return here.to(place_before(here.case, act.question))


def show_list(here: Here, act: acts.ShowList) -> Turn:
    """Show a page of the list, with its present content."""
    return here.to(list_page(here.world, act.page, act.wanted))


def change(here: Here, act: acts.Change) -> Turn:
    """Open a question from a card that lists several questions."""
    question = here.case.trial.question_by_id[act.question]
    return here.to(asking(here.case, question), opener=act.back)


def record_answers(here: Here, act: acts.Record) -> Turn:
    """Record the answers, unless a question about them comes first."""
    here = replace(here, focus=replace(here.focus, sitting=said_with(here, act.values)))
    return record(here, act.values, act.reason, anyway=act.anyway, corrects=act.corrects)


def skip(here: Here, act: acts.Skip) -> Turn:
    """Leave a question for later."""
    case, screening = here.case, here.case.screening
    entries = []
    if act.question not in screening.skipped:
        entries.append(case.entry(Kind.SKIPPED, act.question))
    passed = replace(screening, skipped=screening.skipped | {act.question})
    return _leave(here, replace(case, screening=passed), entries)


def leave_answered(here: Here, act: acts.Next) -> Turn:
    """Leave a question with its present answer."""
    return _leave(here, here.case, [])


def _leave(here: Here, case: Case, entries: list[Any]) -> Turn:
    turn = follow(here, case, case, entries, ())
    there = here.focus.opener or next_place(case)
    return replace(turn, focus=here.focus.at(there, opener=None))


def discard(here: Here, act: acts.Discard) -> Turn:
    """Drop the report, and return to the card on which it was pasted."""
    said = (here.say("Nothing was recorded."),)
    report = here.focus.place
    if isinstance(report, Whose) and report.back is not None:
        return here.to(report.back, said=said)
    if isinstance(report, Report) and (following := next_report(report)):
        return here.to(following, said=said)
    if here.focus.opener is not None:
        return here.to(here.focus.opener, said=said)
    name = report.question if isinstance(report, Report) else None
    question = here.case.trial.question_by_id.get(name or "")
    place = asking(here.case, question) if question else next_place(here.case)
    return here.to(place, said=said)


def take_day(here: Here, act: acts.TakeDay) -> Turn:
    """Use a day, and continue where the day was asked for."""
    return day_chosen(here, act.day)


def undo(here: Here, act: acts.Undo) -> Turn:
    """Take back the last answers within two minutes, as a correction with the reason mis-tap."""
    say, case = here.say, here.case
    last = own_change(case)
    if last is None:
        return Turn(here.focus, toast=say("Nothing of yours to undo."))
    if is_late(case, last):
        return Turn(here.focus, toast=say("Two minutes have passed: change it in /review."))
    before = all_given(last.before)
    after = case.after(before, corrects=True)
    question = case.trial.question_of.get(next(iter(before)))
    said = (say("Taken back: {what}.", what=change_words(say, case, last)),)
    fresh = replace(here, focus=replace(here.focus, opener=None))
    turn = follow(fresh, case, after, case.recording(before, Reason.MIS_TAP, corrects=True), said)
    if question is None or question.role == "stratum":
        return replace(turn, toast=said[0])
    there = here.focus.at(asking(after, question), opener=None, said=said)
    return replace(turn, focus=there, toast=said[0])


def stop(here: Here, act: acts.Stop) -> Turn:
    """Stop at a failure: the verdict stays, and the remaining questions are not asked."""
    case = here.case
    given = verdict_given(case, case, is_finished=True)
    place = ForwardText() if act.forwards else Verdict()
    return Turn(here.focus.at(place), (case.entry(Kind.STOPPED), *given))


def keep_going(here: Here, act: acts.KeepGoing) -> Turn:
    """Continue after a failure, as a screening log needs every reason."""
    case = here.case
    decided = replace(case.screening, stopped=False, continued=True)
    going = replace(case, screening=decided)
    entries = [case.entry(Kind.CONTINUED)]
    if going.next_question is None:
        entries += verdict_given(case, case, is_finished=True)
    return Turn(here.focus.at(next_place(going)), tuple(entries))


def reorder(here: Here, act: acts.Reorder) -> Turn:
    """Change between protocol order and quick order; every answer stays."""
    case = here.case
    changed = replace(case, screening=replace(case.screening, order=act.order))
    entries = (case.entry(Kind.ORDERED, value=act.order),)
    said = _ORDERS[act.order]
    return Turn(here.focus.at(next_place(changed), said=(here.say(said),)), entries)


def copy(here: Here, act: acts.Copy) -> Turn:
    """Stay: the phone has copied the text already."""
    return here.to(here.focus.place)


def move(here: Here, act: acts.Move) -> Turn:
    """Continue under the present version; answers that it cannot use are taken back."""
    case, newer = here.case, here.world.trial
    answers = {item: answer.value for item, answer in case.screening.answers.items()}
    left = [case.entry(Kind.CORRECTED, item) for item in not_carried(case.trial, newer, answers)]
    gone = case.after({entry.item or "": Given(None) for entry in left}).screening
    kept = {item: answer.value for item, answer in gone.answers.items()}
    named = renames(newer, kept)
    under = replace(
        renamed_screening(gone, named),
        protocol_version=newer.version,
        protocol_hash=newer.fingerprint,
    )
    moved = make_case(here.world, under)
    if not isinstance(moved, Case):
        raise LookupError("the present version reads none of it")  # noqa: TRY004 - no type is wrong
    entries = [replace(entry, reason=Reason.OTHER) for entry in left]
    given = verdict_given(moved, moved, is_finished=False)
    entries += [moved.entry(Kind.MOVED, value=named.value), *given]
    said = (here.say("Now under protocol version {new}.", new=newer.version),)
    return Turn(here.focus.at(next_place(moved), said=said), tuple(entries))


def begin(here: Here, act: acts.Begin) -> Turn:
    """Open a screening of a subject."""
    return begun(here, act.screening, act.answers)


def open_screening(here: Here, act: acts.Open) -> Turn:
    """Open a screening of the list; if it was voided, ask what to do.

    From the card that names who moves to a version in use, it opens at the card that moves it.
    """
    screening = here.world.records.screening(act.screening)
    if screening is None or screening.voided:
        return voided(here, act.screening)
    if act.answers:
        return opened(here, screening, act.answers)
    found = make_case(here.world, screening)
    moves = isinstance(found, Case) and newer_version(found) is not None
    to_move = moves and isinstance(here.focus.place, Amendment)
    place = Moving() if to_move else present_place(found)
    return here.to(place, screening=screening.id)


def open_with(here: Here, act: acts.OpenWith) -> Turn:
    """Open the screening that a text named, and show the report of the text there."""
    aside = left_waiting(behind(here.focus), here.focus.at(act.report, screening=act.screening))
    return Turn(aside)


def speak(here: Here, act: acts.Speak) -> Turn:
    """Change the language, and stay at the place."""
    if here.world.member.is_guest:
        return Turn(here.focus, language=act.language)
    return Turn(_from_languages(here), language=act.language)


def _from_languages(here: Here) -> Focus:
    """Return to where the person was; home, if somebody has voided that screening."""
    focus = back_to_the_card(here.focus)
    return replace(focus, screening=None) if here.found is None else focus
