"""The socket beside the record, over which `ectrial staff` speaks to the running bot."""

import asyncio
import os
import socket
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from bot.control.address import LONGEST_ADDRESS, reachable, socket_of
from bot.control.asking import AS_ITS_USER, ask
from bot.control.desk import Desk
from bot.control.team import Asked, Told, carry_out, roles
from bot.sandbox.server import Sandbox
from bot.serving.commits import Commits
from bot.setup.start import CannotServeError, now
from ectrial.ledger.ledger import Ledger
from ectrial.record.entries import Kind
from tests.another_user import another_user
from tests.blank_record import blank
from tests.bot.running import Running
from tests.campaigns import by_place, campaign
from tests.disk.full import full_disk
from tests.faults import FaultySandbox, held
from tests.phone import SECONDS, Phone

NEW = 1003
ADD = Asked(action="add", person=NEW)
REMOVE = Asked(action="remove", person=NEW)
LIST = Asked(action="list")


async def told(bot: Running, asked: Asked) -> Told:
    """What a command is told, from a thread, as it waits."""
    answer = await asyncio.to_thread(ask, bot.ledger.path, asked)
    assert answer is not None, "nobody listens"
    return answer


async def sends(record: Path, request: bytes, *, is_ended: bool = False) -> bytes:
    """What comes back over the socket until the bot closes the connection."""
    reader, writer = await asyncio.open_unix_connection(socket_of(record))
    writer.write(request)
    if is_ended:
        writer.write_eof()
    async with asyncio.timeout(SECONDS):
        try:
            answer = await reader.read()
        except ConnectionError:
            answer = b""
    writer.close()
    return answer


@pytest.fixture
async def member(bot: Running, sandbox: Sandbox) -> Phone:
    """Somebody of the team by the record alone, at the first question of a subject."""
    await told(bot, ADD)
    phone = Phone(sandbox, NEW)
    await phone.says("/new S-014")
    return phone


def test_who_was_removed_from_one_trial_is_enrolled_for_another(tmp_path: Path) -> None:
    trials, pepper = ("EC-CRT-003", "SBRT-OLIGO"), b"0" * 32
    with Ledger.open(blank(tmp_path / "x.db"), site="here", via="cli", clock=now) as ledger:
        for trial in trials:
            carry_out(ledger, trials, frozenset(), pepper, ADD.model_copy(update={"trial": trial}))
        carry_out(ledger, trials, frozenset(), pepper, REMOVE)
        enrol = Asked(action="enrol", person=NEW)

        assert carry_out(ledger, trials, frozenset(), pepper, enrol).address
        assert list(ledger.entries())[-1].said.trial == "SBRT-OLIGO"


async def test_person_is_added_listed_and_removed_while_the_bot_runs(bot: Running) -> None:
    added = await told(bot, ADD)
    listed = await told(bot, LIST)
    removed = await told(bot, REMOVE)
    again = await told(bot, REMOVE)

    assert added == listed == Told(admins=(1001, 1002), team={NEW: "coordinator"})
    assert removed == Told(admins=(1001, 1002))
    assert again == Told(refused="1003 is not of the team")
    entries = list(bot.ledger.entries())
    assert [entry.said.kind for entry in entries] == [Kind.STAFF_ADDED, Kind.STAFF_REMOVED]
    assert {(entry.actor, entry.role, entry.via) for entry in entries} == {(0, "operator", "cli")}


async def test_removed_person_sees_no_subject_and_records_nothing(
    bot: Running, member: Phone, sandbox: FaultySandbox
) -> None:
    card = await member.card()
    assert await member.commands()

    await told(bot, REMOVE)
    await member.settles()
    (*_, blanked) = await member.messages()
    data = card.rows[0][0]["callback_data"]
    await member.taps_data(card.message_id, data, is_answered=False)
    await member.says("1", is_answered=False)

    assert (blanked["message_id"], blanked["text"]) == (
        card.message_id,
        "You are not of this bot's team any more.",
    )
    assert "reply_markup" not in blanked
    assert await member.commands() == []
    assert bot.recorded == [Kind.STAFF_ADDED, Kind.OPENED, Kind.STAFF_REMOVED]


