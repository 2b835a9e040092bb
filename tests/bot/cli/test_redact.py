"""A name typed as a code is taken out of the record, as an operator does it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bot.cli.main import main
from bot.setup.start import now
from ectrial.ledger.copies.backup import back_up
from ectrial.ledger.copies.rotation import folder_of, keep_copy
from ectrial.ledger.ledger import Author, Ledger
from ectrial.ledger.verify import redactions_of_file, verify_file
from ectrial.record.entries import Kind, NewEntry
from ectrial.record.subjects import ScreeningId

NAME, TRIAL = "ZHANGWEI-7", "EC-CRT-003"
NURSE = Author(7, "coordinator")


@pytest.fixture
def real(no_settings: None, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Record a name, with an hourly copy and a record that was set aside."""
    path = Path("data") / "real.db"
    monkeypatch.setenv("ECTRIAL_DATABASE", str(path))
    monkeypatch.setenv("ECTRIAL_SITE", "here")
    path.parent.mkdir(mode=0o700)
    with open_real(path) as ledger:
        for code in ("S-001", NAME):
            id_ = ScreeningId("here", TRIAL, code, 1)
            age = NewEntry(Kind.ANSWERED, TRIAL, id_, "age", {"value": "58", "unit": "a"})
            ledger.append([NewEntry(Kind.OPENED, TRIAL, id_), age], NURSE)
    keep_copy(path, folder_of(path), now(), "hourly")
    back_up(path, path.with_name("real.db.set-aside-20261101T090000Z"))
    return path


def open_real(path: Path) -> Ledger:
    return Ledger.open(path, site="here", via="telegram", clock=now)


def redact(*words: str, says: tuple[str, ...]) -> Result:
    typed = "".join(f"{line}\n" for line in says)
    return CliRunner().invoke(main, ["redact", "--reason", "personal_data", *words], input=typed)


def speaking(folder: Path) -> Iterator[str]:
    """Name the files that hold the name."""
    for file in sorted(folder.rglob("*")):
        if file.is_file() and NAME.lower().encode() in file.read_bytes().lower():
            yield file.name


def test_copies_are_named_and_deleted_on_a_second_word(real: Path) -> None:
    assert len(list(speaking(real.parent))) == 3

    result = redact(says=(NAME, "redact", "delete"))

    assert result.exit_code == 0, result.output
    assert result.output.count("holds it, or may: ") == 2
    assert "deleted: 2 copies; a new one was made" in result.output
    assert list(speaking(real.parent)) == []
    assert verify_file(real).holds
    assert redactions_of_file(real)[0].copies_deleted == 2
    (copy,) = folder_of(real).iterdir()
    assert verify_file(copy).head == verify_file(real).head


def test_without_the_second_word_copies_stay_until_it_is_called_again(real: Path) -> None:
    kept = redact(says=(NAME, "redact", ""))
    left = list(speaking(real.parent))
    again = redact("--delete-copies", says=(NAME,))

    assert "kept: 2 copies" in kept.output
    assert len(left) == 2
    assert again.exit_code == 0, again.output
    assert list(speaking(real.parent)) == []
    assert [each.copies_deleted for each in redactions_of_file(real)] == [0, 2]


def test_without_the_first_word_nothing_happens(real: Path) -> None:
    before = verify_file(real).head

    result = redact("--delete-copies", says=(NAME, "no"))

    assert result.exit_code == 1
    assert verify_file(real).head == before
    assert len(list(speaking(real.parent))) == 3


def test_the_output_says_what_remains_and_never_the_code(real: Path) -> None:
    result = redact("--delete-copies", says=(NAME, "redact"))

    assert NAME not in result.output.replace(f": {NAME}\n", "", 1)
    for words in ("Telegram keeps", "snapshots", "without a salt"):
        assert words in result.output


def test_another_code_is_read_if_it_is_given(real: Path) -> None:
    result = redact("--to", "s15", says=(NAME, "redact", ""))

    assert "it reads S-15 now" in result.output
    with open_real(real) as ledger:
        assert len(ledger.episodes(TRIAL, "S-15")) == 1


def test_a_name_is_no_better_code(real: Path) -> None:
    result = redact("--to", "LIWEI-14", says=(NAME, "redact", ""))

    assert result.exit_code == 2
    assert "may be a name" in result.output
    assert redactions_of_file(real) == ()


def test_a_code_that_nothing_holds_is_told(real: Path) -> None:
    result = redact(says=("S-999",))

    assert result.exit_code == 1
    assert "neither the record nor a copy" in result.output


def test_a_bot_at_work_keeps_its_record(real: Path) -> None:
    with open_real(real):
        result = redact(says=(NAME, "redact", ""))

    assert result.exit_code == 2
    assert "another process has the record" in result.output


def test_verify_tells_of_redactions(real: Path) -> None:
    redact("--with-answers", says=(NAME, "redact", ""))

    result = CliRunner().invoke(main, ["verify"])

    assert result.exit_code == 0, result.output
    assert "redacted: 2 entries, by entry 5 (personal_data)" in result.output
    assert "screenings: 1" in result.output


def test_a_copy_that_is_restored_is_redacted_again(real: Path) -> None:
    (copy,) = folder_of(real).iterdir()
    redact(says=(NAME, "redact", ""))

    result = CliRunner().invoke(main, ["restore", str(copy)])

    assert result.exit_code == 0, result.output
    assert "redacted again: 1 codes" in result.output
    assert real.name not in speaking(real.parent)
    with open_real(real) as ledger:
        assert len(ledger.episodes(TRIAL, "REDACTED-2")) == 1
        assert ledger.verify().holds


def test_a_restore_without_the_old_record_says_what_is_not_known(real: Path) -> None:
    (copy,) = folder_of(real).iterdir()
    real.unlink()

    result = CliRunner().invoke(main, ["restore", str(copy)])

    assert result.exit_code == 0, result.output
    assert "not known: what was redacted after the copy was made" in result.output
