"""What a person shares: who may, what is new of it, and what a turn means for open shares."""

from collections.abc import Iterator
from dataclasses import replace

from conversations.acts import Go
from conversations.case import Case
from conversations.earlier_consent import refused_earlier
from conversations.here import Here
from conversations.needs import CHECKING, EXPORTING, LEADING
from conversations.notes import note_of
from conversations.places_of_sharing import OpenShares, ShareCard
from conversations.rights import may
from conversations.screen import Button, Row
from conversations.turn import Turn, World
from ectrial.record.entries import MINE, Entry, Kind, NewEntry
from ectrial.record.invites import hash_of
from ectrial.record.notes import Note
from ectrial.record.shares import Share, Why
from ectrial.record.subjects import ScreeningId
from ectrial.record.team_folding import fold_team


def may_share(world: World) -> bool:
    """Whether the site allows guests and this record is the one they would look into."""
    is_beside = world.practice and world.can_practise
    return world.allows_guests and not is_beside and may(world.member, EXPORTING)


def may_be_shared(case: Case) -> bool:
    """Whether the person may share a screening or a note about it: of nobody who declined."""
    is_refused = case.screening.consent.is_refused or refused_earlier(case) is not None
    return may_share(case.world) and not is_refused


def share_behind(world: World, code: str) -> Share | None:
    """Give the open share of a link that the person may open."""
    share = world.records.shares().with_hash(hash_of(code)) if code else None
    is_open = share is not None and share.stands(world.now, world.team)
    return share if share and is_open and share.admits(world.actor) else None


def shares_of(world: World) -> tuple[Share, ...]:
    """Give the open shares of the person; those of everybody to who leads the team."""
    standing = world.records.shares().standing(world.now, world.team)
    leads = may(world.member, LEADING)
    return tuple(each for each in standing if leads or each.by == world.actor)


def own_note(world: World, screening: ScreeningId, seq: int) -> Note | None:
    """Give a note that the person wrote: nobody shares the words of another."""
    note = note_of(world, screening, seq)
    return note if note is not None and note.author == world.actor else None


def own_share(world: World, seq: int) -> Share | None:
    """Give a share that the person made, or may end as one who leads the team.

    A monitor has none: what a guest replied to a coordinator is no monitor's to read.
    """
    share = world.records.shares().by_seq.get(seq)
    is_own = share is not None and share.by == world.actor and not may(world.member, CHECKING)
    is_theirs = share is not None and (is_own or may(world.member, LEADING))
    return share if is_theirs else None


def _unseen(here: Here) -> list[tuple[int, int]]:
    """Give what is new of the person's own shares: entry and share, the oldest first."""
    told, me = here.focus.share_told, here.world.actor
    shares = here.world.records.shares().by_seq.values()
    return sorted((seq, s.seq) for s in shares if s.by == me for seq in s.news if seq > told)


def new_share_rows(here: Here) -> tuple[Row, ...]:
    """Lead to a reply, or to a share that wrong passcodes have ended, from any other card."""
    world, place = here.world, here.focus.place
    is_shown = isinstance(place, ShareCard) or may(world.member, CHECKING)
    if world.to_prove.must or is_shown:
        return ()
    unseen = _unseen(here)
    if not unseen:
        return ()
    return ((Button(here.say("Shared: news ›"), Go(ShareCard(unseen[0][1])), "primary"),),)


def with_shares_seen(here: Here, turn: Turn) -> Turn:
    """Note up to which entry the person has seen what is new of their shares."""
    place = turn.focus.place
    if not isinstance(place, ShareCard):
        return turn
    told = turn.focus.share_told
    for seq, share in _unseen(here):
        if share != place.share:
            break
        told = seq
    return replace(turn, focus=replace(turn.focus, share_told=told))


def with_shares_ended(world: World, turn: Turn) -> Turn:
    """Add to a turn the ends of shares that follow from its entries."""
    added = tuple(each for entry in turn.entries for each in _following(world, entry))
    return replace(turn, entries=(*turn.entries, *added)) if added else turn


def _following(world: World, entry: NewEntry) -> Iterator[NewEntry]:
    why: Why | None = None
    shares: tuple[Share, ...] = ()
    if entry.kind in (Kind.STAFF_REMOVED, Kind.STAFF_ADDED):
        shares, why = _of_who_may_not(world, entry), "author"
    elif entry.screening is not None and (why := _why(entry)) is not None:
        screening = world.records.screening(entry.screening)
        if screening is not None:
            shares = world.records.shares().of_screening(screening.first_seq)
    for each in shares:
        yield NewEntry(Kind.SHARE_ENDED, world.trial.id, item=str(each.seq), value={"why": why})


def _of_who_may_not(world: World, entry: NewEntry) -> tuple[Share, ...]:
    """Give the shares of a person who has left, or whose new terms do not allow to share."""
    person = int(entry.item or 0)
    if entry.kind is Kind.STAFF_ADDED:
        # an administrator of the settings has all rights, whatever the record says
        added = Entry(0, world.now, world.actor, world.member.role, "telegram", entry)
        changed = fold_team([added]).with_admins(world.admins).members.get(person)
        if changed is not None and changed.may_export:
            return ()
    every = world.records.shares().by_seq.values()
    return tuple(each for each in every if each.by == person and each.ended is None)


def _why(entry: NewEntry) -> Why | None:
    match entry.kind:
        case Kind.VOIDED:
            return "set_aside"
        case Kind.CLEARED if entry.value != MINE:
            return "set_aside"
        case Kind.CONSENT if entry.value["state"] in ("withdrawn", "declined"):
            return "consent"
    return None


def shares_row(here: Here) -> tuple[Row, ...]:
    """Lead to the open shares, if there are any."""
    if not shares_of(here.world):
        return ()
    return ((Button(here.say("Shared now ›"), Go(OpenShares())),),)
