"""What can become of the practice record, and of a crash between its commit and the real one."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from bot.serving.practice import PracticeError
from bot.setup.start import now
from bot.telegram.updates import Update
from ectrial.ledger.ledger import Ledger
from ectrial.record.entries import Kind
from tests.bot.faults.walks import cards
from tests.bot.running import Running
from tests.bot.serving.chats import Chats
from tests.campaigns import by_place, campaign
from tests.disk.full import full_disk
from tests.faults import FaultySandbox
from tests.phone import Phone

FINISHED = [Kind.OPENED, Kind.ANSWERED, Kind.STOPPED, Kind.VERDICT_GIVEN]
SECOND = "Does a tissue biopsy report"


@pytest.fixture
def chats(tmp_path: Path) -> Iterator[Chats]:
    with closing(Chats(tmp_path)) as running:
        yield running


@pytest.mark.parametrize("lost", campaign(by_place(range(5)), "0", "4"))
def test_a_commit_that_is_lost_after_that_of_practice_is_made_again(
    chats: Chats, tmp_path: Path, lost: int
) -> None:
    updates: list[Update] = []
    for number, text in enumerate(("/practice", "/new S-900", "[3]", "[Stop here]", "/practice")):
        updates.append(chats.update(text))
        if number == lost:
            chats.dies_in(updates[-1])
            break
        chats.take(updates[-1])
    chats.close()

    with closing(Chats(tmp_path)) as again:
        # Telegram gives what was not acknowledged once more, and perhaps more than that
        for update in updates:
            taken = again.take(update)
            # the card that is shown is the one that stands in the record
            assert taken is None or taken.standing.focus == again.stands().focus
        if lost < 4:
            rest = ("/new S-900", "[3]", "[Stop here]", "/practice")[lost:]
            again.does(*rest)

        assert again.practised() == FINISHED
        assert again.kinds() == [Kind.TRAINED]
        assert not again.chat().practice
        assert again.real.verify().holds


def test_card_on_the_phone_does_nothing_after_such_a_crash(chats: Chats, tmp_path: Path) -> None:
    chats.does("/practice", "/new S-900")
    answer, same = chats.update("[1]"), chats.update("[1]")
    chats.dies_in(answer)
    chats.close()

    with closing(Chats(tmp_path)) as again:
        again.take(answer)
        taken = again.take(same)

        assert taken is not None
        assert taken.turn.toast
        assert again.practised() == [Kind.OPENED, Kind.ANSWERED]


@pytest.mark.parametrize("act", ["[Leave practice]", "/new S-901"])
def test_training_is_confirmed_by_the_next_turn_if_the_update_never_comes_again(
    chats: Chats, act: str
) -> None:
    chats.does("/practice", "/new S-900", "[3]")
    chats.dies_in(chats.update("[Stop here]"))
    before = chats.kinds()

    chats.does(act)

    assert (before, chats.kinds()) == ([], [Kind.TRAINED])


def test_what_fails_in_practice_stops_no_real_answer(chats: Chats, tmp_path: Path) -> None:
    chats.does("/practice", "/new S-900")
    tap = chats.update("[1]")
    (tmp_path / "x-practice.db").rename(tmp_path / "away.db")

    with pytest.raises(PracticeError):
        chats.take(tap)
    chats.does("/new S-014", "[1]", person=8)
    chats.does("/practice", "/new S-015")

    assert chats.kinds() == [Kind.OPENED, Kind.ANSWERED, Kind.OPENED]
    assert not chats.chat().practice


@pytest.mark.long
def test_a_disk_full_of_practice_stops_no_real_answer(chats: Chats, tmp_path: Path) -> None:
    chats.does("/practice", *[f"/new S-9{number:02}" for number in range(20)])
    tap, log = chats.update("[1]"), tmp_path / "x-practice.db-wal"

    with full_disk(log.stat().st_size):
        with pytest.raises(PracticeError):
            chats.take(tap)
        chats.does("/new S-014", "[1]", person=8)
    chats.take(tap)

    assert chats.kinds() == [Kind.OPENED, Kind.ANSWERED]
    assert chats.practised()[-2:] == [Kind.OPENED, Kind.ANSWERED]


def test_practice_that_cannot_be_opened_is_left_by_its_command(
    chats: Chats, tmp_path: Path
) -> None:
    chats.does("/new S-014", "/practice")
    chats.close()
    (tmp_path / "x-practice.db").write_bytes(b"no record")

    with closing(Chats(tmp_path)) as again:
        with pytest.raises(PracticeError):
            again.does("/start")
        again.does("/practice")
        with pytest.raises(PracticeError):
            again.does("/practice")

        assert not again.chat().practice
        assert again.title() == "S-014"


def test_a_real_record_in_the_place_of_practice_is_refused(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "x-practice.db", site="here", via="telegram", clock=now):
        pass

    with closing(Chats(tmp_path)) as chats:
        with pytest.raises(PracticeError, match="is a real record"):
            chats.does("/practice")
        assert not chats.real.chats()


@pytest.mark.long
@pytest.mark.parametrize(
    "restarts",
    campaign({"it goes on": False, "it is started again": True}, "it is started again"),
)
async def test_disk_that_is_full_between_the_two_commits_loses_and_doubles_nothing(
    sandbox: FaultySandbox, tmp_path: Path, phone: Phone, *, restarts: bool
) -> None:
    other, database = Phone(sandbox, 1002), tmp_path / "x.db"
    log = tmp_path / "x.db-wal"
    async with Running(sandbox, database, is_practice=False) as bot:
        await phone.says("/practice")
        await phone.says("/new S-900")
        # the log of the real record grows beyond that of practice
        for number in range(30):
            await other.says(f"/new S-1{number:02}")
        with full_disk(log.stat().st_size):
            await phone.taps("1", is_answered=False, is_read=False)
            await phone.wait_for(lambda said: said[-1]["text"].startswith("⚠️ NOT SAVED"))
            if restarts:
                bot.stop()
                await bot.serving
        if not restarts:
            await goes_on(phone)
    if restarts:
        async with Running(sandbox, database, is_practice=False):
            await goes_on(phone)

    with Ledger.open(tmp_path / "x-practice.db", site="here", via="sandbox", clock=now) as ledger:
        practised = [entry.said.kind for entry in ledger.entries()]
        assert practised == [Kind.OPENED, Kind.ANSWERED, Kind.ANSWERED]
        assert ledger.verify().holds


async def goes_on(phone: Phone) -> None:
    """Wait for the card that was not saved, the only one, and answer on it."""
    await phone.wait_for(lambda said: any(SECOND in each["text"] for each in said))
    (card,) = await cards(phone)
    assert (await phone.card()).message_id == card
    await phone.taps("Yes")
    assert (await phone.card()).text.startswith("PRACTICE · S-900")
