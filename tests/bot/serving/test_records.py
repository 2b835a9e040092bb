"""Practice beside the real record: two files, one chat, and nothing of one in the other."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from ectrial.record.entries import Kind
from tests.bot.serving.chats import PERSON, Chats
from tests.ectrial.ledger.samples import KEY


@pytest.fixture
def chats(tmp_path: Path) -> Iterator[Chats]:
    with closing(Chats(tmp_path)) as running:
        yield running


def test_nothing_is_opened_before_somebody_practises(chats: Chats, tmp_path: Path) -> None:
    chats.does("/new S-014", "[1]", "/help")

    assert not (tmp_path / "x-practice.db").exists()


@pytest.mark.parametrize("key", [None, KEY], ids=["plain", "encrypted"])
def test_each_record_has_its_own_entries_and_place(tmp_path: Path, key: str | None) -> None:
    with closing(Chats(tmp_path, key)) as chats:
        chats.does("/new S-014", "[1]")
        before = chats.chat()
        chats.does("/practice", "/new S-900", "[0]", "[Yes]")
        inside = chats.title()
        chats.does("/practice")

        after = chats.chat()
        assert chats.kinds() == [Kind.OPENED, Kind.ANSWERED]
        assert chats.practised() == [Kind.OPENED, Kind.ANSWERED, Kind.ANSWERED]
        assert (inside, chats.title()) == ("PRACTICE · S-900", "S-014")
        assert after.focus == {**before.focus, "anew": "switched"}
        assert chats.real.verify().holds
        with chats.practice.at_hand() as ledger:
            assert ledger.verify().holds
    begins = (tmp_path / "x-practice.db").read_bytes()[:15]
    assert (begins == b"SQLite format 3") == (key is None)


def test_no_word_of_practice_stands_in_the_real_record(chats: Chats, tmp_path: Path) -> None:
    chats.does("/practice", "/new S-771 M 58", "[1]", "[Yes]")
    row = chats.chat()
    asked = chats.turns.asks(chats.turns.standing(row))
    chats.does("/practice")
    chats.close()

    assert asked.startswith("practice ")
    for suffix in ("", "-wal"):
        file = tmp_path / f"x.db{suffix}"
        assert not file.exists() or b"S-771" not in file.read_bytes()
        assert "S-771" not in asked


def test_a_button_of_the_other_record_only_shows_the_present_card(chats: Chats) -> None:
    chats.does("/new S-014")
    real = chats.update("[1]")
    chats.does("/practice", "/new S-014")
    practised = chats.update("[1]")

    assert chats.take(real) is not None
    kinds = chats.practised()
    chats.does("/practice")
    assert chats.take(practised) is not None

    assert chats.kinds() == kinds == [Kind.OPENED]
    assert chats.title() == "S-014"


def test_so_does_one_after_a_restart(chats: Chats, tmp_path: Path) -> None:
    chats.does("/new S-014", "/practice", "/new S-014")
    practised = chats.update("[1]")
    chats.does("/practice")
    chats.close()

    with closing(Chats(tmp_path)) as again:
        taken = again.take(practised)

        assert taken is not None
        assert taken.turn.toast
        assert again.kinds() == again.practised() == [Kind.OPENED]


def test_update_that_comes_again_after_a_change_is_taken_in_neither_record(chats: Chats) -> None:
    opening = chats.update("/new S-014")
    chats.take(opening)
    chats.does("/practice")
    practising = chats.update("/new S-900")
    chats.take(practising)

    again = [chats.take(opening)]
    chats.does("/practice")
    again.append(chats.take(practising))

    assert again == [None, None]
    assert chats.kinds() == chats.practised() == [Kind.OPENED]


def test_practice_goes_on_after_a_restart(chats: Chats, tmp_path: Path) -> None:
    chats.does("/new S-014", "/practice", "/new S-900", "[1]")
    chats.close()

    with closing(Chats(tmp_path)) as again:
        assert again.title() == "PRACTICE · S-900"
        again.does("[Yes]", "/practice")
        assert again.title() == "S-014"
        assert again.kinds() == [Kind.OPENED]


def test_text_typed_right_after_a_change_is_read_back_and_not_recorded(chats: Chats) -> None:
    chats.does("/new S-014", "[1]", "/practice", "/new S-014", "[1]", "/practice", "yes")

    assert chats.kinds() == [Kind.OPENED, Kind.ANSWERED]
    assert chats.chat().focus["place"]["place"] == "read_back"


def test_training_is_confirmed_once_by_the_bot(chats: Chats) -> None:
    one = ("/new S-900", "[3]", "[Stop here]")
    another = ("/new S-901", "[3]", "[Stop here]")

    chats.does("/practice", *one, *another, "/practice")

    (entry,) = chats.real.entries()
    assert (entry.said.kind, entry.said.item) == (Kind.TRAINED, str(PERSON))
    assert (entry.actor, entry.role, entry.via) == (0, "bot", "telegram")
    assert chats.real.team().trained == {PERSON}


def test_a_colleagues_screening_confirms_nobody_elses_training(chats: Chats) -> None:
    chats.does("/practice", "/new S-900", "[3]")
    chats.does("/practice", "/open S-900", "[Stop here]", "/verdict", person=8)

    assert chats.kinds() == []
