"""One step of the dialogue: what an event means at the card that the person sees."""

from dataclasses import replace
from typing import get_args

from conversations import places
from conversations.acts import (
    Act,
    Change,
    Discard,
    Go,
    GoBack,
    GoOn,
    OpenWith,
    Record,
    ShowList,
    key,
)
from conversations.acts_of_notes import OpenNote
from conversations.acts_of_queries import Settle
from conversations.acts_of_signing import OpenToSign
from conversations.acts_of_trials import ChooseTrial
from conversations.acts_of_ward_rounds import GoOnRound, OpenAtStop, ShowPicks
from conversations.acts_of_what_follows import OpenReferral
from conversations.anew import shown_anew
from conversations.cards import every_row
from conversations.case import Case
from conversations.closing import with_queries_settled, with_work_handed_over
from conversations.commands import command
from conversations.events import Commanded, Edited, Event, Joined, Sent, Tapped, Typed
from conversations.flows import prove, whose
from conversations.focus import Focus
from conversations.free_text import is_stopped
from conversations.guests import answered, closed
from conversations.here import Here
from conversations.identity import without_codes
from conversations.inviting import welcomed
from conversations.just_said import stamped, with_what_still_holds
from conversations.labs import read_labs
from conversations.lapses import with_lapses_noted
from conversations.notes import with_notes_seen
from conversations.one_by_one import one_by_one
from conversations.openings import Opening
from conversations.own_words import (
    take_words,
    typed_instead,
    with_unanswered_deleted,
)
from conversations.papers import stopped as paper_stopped
from conversations.periods import is_no_subject
from conversations.places import Place, WithoutScreening
from conversations.places_of_lists import ListDraft
from conversations.places_of_own_words import AskedAbout, Typing
from conversations.places_of_papers import WorksheetCard
from conversations.places_of_ward_rounds import BedAsked
from conversations.places_of_what_follows import EnrolledAs
from conversations.registry import FLOWS
from conversations.reminding import with_reminders_over
from conversations.rights import may, need_of, outside
from conversations.shares import with_shares_ended, with_shares_seen
from conversations.shifts import with_shifts_seen
from conversations.signing_steps import with_signed_verdicts, with_signers_asked_anew
from conversations.similar import silenced
from conversations.sources import with_source
from conversations.standing import is_outside, standing
from conversations.subject_codes import words_of
from conversations.subjects import bare_code, last_screening, open_subject
from conversations.taking import take
from conversations.to_do import with_to_do_seen
from conversations.turn import Turn, World
from conversations.typed_identifiers import with_identifiers_deleted
from conversations.typed_text import is_range
from conversations.undoing import late_undo
from conversations.unrecorded import not_left, telling_what_was_left
from conversations.waiting import left_waiting
from conversations.walking import with_ward_round_kept
from conversations.what_follows import with_answers_seen
from conversations.who_may import who_may
from conversations.words.quotes import edits_not_read, moved_on, no_text, text_only, too_early
from ectrial.record.one_time_codes import Proved

WITHOUT_SCREENING = get_args(WithoutScreening)
# The tap only leads to another card, and the person sees that card
HARMLESS = (
    *(Go, GoOn, GoBack, ShowList, Change, Settle, OpenToSign, OpenNote, OpenReferral),
    *(GoOnRound, ShowPicks, OpenAtStop, ChooseTrial),
)
ENDING = (Record, Discard, OpenWith)
"""Acts that end a draft: it is recorded or held, dropped, or opened as another subject's."""


def advance(world: World, focus: Focus, event: Event) -> Turn:
    """Take one step of the dialogue: give the entries to record and the new place of the chat."""
    for beside in (silenced, paper_stopped):
        if (turn := beside(world, focus, event)) is not None:
            return turn
    focus = with_what_still_holds(world, focus)
    here = standing(world, focus)
    if world.to_prove.must:
        turn = shown_anew(here.focus, event, prove.before_all_else(here, focus, event))
        return with_identifiers_deleted(here, focus, event, turn)
    if world.member.is_guest:
        turn = _turn(here, event)[0] if isinstance(event, Tapped) else answered(here, event)
        need = outside(world.member, turn.entries)
        turn = closed(here, focus, turn if need is None else here.stay())
        return with_identifiers_deleted(here, focus, event, turn)
    if isinstance(event, Typed) and (event.is_of_lost_trial or here.focus is not focus):
        turn, ends_draft = here.stay(_overtaken(here, focus)), False
    else:
        turn, ends_draft = _turn(here, event)
    turn = replace(turn, entries=with_source(here, turn))
    if (need := outside(world.member, turn.entries)) is not None:
        turn, ends_draft = here.stay(who_may(here.say, world, need)), False
    if not ends_draft:
        turn = replace(turn, focus=left_waiting(focus, turn.focus))
    turn = with_signers_asked_anew(world, with_signed_verdicts(world, turn))
    turn = with_lapses_noted(world, turn)
    turn = with_queries_settled(world, with_work_handed_over(world, turn))
    turn = with_to_do_seen(world, with_reminders_over(world, turn))
    turn = with_notes_seen(here, with_answers_seen(here, with_shifts_seen(world, turn)))
    turn = with_shares_ended(world, with_shares_seen(here, turn))
    turn = with_ward_round_kept(world, focus, one_by_one(world, turn))
    turn = with_unanswered_deleted(here.say, world.trial.id, focus, turn)
    turn = stamped(world, with_identifiers_deleted(here, focus, event, turn))
    return shown_anew(focus, event, turn)


