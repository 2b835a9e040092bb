"""`ectrial staff` beside a bot that runs in a process of its own, and without one."""

import asyncio
import signal
from pathlib import Path

import pytest
from click.testing import Result

from bot.control.address import socket_of
from bot.sandbox.server import Sandbox
from bot.setup.start import now
from ectrial.ledger.ledger import Author, Ledger
from ectrial.record.entries import Kind, NewEntry
from tests.bot.cli.test_main import call, ectrial_run, kinds, real
from tests.bot.faults.walks import sees
from tests.phone import SECONDS, Phone

NEW = 1003
FILE = Path("real.db")
TEAM = [Kind.STAFF_ADDED, Kind.OPENED, Kind.STAFF_REMOVED]


@pytest.fixture(autouse=True)
def settings(no_settings: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ECTRIAL_DATABASE", str(FILE))
    assert call("init").exit_code == 0


async def staff(*words: str) -> Result:
    """Call the command in a thread, as it waits for the bot."""
    return await asyncio.to_thread(call, "staff", *words)


@pytest.mark.long
async def test_team_changes_at_once_while_the_bot_runs(sandbox: Sandbox) -> None:
    admin, member = Phone(sandbox), Phone(sandbox, NEW)
    with ectrial_run(**real(sandbox.url)) as process:
        await admin.says("/start")
        added = await staff("add", str(NEW))
        await member.says("/new S-014", is_read=False)
        card = await member.card()
        listed = await staff("list")
        removed = await staff("remove", str(NEW))
        await member.wait_for(lambda messages: "reply_markup" not in messages[-1])
        said = await member.text()
        await member.says("1", is_answered=False)
        data = card.rows[0][0]["callback_data"]
        await member.taps_data(card.message_id, data, is_answered=False)
        process.send_signal(signal.SIGTERM)
        assert await asyncio.to_thread(process.wait, SECONDS) == 0

    assert added.output == "1003 is coordinator now\n"
    assert listed.output == "1001 admin (ECTRIAL_ADMIN_IDS)\n1003 coordinator\n"
    assert removed.output == "1003 is not of the team any more\n"
    assert said == "You are not of this bot's team any more."
    assert kinds(FILE) == TEAM
    assert not socket_of(FILE).exists()
    assert call("verify", str(FILE)).exit_code == 0


@pytest.mark.long
async def test_team_changes_in_the_file_after_a_kill(sandbox: Sandbox) -> None:
    with ectrial_run(**real(sandbox.url)) as process:
        await Phone(sandbox).says("/start")
        process.kill()
        await asyncio.to_thread(process.wait, SECONDS)
    assert socket_of(FILE).exists()

    added = await staff("add", str(NEW))
    with ectrial_run(**real(sandbox.url)):
        phone = Phone(sandbox, NEW)
        await phone.says("/start", is_read=False)
        await sees(phone, "pre-screening")
        listed = await staff("list")

    assert (added.exit_code, added.output) == (0, "1003 is coordinator now\n")
    assert listed.output == "1001 admin (ECTRIAL_ADMIN_IDS)\n1003 coordinator\n"


@pytest.mark.long
async def test_refusal_of_the_running_bot_ends_with_its_words(sandbox: Sandbox) -> None:
    with ectrial_run(**real(sandbox.url)):
        await Phone(sandbox).says("/start")
        refused = await staff("remove", "42")

    assert (refused.exit_code, refused.output) == (2, "42 is not of the team\n")


@pytest.mark.long
async def test_administrator_removed_from_the_staff_is_told_to_stay(sandbox: Sandbox) -> None:
    with ectrial_run(**real(sandbox.url)):
        await Phone(sandbox).says("/start")
        added = await staff("add", "1001")
        removed = await staff("remove", "1001")
        refused = await staff("remove", "1001")

    assert added.output == (
        "1001 is coordinator now\n1001 is an administrator as well: ECTRIAL_ADMIN_IDS names it\n"
    )
    assert refused.exit_code == 2
    assert refused.output == (
        "1001 is an administrator: take the number out of ECTRIAL_ADMIN_IDS, and start the bot"
        " again\n"
    )
    assert removed.output == (
        "1001 is not of the team any more\n"
        "1001 stays an administrator: ECTRIAL_ADMIN_IDS names it\n"
    )


async def test_roles_names_and_the_delegation_log_without_a_bot() -> None:
    added = await staff("add", "42", "--role", "principal", "--name", "Zhao Min")
    await staff("add", "43", "--role", "monitor")
    named = await staff("add", "43", "--role", "monitor", "--name", "=Mo")
    again = await staff("add", "43", "--role", "monitor")
    refused = await staff("add", "44", "--name", "a" * 41)
    listed = await staff("list")
    log = await staff("log")

    assert added.output == "42 is principal now\n"
    assert (named.output, again.output) == ("43 is monitor already\n",) * 2
    assert refused.exit_code == 2
    assert listed.output == ("42 principal Zhao Min\n43 monitor =Mo\n")
    assert kinds(FILE) == [Kind.STAFF_ADDED] * 3
    head, *rows = log.stdout_bytes.decode("utf-8-sig").splitlines()
    assert head.startswith("Trial,Person,Telegram number,Role,Tasks,From,Until,")
    assert [row.split(",")[1:4] for row in rows] == [
        ["Zhao Min", "42", "principal investigator"],
        ["'=Mo", "43", "monitor"],
    ]


@pytest.mark.long
async def test_running_bot_gives_the_delegation_log(sandbox: Sandbox) -> None:
    await staff("add", "43", "--role", "monitor")
    with ectrial_run(**real(sandbox.url)):
        await Phone(sandbox).says("/start")
        log = await staff("log")

    rows = log.stdout_bytes.decode("utf-8-sig").splitlines()[1:]
    assert [row.split(",")[1:4] for row in rows] == [
        ["", "43", "monitor"],
        ["", "1001", "administrator"],
    ]


@pytest.mark.parametrize("words", [("staff", "list"), ("staff", "log"), ("enrol", "1001")])
def test_who_has_practised_is_told_which_record_a_command_is_about(words: tuple[str, ...]) -> None:
    before = call(*words)
    Path("data").mkdir()
    Path("data/practice.db").touch()

    after = call(*words)

    assert "practice" not in before.stderr
    assert after.stderr.startswith(
        f"This is about the record {FILE} (ECTRIAL_DATABASE), not about"
    )
    assert after.exit_code == before.exit_code


@pytest.mark.parametrize("command", ["staff", "enrol"])
def test_help_says_which_record_a_command_is_about(command: str) -> None:
    told = " ".join(call(command, "--help").output.split())

    assert "the record that ECTRIAL_DATABASE names, never" in told
    assert "practice: there" in told


def test_empty_team_is_told_to_be_empty() -> None:
    assert call("staff", "list").output == "nobody is of the team yet\n"


def test_operator_lets_in_again_after_a_lost_phone() -> None:
    call("staff", "add", str(NEW))
    early = call("staff", "found", str(NEW))
    stranger = call("staff", "found", "5")
    with Ledger.open(FILE, site="here", via="cli", clock=now) as ledger:
        lost = NewEntry(Kind.PHONE_LOST, "EC-CRT-003", item=str(NEW))
        ledger.append([lost], Author(1001, "admin"))

    found = call("staff", "found", str(NEW))

    assert "the phone of 1003 is not reported lost" in early.output
    assert "5 is not of the team" in stranger.output
    assert found.output == "1003 is let in again\n"
    assert kinds(FILE)[-1] == Kind.PHONE_FOUND
