"""A name typed as a code is taken out of the record, as an operator does it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bot.cli.main import main
from bot.setup.start import now
from ectrial.ledger.copies.backup import back_up
from ectrial.ledger.copies.rotation import folder_of, keep_copy
from ectrial.ledger.ledger import Author, Chat, Ledger
from ectrial.ledger.verify import deletions_of_file, redactions_of_file, verify_file
from ectrial.record.entries import Kind, NewEntry
from ectrial.record.subjects import ScreeningId
from tests.blank_record import blank

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
    return Ledger.open(blank(path), site="here", via="telegram", clock=now)


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
    assert result.output.count("holds it: ") == 2
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
    assert "not on file in the record; held by these copies" in again.output
    assert [each.copies_deleted for each in redactions_of_file(real)] == [0]
    assert [each.copies for each in deletions_of_file(real)] == [2]
    told = CliRunner().invoke(main, ["verify"]).output
    assert "redacted: a code, by entry 5 (personal_data)" in told
    assert "deleted: 2 copies, by entry 6 (personal_data); no entry was redacted" in told


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
    assert "redacted again: 1 code or text, as in the old record" in result.output
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


def test_a_code_on_file_nowhere_deletes_nothing(real: Path) -> None:
    damaged = real.with_name("real.db.set-aside-20261102T090000Z")
    damaged.write_bytes(b"damaged " * 999)
    before = verify_file(real).head

    result = redact("--delete-copies", says=("TYPO-9",))

    assert result.exit_code == 1
    assert "cannot be read, so it may hold it, and is not deleted: " in result.output
    assert "neither the record nor a copy beside it that can be read" in result.output
    assert damaged.exists()
    assert verify_file(real).head == before


def test_what_cannot_be_read_stays_beside_copies_that_go(real: Path) -> None:
    damaged = real.with_name("real.db.set-aside-20261102T090000Z")
    damaged.write_bytes(b"damaged " * 999)

    result = redact("--delete-copies", says=(NAME, "redact"))

    assert "deleted: 2 copies" in result.output
    assert damaged.exists()


@pytest.mark.parametrize("typed", ["s-001", "s001", "S 001", "Ｓ－００１"])
def test_a_code_is_read_as_the_bot_reads_it(real: Path, typed: str) -> None:
    result = redact("--delete-copies", says=(typed, "redact"))

    assert result.exit_code == 0, result.output
    assert "on file: 1 screening in EC-CRT-003 at here\n" in result.output
    assert "deleted: 2 copies" in result.output
    with open_real(real) as ledger:
        assert len(ledger.episodes(TRIAL, "REDACTED-1")) == 1


@pytest.mark.parametrize(
    ("option", "words"),
    [("--trial", "--trial: no such trial is on file"), ("--site", "--site: no such site")],
)
def test_a_trial_or_site_that_is_not_on_file_is_refused(
    real: Path, option: str, words: str
) -> None:
    result = redact(option, "X", "--delete-copies", says=(NAME, "redact"))

    assert result.exit_code == 2
    assert words in result.output
    assert (TRIAL if option == "--trial" else "here") in result.output
    assert len(list(speaking(real.parent))) == 3


def test_the_place_of_a_chat_is_looked_into_and_begins_at_home(real: Path) -> None:
    place = {"place": {"place": "new_subject", "subject": "MRN-10234"}}
    with open_real(real) as ledger:
        ledger.save_chat(Chat(7, focus=place))
        ledger.save_chat(Chat(8, focus={"place": {"place": "home"}}))
        head = ledger.head()

    result = redact(says=("mrn-10234", "redact"))

    assert result.exit_code == 0, result.output
    assert "open: 1 chat stands at the code" in result.output
    assert "forgotten: 1 chat begins at home" in result.output
    assert b"MRN-10234" not in real.read_bytes()
    with open_real(real) as ledger:
        assert [chat.focus is None for chat in ledger.chats()] == [True, False]
        assert ledger.head() == head


def test_screenings_of_another_site_are_found(real: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ECTRIAL_SITE", "renamed")

    result = redact("--delete-copies", says=(NAME, "redact"))

    assert result.exit_code == 0, result.output
    assert "EC-CRT-003 at here, another site than ECTRIAL_SITE renamed" in result.output
    assert list(speaking(real.parent)) == []


def test_of_two_sites_with_the_code_one_must_be_named(
    real: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ECTRIAL_SITE", "renamed")
    with Ledger.open(real, site="renamed", via="telegram", clock=now) as ledger:
        id_ = ScreeningId("renamed", TRIAL, NAME, 1)
        ledger.append([NewEntry(Kind.OPENED, TRIAL, id_)], NURSE)

    several = redact(says=(NAME, "redact"))
    one = redact("--site", "here", says=(NAME, "redact", ""))

    assert several.exit_code == 2
    assert "on file at here and renamed; say which: --site" in several.output
    assert one.exit_code == 0, one.output


def test_a_copy_made_by_hand_is_looked_into(real: Path) -> None:
    back_up(real, real.with_name("hand.db"))

    result = redact("--delete-copies", says=(NAME, "redact"))

    assert "deleted: 3 copies" in result.output
    assert list(speaking(real.parent)) == []


def test_nothing_is_asked_without_a_record(real: Path) -> None:
    real.unlink()

    result = redact(says=(NAME,))

    assert result.exit_code == 2
    assert "there is no record" in result.output
    assert "The code to redact" not in result.output


def test_a_right_code_of_another_subject_is_refused_before_the_word(real: Path) -> None:
    result = redact("--to", "s001", says=(NAME, "redact"))

    assert result.exit_code == 2
    assert "--to: this is the code of another subject" in result.output
    assert "Type" not in result.output


def test_one_copy_is_one_copy(real: Path) -> None:
    real.with_name("real.db.set-aside-20261101T090000Z").unlink()

    kept = redact(says=(NAME, "redact", ""))
    gone = redact(says=(NAME, "delete"))

    assert 'Type "delete" to delete this copy; Enter keeps it' in kept.output
    assert "kept: 1 copy; ectrial redact deletes it" in kept.output
    assert "deleted: 1 copy; a new one was made" in gone.output
