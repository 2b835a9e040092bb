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

from bot.control.desk import Desk
from bot.endpoint import Endpoint, endpoint_of
from bot.housekeeping.backups import Backups, backing_up
from bot.housekeeping.checkpoints import checkpointing
from bot.housekeeping.daily_head import telling_heads
from bot.housekeeping.reminders import ringing
from bot.housekeeping.watchdog import watched
from bot.monitoring.metrics import Metrics
from bot.parts import health_of, reminders_of, site_of
from bot.serving.access import Access
from bot.serving.commits import Commits
from bot.serving.delivery import Delivery
from bot.serving.intake import LONGEST_COMMIT, Intake
from bot.serving.joining import Joining
from bot.serving.practice import Practice
from bot.serving.reception import Reception
from bot.serving.showings import Showings
from bot.serving.turns import Turns
from bot.setup.settings import Settings
from bot.setup.start import CannotServeError, Prepared, open_beside
from bot.setup.trace import leave_trace
from bot.telegram.budget import Budget
from bot.telegram.client import Client, is_telegram
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
            endpoint_of(settings) as endpoint,
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
    ledger = prepared.ledger
    budget = budget or Budget(prepared.monotonic)
    client = Client(endpoint.token, endpoint.base_url, metrics.fails, budget)
    site = site_of(prepared, endpoint, client)
    practice = None if endpoint.is_practice else Practice(partial(open_beside, prepared))
    turns = Turns(ledger, site, endpoint.pepper, practice)
    commits = Commits(ledger, metrics)
    showings = Showings(prepared.monotonic)
    joining = Joining(ledger, prepared.trial.id, endpoint.admins, site.now)
    access = Access(ledger, endpoint.admins, site.today, joining)
    delivery = Delivery(client, ledger, commits, turns, access, retry_policy, metrics, showings)
    reception = Reception(ledger, commits, access, turns, delivery, metrics, showings)
    given = prepared.trial.id, endpoint.admins, endpoint.pepper
    desk = Desk(ledger, commits, *given, changed=delivery.show_again)
    async with (
        health_of(prepared, client, commits, metrics, backups),
        telling_heads(prepared, endpoint.admins, turns, delivery),
    ):
        try:
            async with (
                desk.opened(),
                ringing(reminders_of(prepared, commits, turns, delivery, access)),
            ):
                await _until(
                    stop, _serving(client, reception, retry_policy, metrics, prepared.settings)
                )
        finally:
            metrics.heartbeat.is_stopping = True
            metrics.heartbeat.must_move_within(retry_policy.shutdown + LONGEST_COMMIT)
            await delivery.finish(retry_policy.shutdown)
            await commits.finish()
            if practice is not None:
                practice.close()
            await client.bot.shutdown()


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
    client: Client,
    reception: Reception,
    retry_policy: RetryPolicy,
    metrics: Metrics,
    settings: Settings,
) -> None:
    bot = client.bot
    await _connect(bot, retry_policy, settings)
    kind = "PRACTICE record" if settings.is_practice else "record"
    click.echo(f"Running as @{bot.username} with the {kind} {settings.record}")
    warn_of_switches(bot.bot)
    await asyncio.gather(withdraw_commands(bot), introduce(bot, settings.language))
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
