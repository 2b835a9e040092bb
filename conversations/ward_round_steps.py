"""What the acts of a ward round do: they choose and visit subjects, and record nothing."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any

from conversations import acts_of_ward_rounds as acts
from conversations.acts import Act
from conversations.case import Case, make_case
from conversations.here import Here
from conversations.places import Place
from conversations.places_of_ward_rounds import AtStop, EndOfRound, GoneStop, OrderStops, PickStops
from conversations.places_outside import Home
from conversations.places_to_look_at import Unreadable
from conversations.subjects import last_screening
from conversations.turn import Bed, Turn, World
from conversations.walk import asking
from conversations.walking import (
    gone,
    offered,
    round_today,
    skipped_between,
    with_picked,
)
from conversations.ward_round_words import gone_words
from conversations.words.heading import heading
from conversations.words.pages import PAGE, within
from ectrial.record.subjects import ScreeningId


def rounds(here: Here, rest: str) -> Turn:
    """Carry out the command: go on with the round, or put the codes behind it on the round."""
    return with_codes(here, rest) if rest.strip() else go_on(here, acts.GoOnRound())


def go_on(here: Here, act: acts.GoOnRound) -> Turn:
    """Go on where the round was left, at its end or its list if it is over or not begun."""
    walked = round_today(here.world, here.focus)
    if walked is None or not walked.stops or walked.at is None:
        return here.to(picks(here.world, 0))
    if walked.is_over:
        return here.to(EndOfRound())
    return visit(here, acts.Visit(walked.at))


def show_picks(here: Here, act: acts.ShowPicks) -> Turn:
    """Show a page of the codes."""
    return here.to(picks(here.world, act.page))


def picks(world: World, page: int) -> PickStops:
    """Give a page of the codes, stored in the place so that a tap finds its line."""
    found = offered(world)
    page = within(page, len(found))
    return PickStops(page, found[page * PAGE : (page + 1) * PAGE])


def pick(here: Here, act: acts.Pick) -> Turn:
    """Put subjects on the round; the card stays."""
    focus = with_picked(here.world, here.focus, act.screenings)
    return Turn(focus.at(_list(here)))


def unpick(here: Here, act: acts.Unpick) -> Turn:
    """Take a subject off; what was recorded of it stays."""
    walked = round_today(here.world, here.focus)
    left = None if walked is None else walked.without(act.screening)
    return Turn(replace(here.focus, ward_round=left).at(_list(here)))


def move_up(here: Here, act: acts.MoveUp) -> Turn:
    """Visit a subject before the one above it."""
    walked = round_today(here.world, here.focus)
    moved = None if walked is None else walked.moved_up(act.screening)
    return Turn(replace(here.focus, ward_round=moved).at(OrderStops()))


def visit(here: Here, act: acts.Visit) -> Turn:
    """Go to the stop of a subject; say which were skipped on the way, and why."""
    walked = round_today(here.world, here.focus)
    if walked is None or walked.stop(act.screening) is None:
        return here.to(picks(here.world, 0))
    screening = here.world.records.screening(act.screening)
    if screening is None or screening.voided:
        return here.to(GoneStop(act.screening))
    found = make_case(here.world, screening)
    place: Place = AtStop() if isinstance(found, Case) else Unreadable()
    said = skipped_words(here, act.screening)
    return here.to(place, screening=screening.id, said=said)


def skipped_words(here: Here, there: ScreeningId | None) -> tuple[str, ...]:
    """Say which stops lie between the present and a later one, and why nothing is to be done."""
    walked = round_today(here.world, here.focus)
    if walked is None:
        return ()
    found = skipped_between(walked, walked.at, there)
    why = ((stop, gone(here.world, stop)) for stop in found)
    return tuple(
        here.say(
            "{subject} skipped: {why}",
            subject=heading(here.say, stop.screening),
            why=gone_words(here.say, here.world, stop, reason),
        )
        for stop, reason in why
        if reason is not None
    )


def open_at_stop(here: Here, act: acts.OpenAtStop) -> Turn:
    """Open a question of the subject at whose bed the person is."""
    question = here.case.trial.question_by_id[act.question]
    return here.to(asking(here.case, question), opener=AtStop(act.page, act.through))


def forget_bed(here: Here, act: acts.ForgetBed) -> Turn:
    """Forget where the subject lies."""
    return Turn(here.focus.at(AtStop()), bed=Bed(act.opened, ""))


def end_round(here: Here, act: acts.EndRound) -> Turn:
    """Forget the round."""
    return Turn(replace(here.focus, ward_round=None).at(Home()))


def with_codes(here: Here, text: str) -> Turn:
    """Put the subjects of codes on the round, in their order; what is no code is not kept."""
    found = list(_codes(here, text))
    last = [last_screening(here.world, code) for code in found]
    valid = [each.id for each in last if each is not None and not each.voided]
    missing = len(found) - len(valid)
    focus = with_picked(here.world, here.focus, valid)
    if not found:
        said = here.say("Please use the buttons, or type subject codes.")
    else:
        said = here.say("Not on file: {n}", n=missing) if missing else ""
    return Turn(focus.at(_list(here), said=(said,) if said else ()))


def _codes(here: Here, text: str) -> Iterable[str]:
    words = here.world.codes.words(text)
    while words:
        found = here.world.codes.first(words)
        if found is not None:
            yield found[0]
        words = words[found[1] if found else 1 :]


def _list(here: Here) -> PickStops:
    """Give the list as it stands, or its first page."""
    place = here.focus.place
    return place if isinstance(place, PickStops) else picks(here.world, 0)


STEPS: Mapping[type[Act], Callable[[Here, Any], Turn]] = {
    acts.GoOnRound: go_on,
    acts.ShowPicks: show_picks,
    acts.Pick: pick,
    acts.Unpick: unpick,
    acts.MoveUp: move_up,
    acts.Visit: visit,
    acts.OpenAtStop: open_at_stop,
    acts.ForgetBed: forget_bed,
    acts.EndRound: end_round,
}
