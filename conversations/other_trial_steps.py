"""What the acts about other trials record: in both trials, or in this one alone."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from conversations import acts_of_other_trials as acts
from conversations.acts import Act
from conversations.answers import counted
from conversations.case import Case, first_case
from conversations.conflicts import conflicts
from conversations.focus import Focus
from conversations.here import Here
from conversations.other_trials import compared, latest, linked, may_link, world_of
from conversations.own_trials import OwnTrial
from conversations.places import Place
from conversations.places_of_other_trials import OtherTrials
from conversations.recording import follow
from conversations.standing import present_place
from conversations.turn import Turn
from conversations.words.quotes import moved_on
from ectrial.given import given
from ectrial.record.carried import origin_value
from ectrial.record.entries import JSON, Kind, NewEntry
from ectrial.record.subjects import ScreeningId
from ectrial.trial.carrying import Carried


def open_elsewhere(here: Here, act: acts.OpenElsewhere) -> Turn:
    """Open a screening of the same patient in another trial, linked, and go there."""
    own = _own(here, act.there)
    if own is None or own.records.episodes(own.trial.id, act.there.subject):
        return _nothing(here)
    there = first_case(world_of(here.world, own), act.there)
    entries = (there.entry(Kind.OPENED), *_link(here, here.case, there, "open"))
    return _there(here, act.there, OtherTrials(), entries)


def go_there(here: Here, act: acts.GoThere) -> Turn:
    """Change to another trial, to a screening on file."""
    own = here.world.own_trials.get(act.there.trial)
    found = None if own is None else latest(here.world, own, act.there.subject)
    if found is None or found.id != act.there:
        return _nothing(here)
    return _there(here, act.there, present_place(found), ())


def link(here: Here, act: acts.Link) -> Turn:
    """Say in both screenings that they are of the same patient."""
    own = _own(here, act.there)
    there = None if own is None else latest(here.world, own, act.there.subject)
    now = here.world.records.links()
    if (
        there is None
        or (there.id, there.screening.last_seq) != (act.there, act.seq_there)
        or compared(here.case.screening.answers, there.screening.answers) != act.compared
        or any(code.trial == act.there.trial for code in now.same_patient(act.screening))
    ):
        return _nothing(here)
    entries = _link(here, here.case, there, act.compared)
    said = (here.say("Linked: the same patient."),)
    return Turn(here.focus.at(OtherTrials(), said=said), entries)


def unlink(here: Here, act: acts.Unlink) -> Turn:
    """Say in both screenings that they are of different patients."""
    own, links = _own(here, act.there), here.world.records.links()
    there = None if own is None else latest(here.world, own, act.there.subject)
    if there is None or links.between(act.screening, act.there) != act.pair:
        return _nothing(here)
    entries = tuple(
        each.entry(Kind.UNLINKED, value={"pair": act.pair}) for each in (here.case, there)
    )
    said = (here.say("Not linked any more."),)
    return Turn(here.focus.at(OtherTrials(), said=said), entries)


def use_answers(here: Here, act: acts.UseAnswers) -> Turn:
    """Record the answers that the button named, each with its origin, its day and its source."""
    case = here.case
    found = next((each for each in linked(case) if each.case.id == act.there), None)
    if found is None or found.offer.pinned != act.answers:
        return _nothing(here)
    taken = found.offer.answers
    values = {item: given(each.value) for item, each in taken.items()}
    after = case.after(values)
    entries = [*case.recording(values, None), *_origins(case, taken)]
    n = counted(case.trial, values)
    said = [here.say("1 answer used.") if n == 1 else here.say("{n} answers used.", n=n)]
    if clashing := conflicts(case, after):
        names = here.say.listed(here.say.text(item.name) for item in clashing)
        said.append(here.say("These contradict each other: {names}", names=names))
    return follow(here, case, after, entries, tuple(said))


def _origins(case: Case, taken: Mapping[str, Carried]) -> list[NewEntry]:
    """Say of each answer where it came from, and of all where they were seen."""
    origins = [
        case.entry(Kind.CARRIED, item, origin_value(each.of, each.day, by_consent=each.by_consent))
        for item, each in taken.items()
    ]
    seen: dict[str, list[str]] = {}
    for item, each in taken.items():
        if each.source is not None:
            seen.setdefault(each.source, []).append(item)
    values: list[JSON] = [{"source": name, "items": items} for name, items in seen.items()]
    return [*origins, *(case.entry(Kind.SOURCED, value=value) for value in values)]


def _link(here: Here, one: Case, other: Case, how: str) -> tuple[NewEntry, ...]:
    value = {"pair": here.world.secret, "compared": how}
    return tuple(each.entry(Kind.LINKED, value=value) for each in (one, other))


def _own(here: Here, there: ScreeningId) -> OwnTrial | None:
    """Give the other trial of an act that writes in both; None if the person may not there."""
    own = here.world.own_trials.get(there.trial)
    return own if own is not None and may_link(here.world, own) else None


def _nothing(here: Here) -> Turn:
    return Turn(here.focus, toast=moved_on(here.say))


def _there(here: Here, there: ScreeningId, place: Place, entries: tuple[NewEntry, ...]) -> Turn:
    """Go to a screening of another trial, and leave this one where it is."""
    turn = Turn(here.focus, entries)
    return replace(turn, trial=there.trial, there=Focus(place, there))


STEPS: Mapping[type[Act], Callable[[Here, Any], Turn]] = {
    acts.OpenElsewhere: open_elsewhere,
    acts.GoThere: go_there,
    acts.Link: link,
    acts.Unlink: unlink,
    acts.UseAnswers: use_answers,
}
