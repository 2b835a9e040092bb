"""One function for each act about open items: what it records and where it leads."""

from collections.abc import Callable, Mapping
from typing import Any

from conversations import acts_of_queries as acts
from conversations.acts import Act
from conversations.case import Case, make_case
from conversations.here import Here
from conversations.places_of_queries import OpenItem, OpenItems
from conversations.places_to_look_at import Unreadable, Verdict
from conversations.queries import opening, postponing
from conversations.reminding import remind
from conversations.turn import Turn
from conversations.walk import asking
from conversations.words.queries import due_words, owner_words
from conversations.words.quotes import moved_on
from ectrial.record.entries import Kind


def ask(here: Here, act: acts.Ask) -> Turn:
    """Ask a person to settle open items, and say so on the verdict."""
    say, case, world = here.say, here.case, here.world
    entries = [
        each
        for item, why in act.items
        for each in opening(case, [item], why, act.assignee, act.due)
    ]
    who = owner_words(say, world, act.assignee)
    told = [who, *([due_words(say, world.today, act.due)] if act.due else [])]
    said = say("Open items ({n}): {who}", n=len(entries), who=" · ".join(told))
    focus = here.focus.at(Verdict(), said=(said,))
    return Turn(focus, tuple(entries), pushes=_rung(here, act.assignee))


def reassign(here: Here, act: acts.Reassign) -> Turn:
    """Ask another person to settle an item."""
    entry = here.case.entry(Kind.QUERY_CHANGED, act.item, {"assignee": act.assignee})
    focus = here.focus.at(OpenItem(act.item, act.back))
    return Turn(focus, (entry,), pushes=_rung(here, act.assignee))


def postpone(here: Here, act: acts.Postpone) -> Turn:
    """Set a new day, with its reason."""
    entry = postponing(here.case, act.item, act.due, act.reason)
    return Turn(here.focus.at(OpenItem(act.item, act.back)), (entry,))


def withdraw(here: Here, act: acts.Withdraw) -> Turn:
    """Ask nobody any more, and return to the list."""
    entry = here.case.entry(Kind.QUERY_CLOSED, act.item, {"why": act.why})
    is_withdrawn = act.why == "withdrawn"
    say = here.say
    said = (say("Withdrawn: nobody is asked any more.") if is_withdrawn else say("Closed."),)
    return Turn(here.focus.at(act.back or OpenItems(), said=said), (entry,))


def settle(here: Here, act: acts.Settle) -> Turn:
    """Open the question of an item, in its screening; its answer returns to the list."""
    screening = here.world.records.screening(act.screening)
    if screening is None or screening.voided:
        return here.to(act.back, said=(moved_on(here.say),))
    case = make_case(here.world, screening)
    if not isinstance(case, Case):
        return here.to(Unreadable(), screening=screening.id)
    question = case.trial.question_of.get(act.item)
    query = screening.queries.get(act.item)
    if question is None or (query is not None and query.why == "check" and query.is_open):
        return here.to(OpenItem(act.item, act.back), screening=screening.id)
    return here.to(asking(case, question), screening=screening.id, opener=act.back)


def _rung(here: Here, assignee: int) -> tuple[int, ...]:
    """Give whose phone rings: who is asked, or the cover; never the person of this turn."""
    asked = here.world.team.asked_instead_of(assignee, here.world.today)
    return () if asked == here.world.actor else (asked,)


STEPS: Mapping[type[Act], Callable[[Here, Any], Turn]] = {
    acts.Ask: ask,
    acts.Reassign: reassign,
    acts.Postpone: postpone,
    acts.Withdraw: withdraw,
    acts.Settle: settle,
    acts.Remind: remind,
}
