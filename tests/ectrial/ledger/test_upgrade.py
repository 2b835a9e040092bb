"""A record that version 0.1.0 wrote adds up to the same in this one, and goes on."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from bot.control.team import roles
from ectrial.ledger.ledger import Ledger
from ectrial.ledger.sqlite.driver import Connection, connect
from ectrial.ledger.tables import listing
from ectrial.ledger.tables.entries import by_screening, misplaced, of_screening
from ectrial.ledger.tables.guards import TRIGGERS
from ectrial.ledger.tables.migrating import migrate
from ectrial.ledger.verify import verify_file
from ectrial.record.entries import Kind, NewEntry
from ectrial.record.subjects import named
from tests.ectrial.ledger.samples import NURSE
from tests.older_records import open_here
from tests.version_0_1_0 import ADDS_UP_TO, FOCUSES, SITE, TRIAL, as_told_there, write_record


@pytest.fixture
def upgraded(path: Path) -> Iterator[Ledger]:
    with open_here(write_record(path)) as ledger:
        yield ledger


def test_every_screening_adds_up_to_the_same(upgraded: Ledger) -> None:
    for told in ADDS_UP_TO["screenings"]:
        id_ = named(told["id"], SITE, TRIAL)
        assert id_ is not None

        screening = upgraded.screening(id_)

        assert screening is not None
        assert as_told_there(screening) == told


def test_the_list_and_what_is_offered_are_the_same(upgraded: Ledger) -> None:
    rows = [as_told_there(row) for row in upgraded.screenings(limit=99)]
    limits = [found.id.name for found in upgraded.screenings_with(TRIAL, "alt_uln", 50)]

    assert rows == ADDS_UP_TO["list"]
    assert limits == ADDS_UP_TO["latest_alt_uln"]
    assert upgraded.next_subject(TRIAL, "S") == ADDS_UP_TO["next_subject"]


def test_the_chain_holds_and_its_head_stays(upgraded: Ledger) -> None:
    found = upgraded.verify()

    assert found.holds, found.breaks
    assert list(found.head) == ADDS_UP_TO["head"]
    assert found.screenings == len(ADDS_UP_TO["list"])


def test_every_chat_is_there_as_it_was(upgraded: Ledger) -> None:
    focuses = [chat.focus for chat in upgraded.chats()]

    assert focuses == list(FOCUSES.values())
    assert all(chat.shown for chat in upgraded.chats())


def test_the_next_entries_follow(path: Path) -> None:
    with open_here(write_record(path)) as upgraded:
        id_ = next(row.id for row in upgraded.screenings(limit=99) if row.status == "open")
        before = upgraded.screening(id_)

        upgraded.append([NewEntry(Kind.ANSWERED, TRIAL, id_, "weight", "unknown")], NURSE)

        after = upgraded.screening(id_)
        assert before is not None
        assert after is not None
        assert set(after.answers) == {*before.answers, "weight"}
    with open_here(path) as again:
        assert again.screening(id_) == after
        assert again.verify().holds


def test_the_team_is_as_it_was(upgraded: Ledger) -> None:
    assert roles(upgraded) == {11: "coordinator", 13: "investigator"}


def test_a_list_that_disagrees_is_found_in_the_older_record(path: Path) -> None:
    with closing(connect(write_record(path))) as owner:
        owner.execute("UPDATE screenings SET status = 'voided' WHERE id = 'S-014/1'")

    assert not verify_file(path).holds


def renamed(path: Path, amid: str) -> Connection:
    """Open the record with another site in the rows chosen, past its guards."""
    owner = connect(write_record(path))
    owner.execute("DROP TRIGGER entries_never_updated")
    owner.execute(f"UPDATE entries SET site = 'before' WHERE {amid}")  # noqa: S608 - our own words
    owner.execute(TRIGGERS["entries_never_updated"])
    return owner


@pytest.mark.parametrize("amid", ["seq < 10", "seq > 200", "seq % 3 = 0"])
def test_a_site_renamed_amid_a_screening_parts_no_answer_from_it(path: Path, amid: str) -> None:
    with closing(renamed(path, amid)) as owner:
        older = {entry.seq: entry.said for entry in by_screening(owner)}

        migrate(owner)

        found = {entry.seq: entry.said for entry in by_screening(owner)}
        screenings = {said.screening for said in found.values() if said.screening}
        whole = [of_screening(owner, each) for each in screenings]
    assert found == older
    assert len({each.name for each in screenings}) == len(screenings)
    assert sorted(entry.seq for entries in whole for entry in entries) == sorted(found)


def test_an_entry_noted_for_a_strange_site_is_found(path: Path) -> None:
    with closing(renamed(path, "seq < 10")) as owner:
        migrate(owner)
        assert list(misplaced(owner)) == []

        owner.execute("INSERT OR REPLACE INTO screening_sites VALUES (50, 'elsewhere')")

        assert list(misplaced(owner)) == [50]


def test_a_site_renamed_between_screenings_parts_them(path: Path) -> None:
    with closing(renamed(path, "screening = 'S-014/1'")) as owner:
        older = listing.count_by_site(owner)

        migrate(owner)

        assert listing.count_by_site(owner) == older
        assert older == {"before": 1, SITE: len(ADDS_UP_TO["list"]) - 1}
