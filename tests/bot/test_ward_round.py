"""A ward round at the Bot API: two phones, a restart on the way, and beds gone at midnight."""

from datetime import timedelta
from pathlib import Path

import pytest

from bot.setup.settings import Settings
from ectrial.ledger.copies.backup import back_up
from tests.bot.desk import NINE, Desk, until
from tests.bot.running import Running
from tests.faults import FaultySandbox
from tests.phone import Phone
from tests.stored import stored

BED = "7A-917"


class Ward(Desk):
    """A desk whose record, log and copies are searched for words."""

    def __init__(self, sandbox: FaultySandbox, folder: Path) -> None:
        super().__init__(sandbox, folder / "x.db")
        self.folder = folder
        self.now = NINE

    @property
    def record(self) -> Path:
        """The file of the record."""
        return self.folder / "x.db"

    def holds(self, words: str) -> list[str]:
        """Name the files in which words stand."""
        files = [each for each in self.folder.rglob("*") if each.is_file()]
        return [each.name for each in files if words.encode() in each.read_bytes()]


@pytest.fixture
def ward(sandbox: FaultySandbox, tmp_path: Path) -> Ward:
    return Ward(sandbox, tmp_path)


def rows(bot: Running) -> int:
    return int(stored(bot.ledger, "SELECT count(*) FROM beds")[0][0])


async def is_at_the_first_bed(phone: Phone) -> None:
    for text in ("/new S-014 M 58", "/new S-015 F 61", "/rounds S-014 S-015"):
        await phone.says(text)
    await phone.taps("Begin ›")


async def test_bed_is_gone_at_midnight_from_card_record_log_and_copies(
    ward: Ward, phone: Phone, caplog: pytest.LogCaptureFixture
) -> None:
    async with ward.running() as bot:
        await is_at_the_first_bed(phone)
        await phone.taps("Bed ›")
        await phone.says(BED)
        shown, at_noon = (await phone.card()).text, rows(bot)
        await until(lambda: not bot.ledger.deletions.unfinished())
        back_up(ward.record, ward.folder / "copy.db")
        in_files = ward.holds(BED)
    ward.now += timedelta(hours=15)
    async with ward.running() as bot:
        await until(lambda: rows(bot) == 0)
        await until(lambda: ward.holds(BED) == [])
        await phone.settles()
        after = (await phone.card()).text
        verification = bot.ledger.verify()

    assert f"S-014 · bed {BED}" in shown
    assert (at_noon, in_files != [], "copy.db" in in_files) == (1, True, False)
    assert BED not in after
    assert BED not in caplog.text
    assert not [each for each in await phone.messages() if BED in str(each)]
    assert verification.holds


async def test_site_may_forbid_beds(sandbox: FaultySandbox, tmp_path: Path, phone: Phone) -> None:
    forbids = Settings(_env_file=None, ECTRIAL_BED_LABELS="no")
    async with Running(sandbox, tmp_path / "x.db", settings=forbids):
        await is_at_the_first_bed(phone)
        labels = [each for row in (await phone.card()).labels for each in row]

    assert "Bed ›" not in labels
    assert "Next: S-015 ›" in labels


@pytest.mark.long
async def test_round_goes_on_after_a_restart_and_tells_what_another_phone_recorded(
    ward: Ward, phone: Phone, sandbox: FaultySandbox
) -> None:
    other = Phone(sandbox, 1002)
    async with ward.running():
        await is_at_the_first_bed(phone)
        old = await phone.card()
        await phone.taps("Next: S-015 ›")
    async with ward.running() as bot:
        await other.says("/open S-014")
        await other.taps("1")
        before = len(bot.recorded)
        await phone.taps_data(old.message_id, old.rows[1][0]["callback_data"])
        untouched = len(bot.recorded)
        await phone.says("/rounds")
        there = (await phone.card()).text
        await phone.taps("‹ S-014")
        told = (await phone.card()).text
        await phone.taps("EXCL03 Prior chest radiotherapy")
        await phone.taps("No")

        assert untouched == before
        assert there.startswith("PRACTICE · S-015")
        assert "ECOG: 1" in told
        assert bot.subjects[-1] == "S-014"
        assert (await phone.card()).text.startswith("PRACTICE · S-014")
