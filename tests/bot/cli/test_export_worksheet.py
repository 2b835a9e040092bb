"""`ectrial export FILE.pdf`: the worksheet of one subject; of nobody it is refused."""

import sys
from pathlib import Path

import pypdfium2
import pytest

from bot.papers import pdf
from ectrial.record.exports import export_of
from tests.bot.cli.test_export import call, noted, screened, settings

__all__ = ["settings"]


def text_of(path: Path) -> str:
    document = pypdfium2.PdfDocument(path)
    return "".join(page.get_textpage().get_text_bounded() for page in document)


def test_a_worksheet_is_written_and_noted_and_equal_each_time() -> None:
    screened("S-001", "S-002")

    first = call("one.pdf", "--for", "site", "--subject", "S-002")
    call("other.pdf", "--for", "site", "--subject", "S-002")

    assert first.exit_code == 0, first.output
    assert "S-002" in text_of(Path("one.pdf"))
    assert "S-001" not in text_of(Path("one.pdf"))
    assert Path("one.pdf").read_bytes() == Path("other.pdf").read_bytes()
    one, _ = (export_of(entry.said) for entry in noted())
    assert (one.format, one.of) == ("pdf", 5)


def test_of_nobody_there_is_no_worksheet() -> None:
    screened("S-001")

    result = call("log.pdf", "--for", "site")

    assert (result.exit_code, noted()) == (2, [])
    assert "--subject: a worksheet is of one subject" in result.output


def test_a_sponsor_gets_no_worksheet_without_signed_consent() -> None:
    screened("S-001")
    screened("S-002", consented=True)

    none = call("none.pdf", "--for", "sponsor", "--subject", "S-001")
    call("one.pdf", "--for", "sponsor", "--subject", "S-002")

    assert (none.exit_code, len(noted())) == (2, 1)
    assert "no signed consent of S-001 stands" in none.output
    assert not [*Path().glob("none*")]
    assert "S-002" in text_of(Path("one.pdf"))


def test_without_the_library_it_is_said_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    # what Python itself looks at for a module that cannot be imported
    monkeypatch.setitem(sys.modules, pdf.LIBRARY, None)
    screened("S-001")

    result = call("one.pdf", "--for", "site", "--subject", "S-001")

    assert result.exit_code == 2
    assert "requirements-papers.lock" in result.output
    assert not Path("one.pdf").exists()