def _overtaken(here: Here, focus: Focus) -> str:
    """Say why a typed text is not taken where it was asked for."""
    need = need_of(Go(focus.place))
    if may(here.world.member, need):
        return moved_on(here.say)
    return who_may(here.say, here.world, need)


def _turn(here: Here, event: Event) -> tuple[Turn, bool]:
    """Take the step, and say whether it ends the draft at hand."""
    match event:
        case Tapped():
            act = _act(here, event)
            turn = _moved_on(here) if act is None else _taken(here, event, act)
            return turn, isinstance(act, ENDING)
        case Commanded(name=name, rest=rest):
            return not_left(here, command(here, name, rest)), False
        case Typed(text=text, belongs=belongs, message=message):
            return _typed(replace(here, belongs=belongs, message=message), text), False
        case Proved():
            return _proved(here, event), False
        case Joined():
            return welcomed(here), False
        case Edited():
            return here.stay(edits_not_read(here.say)), False
        case Sent():
            return here.stay(text_only(here.say)), False
        case _:
            raise TypeError("no event of a member's card")


def asks_for_a_code(world: World, focus: Focus) -> bool:
    """Whether six digits typed here are a code, which is checked before the turn."""
    return FLOWS[type(standing(world, focus).focus.place)].proved is not None


def _proved(here: Here, outcome: Proved) -> Turn:
    proved = FLOWS[type(here.focus.place)].proved
    return _moved_on(here) if proved is None else proved(here, here.focus.place, outcome)


def _act(here: Here, tap: Tapped) -> Act | None:
    """Give the act of a tap; None if no button of the present card has this act.

    *Undo* that only time has taken from the card is still found: it does nothing, and says why.
    """
    if tap.round != here.world.round:
        return None
    buttons = (button for row in every_row(here) for button in row)
    is_members = isinstance(here.found, Case) and not here.world.member.is_guest
    late = late_undo(here.case, tap.key) if is_members else None
    return next((button.act for button in buttons if key(button.act) == tap.key), late)


def _moved_on(here: Here) -> Turn:
    return Turn(here.focus, toast=moved_on(here.say))


def _taken(here: Here, tap: Tapped, act: Act) -> Turn:
    """Carry out an act, unless the tap may have been meant for the previous card."""
    if not may(here.world.member, need := need_of(act)):
        return Turn(here.focus, toast=who_may(here.say, here.world, need))
    if tap.is_too_soon and not isinstance(act, HARMLESS):
        return Turn(here.focus, toast=here.say("Not recorded, tap again."), moves=False)
    return take(here, act)


def _typed(here: Here, text: str) -> Turn:
    place = here.focus.place
    code = None if FLOWS[type(place)].takes_codes else bare_code(here, text)
    if code is not None and last_screening(here.world, code) and not _reads_as_labs(here, text):
        return _opened(here, code)
    turn = _typed_at(here, place, text)
    is_no_code = is_range(here, text) or is_no_subject(place, text)
    if code is None or "-" not in words_of(text)[0] or is_no_code or not _is_refused(here, turn):
        return turn
    return _opened(here, code)


def _opened(here: Here, code: str) -> Turn:
    turn = open_subject(here, Opening(code, {}))
    return not_left(here, telling_what_was_left(here, turn))


def _typed_at(here: Here, place: Place, text: str) -> Turn:
    if isinstance(place, AskedAbout):
        return typed_instead(here, place, text)
    flow = FLOWS[type(place)]
    if isinstance(place, Typing):
        is_number = is_stopped(text) or isinstance(place, EnrolledAs)
        asked = None if is_number or is_outside(place) else whose.ask_whose(here, text)
        return asked or take_words(here, place, text)
    typed = flow.typed
    is_of_screening = not isinstance(place, WITHOUT_SCREENING) and isinstance(here.found, Case)
    if isinstance(place, BedAsked | WorksheetCard) and typed is not None:
        return typed(here, place, text)  # a bed may look like a code or a number
    if typed is None and is_of_screening:
        return here.stay(no_text(here.say))
    if typed is None:
        return here.stay(here.say("Please use the buttons, or type a subject code."))
    if is_of_screening:
        asked = whose.ask_whose(here, text)
        if asked is not None:
            # the card of a question comes back with its ticks, that of a list does not
            return not_left(here, asked) if isinstance(place, ListDraft) else asked
        text = without_codes(here.case, text)
    turn = typed(here, place, text)
    if isinstance(turn.focus.place, places.Report) and not isinstance(place, places.Limit):
        # a report leaves the answer at hand; a value at its limit becomes the first line instead
        return telling_what_was_left(here, turn)
    if here.belongs == "yes" or not (turn.entries or turn.reminders):
        return turn
    return here.stay(too_early(here.say))


def _reads_as_labs(here: Here, text: str) -> bool:
    """Whether a text reads as labs: while a screening is open, "HB120" is no subject code."""
    return isinstance(here.found, Case) and bool(read_labs(here.found, text, None).lines)


def _is_refused(here: Here, turn: Turn) -> bool:
    """Whether a typed text changed nothing."""
    return not turn.entries and turn.focus.place == here.focus.place
