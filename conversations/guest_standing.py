"""Where a guest stands: at one of the few places of a share that is open and theirs."""

from typing import get_args

from conversations.case import Case, NotAssessed
from conversations.focus import Focus
from conversations.found import find
from conversations.here import Here
from conversations.places import Place
from conversations.places_of_own_words import NameAsked
from conversations.places_of_sharing import GuestHelp, GuestPasscode, GuestScreening, OfGuests
from conversations.turn import World
from ectrial.record.shares import Share
from ectrial.wording.speech import speech

GUEST_PLACES = get_args(OfGuests)


def guest_standing(world: World, focus: Focus) -> Here:
    """Give the place of the focus if it is of an open share of the guest, else the share's own."""
    say, share = speech(world.language), present_share(world, focus.place)
    if share is None:
        # nothing is shown at this place, and the link just opened leads on
        nowhere = GuestHelp(0)
        said = focus.said if focus.place == nowhere else ()
        return Here(say, world, Focus(nowhere, said=said), None)
    is_in = share.guest == world.actor
    place = _held(share, focus.place, is_in=is_in)
    if place is not focus.place or focus.screening is not None:
        focus = Focus(place)
    return Here(say, world, focus, found_of(world, share) if is_in else None)


def found_of(world: World, share: Share) -> Case | NotAssessed | None:
    """Give the screening of a share; the chat of a guest never names it."""
    return find(world, Focus(screening=world.records.opened_by(share.screening)))


def present_share(world: World, place: Place) -> Share | None:
    """Give the share at hand; if it is over, another one that the guest has entered or opened."""
    standing = world.records.shares().standing(world.now, world.team)
    mine = [each for each in standing if each.is_of(world.actor)]
    at_hand = [each for each in mine if each.seq == share_of(place)]
    entered = [each for each in mine if each.guest == world.actor]
    return next(iter((*at_hand, *reversed(entered), *reversed(mine))), None)


def entered_beside(world: World, seq: int) -> tuple[Share, ...]:
    """Give what else is shared with the guest, who has given its passcode, the oldest first."""
    standing = world.records.shares().standing(world.now, world.team)
    return tuple(each for each in standing if each.guest == world.actor and each.seq != seq)


def share_of(place: Place) -> int | None:
    """Name the share of a guest's place."""
    if isinstance(place, NameAsked):
        place = place.back
    return getattr(place, "share", None) if isinstance(place, GUEST_PLACES) else None


def _held(share: Share, place: Place, *, is_in: bool) -> Place:
    is_its = share_of(place) == share.seq
    if is_its and isinstance(place, GuestHelp):
        return place
    if is_in:
        return place if is_its and not isinstance(place, GuestPasscode) else _anew(share)
    return place if is_its and isinstance(place, GuestPasscode) else GuestPasscode(share.seq)


def _anew(share: Share) -> GuestScreening:
    return GuestScreening(share.seq)
