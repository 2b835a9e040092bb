"""Screening a subject again after a failure: whether the protocol allows it, and its opening."""

from dataclasses import dataclass, replace
from datetime import date
from typing import get_args

from conversations.acts import Begin, BeginAgain
from conversations.here import Here
from conversations.places import WithoutScreening
from conversations.places_outside import Rescreen
from conversations.places_to_look_at import ForwardText
from conversations.subjects import begun
from conversations.turn import Turn, World
from conversations.words.quotes import moved_on
from conversations.words.rescreening import Allowed, repeat_line
from ectrial.record.entries import Kind
from ectrial.record.repeats import Repeat
from ectrial.record.screenings import Screening

_WITHOUT_SCREENING = get_args(WithoutScreening)


@dataclass(frozen=True, slots=True)
class Again:
    """A failed screening that the next would repeat, and whether the protocol allows that.

    `since` is the first day on which it does.
    """

    failed: Screening
    repeat: Repeat
    allowed: Allowed
    since: date


def again_of(world: World, subject: str) -> Again | None:
    """Give what a next screening of a subject would repeat; None if the last one did not fail.

    Voided screenings count for nothing.
    """
    valid = [each for each in world.records.episodes(world.trial.id, subject) if not each.voided]
    last = valid[-1] if valid else None
    if last is None or last.verdict is None or last.verdict["verdict"] != "not_eligible":
        return None
    rule, day = world.trial.rescreening, _failed_on(world, last)
    ids = tuple(last.verdict["failing"])
    repeat = Repeat(last.first_seq, last.id.episode, day, ids, len(valid), rule is None)
    if rule is None:
        return Again(last, repeat, "ask", day)
    since = rule.first_day(day)
    if rule.is_used_up(repeat.number):
        return Again(last, repeat, "never", since)
    return Again(last, repeat, "early" if world.today < since else "allowed", since)


def _failed_on(world: World, screening: Screening) -> date:
    """Give the day since which the recorded verdict is that the subject is not eligible."""
    since = None
    for entry in world.records.history(screening.id):
        if entry.said.kind is Kind.CLEARED:
            since = None
        elif entry.said.kind is Kind.VERDICT_GIVEN:
            is_failure = entry.said.value["verdict"] == "not_eligible"
            since = (since or entry.at_utc) if is_failure else None
    return world.day_of(since or screening.last_at or screening.opened_at)


def act_of(here: Here, place: Rescreen) -> Begin | BeginAgain | None:
    """Give the act that screens a subject again; None if the protocol does not allow it."""
    last = here.world.records.episodes(here.world.trial.id, place.subject)[-1]
    following = last.id.in_episode(last.id.episode + 1)
    again = again_of(here.world, place.subject)
    if again is None:
        return Begin(following, place.answers)
    if again.allowed in ("early", "never"):
        return None
    pinned = (again.failed.id, again.failed.last_seq, again.repeat.asked)
    return BeginAgain(following, *pinned, place.answers)


def begin_again(here: Here, act: BeginAgain) -> Turn:
    """Open a screening that names the one it repeats; it begins with no answer of that one."""
    again = again_of(here.world, act.screening.subject)
    if again is None or again.failed.id != act.repeats:
        return Turn(here.focus, toast=moved_on(here.say))
    turn = begun(here, act.screening, act.answers)
    opened, *answers = turn.entries
    names = replace(opened, kind=Kind.RESCREENED, value=again.repeat.value)
    return replace(turn, entries=(opened, names, *answers))


def repeated_here(here: Here) -> str:
    """Say on each card of a screening what it repeats; nothing of any other.

    A guest sees one screening alone, and a text to forward says it in its own language.
    """
    place = here.focus.place
    if here.found is None or isinstance(place, (ForwardText, *_WITHOUT_SCREENING)):
        return ""
    if here.world.member.is_guest or here.world.to_prove.must:
        return ""
    return repeat_line(here.say, here.world, here.found.screening)
