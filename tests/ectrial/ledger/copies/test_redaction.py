"""After a redaction the code is in no byte, and the record adds up as before."""

from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ectrial.ledger.errors import LedgerBusyError, RefusedError
from ectrial.ledger.ledger import Chat
from ectrial.ledger.sqlite.driver import connect
from ectrial.ledger.tables.chain import link
from ectrial.ledger.tables.rows import COLUMNS
from ectrial.ledger.verify import entries_of_file, redactions_of_file, verify_file
from ectrial.record.entries import Kind, NewEntry
from ectrial.record.screenings import Wanted
from ectrial.record.subjects import ScreeningId
from ectrial.trial.recomputation import recompute
from ectrial.trial.versions import shipped
from tests import version_0_3_0 as older
from tests.ectrial.ledger.copies.redacting import (
    NAME,
    open_older,
    record_new,
    redacted,
    spoken_in,
    wish,
)
from tests.ectrial.ledger.samples import (
    KEY,
    NURSE,
    TRIAL,
    answered,
    called,
    open_ledger,
    opened,
)


def test_no_byte_of_the_folder_holds_the_code(path: Path) -> None:
    assert spoken_in(record_new(path).parent, NAME)

    redacted(path, wish())

    assert spoken_in(path.parent, NAME) == []
    with open_ledger(path) as ledger:
        ledger.append([answered("ecog", "1", "REDACTED-2/1")], NURSE)
        assert spoken_in(path.parent, NAME) == []
    assert spoken_in(path.parent, NAME) == []


codes = st.from_regex(r"[A-Za-z]{6,9}[-_./]?[0-9]{0,3}", fullmatch=True)


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(code=codes, episodes=st.integers(1, 3), sourced=st.booleans(), whole=st.booleans())
def test_no_byte_holds_any_code(
    tmp_path_factory: pytest.TempPathFactory,
    code: str,
    episodes: int,
    sourced: bool,
    whole: bool,
) -> None:
    path = tmp_path_factory.mktemp("redaction") / "record.db"
    with open_ledger(path) as ledger:
        ledger.append([opened("1-1")], NURSE)
        for episode in range(1, episodes + 1):
            ledger.append([opened(code, episode)], NURSE, chat=Chat(9, focus=[code.lower()]))
        if sourced:
            told = NewEntry(Kind.ANSWERED, TRIAL, called("1-1/1"), "age", 1, source=code)
            ledger.append([told], NURSE)

    redacted(path, wish(code, with_answers=whole))

    assert spoken_in(path.parent, code) == []
    assert verify_file(path).holds
    with open_ledger(path) as ledger:
        assert ledger.count_screenings() == (1 if whole else 1 + episodes)


def test_its_screenings_stay_readable_under_another_code(path: Path) -> None:
    with open_ledger(record_new(path)) as ledger:
        before = ledger.screening(called(f"{NAME}/1"))
        listed = ledger.screenings(limit=9)

    done = redacted(path, wish())

    assert done.code == "REDACTED-2"
    with open_ledger(path) as ledger:
        after = ledger.screening(called("REDACTED-2/1"))
        limit = ledger.screening(called("S-001/1"))
        assert before is not None
        assert after is not None
        assert limit is not None
        assert after.answers == before.answers
        assert limit.answers["alt_uln"].source == "REDACTED-2"
        assert [row.last_seq for row in ledger.screenings(limit=9)] == [r.last_seq for r in listed]
        assert ledger.count_screenings(Wanted(part="REDACT")) == 1
        assert ledger.screening(called(f"{NAME}/1")) is None
        assert ledger.verify().holds


def test_the_person_may_say_which_code_is_right(path: Path) -> None:
    done = redacted(record_new(path), wish(to="S-015"))

    assert done.code == "S-015"
    with open_ledger(path) as ledger:
        assert ledger.screening(called("S-015/1")) is not None
        assert ledger.next_subject(TRIAL, "S") == "S-016"
        assert ledger.append([answered("ecog", "1", "S-015/1")], NURSE)
        assert ledger.verify().holds


def test_two_subjects_never_become_one(path: Path) -> None:
    record_new(path)
    head = verify_file(path).head

    with pytest.raises(RefusedError, match="another subject"):
        redacted(path, wish(to="S-001"))

    assert verify_file(path).head == head
    assert [file.name for file in path.parent.iterdir() if file.suffix == ".part"] == []


def test_the_entry_says_who_why_and_which_but_never_the_code(path: Path) -> None:
    older.write_record(path)
    before = verify_file(path)

    done = redacted(path, wish(site=older.SITE, copies_deleted=3))

    (told,) = redactions_of_file(path)
    assert (told.seq, told.reason, told.copies_deleted) == (done.head[0], "personal_data", 3)
    assert told.seq == before.head[0] + 1
    assert len(told.rows) == done.entries > 2
    with closing(connect(path)) as owner:
        hashes = dict(owner.execute("SELECT seq, hash FROM entries").fetchall())
    assert all(hashes[row.seq] == row.hash for row in told.rows)


