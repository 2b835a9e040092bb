"""What is counted of a bot at work, read as Prometheus reads it."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from prometheus_client.parser import text_string_to_metric_families

from bot.monitoring.metrics import Metrics
from bot.setup.settings import Settings
from tests.bot.asking import ask, free_port
from tests.bot.running import Running
from tests.bot.test_screenings import MAN, does
from tests.disk.full import full_disk
from tests.faults import FaultySandbox, lost, page, refused, too_many
from tests.phone import Phone

OURS = {"kind", "outcome", "le"}


def figure(bot: Running, name: str, **labels: str) -> float:
    found = bot.metrics.registry.get_sample_value(f"ectrial_{name}", labels)
    assert found is not None, name
    return found


def heard(bot: Running) -> Mapping[str, float]:
    return {kind: figure(bot, "updates_total", kind=kind) for kind in bot.metrics.updates}


@pytest.mark.long
async def test_whole_screening_is_counted(bot: Running, phone: Phone) -> None:
    await does(phone, "/new S-014 M 58", *MAN)
    await phone.settles()

    taps = sum(step.startswith("[") for step in MAN)
    assert heard(bot) == {
        "tap": taps,
        "text": len(MAN) - taps,
        "command": 1,
        "other": 0,
        "malformed": 0,
    }
    assert figure(bot, "turn_seconds_count") == len(MAN) + 1
    assert figure(bot, "delivery_seconds_count") == len(MAN) + 1
    assert figure(bot, "commit_updates_sum") == len(MAN) + 1
    assert figure(bot, "commit_seconds_count") >= figure(bot, "commit_updates_count")
    assert figure(bot, "updates_in_hand") == figure(bot, "deliveries_waiting") == 0
    assert figure(bot, "updates_unsaved_total") == 0
    assert figure(bot, "last_heard_timestamp_seconds") > 0


@pytest.mark.parametrize(
    ("fault", "kind"),
    [
        (too_many(1), "rate_limited"),
        (lost, "network"),
        (page(502), "server"),
        (refused(403, "Forbidden: user is deactivated"), "refused"),
    ],
)
async def test_failed_call_is_counted_by_its_kind(
    bot: Running, phone: Phone, sandbox: FaultySandbox, fault: Any, kind: str
) -> None:
    await phone.says("/start")
    before = figure(bot, "telegram_errors_total", kind=kind)
    sandbox.faults.strike("sendMessage", fault)

    await phone.says("/help", is_answered=False)

    assert figure(bot, "telegram_errors_total", kind=kind) == before + 1
    assert figure(bot, "telegram_retries_total") == (kind != "refused")


async def test_stranger_and_what_is_no_update_of_ours_are_counted(
    bot: Running, phone: Phone, sandbox: FaultySandbox
) -> None:
    await Phone(sandbox, 1003).says("/start")
    group = {"date": 1, "chat": {"id": -100, "type": "group"}, "from": {"id": 1001}}
    sandbox.state.updates.push("message", group)
    sandbox.state.updates.push("message", {"text": "/start"})
    await phone.says("/start")

    assert figure(bot, "strangers_refused_total") == 1
    assert (heard(bot)["malformed"], heard(bot)["other"]) == (1, 1)


async def test_what_cannot_be_recorded_is_counted(bot: Running, phone: Phone) -> None:
    await phone.says("/new S-014")
    with full_disk():
        await phone.taps("1", is_answered=False, is_read=False)
        await phone.wait_for(lambda messages: messages[-1]["text"].startswith("⚠️ NOT SAVED"))
        unsaved = figure(bot, "updates_unsaved_total")
        assert bot.metrics.heartbeat.is_unsaved
    await phone.settles()

    assert unsaved >= 1
    assert not bot.metrics.heartbeat.is_unsaved


@pytest.mark.long
async def test_figures_are_of_no_person(
    sandbox: FaultySandbox, tmp_path: Path, phone: Phone
) -> None:
    port = free_port()
    settings = Settings(_env_file=None, ECTRIAL_HEALTH_PORT=port)
    async with Running(sandbox, tmp_path / "x.db", settings=settings):
        await does(phone, "/new S-014 M 58", *MAN[:10])
        status, told = await ask(port, "/metrics")

    samples = [each for found in text_string_to_metric_families(told) for each in found.samples]
    assert status == 200
    assert {name for sample in samples for name in sample.labels} == OURS
    assert "S-014" not in told
    # not anywhere in the text: a time of 1.25186857100197 s has these digits as well
    assert not [each for each in samples if "1001" in f"{each.name} {each.labels}"]
    assert 1001 not in [each.value for each in samples]


def test_bots_of_one_process_count_apart() -> None:
    one, other = Metrics(), Metrics()

    one.retries.inc()

    assert other.registry.get_sample_value("ectrial_telegram_retries_total") == 0


def test_copies_are_counted() -> None:
    metrics = Metrics()

    metrics.backs_up(is_made=False)
    metrics.backs_up(is_made=True)

    for outcome in ("made", "failed"):
        labels = {"outcome": outcome}
        assert metrics.registry.get_sample_value("ectrial_backups_total", labels) == 1
    assert metrics.registry.get_sample_value("ectrial_last_backup_timestamp_seconds")
