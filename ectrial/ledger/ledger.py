"""The record behind one small interface: append in one transaction, read committed entries."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, ExitStack, closing
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Self

from ectrial.ledger.asked_paper_rows import AskedPaperRows
from ectrial.ledger.copies.rotation import folder_of
from ectrial.ledger.creating import make_missing
from ectrial.ledger.deletion_rows import DeletionRows
from ectrial.ledger.due_rows import DueRows
from ectrial.ledger.enrolments import Enrolments
from ectrial.ledger.lists import Lists
from ectrial.ledger.opening import UPDATES_REMEMBERED, prepare
from ectrial.ledger.papers import Papers, paper_source
from ectrial.ledger.passcode_rows import PasscodeRows
from ectrial.ledger.protocol_rows import ProtocolRows
from ectrial.ledger.sqlite import files
from ectrial.ledger.sqlite.connections import Shared
from ectrial.ledger.sqlite.driver import connect, connect_read_only, restrict
from ectrial.ledger.sqlite.place import Place
from ectrial.ledger.tables import chats, links, listing, notes, passcodes, queries, secrets, starts
from ectrial.ledger.tables import entries as table
from ectrial.ledger.tables.chats import Chat
from ectrial.ledger.tables.rows import Author, Occasion, instant
from ectrial.ledger.tables.shares import refuse_refused
from ectrial.ledger.verify import Verification, verify_file
from ectrial.ledger.wish_rows import WishRows
from ectrial.record.entries import Entry, Kind, NewEntry, Via
from ectrial.record.screenings import Listed
from ectrial.record.subjects import ScreeningId

__all__ = ["Author", "Chat", "Ledger", "Listed", "Verification"]


class Ledger(Lists):
    """The open record: one writer, one reader that never waits for the writer, for any thread."""

    def __init__(
        self,
        shared: Shared,
        held: ExitStack,
        *,
        path: Path,
        site: str,
        via: Via,
        clock: Callable[[], datetime],
        verify: Callable[[], Verification],
        papers: Papers,
    ) -> None:
        super().__init__(shared, site)
        self._held = held
        self.path = path
        self._via, self._clock, self._verify = via, clock, verify
        self.papers = papers
        self.enrolments = Enrolments(shared, clock, self.append)
        self.due, self.deletions = DueRows(shared), DeletionRows(shared)
        self.passcodes, self.wishes = PasscodeRows(shared), WishRows(shared, site)
        self.protocols, self.asked_papers = ProtocolRows(shared), AskedPaperRows(shared)

    @classmethod
    def open(
        cls,
        path: Path,
        *,
        site: str,
        via: Via,
        clock: Callable[[], datetime],
        key: str | None = None,
        copies: Path | None = None,
        may_create: bool = True,
    ) -> Self:
        """Check the record, migrate it if needed, and lock it for this process.

        `copies` is the folder for a copy before a migration; by default it lies beside the record.
        Raises NoLedgerError, and leaves nothing, if there is no record and none may be made.
        """
        make_missing(path, via, key, may_create=may_create)
        with ExitStack() as held:
            lock = held.enter_context(files.held(path))
            prepare(path, via, clock(), key, copies or folder_of(path))
            writer = held.enter_context(closing(connect(path, key)))
            reader = held.enter_context(closing(connect_read_only(path, key)))
            restrict(writer)
            restrict(reader)
            shared = Shared(writer, reader, held.enter_context(Place(path, lock)))
            verify, papers = (
                partial(verify_file, path, key),
                partial(paper_source, path, key, site),
            )
            kept = held.pop_all()
            return cls(
                shared,
                kept,
                path=path,
                site=site,
                via=via,
                clock=clock,
                verify=verify,
                papers=papers,
            )

    @property
    def site(self) -> str:
        """The site whose screenings are read; new screenings have this site in their id."""
        return self._site

    def close(self) -> None:
        """Close and unlock the record; closing twice does no harm."""
        with self._shared.alone():
            self._held.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def together(self) -> AbstractContextManager[None]:
        """Make all writes of this thread inside one transaction, with one wait for the disk.

        Each step inside, a single call or a nested `together`, is all or nothing and sees what the
        steps before it wrote. Nothing is recorded before the outermost `together` ends.
        """
        return self._shared.together()

    def append(
        self,
        entries: Sequence[NewEntry],
        author: Author,
        *,
        update_id: int | None = None,
        told_at: datetime | None = None,
        chat: Chat | None = None,
        via: Via | None = None,
    ) -> tuple[Entry, ...] | None:
        """Record all entries or none; None, with nothing recorded, if the update is known.

        `via` is the way they came, if that is not the way of this process.
        """
        with self._shared.writing() as connection:
            # inside the lock, so that a later entry cannot have an earlier time
            now = self._clock()
            if update_id is not None and not chats.take(
                connection, update_id, instant(now), instant(now - UPDATES_REMEMBERED)
            ):
                return None
            occasion = Occasion(author, now, self._site, via or self._via, update_id, told_at)
            recorded = table.record(connection, entries, occasion)
            listing.relist(connection, recorded)
            secrets.follow(connection, recorded)
            passcodes.follow(connection, recorded)
            queries.relist(connection, recorded)
            notes.refuse_senseless(connection, recorded)
            links.refuse_senseless(connection, recorded)
            refuse_refused(connection, recorded)
            if chat is not None:
                chats.save(connection, chat)
        return recorded

    def has_seen(self, update_id: int) -> bool:
        """Whether an append with this update is in the record."""
        now = self._clock()
        with self._shared.reading() as connection:
            return chats.has_seen(connection, update_id, instant(now - UPDATES_REMEMBERED))

    def chat(self, chat_id: int) -> Chat | None:
        """Give where one chat stands; None if the chat was never saved."""
        with self._shared.reading() as connection:
            return chats.load(connection, chat_id)

    def chats(self) -> tuple[Chat, ...]:
        """Give where every chat stands."""
        with self._shared.reading() as connection:
            return chats.load_all(connection)

    def save_chat(self, chat: Chat) -> None:
        """Save where a chat stands, without recording an entry."""
        with self._shared.writing() as connection:
            chats.save(connection, chat)

    def of_kinds(self, kinds: Sequence[Kind]) -> tuple[Entry, ...]:
        """Give every entry of this site of some kinds, in order."""
        with self._shared.reading() as connection:
            return tuple(table.of_kinds(connection, kinds, self._site))

    def administrators(self) -> frozenset[int]:
        """Give the administrators that the settings named at the last start."""
        with self._shared.reading() as connection:
            return starts.administrators(connection)

    def refuse(self, user_id: int) -> bool:
        """Count a stranger's attempt; True only for the stranger's first attempt."""
        with self._shared.writing() as connection:
            return chats.refuse(connection, user_id, instant(self._clock()))

    def entries(self, screening: ScreeningId | None = None) -> Iterator[Entry]:
        """Give entries in order, of one screening or of all, without blocking other readers."""
        if screening is not None:
            with self._shared.reading() as connection:
                page = table.of_screening(connection, screening)
            yield from page
            return
        seq = 0
        while page := self._entries_after(seq):
            yield from page
            seq = page[-1].seq

    def _entries_after(self, seq: int) -> tuple[Entry, ...]:
        with self._shared.reading() as connection:
            return table.after(connection, seq)

    def check_place(self) -> None:
        """Raise StorageError if another file, or none, lies where the record was opened."""
        self._shared.place.check()

    def verify(self) -> Verification:
        """Check the whole record, over a separate connection so that no other thread waits."""
        return self._verify()
