"""Receives updates: who, what, recorded; then hands over what is left to deliver."""

import asyncio
import logging
from collections.abc import Iterable, Sequence
from dataclasses import replace
from time import perf_counter

from bot.monitoring.logs import report
from bot.monitoring.metrics import Metrics
from bot.serving.access import Access
from bot.serving.commits import UNSAVED, Commits
from bot.serving.delivery import Delivery, Errand
from bot.serving.turns import Turns
from bot.telegram.updates import Heard
from ectrial.ledger.errors import RefusedError
from ectrial.ledger.ledger import Author, Ledger
from ectrial.text import Language
from ectrial.wording.speech import speech

logger = logging.getLogger(__name__)

Errands = list[tuple[int, Errand]]


class Reception:
    """Takes updates in order; what it has taken is safe to acknowledge."""

    def __init__(
        self,
        ledger: Ledger,
        commits: Commits,
        access: Access,
        turns: Turns,
        delivery: Delivery,
        metrics: Metrics | None = None,
    ) -> None:
        self._ledger = ledger
        self._commits = commits
        self._access = access
        self._turns = turns
        self._delivery = delivery
        self._metrics = metrics or Metrics()
        self._told: set[int] = set()

    async def receive(self, heard: Sequence[Heard], toasts: dict[str, str] | None = None) -> int:
        """Act on what was heard, in one commit; gives how many are recorded, from the first on.

        With `toasts` the answers to taps go there, to be sent by whoever gave it.
        Whoever is told to stop meanwhile stops after the end: nothing stays half-known.
        """
        if not heard:
            return 0
        receiving = asyncio.create_task(self._receive(heard, toasts))
        try:
            return await asyncio.shield(receiving)
        except asyncio.CancelledError:
            await receiving
            raise

    async def _receive(self, heard: Sequence[Heard], toasts: dict[str, str] | None) -> int:
        errands: Errands = []
        self._metrics.in_hand.inc(len(heard))
        received = perf_counter()
        try:
            taken, failure = await self._commits.commit(lambda: self._take(heard, errands))
        except UNSAVED as error:
            taken, failure, errands = 0, error, []
        committed = perf_counter()
        self._count(len(heard), taken, committed - received)
        for person, errand in errands:
            if toasts is not None and errand.query is not None:
                toasts[errand.query] = errand.toast
            query = None if toasts is not None else errand.query
            self._delivery.hand_over(person, replace(errand, query=query, committed=committed))
        if failure is None:
            self._told.clear()
        else:
            report(logger, "nothing can be recorded", failure)
            self._tell_not_saved(heard[taken:])
        return taken

    def _count(self, heard: int, taken: int, seconds: float) -> None:
        self._metrics.in_hand.dec(heard)
        self._metrics.unsaved.inc(heard - taken)
        self._metrics.heartbeat.is_unsaved = taken < heard
        self._metrics.batch.observe(taken)
        for _ in range(taken):
            self._metrics.turn.observe(seconds)

    def _take(self, heard: Sequence[Heard], errands: Errands) -> tuple[int, Exception | None]:
        """Act on each, up to the first that cannot be written; what was written before holds."""
        for place, each in enumerate(heard):
            try:
                errands.append((each.person, self._act(each)))
            except UNSAVED as error:
                return place, error
        return len(heard), None

    def _tell_not_saved(self, waiting: Iterable[Heard]) -> None:
        """Tell everyone who waits, once until the record can be written again."""
        for heard in waiting:
            if heard.person not in self._told and self._may_hear(heard.person):
                self._told.add(heard.person)
                say = speech(self._language(heard))
                words = say(
                    "⚠️ NOT SAVED. The record cannot be written just now; I keep trying."
                    " Before you answer again, look whether the card has moved on."
                )
                self._delivery.hand_over(heard.person, Errand(kept=(words,), has_card=False))

    def show_again(self) -> None:
        """Bring every chat of the team up to date, as after a crash between record and card."""
        for chat in self._ledger.chats():
            if self._access.author(chat.id) is not None:
                self._delivery.hand_over(chat.id, Errand())

    def _act(self, heard: Heard) -> Errand:
        try:
            with self._ledger.together():
                return self._answer(heard)
        except RefusedError as error:
            return self._set_aside(heard, error)
        except UNSAVED:
            raise
        except Exception as error:  # noqa: BLE001 - the one error handler of updates
            return self._set_aside(heard, error)

    def _answer(self, heard: Heard) -> Errand:
        author = self._access.author(heard.person)
        if author is not None:
            return self._step(heard, author)
        self._metrics.strangers.inc()
        kept = self._access.turned_away(heard, self._turns.language(None))
        return Errand(query=heard.query, kept=kept, has_card=False)

    def _step(self, heard: Heard, author: Author) -> Errand:
        taken = self._turns.take(heard, author)
        if taken is None:
            return Errand(query=heard.query, stray=self._stray(heard))
        before, after = taken.before, taken.standing.chat
        return Errand(
            query=heard.query,
            toast=taken.turn.toast,
            kept=taken.turn.messages,
            stray=heard.message if heard.message != before.card else None,
            # an old button: the phone may show something else than we believe
            is_doubtful=after.round == before.round,
            standing=taken.standing,
        )

    def _stray(self, heard: Heard) -> int | None:
        chat = self._ledger.chat(heard.person)
        return None if chat is not None and heard.message == chat.card else heard.message

    def _set_aside(self, heard: Heard, error: Exception) -> Errand:
        number = heard.update_id
        report(logger, f"update {number} cannot be handled", error, update_id=number)
        say = speech(self._language(heard))
        words = say("Something went wrong and nothing was recorded. /start begins again.")
        return Errand(query=heard.query, kept=(words,), has_card=False)

    def _may_hear(self, person: int) -> bool:
        try:
            return self._access.author(person) is not None
        except UNSAVED:
            return False

    def _language(self, heard: Heard) -> Language:
        try:
            chat = self._ledger.chat(heard.person)
        except UNSAVED:
            chat = None
        return (chat and chat.language) or heard.language or self._turns.language(None)
