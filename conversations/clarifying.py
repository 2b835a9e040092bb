"""Clarifications of readings: where they stand, and how one is taken back.

They change no limit and no logic: a person who judges reads them beside the rule.
"""

from collections.abc import Mapping

from conversations.acts import Go
from conversations.acts_of_the_trial import WithdrawClarification
from conversations.case import Case
from conversations.here import Here
from conversations.places_of_the_trial import ReadingCard, Readings
from conversations.screen import Button, Row
from conversations.turn import Turn
from conversations.words.own import quoted
from conversations.words.quotes import moved_on
from conversations.words.trial_status import full_day
from ectrial.record.conduct import Clarification, Origin
from ectrial.record.entries import Kind, NewEntry
from ectrial.wording.speech import Say, marked

ORIGINS: Mapping[Origin, str] = {
    "sponsor": marked("Sponsor"),
    "cro": marked("CRO"),
    "ethics": marked("Ethics committee"),
    "lead_site": marked("Lead site"),
    "other": marked("Someone else"),
}


def way_to_readings(here: Here) -> tuple[Row, ...]:
    """Lead from the card of the trial to its readings, if it has any."""
    if not here.world.trial.readings:
        return ()
    return ((Button(here.say("Readings and clarifications ›"), Go(Readings())),),)


def clarification_words(say: Say, each: Clarification) -> str:
    """Give one clarification: which reading, from whom, of which day, and its words."""
    words = quoted(say, each.words)
    origin, day = say(ORIGINS[each.origin]), full_day(say, each.day)
    return f"{each.reading} · {origin}, {day}: {words}"


def clarified_words(say: Say, case: Case, criterion: str | None) -> list[str]:
    """Give what was clarified of the readings of a criterion."""
    found = case.trial.criterion_by_id.get(criterion or "")
    if found is None or case.world.member.is_guest:
        return []
    clarified = case.world.records.conduct(case.id.trial).clarified(found.readings)
    return [clarification_words(say, each) for each in clarified]


def withdraw(here: Here, act: WithdrawClarification) -> Turn:
    """Record that a clarification is taken back."""
    stand = here.world.records.conduct(act.trial).clarifications
    if act.trial != here.world.trial.id or act.clarification not in [each.seq for each in stand]:
        return Turn(here.focus, toast=moved_on(here.say))
    value = {"of": act.clarification}
    entry = NewEntry(Kind.CLARIFICATION_WITHDRAWN, act.trial, item=act.reading, value=value)
    said = (here.say("Taken back; it stays in the record."),)
    return Turn(here.focus.at(ReadingCard(act.reading), said=said), (entry,))
