"""Connects the parts of the bot and runs the bot, with Telegram or in the sandbox."""

import asyncio
import logging
import signal
from collections.abc import Coroutine
from dataclasses import replace
from functools import partial
from typing import Any

import click
from telegram import Bot
from telegram.error import InvalidToken, TelegramError

from bot.endpoint import PRACTICE_PEPPER, Endpoint, endpoint_of
from bot.housekeeping.background import in_background
from bot.housekeeping.backups import Backups, backing_up
from bot.housekeeping.checkpoints import checkpointing
from bot.housekeeping.daily_head import telling_heads
from bot.housekeeping.watchdog import watched
from bot.monitoring.metrics import Metrics
from bot.paper_parts import asked_papers_of
from bot.parts import (
    Parts,
    asked_texts_of,
    bed_labels_of,
    deletions_of,
    health_of,
    parts_of,
    reminders_of,
    share_ends_of,
    similar_news_of,
)
from bot.serving.intake import LONGEST_COMMIT, Intake
from bot.setup.settings import Settings
from bot.setup.start import CannotServeError, Prepared
from bot.setup.trace import leave_trace
from bot.telegram.budget import Budget
from bot.telegram.client import is_telegram
from bot.telegram.introduction import introduce
from bot.telegram.menu import withdraw_commands
from bot.telegram.retries import RetryPolicy, is_refusal
from bot.telegram.switches import warn_of_switches

logger = logging.getLogger(__name__)


async def run(prepared: Prepared, retry_policy: RetryPolicy | None = None) -> None:
    """Run until SIGTERM or SIGINT; raises CannotServeError if Telegram refuses for good."""
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop.set)
    metrics, settings = Metrics(), prepared.settings
    backups = _backups(prepared, metrics)
    with watched(metrics.heartbeat, loop):
        async with (
            endpoint_of(settings, partial(_practice_code, prepared)) as endpoint,
            backing_up(backups),
            checkpointing(settings.record, settings.key),
        ):
            leave_trace(prepared, endpoint.admins)
            _record_practice_team(prepared, endpoint)
            _warn_of_no_approval(settings)
            await serve(prepared, endpoint, stop, retry_policy or RetryPolicy(), metrics, backups)


def _record_practice_team(prepared: Prepared, endpoint: Endpoint) -> None:
    if endpoint.is_practice:
        # imported here: with a token the bot needs nobody of the sandbox
        from bot.setup.practice_team import record_practice_team

        record_practice_team(prepared)


def _practice_code(prepared: Prepared, person: int) -> str:
    # imported here, as above
    from bot.setup.practice_team import practice_code

    return practice_code(prepared, PRACTICE_PEPPER, person)


def _warn_of_no_approval(settings: Settings) -> None:
    if not settings.is_practice and settings.approval is None:
        logger.warning("ECTRIAL_APPROVAL is not set: state under which approval the site works")


def _backups(prepared: Prepared, metrics: Metrics) -> Backups | None:
    """Give the task that copies the record; None in practice, whose record is not copied."""
    settings, clock = prepared.settings, prepared.clock
    if settings.is_practice:
        return None
    where, check = (settings.database, settings.copies), prepared.ledger.check_place
    return Backups(*where, settings.key, clock, metrics=metrics, check_place=check)


async def serve(
    prepared: Prepared,
    endpoint: Endpoint,
    stop: asyncio.Event,
    retry_policy: RetryPolicy,
    metrics: Metrics | None = None,
    backups: Backups | None = None,
    budget: Budget | None = None,
) -> None:
    """Serve until `stop` is set, then finish the deliveries that have begun."""
    metrics = metrics or Metrics()
    retry_policy = replace(retry_policy, retries=metrics.retries.inc)
    parts = parts_of(prepared, endpoint, retry_policy, metrics, budget)
    async with (
        health_of(prepared, parts, metrics, backups),
        telling_heads(prepared, endpoint.admins, parts.turns, parts.delivery),
    ):
        try:
            async with (
                parts.desk.opened(),
                in_background(reminders_of(prepared, parts).run()),
                in_background(share_ends_of(prepared, parts).run()),
                in_background(similar_news_of(prepared, parts).run()),
                in_background(asked_texts_of(prepared, parts).run()),
                in_background(asked_papers_of(prepared, parts).run()),
                in_background(bed_labels_of(prepared, parts).run()),
            ):
                await _until(stop, _serving(parts, retry_policy, metrics, prepared))
        finally:
            metrics.heartbeat.is_stopping = True
            metrics.heartbeat.must_move_within(retry_policy.shutdown + LONGEST_COMMIT)
            await parts.finish(retry_policy.shutdown)


async def _until(stop: asyncio.Event, work: Coroutine[Any, Any, None]) -> None:
    """Run the work until `stop` is set; raises what the work raises."""
    serving, stopping = asyncio.create_task(work), asyncio.create_task(stop.wait())
    try:
        await asyncio.wait({serving, stopping}, return_when=asyncio.FIRST_COMPLETED)
        if serving.done():
            await serving
    finally:
        for task in (serving, stopping):
            task.cancel()
        await asyncio.gather(serving, stopping, return_exceptions=True)


async def _serving(
    parts: Parts,
    retry_policy: RetryPolicy,
    metrics: Metrics,
    prepared: Prepared,
) -> None:
    client, reception, settings = parts.client, parts.reception, prepared.settings
    bot = client.bot
    await _connect(bot, retry_policy, settings)
    kind = "PRACTICE record" if settings.is_practice else "record"
    click.echo(f"Running as @{bot.username} with the {kind} {settings.record}")
    warn_of_switches(bot.bot)
    await asyncio.gather(withdraw_commands(bot), introduce(bot, settings.language))
    # not before: a try without a connection would count as one
    async with in_background(deletions_of(prepared, parts, retry_policy).run()):
        if settings.webhook_url:
            # imported here: without a webhook no HTTP server needs to be loaded
            from bot.serving.webhook import Webhook

            await Webhook(bot, reception, retry_policy, metrics, settings).run()
        await Intake(client, reception, retry_policy, metrics).run()


async def _connect(bot: Bot, retry_policy: RetryPolicy, settings: Settings) -> None:
    try:
        await retry_policy.until_answered(lambda: _greet(bot))
        if not settings.webhook_url:
            # a webhook that was set elsewhere would receive every update
            await retry_policy.until_answered(bot.delete_webhook)
    except TelegramError as error:
        raise CannotServeError(f"Telegram does not serve us ({type(error).__name__})") from None


async def _greet(bot: Bot) -> None:
    try:
        await bot.initialize()
    except TelegramError as error:
        is_unknown = isinstance(error, InvalidToken)
        if (is_unknown or is_refusal(error)) and not is_telegram(error):
            raise CannotServeError("TELEGRAM_API_URL: there is no Bot API there") from None
        if is_unknown:
            raise CannotServeError("Telegram does not know this token") from None
        raise
