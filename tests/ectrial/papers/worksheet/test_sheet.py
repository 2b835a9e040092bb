"""What stands on a worksheet: each repeat of a lab, the open items, notes for whom they are."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from ectrial.papers.cdisc.laboratory import LabTests, samples
from ectrial.papers.cdisc.subjects import Subject
from ectrial.papers.fhir.observations import observations
from ectrial.papers.screening_file import ScreeningFile, screening_files
from ectrial.papers.worksheet.sheet import worksheet
from ectrial.record.conduct import TrialStatus
from ectrial.record.entries import Kind, Reason
from ectrial.record.exports import Recipient
from ectrial.record.notes import About, value_of
from ectrial.record.repeats import Repeat
from ectrial.wording.advisories import incomplete_words
from ectrial.wording.speech import speech
from tests.ectrial.papers.test_screening_file import DAY, EC, TRIALS, UNDER, screened
from tests.ectrial.papers.told import BEGIN, WORDS, Told
from tests.ectrial.papers.whole import TEAM, lab, told_whole


def file_of(told: Told) -> ScreeningFile:
    words = replace(WORDS, names=TEAM)
    (file,) = screening_files([tuple(told.entries)], TRIALS, words)
    return file


def sheet_of(told: Told, recipient: Recipient = "site") -> dict[str, Any]:
    return worksheet(file_of(told), speech("en"), recipient)


def texts(sheet: object) -> Iterator[str]:
    if isinstance(sheet, str):
        yield sheet
    elif isinstance(sheet, dict | list | tuple):
        for each in sheet.values() if isinstance(sheet, dict) else sheet:
            yield from texts(each)


def repeated(told: Told) -> list[tuple[str, str, str]]:
    rows = sheet_of(told)["repeats"]["rows"]
    return [(row["which"], row["value"], row["counts"]) for row in rows]


def criterion(sheet: dict[str, Any], name: str) -> dict[str, Any]:
    (found,) = (row for group in sheet["criteria"] for row in group["rows"] if row["id"] == name)
    return dict(found)


def test_every_sample_of_a_repeated_lab_stands_there_and_which_one_counts() -> None:
    told = screened({"wbc": lab("3.6", "10*9/L", "2026-11-06")})
    told.tells(Kind.ANSWERED, lab("4.4", "10*9/L", "2026-11-20"), item="wbc")
    # of an older sample, told last: it never counted
    told.tells(Kind.ANSWERED, lab("2.9", "10*9/L", "2026-11-10"), item="wbc")

    assert repeated(told) == [
        ("1st WBC", "WBC 3.6 ×10⁹/L < 4.0 ✗", ""),
        ("2nd WBC in 4 days", "WBC 2.9 ×10⁹/L < 4.0 ✗", ""),
        ("3rd WBC in 14 days", "WBC 4.4 ×10⁹/L ≥ 4.0 ✓", "counts"),
    ]


def test_a_corrected_day_is_no_repeat() -> None:
    told = screened({"wbc": lab("3.6", "10*9/L", "2026-11-06")})
    told.tells(Kind.CORRECTED, lab("3.6", "10*9/L", "2026-11-07"), item="wbc")

    assert repeated(told) == []


def test_a_lab_repeated_on_one_day_stands_there_in_every_paper_that_gives_samples() -> None:
    told = screened({"wbc": lab("5.2", "10*9/L", "2026-11-20")})
    again = lab("6.1", "10*9/L", "2026-11-20")
    told.tells(Kind.CORRECTED, again, item="wbc", reason=Reason.RESULT_REPEATED)
    mistaken = lab("6.2", "10*9/L", "2026-11-20")
    told.tells(Kind.CORRECTED, mistaken, item="wbc", reason=Reason.DATA_ENTRY_ERROR)
    file = file_of(told)

    assert [which for which, _, _ in repeated(told)] == ["1st WBC", "2nd WBC on one day"]
    labs = samples(Subject((file,)), LabTests())
    assert [row["LBORRES"] for row in labs] == ["5.2", "6.2"]
    assert [str(each["valueQuantity"]["value"]) for each in observations(file)] == ["5.2", "6.2"]


def test_an_open_criterion_says_what_would_settle_it_and_an_answer_its_source() -> None:
    told = screened({"wbc": lab("5.2", "10*9/L"), "alt": lab("35", "U/L")})
    told.tells(Kind.SOURCED, {"source": "lab_report", "items": ["wbc"]})
    told.tells(Kind.ANSWERED, {"value": "50", "unit": "U/L"}, item="alt_uln", source="S-999")

    sheet = sheet_of(told)

    (wbc,) = criterion(sheet, "INCL06A")["answers"]
    assert wbc.startswith(
        "WBC: 5.2 ×10⁹/L · sample 2026-11-20 · Lab report · 陈护士 (coordinator)"
    )
    assert criterion(sheet, "INCL06A")["settles"][0].startswith("→ ANC: ")
    (alt,) = criterion(sheet, "INCL06E")["answers"]
    assert "ULN 50 U/L · limit from the report of another subject" in alt
    assert not [text for text in texts(sheet) if "S-999" in text]


def test_a_sponsor_reads_no_note_of_the_site() -> None:
    told = told_whole()

    site, sponsor = sheet_of(told), sheet_of(told, "sponsor")

    for words in ("已核对医嘱", "Rheumatology", "患者住在外地", "Report says 9.2?"):
        assert [text for text in texts(site) if words in text]
        assert not [text for text in texts(sponsor) if words in text]
    assert sponsor["notes"]["rows"] == ["The notes of the team stay at the site."]


def test_a_sponsor_is_not_told_on_what_an_earlier_screening_failed() -> None:
    told = screened({"ecog": {"value": "1", "unit": "{score}"}})
    told.tells(Kind.RESCREENED, Repeat(1, 1, DAY, ("INCL06B",), 1).value)
    about = "repeats screening 1, failed on INCL06B"

    assert [text for text in texts(sheet_of(told)) if about in text]
    assert not [text for text in texts(sheet_of(told, "sponsor")) if "repeats" in text]


def test_a_note_of_one_person_alone_is_on_no_worksheet() -> None:
    told = Told(under=UNDER)
    value = value_of(About("screening"), "author", None)
    under = {"protocol_version": UNDER[1], "protocol_hash": UNDER[2]}
    told.tells(Kind.NOTE_WRITTEN, value, text="only mine", **under)

    assert not [text for text in texts(sheet_of(told)) if "only mine" in text]


def test_a_signature_over_other_content_is_superseded() -> None:
    first, last = sheet_of(told_whole())["signatures"]["rows"]

    assert (first["state"], last["state"]) == ("superseded", "stands")
    assert last["name"] == "王喆 (coordinator)"
    # by the clock of the site, as every other moment of the page
    assert re.fullmatch(r"2026-11-2\d\xa0\d\d:\d\d", last["at"])


def test_of_an_exclusion_it_says_whether_it_excludes() -> None:
    told = screened(
        {"thoracic_irradiation_history": "yes", "ecog": {"value": "1", "unit": "{score}"}}
    )

    sheet = sheet_of(told)

    assert criterion(sheet, "EXCL03")["result"] == "excludes"
    assert criterion(sheet, "INCL01")["result"] == "met"
    assert criterion(sheet_of(told_whole()), "EXCL03")["result"] == "does not exclude"


def test_what_cannot_be_read_is_not_judged_and_the_recorded_verdict_is_told() -> None:
    told = screened({"ecog": "x"}, (EC.id, "9", "ab")).judged({"verdict": "not_eligible"})

    sheet = sheet_of(told)

    assert sheet["criteria"] == []
    assert sheet["verdict"]["words"] == "⛔ Not eligible"
    assert "nothing is judged here" in sheet["verdict"]["lines"][0]


def test_each_sample_has_the_limit_of_its_time_and_is_compared_with_the_criterion() -> None:
    told = screened({"creatinine": lab("80", "umol/L", "2026-11-19")})
    told.tells(Kind.ANSWERED, {"value": "104", "unit": "umol/L"}, item="creatinine_uln")
    told.tells(Kind.ANSWERED, lab("0.95", "mg/dL", "2026-11-20"), item="creatinine")
    told.tells(Kind.ANSWERED, {"value": "1.2", "unit": "mg/dL"}, item="creatinine_uln")
    told.tells(Kind.ANSWERED, lab("3.6", "10*9/L", "2026-11-18"), item="wbc")
    told.tells(Kind.ANSWERED, lab("4.4", "10*9/L", "2026-11-20"), item="wbc")

    assert repeated(told) == [
        ("1st WBC", "WBC 3.6 ×10⁹/L < 4.0 ✗", ""),
        ("2nd WBC in 2 days", "WBC 4.4 ×10⁹/L ≥ 4.0 ✓", "counts"),
        ("1st Creatinine", "Creatinine 80 µmol/L ≤ 1.5×104 = 156 ✓ · ULN 104 µmol/L", ""),
        (
            "2nd Creatinine in 1 day",
            "Creatinine 0.95 mg/dL ≤ 1.5×1.2 = 1.8 ✓ · ULN 1.2 mg/dL",
            "counts",
        ),
    ]


def test_it_says_that_enrolment_is_paused_and_who_the_paper_is_of() -> None:
    halt = TrialStatus("paused", date(2026, 11, 20), "dose review", 9, BEGIN, 7, "pi")
    words = replace(WORDS, names=TEAM, halt=halt)
    (file,) = screening_files([tuple(told_whole().entries)], TRIALS, words)

    english = worksheet(file, speech("en"), "sponsor")
    chinese = worksheet(file, speech("zh"), "sponsor")

    assert english["verdict"]["halt"] == "⏸ Enrolment paused since 2026-11-20: do not enrol"
    assert "2026-11-20" in chinese["verdict"]["halt"]
    assert not [text for text in texts(english) if "dose review" in text]
    assert ["Sex", "Male"] in english["facts"]
    assert sheet_of(told_whole())["verdict"]["halt"] == ""


def test_a_stop_with_nothing_left_to_ask_is_no_stop_before_the_end() -> None:
    stopped = "Stopped before every criterion was asked about"
    failed = {"value": "3", "unit": "{score}"}
    whole = told_whole().tells(Kind.CORRECTED, failed, item="ecog").tells(Kind.STOPPED)

    assert "Not met: INCL01" in texts(sheet_of(whole))
    assert stopped not in texts(sheet_of(whole))
    assert stopped in texts(sheet_of(screened({"ecog": failed}).tells(Kind.STOPPED)))


@pytest.mark.parametrize("name", ["SBRT-OLIGO", "ESO-SHANGHAI-20"])
@pytest.mark.parametrize("answers", [{}, {"age": {"value": "x"}}])
def test_each_page_on_an_incomplete_list_says_so_as_the_card_does(
    name: str, answers: dict[str, Any]
) -> None:
    cut = TRIALS.current(name)
    told = screened(answers, (cut.id, cut.version, cut.fingerprint))

    for language, words in (("en", "criteria incomplete"), ("zh", "标准不完整")):
        sheet: Any = worksheet(file_of(told), speech(language), "site")

        assert words in sheet["title"]
        assert words in sheet["running"][0]
        assert incomplete_words(speech(language)) in sheet["verdict"]["advice"]
