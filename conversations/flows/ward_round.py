"""A stop of a ward round: how it stands, what is new, and what can be closed at this bed."""

from conversations.acts import Go, GoOn
from conversations.acts_of_ward_rounds import OpenAtStop, ShowPicks, Visit
from conversations.beds import with_bed
from conversations.bedside import Open, at_the_bed
from conversations.case import Case
from conversations.here import Here
from conversations.one_by_one import following
from conversations.places import Report
from conversations.places_of_queries import Asking, OpenItems
from conversations.places_of_ward_rounds import AtStop, BedAsked, EndOfRound, GoneStop
from conversations.places_to_look_at import Verdict
from conversations.queries import asked, unasked
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
from conversations.typed_text import type_answer
from conversations.undoing import own_change, undo_buttons
from conversations.walking import before, gone, new_entries, next_of, round_today
from conversations.ward_round_words import (
    at_bed_words,
    elsewhere_words,
    gone_words,
    new_words,
    position_words,
    standing_words,
)
from conversations.ward_rounds import Stop, WardRound
from conversations.words.consent import consent_line
from conversations.words.heading import heading, sex_and_age
from conversations.words.phone import folded_to_a_phone
from conversations.words.queries import when_words
from conversations.words.verdict import investigator_words
from ectrial.record.subjects import ScreeningId

AT_ONCE = 2
MOST_ROWS = 5  # with more, a phone 520 pixels high does not show the last line of the card
HALF_A_ROW = 15  # letters


def words(here: Here, place: AtStop) -> tuple[Block, ...]:
    """Show where one is, how it stands, what others recorded, and what is open here.

    Lists are folded until the title stays visible on the phone.
    """
    say, case, (walked, stop) = here.say, here.case, _at(here, here.case.id)
    who = sex_and_age(say, case.screening.answers)
    told = (position_words(say, walked, stop), who, standing_words(say, case))
    why = gone(here.world, stop)
    consent = case.screening.consent
    blocks = [
        title(with_bed(say, here.world, case.id)),
        title(" · ".join(filter(None, told))),
        *lines("\n".join(here.focus.said)),
        *([Block(f"⚠️ {gone_words(say, here.world, stop, why)}")] if why else []),
        *(lines(consent_line(say, case)) if consent.state != "not_asked" else ()),
        *_news(here, stop),
        *_open_here(here, place),
        # a small screen may not show the title
        note(" · ".join((with_bed(say, here.world, case.id), investigator_words(say)))),
    ]
    return folded_to_a_phone(blocks, len(rows(here, place)))


def _news(here: Here, stop: Stop) -> tuple[Block, ...]:
    say, world = here.say, here.world
    told = new_words(say, here.case, new_entries(world, stop))
    if not told:
        return ()
    since = say("New since {time}:", time=when_words(world, stop.since))
    return (Block("\n".join((since, *told))),)


def _open_here(here: Here, place: AtStop) -> tuple[Block, ...]:
    """List what can be closed at the bed, and say how much is settled elsewhere."""
    say, case = here.say, here.case
    found, shown = _page(case, place)
    told = [at_bed_words(say, case, each) for each in shown]
    heading_ = say("Here and now ({n}):", n=len(found))
    nothing = say("Nothing to close at this bed.")
    return (
        Block("\n".join((heading_, *told)) if told else nothing),
        *lines(elsewhere_words(say, case)),
    )


def rows(here: Here, place: AtStop) -> tuple[Row, ...]:
    """Give what can be closed here, then the way on in this screening, then the next subject.

    No more rows than leave the last line in sight, with the code, on a small phone: what is
    wanted least has no button then.
    """
    walked, stop = _at(here, here.case.id)
    _, shown = _page(here.case, place)
    opening = packed([_opening(here, each, place) for each in shown])
    others = _others(here, place)
    wanted = [*others, *_ways_on(here, is_led=bool(others)), *_undo(here, stop), *_bed(here)]
    room = 2 * (MOST_ROWS - 1 - len(opening))
    pairs = (tuple(wanted[n : min(n + 2, room)]) for n in range(0, min(len(wanted), room), 2))
    return (*opening, *pairs, _beds(here, walked, stop.screening))


def _undo(here: Here, stop: Stop) -> Row:
    """Offer to take back what the person answered at this bed on this visit."""
    last = own_change(here.case)
    if last is None or last.at_utc <= stop.since:
        return ()
    return undo_buttons(here.say, here.case, HALF_A_ROW)


