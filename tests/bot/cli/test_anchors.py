"""`ectrial verify` against heads that were noted elsewhere."""

import json
import os
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bot.cli.anchors import SUCH_AS
from bot.cli.main import main
from bot.setup.start import now
from ectrial.ledger.ledger import Author, Ledger
from ectrial.ledger.sqlite.driver import connect
from ectrial.ledger.tables import listing
from ectrial.record.anchors import anchor, anchor_of_trial
from ectrial.record.entries import Kind, NewEntry
from tests.blank_record import blank
from tests.ectrial.ledger.tampering import note_head

REAL = Path("real.db")
ENTRIES = 9


@pytest.fixture
def heads(no_settings: None, monkeypatch: pytest.MonkeyPatch) -> list[tuple[int, str]]:
    """The head after each entry of a record."""
    monkeypatch.setenv("ECTRIAL_DATABASE", str(REAL))
    found = []
    with Ledger.open(blank(REAL), site="here", via="telegram", clock=now) as ledger:
        for person in range(ENTRIES):
            added = NewEntry(Kind.STAFF_ADDED, "T", item=str(person), value="coordinator")
            ledger.append([added], Author(0, "operator"))
            found.append(ledger.head())
    return found


def verify(*words: str) -> Result:
    return CliRunner().invoke(main, ["verify", *words])


def cut(kept: int) -> None:
    """Cut the end off with care: nothing in the file shows it."""
    with closing(connect(REAL)) as owner:
        ((trigger,),) = owner.execute(
            "SELECT sql FROM sqlite_master WHERE name = 'entries_never_deleted'"
        ).fetchall()
        owner.execute("DROP TRIGGER entries_never_deleted")
        owner.execute("DELETE FROM entries WHERE seq > ?", [kept])
        owner.execute(trigger)
        listing.rebuild(owner)
        note_head(owner)


def test_heads_that_are_in_the_record_hold(heads: list[tuple[int, str]]) -> None:
    whole = f"{heads[4][0]}:{heads[4][1].upper()}"

    result = verify("--head", anchor(heads[2]), "--head", whole)

    assert result.exit_code == 0
    assert "anchors: 2 found, 2 hold\n" in result.output
    assert f"holds: {anchor(heads[2])}\n" in result.output
    assert "anchors: 4 entries after entry 5 have no witness\n" in result.output
    assert "nothing on this machine does\n" in result.output


def test_an_end_cut_with_care_shows_against_a_head_only(heads: list[tuple[int, str]]) -> None:
    cut(6)

    alone = verify()
    against = verify("--head", anchor(heads[8]), "--head", anchor(heads[3]))

    assert alone.exit_code == 0
    assert "anchors: none given" in alone.output
    assert against.exit_code == 1
    assert f"holds: {anchor(heads[3])}\n" in against.output
    assert against.output.endswith(
        f"broken: the anchor {anchor(heads[8])} is not in this record\n"
    )


@pytest.mark.parametrize(
    "wrong", ["", "9", "9:", "9:07a1b00", "x:07a1b008", "0:07a1b008", "-1:07a1b008", "07a1b008"]
)
def test_what_is_no_head_is_refused(heads: list[tuple[int, str]], wrong: str) -> None:
    result = verify(f"--head={wrong}")

    assert result.exit_code == 2
    assert "is no head" in result.output


def test_hash_alone_is_found_whatever_its_entry(heads: list[tuple[int, str]]) -> None:
    cut(6)
    kept, gone = (anchor_of_trial(heads[each][1]) for each in (2, 8))
    Path("lines.txt").write_text(f"Not eligible\n· {kept}\n> · {gone}\n{gone}", "utf-8")

    against = verify("--anchors", "lines.txt", "--head", f"· {heads[4][1]}")

    assert against.exit_code == 1
    assert "anchors: 3 found, 2 hold\n" in against.output
    assert f"holds: {kept}\n" in against.output
    assert "anchors: 1 entry after entry 5 has no witness\n" in against.output
    assert against.output.endswith(f"broken: the anchor {gone} is not in this record\n")


