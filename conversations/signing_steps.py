"""What the acts of signing record, and where they lead."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from conversations import acts_of_signing as acts
from conversations.acts import Act
from conversations.case import Case, NotAssessed, make_case
from conversations.found import screening_before
from conversations.here import Here
from conversations.places_of_queries import ToDo
from conversations.places_of_signing import SigningCode, SignOff
from conversations.places_to_look_at import Unreadable, Verdict
from conversations.recording import verdict_given, zone_of
from conversations.signing import (
    hash_of,
    left_to_take_over,
    signs_instead_of,
    standing_signature,
)
from conversations.signing_refused import not_ready, refused
from conversations.turn import Turn, World
from conversations.words.one_time_codes import refused_words
from conversations.words.quotes import moved_on
from ectrial.record.entries import Kind, NewEntry
from ectrial.record.one_time_codes import Proved
from ectrial.record.subjects import ScreeningId


def ask_signature(here: Here, act: acts.AskSignature) -> Turn:
    """Record who is asked; the phone of that person, or of the cover, may ring."""
    case, world = here.case, here.world
    if not_ready(here.say, case):
        return Turn(here.focus, toast=moved_on(here.say))
    asked = case.entry(Kind.SIGNATURE_ASKED, value={"to": act.person, "hash": hash_of(case)})
    rings = signs_instead_of(world, act.person)
    return replace(here.to(Verdict()), entries=(asked,), pushes=(rings,))


def open_to_sign(here: Here, act: acts.OpenToSign) -> Turn:
    """Open what a person was asked to sign, whatever screening was open before."""
    screening = here.world.records.screening(act.screening)
    if screening is None or screening.voided:
        return here.to(act.back, said=(moved_on(here.say),))
    is_read = isinstance(make_case(here.world, screening), Case)
    return here.to(SignOff(act.back) if is_read else Unreadable(), screening=screening.id)


def take_over(here: Here, act: acts.TakeOver) -> Turn:
    """Record that the investigator takes over one matter by name."""
    case = here.case
    left = left_to_take_over(case, here.world.actor)
    if act.matter not in left or act.hash != hash_of(case):
        return Turn(here.focus, toast=moved_on(here.say))
    entry = case.entry(Kind.TAKEN_OVER, act.matter, {"hash": act.hash})
    return replace(here.to(SignOff(act.back)), entries=(entry,))


def sign(here: Here, act: acts.Sign) -> Turn:
    """Ask for the code; nothing is signed yet."""
    return here.to(SigningCode(act.meaning, act.hash, here.world.member.last, act.back))


def proved(here: Here, place: SigningCode, outcome: Proved) -> Turn:
    """Sign if the code was right, and content and signer are still what the card showed."""
    say, case, world = here.say, here.case, here.world
    if not outcome.ok:
        # that it is locked, the card itself says
        return here.stay() if outcome.locked else here.stay(refused_words(say, outcome))
    is_as_shown = place.hash == hash_of(case) and place.last == world.member.last
    if not is_as_shown or refused(say, case):
        return here.to(SignOff(place.back), said=(moved_on(say),))
    if left_to_take_over(case, world.actor):
        return here.to(SignOff(place.back))
    value = {"meaning": place.meaning, "hash": place.hash, "day": world.today.isoformat()}
    value |= zone_of(case)
    entry = replace(case.entry(Kind.SIGNED, value=value), text=world.member.name)
    request = case.screening.request
    turn = _left(here, place.back, say("Signed and recorded."))
    return replace(turn, entries=(entry,), pushes=(request.by,) if request else ())


def return_request(here: Here, act: acts.ReturnRequest) -> Turn:
    """Record why it is returned; the phone of the person who asked may ring."""
    case = here.case
    if standing_signature(case):
        return Turn(here.focus, toast=moved_on(here.say))
    request = case.screening.request
    entry = case.entry(Kind.SIGNATURE_RETURNED, value={"why": act.why})
    pushes = (request.by,) if request else ()
    turn = _left(here, act.back, here.say("Returned and recorded."))
    return replace(turn, entries=(entry,), pushes=pushes)


def _left(here: Here, back: ToDo | None, said: str) -> Turn:
    """Go to the list from which the card was opened, else to the verdict; say what was done."""
    return here.to(back or Verdict(), said=(said,))


def with_signed_verdicts(world: World, turn: Turn) -> Turn:
    """Record before a signature the verdict that it signs, if days that passed have changed it.

    It follows from what is signed, so it needs no right of its own.
    """
    signed = (each.screening for each in turn.entries if each.kind is Kind.SIGNED)
    given = [entry for id_ in signed if id_ is not None for entry in _changed(world, id_)]
    return replace(turn, entries=(*given, *turn.entries)) if given else turn


def _changed(world: World, id_: ScreeningId) -> list[NewEntry]:
    screening = screening_before(world, id_)
    # what has lapsed is noted with its own verdict
    if screening is None or (screening.carried and world.records.lapses(screening)):
        return []
    case = make_case(world, screening)
    return verdict_given(case, case, is_finished=True) if isinstance(case, Case) else []


def with_signers_asked_anew(world: World, turn: Turn) -> Turn:
    """Ask each signer anew whose signature is superseded by what this turn records, and ring.

    The request is an entry of this turn, so that the signer finds it and nobody forgets it. It
    follows from what is recorded, so it needs no right of its own.
    """
    for id_ in dict.fromkeys(each.screening for each in turn.entries if each.screening):
        screening = screening_before(world, id_)
        if screening is not None and screening.signatures:
            turn = _asked_anew(make_case(world, screening), turn)
    return turn


def _asked_anew(before: Case | NotAssessed, turn: Turn) -> Turn:
    last = standing_signature(before) if isinstance(before, Case) else None
    if not isinstance(before, Case) or last is None or last.actor == before.world.actor:
        return turn
    after = before.with_entries(each for each in turn.entries if each.screening == before.id)
    if isinstance(after, Case) and standing_signature(after) is not None:
        return turn
    told = replace(turn, pushes=(*turn.pushes, last.actor))
    if not isinstance(after, Case) or after.screening.voided:
        return told
    value = {"to": last.actor, "hash": hash_of(after), "superseded": last.seq}
    return replace(told, entries=(*turn.entries, after.entry(Kind.SIGNATURE_ASKED, value=value)))


STEPS: Mapping[type[Act], Callable[[Here, Any], Turn]] = {
    acts.AskSignature: ask_signature,
    acts.OpenToSign: open_to_sign,
    acts.TakeOver: take_over,
    acts.Sign: sign,
    acts.ReturnRequest: return_request,
}
