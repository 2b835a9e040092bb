"""What a guest's event means: a guest opens a link, gives a passcode, looks, and replies.

None of the team's flows is reached from here. A tap is looked up among the guest's own buttons.
"""

from dataclasses import replace

from conversations.case import Case
from conversations.events import Commanded, Edited, Event, Sent, Tried, Typed
from conversations.focus import Focus
from conversations.guest_standing import found_of, share_of
from conversations.here import Here
from conversations.own_words import take_words, typed_instead, with_unanswered_deleted
from conversations.places_of_own_words import NameAsked
from conversations.places_of_sharing import GuestHelp, GuestPasscode, GuestReply, GuestScreening
from conversations.shares import share_behind
from conversations.turn import Turn
from conversations.words.quotes import moved_on
from conversations.words.shares import digest_of, shared_blocks
from ectrial.record.entries import JSON, Kind, NewEntry
from ectrial.record.shares import MOST_TRIES, Share


def answered(here: Here, event: Event) -> Turn:
    """Take what a guest did, other than a tap."""
    match event:
        case Commanded(name="start", rest=code) if share := share_behind(here.world, code):
            return _opened(here, share)
        case Commanded(name=name):
            return _commanded(here, name)
        case Tried():
            return _tried(here, event)
        case Typed(text=text):
            return _typed(replace(here, belongs=event.belongs, message=event.message), text)
        case Edited() | Sent():
            return here.stay(here.say("Only what you type is read."))
    return here.stay()


def closed(here: Here, before: Focus, turn: Turn) -> Turn:
    """Record a view wherever the screening is shown, whatever led there; say what was shown."""
    turn = with_unanswered_deleted(here.say, here.world.trial.id, before, turn)
    if not isinstance(place := turn.focus.place, GuestScreening):
        return turn
    share = here.world.records.shares().by_seq[place.share]
    case = found_of(here.world, share)
    if not isinstance(case, Case) or not (blocks := shared_blocks(here.say, share, case)):
        return turn
    upto = case.screening.last_seq if share.note is None else share.upto
    viewed = _entry(here, Kind.SHARE_VIEWED, place.share, {"upto": upto})
    shown = replace(place, shown=digest_of(blocks))
    return replace(
        turn,
        focus=replace(turn.focus, place=shown),
        entries=(*turn.entries, viewed),
    )


def _opened(here: Here, share: Share) -> Turn:
    """Begin at the share of a link; the first time that this person opens it is recorded."""
    world = here.world
    if share.guest == world.actor:
        return Turn(Focus(GuestScreening(share.seq)))
    entry = _entry(here, Kind.SHARE_OPENED, share.seq)
    entries = () if world.actor in share.openers else (entry,)
    return Turn(Focus(GuestPasscode(share.seq)), entries)


def _commanded(here: Here, name: str) -> Turn:
    share = share_of(here.focus.place) or 0
    match name:
        case "start":
            is_in = here.found is not None
            return here.to(GuestScreening(share) if is_in else GuestPasscode(share))
        case "help" | "language":
            return here.to(GuestHelp(share))
    return here.stay(here.say("There is nothing here but what was shared with you: /start."))


def _tried(here: Here, event: Tried) -> Turn:
    """Take a checked passcode. A wrong one is counted in the record, and the last one ends it."""
    world, seq = here.world, event.share
    share = world.records.shares().by_seq.get(seq)
    if here.focus.place != GuestPasscode(seq):
        return here.stay(moved_on(here.say))
    if share is None or event.ok is None:
        return here.stay(here.say("Please type it once more."))
    if event.ok:
        entered = _entry(here, Kind.SHARE_ENTERED, seq)
        return Turn(Focus(GuestScreening(seq)), (entered,))
    entries: tuple[NewEntry, ...] = (_entry(here, Kind.SHARE_TRIED, seq),)
    pushes: tuple[int, ...] = ()
    if share.tries + 1 >= MOST_TRIES:
        entries = (*entries, _entry(here, Kind.SHARE_ENDED, seq, {"why": "tries"}))
        pushes = (share.by,)
    focus = here.focus.saying(here.say("That is not the passcode."))
    return Turn(focus, entries, pushes=pushes)


def _typed(here: Here, text: str) -> Turn:
    say, place = here.say, here.focus.place
    match place:
        case GuestPasscode():
            return here.stay(say("Type the eight digits of the passcode, and nothing else."))
        case GuestReply() if isinstance(here.found, Case):
            return take_words(here, place, text)
        case NameAsked() if isinstance(here.found, Case):
            return typed_instead(here, place, text)
        case GuestScreening():
            return here.stay(say("To write to your colleague, tap Reply."))
    return here.stay()


def _entry(here: Here, kind: Kind, share: int, value: JSON = None) -> NewEntry:
    return NewEntry(kind, here.world.trial.id, item=str(share), value=value)
