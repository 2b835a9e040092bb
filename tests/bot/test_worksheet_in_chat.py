"""The worksheet over HTTP: the PDF that comes, and what the record notes of it."""

import pypdfium2
import pytest

from ectrial.record.entries import Kind
from ectrial.record.exports import export_of
from tests.bot.running import Running
from tests.bot.test_screening_log import FAILS, does, files
from tests.phone import Phone


@pytest.mark.long
async def test_a_worksheet_comes_as_pdf_and_is_noted(bot: Running, phone: Phone) -> None:
    await does(phone, *FAILS, "/worksheet", "[Site: PDF]")

    ((name, data),) = await files(phone)
    document = pypdfium2.PdfDocument(data)
    read = "".join(page.get_textpage().get_text_bounded() for page in document)
    assert name.startswith("PRACTICE_worksheet_EC-CRT-003_S-014_site_20")
    assert "S-014" in read
    assert "Not eligible" in read
    (noted,) = (each.said for each in bot.ledger.entries() if each.said.kind is Kind.EXPORTED)
    assert (export_of(noted).format, export_of(noted).of) == ("pdf", 1)