@pytest.mark.parametrize("whole", [False, True])
def test_an_older_record_keeps_its_chain_and_adds_up(path: Path, whole: bool) -> None:
    older.write_record(path)
    head = verify_file(path).head

    done = redacted(path, wish(site=older.SITE, with_answers=whole))

    found = verify_file(path, anchor=head)
    assert found.holds, found.breaks
    assert recompute(entries_of_file(path), shipped()).wrong == ()
    assert spoken_in(path, NAME) == spoken_in(path.parent, NAME)[1:] == []
    with open_older(path) as ledger:
        listed = [row.id.subject for row in ledger.screenings(limit=99)]
        limit = ledger.screening(ScreeningId(older.SITE, TRIAL, "S-015", 1))
        assert limit is not None
        assert limit.answers["total_bilirubin_uln"].source == done.code
        assert (done.code in listed) is not whole
        assert len(listed) == len(older.ADDS_UP_TO["list"]) - whole


def test_of_an_emptied_row_only_its_place_author_and_time_stay(path: Path) -> None:
    older.write_record(path)
    done = redacted(path, wish(site=older.SITE, with_answers=True))

    (told,) = redactions_of_file(path)
    with closing(connect(path)) as owner:
        rows = {
            cells[0]: dict(zip(COLUMNS, cells, strict=True))
            for cells in owner.execute(f"SELECT {', '.join(COLUMNS)} FROM entries")  # noqa: S608
        }
    emptied = [rows[each.seq] for each in told.rows if rows[each.seq]["item"] is None]
    stay = {"seq", "at_utc", "site", "actor", "role", "via", "trial", "kind", "prev_hash", "hash"}
    assert len(emptied) == done.entries - 1
    assert all({c for c, cell in row.items() if cell is not None} == stay for row in emptied)


@pytest.mark.parametrize("key", [None, KEY])
def test_an_encrypted_record_stays_encrypted(path: Path, key: str | None) -> None:
    record_new(path, key)

    redacted(path, wish(), key)

    assert verify_file(path, key).holds
    assert (path.read_bytes()[:6] == b"SQLite") is (key is None)
    assert path.stat().st_mode & 0o777 == 0o600


def test_a_draft_that_names_the_code_is_forgotten_and_no_other(path: Path) -> None:
    redacted(record_new(path), wish())

    with open_ledger(path) as ledger:
        assert [chat.focus for chat in ledger.chats()] == [None, {"place": {"place": "home"}}]


def test_a_part_of_the_code_that_was_looked_for_is_forgotten(path: Path) -> None:
    with open_ledger(record_new(path)) as ledger:
        ledger.save_chat(Chat(9, focus={"place": {"wanted": {"part": "HANGW", "stage": None}}}))
        ledger.save_chat(Chat(10, focus={"place": {"wanted": {"part": "", "stage": None}}}))

    redacted(path, wish())

    assert spoken_in(path.parent, "HANGW") == []
    with open_ledger(path) as ledger:
        assert [chat.focus is None for chat in ledger.chats()][-2:] == [True, False]


def test_a_bot_at_work_is_not_redacted_under(path: Path) -> None:
    with open_ledger(record_new(path)), pytest.raises(LedgerBusyError):
        redacted(path, wish())


def test_a_code_redacted_twice_is_gone_twice(path: Path) -> None:
    redacted(record_new(path), wish(to="LIWEI-14"))

    done = redacted(path, wish("LIWEI-14"))

    assert done.code == "REDACTED-2"
    assert spoken_in(path.parent, "LIWEI-14") == []
    assert verify_file(path).holds
    assert len(redactions_of_file(path)) == 2


def test_the_hash_that_stays_does_not_tell_the_code(path: Path) -> None:
    redacted(record_new(path), wish())

    with closing(connect(path)) as owner:
        salts = owner.execute("SELECT salt FROM texts").fetchall()
        (row,) = owner.execute(
            f"SELECT {', '.join(COLUMNS)} FROM entries WHERE subject = '#2' LIMIT 1"  # noqa: S608
        )
    cells = dict(zip(COLUMNS, row, strict=True))
    assert cells["hash"] == link(cells)
    assert len(salts) == len(set(salts)) == 2


def test_a_code_that_no_entry_holds_is_never_recorded_as_redacted(path: Path) -> None:
    head = verify_file(record_new(path)).head

    with pytest.raises(RefusedError, match="does not hold this code"):
        redacted(path, wish("S-999"))

    assert verify_file(path).head == head
