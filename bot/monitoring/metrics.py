"""The metrics for Prometheus: about the bot as a whole, never about a person."""

import time
from collections.abc import Iterable, Mapping
from typing import Literal, get_args

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, ProcessCollector

from bot.monitoring.heartbeat import Heartbeat
from bot.telegram.calls import Failure

UpdateKind = Literal["tap", "text", "command", "other", "malformed"]

# A commit takes a millisecond, a call to Telegram a tenth of a second, an outage minutes
SECONDS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300)
# Telegram sends at most a hundred updates at a time
UPDATES = (1, 2, 5, 10, 25, 50, 100)


class Metrics:
    """The metrics of one bot, in their own registry; any thread may count."""

    def __init__(self, heartbeat: Heartbeat | None = None) -> None:
        self.heartbeat = heartbeat or Heartbeat()
        self.registry = CollectorRegistry()
        ProcessCollector(registry=self.registry)
        self.updates = self._counters("updates", "Updates received", "kind", get_args(UpdateKind))
        self.failures = self._counters(
            "telegram_errors", "Calls that failed", "kind", get_args(Failure)
        )
        self.retries = self._counter("telegram_retries", "Waits before a call is made again")
        self.unsaved = self._counter("updates_unsaved", "Updates that could not be recorded yet")
        self.strangers = self._counter("strangers_refused", "Attempts of strangers")
        self.backups = self._counters(
            "backups", "Copies of the record", "outcome", ("made", "failed")
        )
        self.turn = self._seconds("turn", "From an update received to its commit")
        self.commit = self._seconds("commit", "From work handed over to its commit")
        self.delivery = self._seconds("delivery", "From a commit to the card that shows it")
        self.batch = self._histogram("commit_updates", "Updates that share a commit", UPDATES)
        self.in_hand = self._gauge("updates_in_hand", "Updates received and not yet committed")
        self.waiting_deliveries = self._gauge(
            "deliveries_waiting", "Deliveries that wait for an earlier one of their chat"
        )
        self.heard_at = self._gauge(
            "last_heard_timestamp_seconds", "When Telegram last answered a poll, or posted"
        )
        self.backed_up_at = self._gauge(
            "last_backup_timestamp_seconds", "When a copy of the record was last made"
        )

    def hears(self) -> None:
        """Note that Telegram has answered a poll, or posted an update."""
        self.heartbeat.hears()
        self.heard_at.set(time.time())

    def fails(self, failure: Failure) -> None:
        """Count a failed call."""
        self.failures[failure].inc()

    def commits(self, seconds: float) -> None:
        """Count a commit and its duration."""
        self.heartbeat.commits()
        self.commit.observe(seconds)

    def backs_up(self, *, is_made: bool) -> None:
        """Count a copy, made or failed."""
        self.backups["made" if is_made else "failed"].inc()
        if is_made:
            self.backed_up_at.set(time.time())

    def _counter(self, name: str, what: str) -> Counter:
        return Counter(f"ectrial_{name}", what, registry=self.registry)

    def _counters(
        self, name: str, what: str, label: str, values: Iterable[str]
    ) -> Mapping[str, Counter]:
        """Make a counter for each value at the start, so that a count of 0 is shown as well."""
        family = Counter(f"ectrial_{name}", what, [label], registry=self.registry)
        return {value: family.labels(value) for value in values}

    def _gauge(self, name: str, what: str) -> Gauge:
        return Gauge(f"ectrial_{name}", what, registry=self.registry)

    def _seconds(self, name: str, what: str) -> Histogram:
        return self._histogram(f"{name}_seconds", what, SECONDS)

    def _histogram(self, name: str, what: str, buckets: Iterable[float]) -> Histogram:
        return Histogram(f"ectrial_{name}", what, registry=self.registry, buckets=tuple(buckets))