def _bed(here: Here) -> Row:
    if here.world.beds is None:
        return ()
    return (Button(here.say("Bed ›"), Go(BedAsked())),)


def _others(here: Here, place: AtStop) -> list[Button]:
    """Offer all that is asked here one by one, and what has no room on this page."""
    say, case = here.say, here.case
    in_turn, found = following(case), at_the_bed(case)
    buttons = []
    if place.page:
        buttons.append(Button(say("‹ Earlier"), Go(AtStop(place.page - 1))))
    elif len(in_turn) > 1:
        through = OpenAtStop(case.id, in_turn[0].id, through=True)
        buttons.append(Button(say("One by one ›"), through))
    if len(found) > (place.page + 1) * AT_ONCE:
        buttons.append(Button(say("More ›"), Go(AtStop(place.page + 1))))
    return buttons


def typed(here: Here, place: AtStop, text: str) -> Turn:
    """Take labs; their card returns here."""
    turn = type_answer(here, None, text)
    if not isinstance(turn.focus.place, Report):
        return turn
    return Turn(
        turn.focus.at(turn.focus.place, opener=AtStop(place.page)), turn.entries, turn.toast
    )


def gone_place_words(here: Here, place: GoneStop) -> tuple[Block, ...]:
    """Say that there is nothing to do, and why."""
    say, (walked, stop) = here.say, _at(here, place.screening)
    why = gone_words(say, here.world, stop, gone(here.world, stop) or "voided")
    return (
        title(heading(say, place.screening)),
        note(position_words(say, walked, stop)),
        Block(f"⚠️ {why}"),
        Block(say("Nothing to close at this bed.")),
    )


def gone_rows(here: Here, place: GoneStop) -> tuple[Row, ...]:
    """Lead to the beds beside it."""
    walked, _ = _at(here, place.screening)
    return (_beds(here, walked, place.screening),)


def _at(here: Here, screening: ScreeningId) -> tuple[WardRound, Stop]:
    """Give the round and its stop; LookupError if the place does not hold any more."""
    walked = round_today(here.world, here.focus)
    stop = walked.stop(screening) if walked else None
    if walked is None or stop is None:
        raise LookupError("the subject is not on today's round")
    return walked, stop


def _page(case: Case, place: AtStop) -> tuple[list[Open], list[Open]]:
    found = at_the_bed(case)
    start = place.page * AT_ONCE
    return found, found[start : start + AT_ONCE]


def _opening(here: Here, each: Open, place: AtStop) -> Button:
    name = here.say.text(each.item.name)
    words_ = f"{each.question.criterion or ''} {name}".strip()
    act = OpenAtStop(here.case.id, each.question.id, place.page)
    return Button(shortened(words_, LABEL_WIDTH), act)


def _ways_on(here: Here, *, is_led: bool) -> list[Button]:
    """Lead to the next question or the verdict, and to who settles what is open.

    `is_led`: other buttons lead to the questions, so that this one may give way to another.
    """
    say, case = here.say, here.case
    on = Button(say("Verdict"), Go(Verdict()))
    if case.is_undecided:
        return [Button(say("Stop, or go on? ›"), GoOn(case.id))]
    if case.next_question is not None and not case.screening.stopped:
        on = Button(say("Next question ›"), GoOn(case.id))
    settling = [Button(say("Who settles? ›"), Go(Asking()))] if unasked(case) else []
    if not settling and (n := len(asked(case))):
        settling = [Button(say("Open items ({n}) ›", n=n), Go(OpenItems()))]
    return settling if settling and is_led else [on, *settling]


def _beds(here: Here, walked: WardRound, id_: ScreeningId) -> Row:
    """Lead to the bed before and to the next at which something may be done, or to the end."""
    say, earlier, following = here.say, before(walked, id_), next_of(here.world, walked, id_)
    back = Button(say("‹ List"), ShowPicks())
    if earlier is not None:
        back = Button(f"‹ {heading(say, earlier.screening)}", Visit(earlier.screening))
    on = Button(say("The end ›"), Go(EndOfRound()), "primary")
    if following is not None:
        label = say("Next: {subject} ›", subject=heading(say, following.screening))
        on = Button(label, Visit(following.screening), "primary")
    return (back, on)
