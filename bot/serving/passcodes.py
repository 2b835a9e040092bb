"""Passcodes of shares: made and hashed before the turn that needs them, in threads of their own.

The hash is slow on purpose, so neither the event loop nor the thread that writes computes it. What
came of a try is decided, and counted, within the transaction of the turn.
"""

import asyncio
import hashlib
import secrets
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from hmac import compare_digest
from re import fullmatch
from unicodedata import normalize

from bot.telegram.updates import Update
from conversations import focus as focuses
from conversations.events import Tapped, Tried, Typed
from conversations.focus import Focus
from conversations.places import Place
from conversations.places_of_sharing import GuestPasscode, ShareMade, Sharing
from conversations.turn import Fresh, Turn
from ectrial.ledger.ledger import Ledger
from ectrial.record.entries import Kind
from ectrial.record.invites import hash_of
from ectrial.record.shares import MOST_TRIES

DIGITS = 8
# nobody guesses 96 bits, and with them a link stays short
BYTES_OF_A_CODE, BYTES_OF_A_SALT, BYTES_OF_A_HASH = 12, 16, 32
# of scrypt: cost, size of a block, parallelism, and the memory allowed; docs/decisions.md says why
COST, BLOCK, LANES, MEMORY = 2**15, 8, 3, 64 * 2**20

OF_PASSCODES = (Sharing().place, GuestPasscode(0).place)
"""The names of the places where a passcode is made or typed."""


@dataclass(frozen=True, slots=True)
class Derived:
    """A typed passcode, hashed with the salt of a share."""

    share: int
    hash: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Made:
    """What a share may be made of: for its author's eyes, and what is kept of the passcode."""

    fresh: Fresh
    salt: bytes = field(repr=False)
    hash: bytes = field(repr=False)


def passcode_of(text: str) -> str | None:
    """Read eight digits, also with spaces between, or full-width.

    >>> passcode_of("1234 5678"), passcode_of("１２３４５６７８"), passcode_of("1234567")
    ('12345678', '12345678', None)
    """
    digits = "".join(normalize("NFKC", text[:64]).split())
    return digits if fullmatch(f"[0-9]{{{DIGITS}}}", digits) else None


def hashed(passcode: str, salt: bytes) -> bytes:
    """Hash a passcode; this takes a part of a second, and 32 MiB."""
    return hashlib.scrypt(
        passcode.encode(),
        salt=salt,
        n=COST,
        r=BLOCK,
        p=LANES,
        maxmem=MEMORY,
        dklen=BYTES_OF_A_HASH,
    )


def _made() -> Made:
    passcode = f"{secrets.randbelow(10**DIGITS):0{DIGITS}}"
    salt = secrets.token_bytes(BYTES_OF_A_SALT)
    code = secrets.token_urlsafe(BYTES_OF_A_CODE)
    return Made(Fresh(code, passcode), salt, hashed(passcode, salt))


def _derived(share: int, passcode: str, salt: bytes) -> Derived:
    return Derived(share, hashed(passcode, salt))


class Passcodes:
    """Prepares what a batch needs; keeps what was made last in memory, for its author's card."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._ready: dict[int, Made | Derived] = {}
        self._fresh: dict[int, Fresh] = {}

    async def prepare(self, updates: Sequence[Update]) -> None:
        """Hash what these updates need.

        Of one share no more is hashed than there are tries: what comes later is too late.
        """
        tries = Counter[int]()
        work = [(each.update_id, self._work(each, tries)) for each in updates]
        slow = [(number, job) for number, job in work if job is not None]
        found = await asyncio.gather(*(asyncio.to_thread(job) for _, job in slow))
        self._ready = {number: each for (number, _), each in zip(slow, found, strict=True)}

    def _work(self, update: Update, tries: Counter[int]) -> Callable[[], Made | Derived] | None:
        match update.event:
            case Tapped() if isinstance(self._place(update.person), Sharing):
                return _made
            case Typed(text=text) if (passcode := passcode_of(text)) is not None:
                place = self._place(update.person)
                if isinstance(place, GuestPasscode) and tries[place.share] < MOST_TRIES:
                    kept = self._ledger.passcodes.of(place.share)
                    tries[place.share] += 1
                    return kept and partial(_derived, place.share, passcode, kept[0])
        return None

    def _place(self, person: int) -> Place | None:
        """Give the place of a chat if a passcode is made or typed there; None for any other."""
        chat = self._ledger.chat(person)
        kept = None if chat is None else chat.focus
        # nearly every tap is at another place: only its name is read
        place = kept.get("place") if isinstance(kept, dict) else None
        if not isinstance(place, dict) or place.get("place") not in OF_PASSCODES:
            return None
        focus = focuses.load(kept)
        return None if focus is None else focus.place

    def tried(self, update: Update, focus: Focus) -> Tried | None:
        """Say whether a passcode is right; None if none was typed where it is asked for."""
        place = focus.place
        if not isinstance(place, GuestPasscode) or not isinstance(update.event, Typed):
            return None
        if passcode_of(update.event.text) is None:
            return None
        derived = self._ready.get(update.update_id)
        kept = self._ledger.passcodes.of(place.share)
        if not isinstance(derived, Derived) or derived.share != place.share or kept is None:
            return Tried(place.share, None)
        return Tried(place.share, compare_digest(derived.hash, kept[1]))

    def fresh(self, person: int, update: Update | None = None) -> Fresh | None:
        """Give what a share is made of, else what the person's last share was made of."""
        made = self._ready.get(update.update_id) if update is not None else None
        # an earlier tap of the same batch may have left that card
        is_asked = isinstance(made, Made) and isinstance(self._place(person), Sharing)
        return made.fresh if isinstance(made, Made) and is_asked else self._fresh.get(person)

    def take(self, update: Update, turn: Turn) -> None:
        """Keep what the passcode of a new share is checked against, in the turn's transaction."""
        made = self._ready.get(update.update_id)
        if isinstance(made, Made) and any(e.kind is Kind.SHARE_MADE for e in turn.entries):
            share = self._ledger.shares().with_hash(hash_of(made.fresh.code))
            if share is not None:
                self._ledger.passcodes.add(share.seq, made.salt, made.hash)
                self._fresh[update.person] = made.fresh
        elif not isinstance(turn.focus.place, ShareMade):
            self._fresh.pop(update.person, None)