async def test_text_typed_while_a_card_is_under_way_is_not_recorded(
    bot: Running, member: Phone, sandbox: FaultySandbox
) -> None:
    clears = asyncio.Event()
    sandbox.faults.strike("sendMessage", held(clears))
    await member.says("what now?", is_answered=False, is_read=False)
    await member.wait_for(lambda _: sandbox.faults.calls["sendmessage"] == 2)

    await told(bot, REMOVE)
    await member.says("1", is_answered=False, is_read=False)
    clears.set()
    await member.settles()

    said = [each for each in await member.messages() if each["from"]["is_bot"]]
    assert [each for each in said if "S-014" in each["text"] and "reply_markup" in each] == []
    assert bot.recorded == [Kind.STAFF_ADDED, Kind.OPENED, Kind.STAFF_REMOVED]


async def test_person_who_is_let_in_again_gets_a_new_card(bot: Running, member: Phone) -> None:
    before = await member.card()
    await told(bot, REMOVE)
    await member.settles()

    await told(bot, ADD)
    await member.taps_data(before.message_id, before.rows[0][0]["callback_data"])

    card = await member.card()
    assert card.message_id > before.message_id
    assert card.text == before.text
    assert bot.recorded.count(Kind.ANSWERED) == 0


async def test_card_of_a_person_removed_while_the_bot_was_away_is_taken_at_the_start(
    sandbox: FaultySandbox, tmp_path: Path
) -> None:
    member = Phone(sandbox, 1002)
    async with Running(sandbox, tmp_path / "x.db"):
        await member.says("/new S-014")

    async with Running(sandbox, tmp_path / "x.db", admins=frozenset({1001})):
        await member.wait_for(lambda messages: "reply_markup" not in messages[-1])

    assert await member.text() == "You are not of this bot's team any more."


async def test_socket_is_of_its_owner_alone(bot: Running) -> None:
    mode = socket_of(bot.ledger.path).stat().st_mode

    assert stat.S_ISSOCK(mode)
    assert stat.S_IMODE(mode) == 0o600


async def test_other_users_are_not_heard_though_the_modes_let_them_in(bot: Running) -> None:
    if os.geteuid() != 0:
        pytest.skip("only root can be another user")
    path = socket_of(bot.ledger.path)
    path.chmod(0o666)
    folder = os.open(path.parent, os.O_RDONLY)
    code = (
        "import os, socket, sys; os.fchdir(int(sys.argv[1])); os.setuid(65534)\n"
        "s = socket.socket(socket.AF_UNIX); s.connect(sys.argv[2])\n"
        'print(s.send(b\'{"action":"list"}\\n\'), s.recv(99))'
    )
    path.parent.chmod(0o755)
    command = [sys.executable, "-c", code, str(folder), path.name]

    result = await asyncio.to_thread(
        subprocess.run, command, pass_fds=[folder], capture_output=True, text=True, check=False
    )
    os.close(folder)

    assert "b'{" not in result.stdout
    assert (
        "b''" in result.stdout or "reset" in result.stderr.lower() or "BrokenPipe" in result.stderr
    )
    assert await told(bot, LIST) == Told(admins=(1001, 1002))


ODD = [
    b"\n",
    b"{}\n",
    b"[1]\n",
    b'"list"\n',
    b"\xff\xfe\n",
    b'{"action":"list","more":1}\n',
    b'{"action":"delete"}\n',
    b'{"action":"add","person":"1003"}\n',
    b'{"action":"add","person":0}\n',
    b'{"action":"add","person":99999999999999999999}\n',
    b'{"action":"add","person":1003,"role":"admin"}\n',
    b"[" * 1000 + b"\n",
    b"x" * 100_000,
    b"x" * 100_000 + b"\n",
]


@pytest.mark.parametrize("asked", campaign(by_place(ODD), "6", "7", "13"))
async def test_malformed_or_huge_request_is_cut_off_and_harms_nothing(
    bot: Running, asked: bytes
) -> None:
    answer = await sends(bot.ledger.path, asked)

    assert answer == b""
    assert bot.recorded == []
    assert await told(bot, LIST) == Told(admins=(1001, 1002))


