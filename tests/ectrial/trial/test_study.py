"""A registry's days are taken as far as it gives them, and it may give none."""

from datetime import date
from pathlib import Path

import pytest

from ectrial.trial.protocol import Protocol
from ectrial.trial.protocol_file import load_protocol
from ectrial.trial.verdict import assess
from ectrial.wording.advisories import advise
from ectrial.wording.speech import speech
from ectrial.yaml_file import SourceError
from tests.ectrial.toy import ITEMS, TOY, facts
from tests.tables import of_each

TEXT = (TOY / "sleep.yaml").read_text("utf-8")
END = "  end_date: 2031-01-01\n"


def trial(folder: Path, end: str) -> Protocol:
    file = folder / "trial.yaml"
    file.write_text(TEXT.replace(END, end), "utf-8")
    return load_protocol(file, ITEMS)


@pytest.mark.parametrize(
    ("written", "last"),
    [
        ("2031", date(2031, 12, 31)),
        ("2032-02", date(2032, 2, 29)),
        ("2031-02-27", date(2031, 2, 27)),
    ],
)
def test_a_listing_is_over_after_the_last_day_that_may_be_its_end(
    tmp_path: Path, written: str, last: date
) -> None:
    study = trial(tmp_path, f"  end_date: {written}\n").study

    assert study.end_date is not None
    assert study.end_date.written == written
    assert not study.is_over(last)
    assert study.is_over(date.fromordinal(last.toordinal() + 1))


def test_a_listing_without_an_end_is_never_over(tmp_path: Path) -> None:
    protocol = trial(tmp_path, "")
    verdict = assess(protocol, facts(), date.max)

    assert not protocol.study.is_over(date.max)
    assert "listing_ended" not in [each.code for each in advise(verdict, speech("en"))]


@of_each("written", ["2031-13", "2031-02-30", "31-02-27", "2031-2", "May", "[]"])
def test_what_is_no_day_is_refused_with_how_to_write_one(tmp_path: Path, written: str) -> None:
    with pytest.raises(SourceError, match=r"trial.yaml:16: study.end_date: .*2025-09 or 2025"):
        trial(tmp_path, f"  end_date: {written}\n")
