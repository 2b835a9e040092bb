"""What the acts about shares record, and where they lead."""

from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any

from conversations import acts_of_sharing as acts
from conversations.acts import Act
from conversations.here import Here
from conversations.places_of_sharing import GuestScreening, ShareCard, ShareMade
from conversations.shares import may_be_shared, may_share, own_note, own_share
from conversations.turn import Turn
from conversations.words.quotes import moved_on
from ectrial.record.entries import Kind, NewEntry
from ectrial.record.invites import hash_of


def make(here: Here, act: acts.MakeShare) -> Turn:
    """Record a share of the screening as it stands on the card, which is as it is now."""
    world, fresh = here.world, here.world.fresh
    if fresh is None or not may_share(world):
        # the passcode is made before the turn, of a card that was there before it
        return here.stay(here.say("Not shared yet: please tap once more."))
    if not may_be_shared(here.case):
        # its card says why
        return here.stay()
    note = None if act.note is None else own_note(world, act.screening, act.note)
    if act.note is not None and note is None:
        return Turn(here.focus, toast=moved_on(here.say))
    hash_ = hash_of(fresh.code)
    value = {
        "hash": hash_,
        "expires_at": (world.now + timedelta(hours=act.hours)).isoformat(),
        "screening": here.case.screening.first_seq,
        "upto": act.seq,
        **({} if note is None else {"note": note.seq}),
    }
    entry = NewEntry(Kind.SHARE_MADE, here.case.id.trial, value=value)
    return Turn(here.focus.at(ShareMade(hash_)), (entry,))


def revoke(here: Here, act: acts.RevokeShare) -> Turn:
    """End a share; the card of its guest is blanked."""
    share = own_share(here.world, act.share)
    if share is None or share.ended is not None:
        return Turn(here.focus, toast=moved_on(here.say))
    entry = NewEntry(Kind.SHARE_REVOKED, here.world.trial.id, item=str(act.share))
    return Turn(here.focus.at(ShareCard(act.share)), (entry,))


def view(here: Here, act: acts.ViewShared) -> Turn:
    """Show what is shared; that it was looked at is recorded where the turn ends."""
    return here.to(GuestScreening(act.share))


STEPS: Mapping[type[Act], Callable[[Here, Any], Turn]] = {
    acts.MakeShare: make,
    acts.RevokeShare: revoke,
    acts.ViewShared: view,
}
