"""Free texts and names of colleagues are taken out of the record, as an operator does it."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bot.cli.main import main
from bot.setup.start import now
from ectrial.ledger.copies.rotation import folder_of, keep_copy
from ectrial.ledger.ledger import Author, Chat, Ledger
from ectrial.ledger.verify import redactions_of_file, verify_file
from ectrial.record.entries import Kind, NewEntry
from ectrial.record.subjects import ScreeningId
from tests.blank_record import blank

TRIAL, NAME = "EC-CRT-003", "Li Wei"
NURSE = Author(7, "coordinator")
TEXTS = ("told by Li Wei", "li wei was late", "clinic closed")


@pytest.fixture
def real(no_settings: None, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Record a colleague by name and three texts, two of which name that person; and a copy."""
    path = Path("data") / "real.db"
    monkeypatch.setenv("ECTRIAL_DATABASE", str(path))
    monkeypatch.setenv("ECTRIAL_SITE", "here")
    path.parent.mkdir(mode=0o700)
    id_ = ScreeningId("here", TRIAL, "S-001", 1)
    with open_real(path) as ledger:
        added = NewEntry(Kind.STAFF_ADDED, TRIAL, item="9", value="principal", text=NAME)
        ledger.append([added, NewEntry(Kind.OPENED, TRIAL, id_)], NURSE)
        for text in TEXTS:
            value = {"day": "2026-11-20"}
            ledger.append([NewEntry(Kind.DEVIATION, TRIAL, id_, value=value, text=text)], NURSE)
    keep_copy(path, folder_of(path), now(), "hourly")
    return path


def open_real(path: Path) -> Ledger:
    return Ledger.open(blank(path), site="here", via="telegram", clock=now)


def redact(*words: str, says: tuple[str, ...]) -> Result:
    typed = "".join(f"{line}\n" for line in says)
    args = ["redact", "--text", "--reason", "personal_data", *words]
    return CliRunner().invoke(main, args, input=typed)


def holds(path: Path) -> bool:
    return NAME.lower().encode() in path.read_bytes().lower()


def test_every_text_and_name_with_the_words_goes_and_no_other(real: Path) -> None:
    result = redact(says=(f" {NAME.lower()} ", "redact", "delete"))

    assert result.exit_code == 0, result.output
    assert "on file: 3 texts and names hold the words" in result.output
    assert result.output.count(" reads REDACTED-") == 3
    assert "deleted: 1 copy; a new one was made" in result.output
    assert not holds(real)
    assert not any(map(holds, folder_of(real).iterdir()))
    with open_real(real) as ledger:
        screening = ledger.screening(ScreeningId("here", TRIAL, "S-001", 1))
        assert screening is not None
        *gone, kept = [each.what for each in screening.deviations]
        assert all(each.startswith("REDACTED-") for each in gone)
        assert kept == "clinic closed"
    assert verify_file(real).holds
    assert [each.copies_deleted for each in redactions_of_file(real)] == [1, 0, 0]
    assert "redacted: a text, by entry 6" in CliRunner().invoke(main, ["verify"]).output


def test_without_the_first_word_nothing_happens(real: Path) -> None:
    before = verify_file(real).head

    result = redact(says=(NAME, "no"))

    assert result.exit_code == 1
    assert verify_file(real).head == before


def test_copy_that_alone_holds_the_words_is_deleted_when_it_is_called_again(real: Path) -> None:
    redact(says=(NAME, "redact", ""))

    result = redact("--delete-copies", says=(NAME,))

    assert "not on file in the record; held by these copies" in result.output
    assert not any(map(holds, folder_of(real).iterdir()))


def test_draft_with_the_words_begins_at_home(real: Path) -> None:
    with open_real(real) as ledger:
        ledger.save_chat(Chat(7, focus={"place": {"place": "x", "name": "Wang Fang"}}))

    result = redact(says=("wang fang", "redact"))

    assert "open: 1 chat stands at the words" in result.output
    assert "forgotten: 1 chat begins at home" in result.output
    assert b"Wang Fang" not in real.read_bytes()


def test_words_that_nothing_holds_are_told(real: Path) -> None:
    result = redact(says=("Wang Fang",))

    assert result.exit_code == 1
    assert "can be read holds these words" in result.output


@pytest.mark.parametrize(
    ("words", "said", "told"),
    [
        (("--to", "S-9"), (), "--text goes with neither --to nor --with-answers"),
        (("--with-answers",), (), "--text goes with neither --to nor --with-answers"),
        ((), ("i",), "at least 2 letters"),
        (("--trial", "X"), (), "no such trial is on file"),
    ],
)
def test_what_is_not_meant_so_is_refused(
    real: Path, words: tuple[str, ...], said: tuple[str, ...], told: str
) -> None:
    result = redact(*words, says=said)

    assert result.exit_code == 2
    assert told in result.output
    assert redactions_of_file(real) == ()
