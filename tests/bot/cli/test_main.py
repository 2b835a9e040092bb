import asyncio
import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from bot.cli.main import main
from bot.sandbox.server import Sandbox
from bot.setup.start import now
from ectrial.ledger.copies.rotation import folder_of
from ectrial.ledger.ledger import Ledger
from ectrial.record.entries import OF_A_START, Kind
from tests.faults import MADE_UP_TOKEN
from tests.phone import SECONDS, Phone

OTHER = "investigator"
ROOT = Path(__file__).parents[3]


@pytest.fixture(autouse=True)
def settings(no_settings: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ECTRIAL_DATABASE", "real.db")
    monkeypatch.setenv("ECTRIAL_PRACTICE_DATABASE", "practice.db")
    monkeypatch.setenv("ECTRIAL_SANDBOX_PORT", "0")


@pytest.fixture
def record() -> None:
    """The record, made as an operator makes it."""
    assert call("init").exit_code == 0


def call(*words: str) -> Result:
    return CliRunner().invoke(main, words)


@contextmanager
def ectrial_run(**more: str) -> Iterator[subprocess.Popen[str]]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), **more}
    command = [sys.executable, "-m", "bot", "run"]
    with subprocess.Popen(  # noqa: S603 - our own command
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        try:
            yield process
        finally:
            process.kill()


def real(api_url: str) -> dict[str, str]:
    """Settings of a start with a token."""
    return {
        "TELEGRAM_BOT_TOKEN": MADE_UP_TOKEN,
        "TELEGRAM_API_URL": api_url,
        "ECTRIAL_ADMIN_IDS": "1001",
        "ECTRIAL_TIMEZONE": "UTC",
        "ECTRIAL_APPROVAL": "Ethics committee; 1; 2022-07-05; pre-screening with a bot",
    }


@dataclass(frozen=True)
class Elsewhere:
    """A sandbox in another process."""

    url: str


@asynccontextmanager
async def practice() -> AsyncIterator[Phone]:
    """A bot that practises in a process of its own, and a phone of its page."""
    with ectrial_run(PYTHONUNBUFFERED="1") as process:
        assert process.stdout is not None
        told = await asyncio.to_thread(process.stdout.readline)
        yield Phone(Elsewhere(told.split()[-1]))
        process.send_signal(signal.SIGTERM)
        assert await asyncio.to_thread(process.wait, SECONDS) == 0


def shows(message: dict[str, Any], code: str) -> bool:
    return message["text"].startswith(code) and "reply_markup" in message


def kinds(database: Path) -> list[Kind]:
    """Give the kinds of all entries, but for those that each start leaves."""
    with Ledger.open(database, site="here", via="cli", clock=now) as ledger:
        found = [entry.said.kind for entry in ledger.entries()]
    return [kind for kind in found if kind not in OF_A_START]


@pytest.mark.usefixtures("record")
def test_team_is_added_listed_and_removed() -> None:
    assert call("staff", "add", "42").exit_code == 0
    assert call("staff", "add", "43", "--role", "investigator").exit_code == 0
    assert call("staff", "list").output == "42 coordinator\n43 investigator\n"
    assert call("staff", "remove", "42").exit_code == 0
    assert call("staff", "list").output == "43 investigator\n"
    assert call("staff", "remove", "42").exit_code == 2
    assert kinds(Path("real.db")) == [Kind.STAFF_ADDED, Kind.STAFF_ADDED, Kind.STAFF_REMOVED]


@pytest.mark.usefixtures("record")
def test_somebody_of_the_team_is_not_added_again() -> None:
    told = [call("staff", "add", "42", *role).output for role in ([], [], ["--role", OTHER])]

    assert told == [
        "42 is coordinator now\n",
        "42 is coordinator already\n",
        "42 is investigator now, and was coordinator\n",
    ]
    assert kinds(Path("real.db")) == [Kind.STAFF_ADDED, Kind.STAFF_ADDED]


@pytest.mark.usefixtures("record")
def test_list_names_the_administrators_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ECTRIAL_ADMIN_IDS", "7")

    assert call("staff", "list").output == "7 admin (ECTRIAL_ADMIN_IDS)\n"


@pytest.mark.usefixtures("record")
def test_verify_tells_the_head() -> None:
    call("staff", "add", "42")

    result = call("verify")

    assert result.exit_code == 0
    record, head, counts, verdicts, anchors = result.output.splitlines()
    assert (record, head[:-64]) == ("record: real.db", "head: 1:")
    assert counts == "entries: 1, screenings: 0"
    assert verdicts == "verdicts: 0 computed again, the same"
    assert anchors.startswith("anchors: none given")


@pytest.mark.usefixtures("record")
def test_verify_tells_a_damage_once() -> None:
    file, page = Path("real.db"), 4096
    whole = file.read_bytes()
    told = []
    for start in range(page, len(whole), page):
        file.write_bytes(whole[:start] + b"\xff" * page + whole[start + page :])
        lines = call("verify").output.splitlines()
        told.append([line for line in lines if line.startswith("broken: ")])

    assert ["broken: the file of the record is damaged"] in told
    assert [len(each) for each in told] == [len(set(each)) for each in told]


@pytest.mark.usefixtures("record")
def test_verify_tells_a_break_and_fails() -> None:
    call("staff", "add", "42")
    call("staff", "add", "43")
    file = Path("real.db")
    file.write_bytes(file.read_bytes().replace(b"investigator", b"coordinator!"))
    content = file.read_bytes()
    assert content.count(b"operator") >= 2
    file.write_bytes(content.replace(b"operator", b"0perator", 1))

    result = call("verify", "real.db")

    assert result.exit_code == 1
    assert "broken: " in result.output


def test_verify_of_no_record_fails_in_plain_words() -> None:
    result = call("verify", "nowhere.db")

    assert result.exit_code == 2
    assert result.output == "there is no record nowhere.db\n"


def test_verify_checks_the_practice_record_if_there_is_no_other() -> None:
    Ledger.open(Path("practice.db"), site="here", via="sandbox", clock=now).close()

    result = call("verify")

    assert result.exit_code == 0
    assert result.output.startswith("record: practice.db\nhead: 0:")


def test_verify_without_any_record_names_the_setting() -> None:
    result = call("verify")

    assert result.exit_code == 2
    assert result.output == "ECTRIAL_DATABASE: there is no record real.db\n"


def test_verify_with_a_token_checks_no_practice_record(monkeypatch: pytest.MonkeyPatch) -> None:
    Ledger.open(Path("practice.db"), site="here", via="sandbox", clock=now).close()
    monkeypatch.setenv("TELEGRAM_BOT_TOKEN", MADE_UP_TOKEN)
    monkeypatch.setenv("ECTRIAL_ADMIN_IDS", "1001")
    monkeypatch.setenv("ECTRIAL_TIMEZONE", "UTC")

    result = call("verify")

    assert result.exit_code == 2
    assert result.output == "ECTRIAL_DATABASE: there is no record real.db\n"


def test_practice_record_in_the_place_of_the_real_one_is_named() -> None:
    Ledger.open(Path("real.db"), site="here", via="sandbox", clock=now).close()

    result = call("staff", "list")

    assert result.exit_code == 2
    assert result.output == (
        "ECTRIAL_DATABASE: real.db is a practice record; it takes no real entries\n"
    )


def test_real_record_in_the_place_of_practice_is_named() -> None:
    Ledger.open(Path("practice.db"), site="here", via="telegram", clock=now).close()

    result = call("run")

    assert result.exit_code == 2
    assert result.output == (
        "ECTRIAL_PRACTICE_DATABASE: practice.db is a real record; it takes no practice entries\n"
    )


def test_faults_of_a_start_are_all_told_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ECTRIAL_LANGUAGE", "fr")
    monkeypatch.setenv("ECTRIAL_COLOUR", "blue")

    result = call("run")

    assert result.exit_code == 2
    assert [line.partition(":")[0] for line in result.output.splitlines()] == [
        "ECTRIAL_LANGUAGE",
        "ECTRIAL_COLOUR",
    ]


def test_two_bots_on_one_record_are_refused(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "practice.db", site="here", via="sandbox", clock=now):
        result = call("run")

    assert result.exit_code == 2
    assert "another process" in result.output


def test_taken_port_is_told_in_plain_words(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        monkeypatch.setenv("ECTRIAL_SANDBOX_PORT", str(taken.getsockname()[1]))

        result = call("run")

    assert result.exit_code == 2
    assert "ECTRIAL_SANDBOX_PORT: port" in result.output


@pytest.mark.usefixtures("record")
def test_taken_ports_are_told_together_before_the_start_is_recorded(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    here = ("127.0.0.1", 0)
    with socket.create_server(here) as one, socket.create_server(here) as two:
        health, listen = one.getsockname()[1], f"127.0.0.1:{two.getsockname()[1]}"
        more = {
            "ECTRIAL_HEALTH_PORT": str(health),
            "ECTRIAL_WEBHOOK_URL": "https://bot.example.org/x",
            "ECTRIAL_WEBHOOK_SECRET": "w" * 40,
            "ECTRIAL_WEBHOOK_LISTEN": listen,
        }
        for name, value in {**real("http://127.0.0.1:1"), **more}.items():
            monkeypatch.setenv(name, value)

        result = call("run")

    assert result.exit_code == 2
    assert result.output.splitlines() == [
        f"ECTRIAL_HEALTH_PORT: port {health} is taken",
        f"ECTRIAL_WEBHOOK_LISTEN: cannot listen at {listen}",
    ]
    with Ledger.open(Path("real.db"), site="here", via="cli", clock=now) as ledger:
        assert ledger.head()[0] == 0
    assert not folder_of(Path("real.db")).exists()


@pytest.mark.long
def test_error_of_its_own_ends_the_bot_without_its_words() -> None:
    script = """
import bot.app
from bot.cli.main import main

async def run(prepared):
    int("said by somebody")

bot.app.run = run
main(["run"])
"""
    done = subprocess.run(  # noqa: S603 - our own command
        [sys.executable, "-c", script],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        check=False,
        capture_output=True,
        text=True,
        timeout=SECONDS,
    )

    assert done.returncode == 1
    assert "the bot ended by an error of its own: ValueError at " in done.stderr
    assert "said" not in done.stdout + done.stderr


def test_run_without_a_token_practises_until_told_to_stop(tmp_path: Path) -> None:
    with ectrial_run(PYTHONUNBUFFERED="1") as process:
        assert process.stdout is not None
        told, started = process.stdout.readline(), process.stdout.readline()
        process.send_signal(signal.SIGTERM)
        errors = process.communicate(timeout=SECONDS)[1]

    assert "this is practice. Open http://127.0.0.1:" in told
    assert started == "Running as @sandbox_practice_bot with the PRACTICE record practice.db\n"
    assert (process.returncode, errors) == (0, "")
    assert (tmp_path / "practice.db").exists()
    assert not (tmp_path / "real.db").exists()


@pytest.mark.long
@pytest.mark.usefixtures("record")
async def test_start_with_a_token_names_the_bot_and_the_record(sandbox: Sandbox) -> None:
    with ectrial_run(**real(sandbox.url)) as process:
        assert process.stdout is not None
        told = await asyncio.to_thread(process.stdout.readline)

    assert told == "Running as @sandbox_practice_bot with the record real.db\n"


@pytest.mark.long
@pytest.mark.usefixtures("record")
def test_start_without_network_is_told_in_plain_words() -> None:
    with ectrial_run(**real("http://127.0.0.1:9")) as process:
        assert process.stderr is not None
        told = process.stderr.readline()

    line = json.loads(told)
    assert (line["level"], line["logger"]) == ("warning", "bot.telegram.retries")
    assert line["event"] == (
        "no answer from Telegram: the connection is refused (NoAnswerError), trying again"
    )
    assert (line["failures"], line["seconds"]) == (1, 1.0)


@pytest.mark.usefixtures("record")
@pytest.mark.long
async def test_address_without_a_bot_api_is_told_in_one_line(sandbox: Sandbox) -> None:
    with ectrial_run(**real(f"{sandbox.url}/wrong")) as process:
        out, err = await asyncio.to_thread(process.communicate, None, SECONDS)

    assert process.returncode == 2
    # the hourly copy may be made meanwhile, which is a line of the log
    told = [line for line in err.splitlines() if not line.startswith("{")]
    assert (out, told) == ("", ["TELEGRAM_API_URL: there is no Bot API there"])


@pytest.mark.long  # in this process it is tried in tests/bot/test_screenings.py
async def test_practice_goes_on_after_a_restart() -> None:
    async with practice() as phone:
        await phone.says("/new S-001")

    async with practice() as phone:
        await phone.says("/list", is_read=False)
        await phone.wait_for(lambda messages: "S-001" in str(messages[-1].get("reply_markup")))


@pytest.mark.usefixtures("record")
@pytest.mark.long
async def test_killed_bot_loses_and_doubles_nothing(sandbox: Sandbox, tmp_path: Path) -> None:
    phone = Phone(sandbox)
    for number, delay in enumerate((0.0, 0.003, 0.01, 0.03)):
        with ectrial_run(**real(sandbox.url)) as process:
            subject = f"S-{number}"
            await phone.says(f"/new {subject}", is_answered=False, is_read=False)
            await phone.wait_for(lambda messages, code=subject: shows(messages[-1], code))
            card = await phone.card()
            data = card.rows[0][0]["callback_data"]
            await phone.taps_data(card.message_id, data, is_answered=False, is_read=False)
            await asyncio.sleep(delay)
            process.kill()
    with ectrial_run(**real(sandbox.url)) as process:
        await phone.says("/start")
        process.send_signal(signal.SIGTERM)
        assert await asyncio.to_thread(process.wait, SECONDS) == 0

    assert sorted(kinds(tmp_path / "real.db")) == [Kind.ANSWERED] * 4 + [Kind.OPENED] * 4
