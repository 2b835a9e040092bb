"""The parts of a serving bot, made from what a start has prepared, and put together."""

from contextlib import AbstractAsyncContextManager, nullcontext
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial

from bot.control.desk import Desk
from bot.endpoint import Endpoint
from bot.housekeeping.asked_texts import AskedTexts
from bot.housekeeping.backups import Backups
from bot.housekeeping.bed_labels import BedLabels
from bot.housekeeping.deletions import Deletions, deleting_by
from bot.housekeeping.health import Health
from bot.housekeeping.reminders import Reminders
from bot.housekeeping.share_ends import ShareEnds
from bot.housekeeping.similar_news import SimilarNews
from bot.monitoring.metrics import Metrics
from bot.serving.access import Access
from bot.serving.commits import Commits
from bot.serving.delivery import Delivery
from bot.serving.former_people import FormerPeople
from bot.serving.guests import Guests
from bot.serving.installation import Installation
from bot.serving.joining import Joining
from bot.serving.practice import Practice
from bot.serving.reception import Reception
from bot.serving.showings import Showings
from bot.serving.teams import Teams
from bot.serving.turns import Turns
from bot.setup.start import Prepared, open_beside
from bot.telegram.budget import Budget
from bot.telegram.client import Client
from bot.telegram.retries import RetryPolicy
from ectrial.ledger.sqlite.write_ahead_log import Log


@dataclass(frozen=True, slots=True)
class Parts:
    """What one serving bot consists of."""

    client: Client
    commits: Commits
    turns: Turns
    teams: Teams
    access: Access
    delivery: Delivery
    reception: Reception
    desk: Desk
    practice: Practice | None

    async def finish(self, seconds: float) -> None:
        """Finish the deliveries that have begun, for at most so long, and close what is open."""
        await self.delivery.finish(seconds)
        await self.commits.finish()
        if self.practice is not None:
            self.practice.close()
        await self.client.bot.shutdown()


def parts_of(
    prepared: Prepared,
    endpoint: Endpoint,
    retry_policy: RetryPolicy,
    metrics: Metrics,
    budget: Budget | None,
) -> Parts:
    """Make the parts and connect them."""
    ledger, admins = prepared.ledger, endpoint.admins
    budget = budget or Budget(prepared.monotonic)
    client = Client(endpoint.token, endpoint.base_url, metrics.fails, budget)
    site = site_of(prepared, endpoint, client)
    practice = None if endpoint.is_practice else Practice(partial(open_beside, prepared))
    turns, commits = Turns(ledger, site, endpoint.pepper, practice), Commits(ledger, metrics)
    showings = Showings(prepared.monotonic)
    teams = Teams(ledger, prepared.trials, admins)
    joining = Joining(ledger, teams, site.now)
    allowed = prepared.settings.guests == "yes"

    guests = Guests(ledger, teams, site.now, are_allowed=allowed)
    former = FormerPeople(ledger, prepared.trial.id, site.now)
    access = Access(ledger, teams, site.today, joining, guests, former)
    delivery = Delivery(client, ledger, commits, turns, access, retry_policy, metrics, showings)
    reception = Reception(ledger, commits, access, turns, delivery, metrics, showings)
    given = prepared.trials.ids, admins, endpoint.pepper
    desk = Desk(ledger, commits, *given, changed=delivery.show_again)
    return Parts(client, commits, turns, teams, access, delivery, reception, desk, practice)


def site_of(prepared: Prepared, endpoint: Endpoint, client: Client) -> Installation:
    """Give what is the same for every turn."""
    return Installation(
        trials=prepared.trials,
        clock=prepared.clock,
        zone=prepared.settings.zone,
        language=prepared.settings.language,
        is_practice=endpoint.is_practice,
        contact=prepared.settings.contact,
        study_teams=prepared.study_teams,
        approval=prepared.settings.approval,
        codes=prepared.settings.subject_codes,
        units=prepared.settings.units,
        hours=prepared.settings.hours,
        allows_guests=prepared.settings.guests == "yes",
        admins=endpoint.admins,
        bot_name=lambda: client.name,
        has_bed_labels=prepared.settings.has_bed_labels,
    )


def reminders_of(prepared: Prepared, parts: Parts) -> Reminders:
    """Give the task that rings for what is due."""
    access, delivery = parts.access, parts.delivery

    def is_there(person: int, day: date) -> bool:
        return delivery.reaches(person) and access.is_there(person, day)

    ledger, hours = prepared.ledger, prepared.settings.hours
    return Reminders(
        ledger,
        parts.commits,
        hours,
        prepared.clock,
        is_there=is_there,
        todo=lambda who: parts.teams.work(who, hours.day(prepared.clock()), hours),
        language=parts.turns.language,
        hand_over=delivery.hand_over,
    )


def bed_labels_of(prepared: Prepared, parts: Parts) -> BedLabels:
    """Give the task that forgets at midnight where subjects lie."""
    settings, clock = prepared.settings, prepared.clock
    return BedLabels(
        prepared.ledger.beds,
        parts.commits,
        partial(Log, prepared.ledger.path, settings.key),
        lambda: clock().astimezone(settings.zone).date(),
        parts.delivery.show_again,
        is_allowed=settings.has_bed_labels,
    )


def deletions_of(prepared: Prepared, parts: Parts, policy: RetryPolicy) -> Deletions:
    """Give the task that deletes messages with identifiers."""
    return Deletions(
        prepared.ledger,
        parts.commits,
        prepared.clock,
        delete=deleting_by(parts.client, policy),
        is_reached=parts.delivery.reaches,
        language=parts.turns.language,
        hand_over=parts.delivery.hand_over,
    )


def share_ends_of(prepared: Prepared, parts: Parts) -> ShareEnds:
    """Give the task that ends shares."""
    zone, clock = prepared.settings.zone, prepared.clock
    return ShareEnds(
        prepared.ledger,
        parts.commits,
        parts.teams,
        now=lambda: clock().astimezone(zone),
        hand_over=parts.delivery.hand_over,
    )


def similar_news_of(prepared: Prepared, parts: Parts) -> SimilarNews:
    """Give the task that tells of similar trials."""
    access, delivery, site = parts.access, parts.delivery, prepared.settings

    def now() -> datetime:
        return prepared.clock().astimezone(site.zone)

    def is_there(person: int) -> bool:
        return delivery.reaches(person) and access.is_there(person, now().date())

    return SimilarNews(
        prepared.ledger,
        parts.commits,
        parts.teams,
        prepared.trials,
        now,
        is_there,
        language=parts.turns.language,
        hand_over=delivery.hand_over,
    )


def asked_texts_of(prepared: Prepared, parts: Parts) -> AskedTexts:
    """Give the task that deletes what people were asked about who are let in no more."""
    zone, clock = prepared.settings.zone, prepared.clock
    return AskedTexts(
        prepared.ledger,
        parts.commits,
        prepared.trial.id,
        now=lambda: clock().astimezone(zone),
        trial_of=parts.turns.trial,
        is_let_in=parts.access.is_known,
    )


def health_of(
    prepared: Prepared, parts: Parts, metrics: Metrics, backups: Backups | None
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
        webhook=WebhookHealth(parts.client, settings.webhook_url, metrics)
        if settings.webhook_url
        else None,
        commits=parts.commits,
        metrics=metrics,
        backups=backups,
    )
    return health_served(health, settings.health_port)