def exported(heads: list[tuple[int, str]]) -> dict[str, object]:
    """A chat as Telegram Desktop exports it: texts may be in parts."""
    first, second, third, fourth = (anchor(head) for head in heads[:4])
    seq, digits = fourth.split(":")
    texts: list[object] = [
        f"EC-CRT-003 · S-014\n⛔ Not eligible\n· {first}",
        ["For the study team only\n", {"type": "bold", "text": "S-014"}, f"\n· {second}"],
        ["· ", {"type": "phone", "text": seq}, f":{digits}"],
        "WBC 5.2, at 12:30:00, titre 1:640",
        "",
    ]
    messages = [
        {"id": n, "type": "message", "date": "2026-11-29T09:00:00", "text": text}
        for n, text in enumerate(texts)
    ]
    messages[0]["forwarded_from"] = "Canary Wei"
    messages.append({"id": 9, "type": "message", "text": "", "caption": {"text": third}})
    return {"name": "Practice bot", "type": "bot_chat", "id": 1, "messages": messages}


@pytest.mark.parametrize("is_whole_account", [False, True])
def test_heads_are_found_in_an_export_of_the_chat(
    heads: list[tuple[int, str]], is_whole_account: bool
) -> None:
    chat = exported(heads)
    export = {"about": "", "chats": {"list": [chat]}} if is_whole_account else chat
    Path("result.json").write_text(json.dumps(export, ensure_ascii=False), "utf-8")

    result = verify("--anchors", "result.json")

    assert result.exit_code == 0
    assert "anchors: 4 found, 4 hold\n" in result.output
    assert "S-014" not in result.output
    assert "Canary" not in result.output


@pytest.mark.parametrize("written", ["· {}", "·{}", "  {}\n", " ·  {} "])
def test_a_head_is_taken_as_it_was_copied(heads: list[tuple[int, str]], written: str) -> None:
    result = verify("--head", written.format(anchor(heads[2])))

    assert f"holds: {anchor(heads[2])}\n" in result.output


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-be"])
def test_heads_are_found_in_copied_lines(heads: list[tuple[int, str]], encoding: str) -> None:
    lines = [
        f"· {anchor(heads[0])}",
        f"> {anchor(heads[1])}<",
        f"head: {heads[2][0]}:{heads[2][1]}",
        f'{{"event": "a copy was made, with the head {anchor(heads[3])}"}}',
        f"9999:{'0' * 8}",
    ]
    mark = "\ufeff" if encoding == "utf-16-be" else ""
    Path("lines.txt").write_text(mark + "\r\n".join(lines), encoding)

    result = verify("--anchors", "lines.txt", "--head", anchor(heads[5]))

    assert result.exit_code == 1
    assert "anchors: 6 found, 5 hold\n" in result.output
    assert "broken: the anchor 9999:00000000 is not in this record\n" in result.output


@pytest.mark.parametrize(
    "content", [b"", b"{}", b"[7]", b"\xff\xfe\x00", b"12:30:00", b"[" * 9999]
)
def test_a_file_without_heads_is_told(heads: list[tuple[int, str]], content: bytes) -> None:
    Path("x").write_bytes(content)

    result = verify("--anchors", "x")

    assert result.exit_code == 2
    assert result.output == f"x: there is no head in it, {SUCH_AS}\n"


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("nowhere", "cannot be opened: No such file or directory"),
        ("/dev/zero", "is no regular file"),
        (".", "is no regular file"),
        ("fifo", "is no regular file"),
    ],
)
def test_what_is_no_file_is_told(heads: list[tuple[int, str]], name: str, words: str) -> None:
    os.mkfifo("fifo")

    result = verify("--anchors", name)

    assert (result.exit_code, result.output) == (2, f"{name} {words}\n")


def test_the_world_of_the_record_is_checked(heads: list[tuple[int, str]]) -> None:
    Ledger.open(Path("practice.db"), site="here", via="sandbox", clock=now).close()
    Path("practice.db").replace(REAL)

    result = verify()

    assert result.exit_code == 1
    assert "broken: it is a practice record, where a real one belongs\n" in result.output
