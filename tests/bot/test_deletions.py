"""Messages that may say who a patient is, deleted over faults and restarts, at the Bot API."""

from datetime import timedelta
from pathlib import Path

import pytest

from bot.serving.pushes import Neutral, Push
from ectrial.record.entries import Kind
from tests.bot.desk import Desk, until
from tests.bot.running import Running
from tests.campaigns import by_place, campaign
from tests.faults import Fault, FaultySandbox, answer_lost, lost, page, refused, too_many
from tests.phone import Phone
from tests.stored import stored

HOUR = timedelta(hours=1)
TELLING = Push(Neutral.DELETE_YOURSELF, "en").text
TOO_OLD = refused(400, "Bad Request: message can't be deleted")
LABELLED = "患者王建国漏服一次"
NAME = "Quentin Zebedee missed his visit"


class Ward(Desk):
    """A desk whose record is searched for words that must not be in it."""

    def __init__(self, sandbox: FaultySandbox, folder: Path) -> None:
        super().__init__(sandbox, folder / "x.db")
        self.folder = folder

    def holds(self, words: str) -> list[str]:
        """Name the files beside the record in which words stand."""
        files = [each for each in self.folder.rglob("*") if each.is_file()]
        return [each.name for each in files if words.encode() in each.read_bytes()]


@pytest.fixture
def ward(sandbox: FaultySandbox, tmp_path: Path) -> Ward:
    return Ward(sandbox, tmp_path)


def states(bot: Running) -> list[str]:
    return [state for (state,) in stored(bot.ledger, "SELECT state FROM deletions")]


async def is_asked_for_words(phone: Phone) -> None:
    await phone.says("/new S-014")
    await phone.says("/verdict")
    for label in ("⋯ More", "Deviation already made…", "Today"):
        await phone.taps(label)


async def says_it_undeleted(bot: Running, phone: Phone, sandbox: FaultySandbox) -> None:
    """Type a text that is to be deleted, while no deletion reaches Telegram."""
    await is_asked_for_words(phone)
    sandbox.faults.strike("deleteMessage", lost, times=1_000)
    await phone.says(LABELLED, is_read=False)
    await until(lambda: states(bot) == ["open"])


async def typed(phone: Phone) -> list[str]:
    return [m["text"] for m in await phone.messages() if not m["from"]["is_bot"]]


async def test_text_with_an_identifier_is_gone_from_chat_record_and_log(
    ward: Ward, phone: Phone, caplog: pytest.LogCaptureFixture
) -> None:
    async with ward.running() as bot:
        await is_asked_for_words(phone)
        await phone.says(LABELLED)
        await until(lambda: states(bot) == ["done"])
        verification = bot.ledger.verify()
        stop = list(bot.ledger.entries())[-1].said

    assert (stop.kind, stop.screening) == (Kind.IDENTIFIER_STOPPED, None)
    assert stop.value == {"kinds": ["name"]}
    assert await typed(phone) == ["/new S-014", "/verdict"]
    assert ward.holds("王建国") == []
    assert "王建国" not in caplog.text
    assert verification.holds


@pytest.mark.long
@pytest.mark.parametrize(
    "fault", campaign(by_place([lost, answer_lost, page(502), too_many(1)]), "1")
)
async def test_message_is_deleted_once_telegram_answers(
    ward: Ward, phone: Phone, sandbox: FaultySandbox, fault: Fault
) -> None:
    async with ward.running() as bot:
        await is_asked_for_words(phone)
        sandbox.faults.strike("deleteMessage", fault, times=3)
        await phone.says(LABELLED, is_read=False)
        await until(lambda: states(bot) == ["done"])

    assert LABELLED not in await typed(phone)
    assert ward.rung == []


