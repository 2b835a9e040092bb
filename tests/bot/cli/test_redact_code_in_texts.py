"""With a subject code go the free texts that name it: notes, replies, what guests wrote."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bot.cli.main import main
from bot.setup.start import now
from ectrial.ledger.copies.backup import back_up
from ectrial.ledger.copies.redacted_since import OPERATOR
from ectrial.ledger.copies.redaction import Wish
from ectrial.ledger.copies.rotation import folder_of, keep_copy
from ectrial.ledger.ledger import Author, Chat, Ledger
from ectrial.ledger.redacting import redact as take_code
from ectrial.ledger.verify import redactions_of_file, verify_file
from ectrial.record.entries import Kind, NewEntry, Reason
from ectrial.record.notes import About, Readers, value_of
from ectrial.record.subjects import ScreeningId
from tests.blank_record import blank

TRIAL = "EC-CRT-003"
NURSE, GUEST = Author(7, "coordinator"), Author(21, "guest")
ENDS = datetime(2099, 1, 1, tzinfo=UTC).isoformat()
OTHERS = ("S-77 is the neighbour", "S-777-01 as well", "777 steps, S 7770")
# as the bytes are looked for: however it is written
FORMS = ("S-777", "s777", "S 777", "Ｓ－７７７")


@pytest.fixture
def real(no_settings: None, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Record a subject that five kinds of texts name, some beside another subject; and a copy."""
    path = Path("data") / "real.db"
    monkeypatch.setenv("ECTRIAL_DATABASE", str(path))
    monkeypatch.setenv("ECTRIAL_SITE", "here")
    path.parent.mkdir(mode=0o700)
    about, other = (ScreeningId("here", TRIAL, code, 1) for code in ("S-777", "S-002"))
    asked = {"why": "pending", "assignee": 7, "due": None}
    share = {"hash": "ab" * 32, "expires_at": ENDS, "screening": 1, "upto": 1}
    with open_real(path) as ledger:
        ledger.append([NewEntry(Kind.OPENED, TRIAL, each) for each in (about, other)], NURSE)
        ledger.append(
            [
                noted(about, "author", "S-777 is afraid"),
                noted(about, "team", "见s777的报告"),
                NewEntry(Kind.NOTE_REPLIED, TRIAL, about, value={"note": 4}, text="seen, S 777"),
                NewEntry(Kind.SHARE_MADE, TRIAL, value=share),
            ],
            NURSE,
        )
        ledger.passcodes.add(6, b"s" * 16, b"h" * 32)
        guests = NewEntry(Kind.SHARE_REPLIED, TRIAL, item="6", text="is (Ｓ－７７７/1) fit?")
        ledger.append([guests], GUEST)
        query = NewEntry(Kind.QUERY_OPENED, TRIAL, other, "hiv", asked, text="not as of S–777.")
        ledger.append([query, *(deviated(other, text) for text in OTHERS)], NURSE)
    keep_copy(path, folder_of(path), now(), "hourly")
    return path


def open_real(path: Path) -> Ledger:
    return Ledger.open(blank(path), site="here", via="telegram", clock=now)


def noted(of: ScreeningId, readers: Readers, text: str) -> NewEntry:
    value = value_of(About("answer", "wbc"), readers, None)
    return NewEntry(Kind.NOTE_WRITTEN, TRIAL, of, "wbc", value, text=text)


def deviated(of: ScreeningId, text: str) -> NewEntry:
    return NewEntry(Kind.DEVIATION, TRIAL, of, value={"day": "2026-11-20"}, text=text)


def redact(*words: str, says: tuple[str, ...]) -> Result:
    typed = "".join(f"{line}\n" for line in says)
    return CliRunner().invoke(main, ["redact", "--reason", "personal_data", *words], input=typed)


def speaking(folder: Path) -> set[str]:
    """Name the files, logs and copies too, in which the code or a text with it stands."""
    searched = ("afraid", "的报告", "seen, ", "fit?", "not as of", *FORMS)
    held = {file: file.read_bytes() for file in folder.rglob("*") if file.is_file()}
    for other in OTHERS:
        held = {file: found.replace(other.encode(), b"") for file, found in held.items()}
    return {
        file.name
        for file, found in held.items()
        if any(words.encode().lower() in found.lower() for words in searched)
    }


@pytest.mark.parametrize("more", [(), ("--with-answers",)], ids=["the code", "with answers"])
def test_texts_that_name_the_code_go_with_it_and_no_others(
    real: Path, more: tuple[str, ...]
) -> None:
    with open_real(real) as ledger:
        ledger.save_chat(Chat(7, focus={"place": {"place": "x", "draft": "call s 777"}}))

    result = redact(*more, says=("s777", "redact", "delete"))

    assert result.exit_code == 0, result.output
    told = "on file: 5 texts and names hold the code, and go with it: entries 3, 4, 5, 7, 8\n"
    assert told in result.output
    assert "redacted: the text of entry 7 reads REDACTED-" in result.output
    assert speaking(real.parent) == set()
    with open_real(real) as ledger:
        assert [chat.focus for chat in ledger.chats()] == [None]
        kept = ledger.screening(ScreeningId("here", TRIAL, "S-002", 1))
        assert kept is not None
        assert tuple(each.what for each in kept.deviations) == OTHERS
    assert verify_file(real).holds
    assert [each.is_text for each in redactions_of_file(real)] == [True] * 5 + [False]
    assert "holds this code" in redact(says=("S-777",)).output


def test_older_copy_that_is_restored_names_it_no_more(real: Path) -> None:
    with open_real(real) as ledger:
        ledger.save_chat(Chat(7, focus={"place": {"place": "x", "draft": "call s 777"}}))
    copy = real.parent / "copy.db"
    back_up(real, copy)
    kept = real.parent.parent / "older.db"
    kept.write_bytes(copy.read_bytes())
    redact("--delete-copies", says=("S-777", "redact"))
    assert speaking(real.parent) == set()

    result = CliRunner().invoke(main, ["restore", str(kept)])

    assert result.exit_code == 0, result.output
    assert "redacted again" in result.output
    assert speaking(real.parent) == set()
    assert verify_file(real).holds


def test_texts_left_by_an_older_version_are_found_when_it_is_called_again(
    real: Path,
) -> None:
    wish = Wish(("here", TRIAL), "S-777", Reason.PERSONAL_DATA, OPERATOR)
    take_code(real, wish, now() + timedelta(seconds=1), None, folder_of(real))
    assert speaking(real.parent) > {"real.db"}

    result = redact("--delete-copies", says=("S-777", "redact"))

    assert "on file: 5 texts and names hold the code" in result.output
    assert speaking(real.parent) == set()
