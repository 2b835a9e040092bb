"""The parts of a serving bot that are made from its settings: the site, what rings, its health."""

from contextlib import AbstractAsyncContextManager, nullcontext
from datetime import date

from bot.endpoint import Endpoint
from bot.housekeeping.backups import Backups
from bot.housekeeping.health import Health
from bot.housekeeping.reminders import Reminders
from bot.monitoring.metrics import Metrics
from bot.serving.access import Access
from bot.serving.commits import Commits
from bot.serving.delivery import Delivery
from bot.serving.installation import Installation
from bot.serving.turns import Turns
from bot.setup.start import Prepared
from bot.telegram.client import Client
from conversations.to_do import to_do_count


def site_of(prepared: Prepared, endpoint: Endpoint, client: Client) -> Installation:
    """Give what is the same for every turn."""
    return Installation(
        trials=prepared.trials,
        clock=prepared.clock,
        zone=prepared.settings.zone,
        language=prepared.settings.language,
        is_practice=endpoint.is_practice,
        contact=prepared.settings.contact,
        approval=prepared.settings.approval,
        codes=prepared.settings.subject_codes,
        units=prepared.settings.units,
        hours=prepared.settings.hours,
        admins=endpoint.admins,
        bot_name=lambda: client.name,
    )


def reminders_of(
    prepared: Prepared, commits: Commits, turns: Turns, delivery: Delivery, access: Access
) -> Reminders:
    """Give the task that rings for what is due."""

    def is_there(person: int, day: date) -> bool:
        return delivery.reaches(person) and access.is_there(person, day)

    ledger, hours = prepared.ledger, prepared.settings.hours
    return Reminders(
        ledger,
        commits,
        hours,
        prepared.clock,
        is_there=is_there,
        todo=lambda who: to_do_count(ledger, access.team(), who, hours.day(prepared.clock())),
        language=turns.language,
        hand_over=delivery.hand_over,
    )


def health_of(
    prepared: Prepared,
    client: Client,
    commits: Commits,
    metrics: Metrics,
    backups: Backups | None,
) -> AbstractAsyncContextManager[None]:
    """Serve the health of the bot, if the settings name a port for it."""
    settings = prepared.settings
    if settings.health_port is None:
        return nullcontext()
    # imported here: without a port no HTTP server needs to be loaded
    from bot.housekeeping.health_port import health_served
    from bot.housekeeping.webhook_health import WebhookHealth

    health = Health(
        trial=prepared.trial.id,
        record=settings.record,
        webhook=WebhookHealth(client, settings.webhook_url, metrics)
        if settings.webhook_url
        else None,
        commits=commits,
        metrics=metrics,
        backups=backups,
    )
    return health_served(health, settings.health_port)
