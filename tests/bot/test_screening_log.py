"""The screening log over HTTP: the file that comes, and what the record notes of it."""

import csv
from io import BytesIO, StringIO

import openpyxl
import pytest

from bot.setup.start import now
from ectrial.record.entries import Kind
from ectrial.record.exports import export_of
from tests.bot.rings import rings_of
from tests.bot.running import Running
from tests.faults import FaultySandbox
from tests.phone import Phone

FAILS = ("/new S-014 M 58", "[1]", "[No]", "[Stop here]")
FILES = ("/log", "[As a file ›]", "[Site ›]")


async def does(phone: Phone, *steps: str) -> None:
    for step in steps:
        await (phone.taps(step[1:-1]) if step.startswith("[") else phone.says(step))


async def files(phone: Phone) -> list[tuple[str, bytes]]:
    sent = [each for each in await phone.messages() if "document" in each]
    return [(each["document"]["file_name"], await phone.file(each)) for each in sent]


def screened(data: bytes) -> list[str]:
    rows = csv.DictReader(StringIO(data.decode("utf-8-sig"), newline=""))
    return [f"{row['screening_no']} {row['first_failing_ietestcd']}" for row in rows]


@pytest.mark.long
async def test_log_comes_as_the_files_that_were_tapped(
    sandbox: FaultySandbox, bot: Running, phone: Phone
) -> None:
    rung = rings_of(sandbox)

    await does(phone, *FAILS, *FILES, "[CSV]", "[Excel]")

    (one, data), (other, book) = await files(phone)
    # what was asked for is silent, also where the card is not confirmed yet
    assert rung == []
    assert one.startswith("PRACTICE_screening_log_EC-CRT-003_site_20")
    assert other == one.replace(".csv", ".xlsx")
    assert screened(data) == ["S-014 INCL02"]
    head, row = openpyxl.load_workbook(BytesIO(book)).active.iter_rows(values_only=True)
    assert row[head.index("screening_no")] == "S-014"
    noted = [each.said for each in bot.ledger.entries() if each.said.kind is Kind.EXPORTED]
    assert [export_of(said).format for said in noted] == ["csv", "xlsx"]


@pytest.mark.long
async def test_log_of_practice_is_of_the_practice_record(
    sandbox: FaultySandbox, phone: Phone, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("real") / "x.db"
    async with Running(sandbox, path, is_practice=False, clock=now) as real:
        await does(phone, "/new S-001", "/practice", *FAILS, *FILES, "[CSV]")

        ((_, data),) = await files(phone)
        assert screened(data) == ["S-014 INCL02"]
        assert Kind.EXPORTED not in {each.said.kind for each in real.ledger.entries()}
