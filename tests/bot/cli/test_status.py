"""What `ectrial status` tells of a bot that runs, one that does not, and of any record."""

import asyncio
import fcntl
import os
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bot.cli.main import main
from bot.sandbox.server import Sandbox
from bot.setup.settings import Settings
from bot.setup.start import now
from ectrial.ledger.copies.rotation import folder_of, keep_copy
from ectrial.ledger.ledger import Author, Ledger
from ectrial.record.entries import Kind, NewEntry
from ectrial.record.subjects import ScreeningId
from tests.bot.asking import free_port
from tests.bot.running import Running
from tests.bot.test_screenings import does
from tests.faults import MADE_UP_TOKEN
from tests.phone import Phone

KEY = "0f" * 32
REAL = Path("real.db")
PRACTICE = Path("practice.db")
START = "do: start the bot: ectrial run, or by its supervisor"


@pytest.fixture(autouse=True)
def settings(no_settings: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ECTRIAL_DATABASE", str(REAL))
    monkeypatch.setenv("ECTRIAL_PRACTICE_DATABASE", str(PRACTICE))
    monkeypatch.setenv("ECTRIAL_SITE", "here")


@pytest.fixture
def real(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TELEGRAM_BOT_TOKEN", MADE_UP_TOKEN)
    monkeypatch.setenv("ECTRIAL_ADMIN_IDS", "1001")
    monkeypatch.setenv("ECTRIAL_TIMEZONE", "UTC")


def status() -> Result:
    return CliRunner().invoke(main, ["status"])


@contextmanager
def recorded(key: str | None = None) -> Iterator[Ledger]:
    with Ledger.open(REAL, site="here", via="telegram", clock=now, key=key) as ledger:
        said = NewEntry(Kind.STAFF_ADDED, "T", item="9", value="coordinator")
        ledger.append([said], Author(0, "operator"))
        yield ledger


def told(result: Result) -> dict[str, str]:
    """What is told about each; what is to be done comes under `do`."""
    lines = [line.partition(": ") for line in result.output.splitlines()[1:]]
    return {about: words for about, _, words in reversed(lines)}


@pytest.mark.usefixtures("real")
@pytest.mark.parametrize("key", [None, KEY])
def test_bot_that_runs_with_a_copy_is_well(
    monkeypatch: pytest.MonkeyPatch, key: str | None
) -> None:
    monkeypatch.setenv("ECTRIAL_DATABASE_KEY", key or "")
    with recorded(key) as ledger:
        keep_copy(REAL, folder_of(REAL), now(), "hourly", key)

        result = status()

        assert result.exit_code == 0, result.output
        assert re.match(r"ectrial \d\S*, EC-CRT-003(, \S+)*\n", result.output)
        found = told(result)
        assert found.pop("disk").endswith(" GiB free")
        assert found.pop("last entry").endswith(" UTC, 0:00 h ago")
        assert found.pop("backup").endswith(" UTC, 0:00 h ago")
        assert found == {
            "bot": "running",
            "record": f"real.db ({'' if key else 'not '}encrypted)",
            "screenings": "0 open, 0 finished, 0 voided",
            "head": f"1:{ledger.head()[1][:8]}",
        }


@pytest.mark.usefixtures("real")
def test_last_start_of_the_bot_is_told() -> None:
    with recorded() as ledger:
        started = NewEntry(Kind.STARTED, "T", value={"version": "0.4.0"})
        ledger.append([started], Author(0, "bot"))

        result = status()

    assert told(result)["last start"].endswith(" UTC, 0:00 h ago, version 0.4.0")


@pytest.mark.usefixtures("real")
def test_bot_that_does_not_run_needs_a_person() -> None:
    with recorded():
        pass

    result = status()

    assert result.exit_code == 1
    assert told(result)["bot"] == "not running"
    assert result.output.splitlines()[-1] == START


@pytest.mark.usefixtures("real")
def test_record_is_told_of_even_if_a_trial_cannot_be_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ECTRIAL_PROTOCOLS", "nowhere")
    with recorded():
        pass

    result = status()

    assert result.exit_code == 1
    assert "nowhere" in told(result)["trials"]
    assert str(REAL) in told(result)["record"]


def test_record_that_never_was_is_told() -> None:
    result = status()

    assert result.exit_code == 1
    assert told(result)["record"] == "practice.db (PRACTICE, not encrypted), there is none"
    assert list(Path().iterdir()) == []


@pytest.mark.usefixtures("real")
def test_screenings_of_a_site_that_was_renamed_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ECTRIAL_SITE", "there")
    with recorded() as ledger:
        screening = ScreeningId("here", "T", "S-001", 1)
        ledger.append([NewEntry(Kind.OPENED, "T", screening)], Author(7, "coordinator"))

        result = status()

    assert result.exit_code == 1
    assert told(result)["site"] == "1 screening of the site here is not listed"
    assert "do: if here is this site, set ECTRIAL_SITE back to it\n" in result.output


@pytest.mark.usefixtures("real")
def test_copy_that_is_too_old_needs_a_person() -> None:
    with recorded():
        keep_copy(REAL, folder_of(REAL), now() - timedelta(hours=3), "hourly")

        result = status()

    assert result.exit_code == 1
    assert told(result)["backup"].endswith(" UTC, 3:00 h ago")
    assert told(result)["do"].startswith("look for 'no backup was made'")


@pytest.mark.usefixtures("real")
@pytest.mark.parametrize("key", [None, KEY])
def test_damaged_record_needs_a_person(monkeypatch: pytest.MonkeyPatch, key: str | None) -> None:
    monkeypatch.setenv("ECTRIAL_DATABASE_KEY", key or "")
    with recorded(key):
        pass
    content = bytearray(REAL.read_bytes())
    content[4096:] = bytes(len(content) - 4096)
    REAL.write_bytes(content)

    result = status()

    assert result.exit_code == 1
    assert "the record" in told(result)["record"]
    assert "do: ectrial verify, then docs/operations.md" in result.output
    assert START not in result.output


@pytest.mark.usefixtures("real")
def test_altered_entry_needs_a_person() -> None:
    with recorded():
        pass
    content = REAL.read_bytes()
    REAL.write_bytes(content.replace(b"operator", b"0perator"))

    result = status()

    assert result.exit_code == 1
    assert "the record is damaged: entry 1 was altered" in told(result)["record"]


@pytest.mark.usefixtures("real")
def test_wrong_key_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    with recorded(KEY):
        pass
    monkeypatch.setenv("ECTRIAL_DATABASE_KEY", "ab" * 32)

    result = status()

    assert result.exit_code == 1
    assert told(result)["record"].endswith("the key is wrong, or this is not our record")


async def test_bot_is_asked_how_it_is(
    sandbox: Sandbox, phone: Phone, monkeypatch: pytest.MonkeyPatch
) -> None:
    port = free_port()
    monkeypatch.setenv("ECTRIAL_HEALTH_PORT", str(port))
    settings = Settings(_env_file=None)
    async with Running(sandbox, PRACTICE, settings=settings) as bot:
        await does(phone, "/new S-014")
        well = await asyncio.to_thread(status)
        bot.metrics.heartbeat.is_unsaved = True
        unwell = await asyncio.to_thread(status)

    assert (well.exit_code, unwell.exit_code) == (0, 1)
    assert re.fullmatch(r"well, Telegram heard \d+ s ago", told(well)["health"])
    assert told(well)["screenings"] == "1 open, 0 finished, 0 voided"
    assert told(unwell)["health"] == "the record cannot be written"
    assert "S-014" not in well.output + unwell.output


@pytest.mark.usefixtures("real")
def test_port_that_does_not_answer_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    port = free_port()
    monkeypatch.setenv("ECTRIAL_HEALTH_PORT", str(port))
    with recorded():
        result = status()

    assert told(result)["health"] == f"no answer at port {port}"
    assert "do: read the bot's log" in result.output


def test_looking_leaves_the_lock_to_others() -> None:
    with Ledger.open(PRACTICE, site="here", via="sandbox", clock=now):
        pass

    status()

    with Ledger.open(PRACTICE, site="here", via="sandbox", clock=now):
        assert told(status())["bot"] == "running"


def test_bot_that_starts_while_somebody_looks_starts() -> None:
    with Ledger.open(PRACTICE, site="here", via="sandbox", clock=now):
        pass
    lock = os.open("practice.db.lock", os.O_RDONLY)
    fcntl.flock(lock, fcntl.LOCK_EX)
    looks = threading.Timer(0.02, os.close, [lock])
    looks.start()

    with Ledger.open(PRACTICE, site="here", via="sandbox", clock=now) as ledger:
        assert ledger.verify().holds
