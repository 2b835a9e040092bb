"""Has updates recorded in one commit, then hands over the delivery job of each update."""

import asyncio
import logging
from collections.abc import Iterable, Sequence
from dataclasses import replace
from time import perf_counter

from bot.monitoring.logs import report
from bot.monitoring.metrics import Metrics
from bot.serving.access import Access
from bot.serving.colleagues import for_colleagues
from bot.serving.commits import WRITE_ERRORS, Commits
from bot.serving.delivery import Delivery
from bot.serving.edits import SentTexts
from bot.serving.jobs import DeliveryJob, after_blocking
from bot.serving.practice import PracticeError
from bot.serving.pushes import Neutral, Push
from bot.serving.repeats import Repeats
from bot.serving.showings import Showings
from bot.serving.turns import Turns
from bot.telegram.updates import Membership, Update
from conversations.events import Edited, Tapped
from ectrial.ledger.errors import LedgerError, RefusedError
from ectrial.ledger.ledger import Author, Ledger
from ectrial.text import Language

logger = logging.getLogger(__name__)

Jobs = list[tuple[int, DeliveryJob]]


class Reception:
    """Takes updates in order; those counted as taken are recorded and may be acknowledged."""

    def __init__(
        self,
        ledger: Ledger,
        commits: Commits,
        access: Access,
        turns: Turns,
        delivery: Delivery,
        metrics: Metrics | None = None,
        showings: Showings | None = None,
    ) -> None:
        self._ledger = ledger
        self._commits = commits
        self._access = access
        self._turns = turns
        self._delivery = delivery
        self._metrics = metrics or Metrics()
        self._showings = showings or Showings()
        self._told: set[int] = set()
        self._failing = ""
        self._texts = SentTexts()
        self._repeats = Repeats()

    async def receive(
        self, updates: Sequence[Update], toasts: dict[str, str] | None = None
    ) -> int:
        """Record a batch in one commit; give how many updates are recorded, from the first on.

        With `toasts`, the toast of each tap is stored there by the id of its callback query, for
        the caller to send. If cancelled, finish this batch first.
        """
        if not updates:
            return 0
        receiving = asyncio.create_task(self._receive(updates, toasts))
        try:
            return await asyncio.shield(receiving)
        except asyncio.CancelledError:
            await receiving
            raise

    async def _receive(self, updates: Sequence[Update], toasts: dict[str, str] | None) -> int:
        jobs: Jobs = []
        self._metrics.in_hand.inc(len(updates))
        received = perf_counter()
        updates = [self._timed(update) for update in updates]
        try:
            await self._turns.prepare(updates)
            taken, failure = await self._commits.commit(lambda: self._take(updates, jobs))
        except WRITE_ERRORS as error:
            taken, failure, jobs = 0, error, []
        committed = perf_counter()
        self._count(len(updates), taken, committed - received)
        for person, job in jobs:
            if toasts is not None and job.callback_query is not None:
                toasts[job.callback_query] = self._delivery.toast(person, job)
            waiting = None if toasts is not None else job.callback_query
            self._delivery.hand_over(
                person, replace(job, callback_query=waiting, committed=committed)
            )
        # what comes again because it failed is no repeat
        self._repeats.remember(updates if failure is None else ())
        if failure is None:
            self._told.clear()
            self._failing = ""
        else:
            self._report(failure)
            self._tell_not_saved(updates[taken:])
        return taken

    def _report(self, failure: Exception) -> None:
        """Log why nothing is recorded, once until that changes: each attempt fails again."""
        if not isinstance(failure, LedgerError):
            report(logger, "nothing can be recorded", failure)
        elif str(failure) != self._failing:
            logger.error("nothing can be recorded: %s", failure)
        self._failing = str(failure)

    def _timed(self, update: Update) -> Update:
        if not isinstance(update.event, Tapped):
            return update
        return replace(update, event=self._showings.timed(update.person, update.event))

    def _count(self, received: int, taken: int, seconds: float) -> None:
        self._metrics.in_hand.dec(received)
        self._metrics.unsaved.inc(received - taken)
        self._metrics.heartbeat.is_unsaved = taken < received
        self._metrics.batch.observe(taken)
        for _ in range(taken):
            self._metrics.turn.observe(seconds)

    def _take(self, updates: Sequence[Update], jobs: Jobs) -> tuple[int, Exception | None]:
        """Take updates up to the first that cannot be written; those before it stay recorded."""
        for taken, (update, is_meant) in enumerate(
            zip(updates, self._repeats.without(updates), strict=True)
        ):
            try:
                if is_meant:
                    jobs += self._handled(update)
            except WRITE_ERRORS as error:
                return taken, error
        return len(updates), None

    def _tell_not_saved(self, waiting: Iterable[Update]) -> None:
        """Tell each waiting person of the team, once until the record can be written again."""
        for update in waiting:
            if update.person not in self._told and self._may_hear(update.person):
                self._told.add(update.person)
                push = Push(Neutral.NOT_SAVED, self._language(update))
                job = DeliveryJob(push=push, has_card=False, has_blocked=False)
                self._delivery.hand_over(update.person, job)

    def show_again(self) -> None:
        """Show every card again: a crash may have happened between commit and card.

        A card of a person who is not of the team any more is taken away.
        """
        for chat in self._ledger.chats():
            if self._access.author(chat.id) is not None or chat.card is not None:
                self._delivery.hand_over(chat.id, DeliveryJob(is_unasked=True))

    def _handled(self, update: Update) -> Jobs:
        """Give the jobs of an update: the person's own, then those of colleagues it concerns."""
        colleagues: Jobs = []
        try:
            with self._ledger.together():
                own = self._job_for(update, colleagues)
        except RefusedError as error:
            own, colleagues = self._set_aside(update, error), []
        except WRITE_ERRORS:
            raise
        except Exception as error:  # noqa: BLE001 - the one error handler of updates
            own, colleagues = self._set_aside(update, error), []
        return [(update.person, own), *colleagues]

    def _job_for(self, update: Update, colleagues: Jobs) -> DeliveryJob:
        author = self._access.author(update.person)
        if isinstance(update.event, Membership):
            is_known = self._access.is_known(update.person)
            return after_blocking(update.event) if is_known else DeliveryJob(has_card=False)
        if (joined := self._access.joined(update)) is not None:
            update, inviter = joined
            colleagues.append((inviter, DeliveryJob(is_unasked=True)))
            author = self._access.author(update.person)
        author = author or self._access.guest(update)
        if author is not None:
            is_other = self._texts.note(update)
            if isinstance(update.event, Edited) and not is_other:
                return DeliveryJob(has_card=False)
            return self._turn(update, author, colleagues)
        self._metrics.strangers.inc()
        words = self._access.turned_away(update, self._turns.language(None))
        return DeliveryJob(
            callback_query=update.callback_query,
            messages=words,
            has_card=False,
            is_for_stranger=True,
        )

    def _turn(self, update: Update, author: Author, colleagues: Jobs) -> DeliveryJob:
        taken = self._turns.take(update, author)
        if taken is None:
            return DeliveryJob(
                callback_query=update.callback_query, old_card=self._old_card(update)
            )
        turn, before, after = taken.turn, taken.before, taken.standing.chat
        if not taken.before.practice:
            # practice concerns nobody else
            colleagues += for_colleagues(turn, after.id, self._ledger.chats, self._turns.trial)
            colleagues += self._access.left_by(turn, after.id)
            colleagues += [(p, DeliveryJob(files=(f,))) for p, f in self._turns.enrolled(taken)]
        return DeliveryJob(
            callback_query=update.callback_query,
            toast=turn.toast,
            recorded=taken.answered_by(update),
            messages=turn.messages,
            files=self._turns.files(taken),
            answers=update.sent,
            deletes=() if taken.proved is None or update.sent is None else (update.sent,),
            old_card=update.message if update.message != before.card else None,
            # an outdated button: the phone may show something else than we believe
            must_show_again=turn.moves and after.round == before.round,
            has_recorded=bool(turn.entries),
            has_blocked=False,
            has_proved=taken.proved is not None and taken.proved.ok,
            standing=taken.standing,
            is_meant=(lambda: self._turns.is_meant(taken),),
        )

    def _old_card(self, update: Update) -> int | None:
        chat = self._ledger.chat(update.person)
        return None if chat is not None and update.message == chat.card else update.message

    def _set_aside(self, update: Update, error: Exception) -> DeliveryJob:
        number, sentence = update.update_id, Neutral.NOT_RECORDED
        if isinstance(error, PracticeError):
            logger.error("practice does not work: %s", error)
            sentence = Neutral.NO_PRACTICE
        else:
            report(logger, f"update {number} cannot be handled", error, update_id=number)
        push = Push(sentence, self._language(update))
        return DeliveryJob(
            callback_query=update.callback_query, push=push, has_card=False, has_blocked=False
        )

    def _may_hear(self, person: int) -> bool:
        try:
            return self._access.author(person) is not None
        except WRITE_ERRORS:
            return False

    def _language(self, update: Update) -> Language:
        try:
            chat = self._ledger.chat(update.person)
        except WRITE_ERRORS:
            chat = None
        return (chat and chat.language) or update.language or self._turns.language(None)