async def test_half_sent_request_is_cut_off_and_stops_nobody(bot: Running, phone: Phone) -> None:
    _, slow = await asyncio.open_unix_connection(socket_of(bot.ledger.path))
    slow.write(b'{"action":"add",')
    await phone.says("/new S-014")
    meanwhile = await told(bot, LIST)
    slow.close()

    assert meanwhile.team == {}
    assert await sends(bot.ledger.path, b'{"action":"add"', is_ended=True) == b""
    assert bot.recorded == [Kind.OPENED]


async def test_request_that_is_never_finished_is_cut_off(tmp_path: Path) -> None:
    record = blank(tmp_path / "x.db")
    with Ledger.open(record, site="here", via="telegram", clock=now) as ledger:
        commits = Commits(ledger)
        given = ("EC-CRT-003",), frozenset[int](), b""
        desk = Desk(ledger, commits, *given, changed=lambda _: None, longest_request=0.05)
        async with desk.opened():
            answer = await sends(record, b'{"action":"add",')
        await commits.finish()

        assert answer == b""
        assert list(ledger.entries()) == []


async def test_command_that_goes_away_is_carried_out_all_the_same(bot: Running) -> None:
    _, writer = await asyncio.open_unix_connection(socket_of(bot.ledger.path))
    writer.write(ADD.model_dump_json().encode() + b"\n")
    writer.close()

    async with asyncio.timeout(SECONDS):
        while not roles(bot.ledger):  # noqa: ASYNC110 - the record tells nobody
            await asyncio.sleep(0.005)

    assert (await told(bot, LIST)).team == {NEW: "coordinator"}


async def test_socket_that_a_killed_bot_left_is_no_obstacle(
    sandbox: FaultySandbox, tmp_path: Path
) -> None:
    path = socket_of(tmp_path / "x.db")
    with socket.socket(socket.AF_UNIX) as left, reachable(path) as address:
        left.bind(address)
    assert path.exists()

    assert ask(tmp_path / "x.db", LIST) is None
    async with Running(sandbox, tmp_path / "x.db") as bot:
        await Phone(sandbox).says("/start")
        assert (await told(bot, LIST)).admins == (1001, 1002)
    assert not path.exists()


async def test_path_longer_than_an_address_is_reached(
    sandbox: FaultySandbox, tmp_path: Path
) -> None:
    folder = tmp_path / ("long-" * 20) / ("longer-" * 20)
    folder.mkdir(parents=True)
    assert len(str(folder)) > 2 * LONGEST_ADDRESS

    async with Running(sandbox, folder / "x.db") as bot:
        await Phone(sandbox).says("/start")
        assert (await told(bot, ADD)).team == {NEW: "coordinator"}
        mode = socket_of(folder / "x.db").stat().st_mode

    assert stat.S_IMODE(mode) == 0o600
    assert not socket_of(folder / "x.db").exists()


@pytest.mark.parametrize("obstacle", ["a file", "a long name"])
async def test_bot_serves_also_where_it_cannot_listen(
    sandbox: FaultySandbox, tmp_path: Path, caplog: pytest.LogCaptureFixture, obstacle: str
) -> None:
    name = "x.db" if obstacle == "a file" else f"{'x' * 120}.db"
    if obstacle == "a file":
        socket_of(tmp_path / name).write_text("not ours")

    async with Running(sandbox, tmp_path / name) as bot:
        await Phone(sandbox).says("/new S-014")
        assert await asyncio.to_thread(ask, tmp_path / name, LIST) is None

        assert bot.recorded == [Kind.OPENED]
    assert "ectrial staff cannot reach this bot" in caplog.text
    if obstacle == "a file":
        assert socket_of(tmp_path / name).read_text() == "not ours"


async def test_removal_that_cannot_be_recorded_is_refused_and_takes_no_card(
    bot: Running, member: Phone
) -> None:
    card = await member.card()

    with full_disk():
        answer = await told(bot, REMOVE)

    assert answer.refused.endswith("nothing was recorded")
    assert await member.card() == card


def test_bot_of_another_user_is_told_apart(tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as listener, reachable(socket_of(tmp_path / "x.db")) as at:
        listener.bind(at)
        # the system notes as whom a process begins to listen
        with another_user():
            listener.listen()

        with pytest.raises(CannotServeError) as caught:
            ask(tmp_path / "x.db", LIST)

    assert str(caught.value) == AS_ITS_USER
