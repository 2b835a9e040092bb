"""Shares: a screening or one note, shown to one guest by link and passcode until a chosen end.

The record has the hash of the link's code, and names the screening by the entry that opened it.
What the passcode is checked against stands outside of the entries.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from hmac import compare_digest
from typing import Literal, cast, get_args

from ectrial.record.entries import Entry, Kind, whole
from ectrial.record.team import Team

Hours = Literal[1, 24, 72, 168]
HOURS: tuple[Hours, ...] = get_args(Hours)
"""For how long something may be shared."""
USUAL: Hours = 24
GUEST = "guest"
"""Stands for a role in the entries of a guest, who has none."""
MOST_TRIES = 5
"""The wrong passcode with this number ends a share."""
Why = Literal["revoked", "time", "tries", "set_aside", "consent", "author"]
WHYS: tuple[Why, ...] = get_args(Why)
"""How a share ends: by a person, by the clock, by wrong passcodes; because the screening was set
aside or is gone, the subject does not take part, or its author may not share any more."""


@dataclass(frozen=True, slots=True)
class Reply:
    """What a guest wrote, for the author of the share alone."""

    seq: int
    at_utc: datetime
    text: str


@dataclass(frozen=True, slots=True)
class Share:
    """A screening, or one note about it, that is shown to a guest.

    `screening` is the entry that opened it, and `upto` its last entry when it was shared. With a
    `note` that one alone is shown, and `upto` is of its thread. The `openers` opened the link; the
    first who gave the passcode is the `guest`, the only one.
    """

    seq: int
    hash: str
    by: int
    at_utc: datetime
    expires_at: datetime
    screening: int
    upto: int
    note: int | None = None
    openers: tuple[int, ...] = ()
    guest: int | None = None
    tries: int = 0
    views: int = 0
    viewed_at: datetime | None = None
    replies: tuple[Reply, ...] = ()
    ended: Why | None = None
    ended_seq: int = 0

    @property
    def news(self) -> tuple[int, ...]:
        """The entries that its author is told of: replies, and an end by wrong passcodes."""
        ended = (self.ended_seq,) if self.ended == "tries" else ()
        return (*(each.seq for each in self.replies), *ended)

    def stands(self, now: datetime, team: Team) -> bool:
        """Whether it is open: not ended, in time, and its author still of those who may share."""
        by = team.member(self.by, now.date())
        is_open = self.ended is None and now < self.expires_at
        return is_open and by is not None and by.may_export

    def why_over(self, now: datetime, team: Team) -> Why | None:
        """Say why a share ends of itself, of which no entry says yet that it ended."""
        if self.ended is not None or self.stands(now, team):
            return None
        return "time" if now >= self.expires_at else "author"

    def admits(self, person: int) -> bool:
        """Whether a person with its link may open it: nobody but the guest once there is one."""
        return self.guest in (None, person)

    def is_of(self, person: int) -> bool:
        """Whether a person is its guest, or may still give the passcode."""
        return self.admits(person) and person in (*self.openers, self.guest)


@dataclass(frozen=True, slots=True)
class Shares:
    """Every share of a site, by the entry that made it."""

    by_seq: Mapping[int, Share] = field(default_factory=dict)

    def standing(self, now: datetime, team: Team) -> tuple[Share, ...]:
        """Give the shares that are open, the oldest first."""
        return tuple(each for each in self.by_seq.values() if each.stands(now, team))

    def with_hash(self, hash_: str) -> Share | None:
        """Give the share of a link; each is compared, so that the time taken tells nothing."""
        found = [each for each in self.by_seq.values() if compare_digest(each.hash, hash_)]
        return found[0] if found else None

    def of_screening(self, opened: int) -> tuple[Share, ...]:
        """Give the shares of a screening that no entry has ended."""
        shares = self.by_seq.values()
        return tuple(each for each in shares if each.screening == opened and each.ended is None)


def fold_shares(entries: Iterable[Entry], onto: Shares | None = None) -> Shares:
    """Give the shares after these entries; `onto` is what stood before them."""
    known = dict((onto or Shares()).by_seq)
    for entry in entries:
        if entry.said.kind is Kind.SHARE_MADE:
            known[entry.seq] = _made(entry)
        elif step := _STEPS.get(entry.said.kind):
            share = known.get(int(entry.said.item or 0))
            changed = step(share or _NONE, entry)
            if share is not None:
                known[share.seq] = changed
    return Shares(known)


def _made(entry: Entry) -> Share:
    value = entry.said.value
    expires_at = datetime.fromisoformat(value["expires_at"])
    if expires_at.tzinfo is None:
        raise ValueError("a share that ends at no moment")
    bytes.fromhex(value["hash"])
    note = value.get("note")
    about = whole(value["screening"]), whole(value["upto"]), None if note is None else whole(note)
    return Share(entry.seq, value["hash"], entry.actor, entry.at_utc, expires_at, *about)


def _opened(share: Share, entry: Entry) -> Share:
    return replace(share, openers=(*share.openers, entry.actor))


def _entered(share: Share, entry: Entry) -> Share:
    return replace(share, guest=entry.actor)


def _tried(share: Share, entry: Entry) -> Share:
    return replace(share, tries=share.tries + 1)


def _viewed(share: Share, entry: Entry) -> Share:
    whole(entry.said.value["upto"])
    return replace(share, views=share.views + 1, viewed_at=entry.at_utc)


def _replied(share: Share, entry: Entry) -> Share:
    reply = Reply(entry.seq, entry.at_utc, entry.said.text or "")
    return replace(share, replies=(*share.replies, reply))


def _revoked(share: Share, entry: Entry) -> Share:
    return replace(share, ended="revoked", ended_seq=entry.seq)


def _ended(share: Share, entry: Entry) -> Share:
    why = entry.said.value["why"]
    if why not in WHYS:
        raise ValueError("no such end of a share")
    return replace(share, ended=cast("Why", why), ended_seq=entry.seq)


_STEPS: Mapping[Kind, Callable[[Share, Entry], Share]] = {
    Kind.SHARE_OPENED: _opened,
    Kind.SHARE_ENTERED: _entered,
    Kind.SHARE_TRIED: _tried,
    Kind.SHARE_VIEWED: _viewed,
    Kind.SHARE_REPLIED: _replied,
    Kind.SHARE_REVOKED: _revoked,
    Kind.SHARE_ENDED: _ended,
}
_NEVER = datetime.fromtimestamp(0, UTC)
_NONE = Share(0, "", 0, _NEVER, _NEVER, 0, 0)
OF_SHARES = (Kind.SHARE_MADE, *_STEPS)
"""The kinds of entries from which the shares are computed; `item` is the share's number."""
CLOSING = (Kind.SHARE_ENTERED, Kind.SHARE_REVOKED, Kind.SHARE_ENDED)
"""Kinds after which the passcode opens nothing any more."""