@pytest.mark.long
@pytest.mark.parametrize("jumped", campaign(by_place([-72 * HOUR, HOUR, 72 * HOUR]), "0"))
async def test_message_is_deleted_after_a_restart_whatever_the_clock_says(
    ward: Ward, phone: Phone, sandbox: FaultySandbox, jumped: timedelta
) -> None:
    async with ward.running() as bot:
        await says_it_undeleted(bot, phone, sandbox)
    still_there = await typed(phone)
    sandbox.faults.clear()
    ward.now += jumped
    async with ward.running() as bot:
        await until(lambda: states(bot) == ["done"])

    assert LABELLED in still_there
    assert LABELLED not in await typed(phone)
    assert ward.rung == []


@pytest.mark.long
async def test_person_is_told_once_that_telegram_deletes_it_no_more(
    ward: Ward, phone: Phone, sandbox: FaultySandbox
) -> None:
    async with ward.running() as bot:
        await says_it_undeleted(bot, phone, sandbox)
    sandbox.faults.clear()
    sandbox.clock.passes(48 * 3600)
    for _ in range(2):
        async with ward.running() as bot:
            await until(lambda: states(bot) == ["told"])
            await phone.settles()

    assert ward.rung.count(TELLING) == 1
    assert LABELLED in await typed(phone)


@pytest.mark.long
async def test_person_is_told_though_telegram_never_answers_about_it(
    ward: Ward, phone: Phone, sandbox: FaultySandbox
) -> None:
    async with ward.running() as bot:
        await says_it_undeleted(bot, phone, sandbox)
        ward.now += 48 * HOUR
        await until(lambda: states(bot) == ["told"])

    assert ward.rung.count(TELLING) == 1


@pytest.mark.long
async def test_telling_that_was_cut_off_is_made_by_the_next_start(
    ward: Ward, phone: Phone, sandbox: FaultySandbox
) -> None:
    async with ward.running() as bot:
        await is_asked_for_words(phone)
        sandbox.faults.strike("deleteMessage", TOO_OLD)
        sandbox.faults.strike("sendMessage", lost, times=1_000)
        await phone.says(LABELLED, is_answered=False, is_read=False)
        await until(lambda: states(bot) == ["failed"])
    sandbox.faults.clear()
    async with ward.running() as bot:
        await until(lambda: states(bot) == ["told"])

    assert TELLING in ward.rung


@pytest.mark.long
async def test_message_that_its_person_deleted_first_is_done(
    ward: Ward, phone: Phone, sandbox: FaultySandbox
) -> None:
    gone = refused(400, "Bad Request: message to delete not found")
    async with ward.running() as bot:
        await is_asked_for_words(phone)
        sandbox.faults.strike("deleteMessage", gone)
        await phone.says(LABELLED, is_read=False)
        await until(lambda: states(bot) == ["done"])

    assert ward.rung == []


async def test_name_that_is_asked_about_is_on_no_disk_and_in_no_log(
    ward: Ward, phone: Phone, caplog: pytest.LogCaptureFixture
) -> None:
    async with ward.running() as bot:
        await is_asked_for_words(phone)
        await phone.says(NAME)
        asked = ward.holds("Zebedee")
        await phone.taps("Yes: delete it")
        await until(lambda: states(bot) == ["done"])

    assert (asked, ward.holds("Zebedee")) == ([], [])
    assert "Zebedee" not in caplog.text
    assert NAME not in await typed(phone)


@pytest.mark.long
async def test_what_is_no_name_is_recorded_and_its_message_stays(ward: Ward, phone: Phone) -> None:
    async with ward.running() as bot:
        await is_asked_for_words(phone)
        await phone.says(NAME)
        await phone.taps("No name: record it")
        what = [each.what for each in bot.screening("S-014").deviations]
        found = states(bot)

    assert (what, found) == ([NAME], [])
    assert NAME in await typed(phone)


@pytest.mark.long
async def test_restart_while_a_name_is_asked_about_forgets_it(ward: Ward, phone: Phone) -> None:
    async with ward.running():
        await is_asked_for_words(phone)
        await phone.says(NAME)
    async with ward.running() as bot:
        await phone.settles()
        await phone.taps("No name: record it")
        card = await phone.text()
        deviations = bot.screening("S-014").deviations

    assert "Please type it once more." in card
    assert list(deviations) == []
