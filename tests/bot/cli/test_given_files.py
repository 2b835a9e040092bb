"""No file that is given to a command keeps it waiting, whatever the file is."""

import json
import os
import sqlite3
import stat
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bot.cli.main import main
from bot.setup.start import now
from ectrial import given_file
from ectrial.ledger.ledger import Ledger
from tests.blank_record import blank

GIVEN = Path("given")
COMMANDS = {
    "assess": ("assess", "given"),
    "labs --file": ("labs", "--file", "given"),
    "labs --known": ("labs", "--known", "given", "WBC 5.2"),
    "verify": ("verify", "given"),
    "restore": ("restore", "given"),
    "backup": ("backup", "given"),
}


def sparse(size: int = 10**12) -> None:
    GIVEN.touch()
    os.truncate(GIVEN, size)


KINDS: dict[str, Callable[[], object]] = {
    "fifo": lambda: os.mkfifo(GIVEN),
    "folder": GIVEN.mkdir,
    "endless device": lambda: GIVEN.symlink_to("/dev/zero"),
    "empty device": lambda: GIVEN.symlink_to("/dev/null"),
    "terminal": lambda: GIVEN.symlink_to("/dev/tty"),
    "link to itself": lambda: GIVEN.symlink_to("given"),
    "huge": sparse,
    "nowhere": lambda: None,
}


@pytest.fixture(autouse=True)
def settings(no_settings: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ECTRIAL_DATABASE", "real.db")


def call(*words: str) -> Result:
    return CliRunner().invoke(main, words)


@pytest.mark.parametrize("command", COMMANDS.values(), ids=COMMANDS)
@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_what_is_no_file_ends_the_command_with_plain_words(
    kind: Callable[[], object], command: tuple[str, ...]
) -> None:
    kind()

    result = call(*command)

    assert result.exit_code == 2
    assert isinstance(result.exception, SystemExit)
    assert len(result.output) < 400


@pytest.mark.parametrize("name", ["real.db", "real.db-wal", "real.db-journal", "real.db.lock"])
@pytest.mark.parametrize("command", [("status",), ("verify",), ("staff", "list")], ids=str)
def test_fifo_in_the_place_of_the_record_or_beside_it_ends_the_command(
    name: str, command: tuple[str, ...]
) -> None:
    Ledger.open(blank(Path("real.db")), site="here", via="telegram", clock=now).close()
    Path(name).unlink(missing_ok=True)
    os.mkfifo(name)

    result = call(*command)

    assert isinstance(result.exception, SystemExit) or result.exit_code == 0
    assert stat.S_ISFIFO(Path(name).stat().st_mode)


@pytest.mark.parametrize("table", ["entries", "checked", "world", "screenings", "Chats"])
@pytest.mark.parametrize("command", ["verify", "restore"])
def test_endless_view_in_the_place_of_a_table_ends_the_command(command: str, table: str) -> None:
    with closing(sqlite3.connect(GIVEN)) as database:
        database.execute(
            f"CREATE VIEW {table} AS WITH RECURSIVE n(seq) AS (SELECT 1 UNION ALL"  # noqa: S608
            " SELECT seq + 1 FROM n) SELECT seq, 'x' AS hash FROM n"
        )

    result = call(command, "given")

    assert result.exit_code == 2
    assert result.output == "this file is a database, but not our record\n"


@pytest.mark.long
def test_long_file_of_many_lines_is_still_streamed() -> None:
    # long lines, as each is judged
    line = json.dumps({"id": "S-1", "facts": {"sex": "male"}}) + " " * 2**19 + "\n"
    GIVEN.write_text(line * 50, "utf-8")
    assert GIVEN.stat().st_size > given_file.LONGEST

    result = call("assess", "given")

    assert result.exit_code == 0
    assert len(result.output.splitlines()) == 50


@pytest.mark.parametrize("command", ["assess", "labs --known"])
def test_line_without_end_is_named(command: str) -> None:
    sparse(given_file.LONGEST + 1)

    result = call(*COMMANDS[command])

    assert result.exit_code == 2
    assert result.output == "given: line 1 is longer than 16777216 characters\n"


def test_value_of_a_million_lines_is_named() -> None:
    GIVEN.write_text("[\n" + f"{' ' * 1023}1,\n" * (given_file.LONGEST // 1024), "utf-8")

    result = call("assess", "given")

    assert result.exit_code == 2
    assert "given: the file: more than 16777216 characters that are not JSON" in result.output


@pytest.mark.parametrize(
    ("number", "says"),
    [
        ("1e999999", "not a usable number: '1E+999999'"),
        ("1e999999999999999999999", "not a usable number: 'Infinity'"),
        ("1e-999999", "not a usable number: '1E-999999'"),
        ("9" * 5000, "not JSON"),
        ("0." + "0" * 10**6 + "1", "not a usable number"),
        (f'"{"9" * 10**6}"', "not a usable number"),
        ("[" * 10**6, "nested too deep"),
        ('{"a": ' * 10**5, "nested too deep"),
        ("[" * 900 + "]" * 900, "nested too deep"),
        ("NaN", "not a"),
        ("Infinity", "not a"),
    ],
    ids=lambda text: text[:12],
)
@pytest.mark.parametrize("command", ["assess", "labs --known"])
def test_absurd_number_is_refused_with_its_record(command: str, number: str, says: str) -> None:
    GIVEN.write_text(
        f'{{"id": "S-1", "facts": {{"wbc": {{"value": {number}, "unit": "10*9/L"}}}}}}\n', "utf-8"
    )

    result = call(*COMMANDS[command])

    assert result.exit_code == 2
    assert says in result.output
    assert len(result.output) < 400


def test_number_of_the_facts_already_known_is_read_exactly() -> None:
    GIVEN.write_text('{"alt_uln": {"value": 40.5, "unit": "U/L"}}', "utf-8")

    assert call(*COMMANDS["labs --known"]).exit_code == 0


def test_name_that_stands_twice_among_thousands_is_named() -> None:
    names = ", ".join(f'"a{number}": 1' for number in range(20_000))
    GIVEN.write_text(f'{{"id": "S-1", "facts": {{{names}, "b": 1, "b": 2}}}}\n', "utf-8")

    result = call("assess", "given")

    assert result.exit_code == 2
    assert "'b' stands twice" in result.output
