"""What the acts of signing record, and where they lead."""

from dataclasses import replace

from conversations.acts_of_signing import AskSignature, ReturnRequest, Sign, TakeOver
from conversations.case import Case
from conversations.here import Here
from conversations.places_of_signing import SigningCode, SignOff
from conversations.places_to_look_at import Verdict
from conversations.signing import (
    hash_of,
    left_to_take_over,
    standing_signature,
)
from conversations.signing_refused import refused
from conversations.turn import Turn
from conversations.words.one_time_codes import refused_words
from conversations.words.quotes import moved_on
from ectrial.record.entries import Kind
from ectrial.record.one_time_codes import Proved


def ask_signature(here: Here, act: AskSignature) -> Turn:
    """Record who is asked; the phone of that person, or of the cover, may ring."""
    case, world = here.case, here.world
    asked = case.entry(Kind.SIGNATURE_ASKED, value={"to": act.person, "hash": hash_of(case)})
    rings = world.team.asked_instead_of(act.person, world.today)
    return replace(here.to(Verdict()), entries=(asked,), pushes=(rings,))


def take_over(here: Here, act: TakeOver) -> Turn:
    """Record that the investigator takes over one matter by name."""
    case = here.case
    left = {each.key for each in left_to_take_over(here.say, case, here.world.actor)}
    if act.matter not in left or act.hash != hash_of(case):
        return Turn(here.focus, toast=moved_on(here.say))
    entry = case.entry(Kind.TAKEN_OVER, act.matter, {"hash": act.hash})
    return replace(here.to(SignOff()), entries=(entry,))


def sign(here: Here, act: Sign) -> Turn:
    """Ask for the code; nothing is signed yet."""
    return here.to(SigningCode(act.meaning, act.hash))


def proved(here: Here, place: SigningCode, outcome: Proved) -> Turn:
    """Sign if the code was right and the content is still what the card showed."""
    say, case, world = here.say, here.case, here.world
    if not outcome.ok:
        return here.stay(refused_words(say, outcome))
    if place.hash != hash_of(case) or refused(say, case):
        return here.to(SignOff(), said=(moved_on(say),))
    if left_to_take_over(say, case, world.actor):
        return here.to(SignOff())
    value = {"meaning": place.meaning, "hash": place.hash}
    entry = replace(case.entry(Kind.SIGNED, value=value), text=world.member.name)
    request = case.screening.request
    turn = here.to(Verdict(), said=(say("Signed and recorded."),))
    return replace(turn, entries=(entry,), pushes=(request.by,) if request else ())


def return_request(here: Here, act: ReturnRequest) -> Turn:
    """Record why it is returned; the phone of the person who asked may ring."""
    case = here.case
    request = case.screening.request
    entry = case.entry(Kind.SIGNATURE_RETURNED, value={"why": act.why})
    pushes = (request.by,) if request else ()
    return replace(here.to(Verdict()), entries=(entry,), pushes=pushes)


def signers_to_tell(here: Here, turn: Turn) -> tuple[int, ...]:
    """Give the signer whose signature is superseded by what this turn records."""
    before = here.found
    if not turn.entries or not isinstance(before, Case):
        return ()
    last = standing_signature(before)
    if last is None or any(entry.screening != before.id for entry in turn.entries):
        return ()
    after = before.with_entries(turn.entries)
    superseded = not isinstance(after, Case) or standing_signature(after) is None
    return (last.actor,) if superseded and last.actor != here.world.actor else ()
