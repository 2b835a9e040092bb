"""The worksheet as PDF, read back by a library that did not write it."""

import ctypes
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from itertools import count
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium
import pytest

from bot.papers.pdf import pdf_of
from conversations.free_text import LONGEST
from ectrial.papers.screening_file import ScreeningFile, screening_files
from ectrial.papers.worksheet.sheet import worksheet
from ectrial.record.entries import Kind
from ectrial.text import LANGUAGES, Language
from ectrial.wording.speech import speech
from tests.ectrial.papers.test_screening_file import EC, TRIALS
from tests.ectrial.papers.told import HEAD, WORDS, Told
from tests.ectrial.papers.whole import TEAM, told_whole

MADE = datetime(2026, 11, 24, 3, 30, tzinfo=UTC)


def file_of(told: Told) -> ScreeningFile:
    (file,) = screening_files([tuple(told.entries)], TRIALS, replace(WORDS, names=TEAM))
    return file


def printed(told: Told, language: Language) -> bytes:
    sheet = worksheet(file_of(told), speech(language), "site")
    return paged([sheet], language)


def paged(sheets: list[dict[str, Any]], language: Language) -> bytes:
    return pdf_of("worksheet", {"sheets": sheets, "none": "None."}, "Worksheet", language, MADE)


def pages(data: bytes) -> list[str]:
    """Read each page as one line: where lines end is a matter of the looks."""
    document = pypdfium2.PdfDocument(data)
    texts = [page.get_textpage().get_text_bounded() for page in document]
    return [re.sub(r"\s+", " ", text) for text in texts]


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


def fonts(data: bytes) -> Iterator[tuple[str, bool]]:
    """Give each font by name, and whether its glyphs are in the file."""
    for page in pypdfium2.PdfDocument(data):
        for each in page.get_objects([pdfium.FPDF_PAGEOBJ_TEXT], max_depth=9):
            font = pdfium.FPDFTextObj_GetFont(each.raw)
            name = ctypes.create_string_buffer(200)
            pdfium.FPDFFont_GetBaseFontName(font, name, 200)
            yield name.value.decode(), pdfium.FPDFFont_GetIsEmbedded(font) == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_worksheet_says_all_of_a_screening_in_three_pages(language: Language) -> None:
    told = told_whole()

    data = printed(told, language)

    read = pages(data)
    whole = squeezed("".join(read))
    assert len(read) <= 3
    for criterion in EC.criteria:
        assert criterion.id in whole
        assert squeezed(criterion.verbatim) in whole
    ends = {"en": "Page {} of {}", "zh": "第 {} 页，共 {} 页"}[language]
    confirms = {"en": "the investigator confirms", "zh": "须由研究者确认"}[language]
    for number, page in enumerate(read, start=1):
        assert HEAD in page
        assert confirms in page
        assert ends.format(number, len(read)) in page
    again = {"en": "3rd WBC in 14 days", "zh": "白细胞 14 天内第 3 次"}[language]
    stands = {"en": "meets all listed criteria · stands", "zh": "符合所列全部标准 · 有效"}[
        language
    ]
    for words in (
        again,
        stands,
        "ULN50U/L",
        "2026-11-20",
        "×10⁹/L",
        "王喆",
        "已核对医嘱",
        "O'Neil",
    ):
        assert squeezed(words) in whole, words


def test_it_is_tagged_says_that_it_is_archival_and_has_its_fonts_in_it() -> None:
    data = printed(told_whole(), "zh")

    document = pypdfium2.PdfDocument(data)
    assert pdfium.FPDFCatalog_IsTagged(document)
    tree = pdfium.FPDF_StructTree_GetForPage(document[0])
    assert pdfium.FPDF_StructTree_CountChildren(tree) > 0
    assert b"<pdfaid:part>2</pdfaid:part>" in data
    assert b"<pdfaid:conformance>A</pdfaid:conformance>" in data
    used = set(fonts(data))
    assert {name.split("+")[-1].split("-")[0] for name, _ in used} >= {"NotoSansSC"}
    assert all(is_inside and "+Noto" in name for name, is_inside in used)


def test_the_same_record_gives_the_same_bytes() -> None:
    assert printed(told_whole(), "zh") == printed(told_whole(), "zh")


SHORT = (
    *("outcome", "mark", "page", "running", "prescreen", "day", "state", "ink"),
    *("head", "criteria_head", "facts", "none"),
)
"""Parts of a sheet that are a sign, a day or words of ours, or stand on every page."""
MOST = 12
"""How many lines each list has: of notes, answers, and what was said about an item."""
FULLEST = ("患者既往病历显示该检查在外院完成，报告待补。", "the report was taken elsewhere ", "x")


def lengthened(part: Any, filler: str, numbers: Iterator[int]) -> Any:
    """Give a part of a sheet with the longest texts, each with its number at both ends."""
    if isinstance(part, str):
        number = next(numbers)
        return f"B{number:04}{(filler * LONGEST)[: LONGEST - 10]}E{number:04}" if part else part
    if isinstance(part, dict):
        return {
            name: each if name in SHORT else lengthened(each, filler, numbers)
            for name, each in part.items()
        }
    if part and all(isinstance(each, str) for each in part):
        return [lengthened(part[0], filler, numbers) for _ in range(MOST)]
    return [lengthened(each, filler, numbers) for each in part[:2]]


@pytest.mark.long
@pytest.mark.parametrize("filler", FULLEST)
def test_nothing_that_anybody_wrote_is_lost_below_a_page_or_beside_it(filler: str) -> None:
    told = told_whole()
    told.tells(Kind.DEVIATION, {"day": "2026-11-24"}, text="late")
    whole: dict[str, Any] = {**worksheet(file_of(told), speech("zh"), "site")}
    rows = whole["criteria"][0]["rows"]
    fullest = {name: next((r[name] for r in rows if r[name]), ["-"]) for name in rows[0]}
    whole["criteria"][0]["rows"] = [fullest, fullest]
    numbers = count()
    sheet = lengthened(whole, filler, numbers)
    sheet["facts"] = [[label, lengthened(told, filler, numbers)] for label, told in whole["facts"]]

    read = squeezed("".join(pages(paged([sheet], "zh"))))

    put = re.findall(r"B\d{4}.*?E\d{4}", str(sheet))
    assert len(put) > 8 * MOST
    assert [each for each in put if each[:5] not in read or each[-5:] not in read] == []
    # a text may go on behind what another column has on the page
    assert Counter(read) >= Counter(squeezed("".join(put)))


MILLIMETRE = 72 / 25.4
SECOND_COLUMN = (15 + 22) * MILLIMETRE, (15 + 22 + 79) * MILLIMETRE


@pytest.mark.parametrize("word", ["x" * 290, "https://example.org/" + "w" * 270])
def test_a_word_without_a_blank_stays_in_its_column(word: str) -> None:
    sheet: dict[str, Any] = {**worksheet(file_of(told_whole()), speech("en"), "site")}
    first = sheet["criteria"][0]["rows"][0]
    sheet["criteria"] = [{**sheet["criteria"][0], "rows": [{**first, "notes": [word]}]}]

    data = paged([sheet], "en")

    (page,) = [each for each in pypdfium2.PdfDocument(data) if word[-3:] in drawn_on(each)]
    text = page.get_textpage()
    begin = squeezed_at(text, word)
    boxes = [text.get_charbox(n) for n in begin]
    assert SECOND_COLUMN[0] <= min(left for left, *_ in boxes)
    assert max(right for _, _, right, _ in boxes) <= SECOND_COLUMN[1]


def drawn_on(page: pypdfium2.PdfPage) -> str:
    return str(page.get_textpage().get_text_bounded())


def squeezed_at(text: pypdfium2.PdfTextPage, word: str) -> list[int]:
    """Give where each letter of a word stands in the text of a page, over its ends of lines."""
    letters = [(n, text.get_text_range(n, 1)) for n in range(text.count_chars())]
    inked = [(n, letter) for n, letter in letters if letter.strip()]
    at = "".join(letter for _, letter in inked).index(word)
    return [n for n, _ in inked[at : at + len(word)]]


TYPED = [
    '#import "@preview/x:1.0.0"; #panic("x") $x^2$ *a* _b_ `c` \\ ] } " \\u{41} <l> @l = h // /*',
    "https://example.org \U0001f600 a\u202eb\x00c\nsecond line",
]


@pytest.mark.parametrize("typed", TYPED)
def test_what_was_typed_is_printed_as_it_was_typed(typed: str) -> None:
    told, sheet = told_whole(), dict[str, Any]()
    sheet |= worksheet(file_of(told), speech("en"), "site")
    sheet["notes"] = {"title": typed, "rows": [typed]}

    read = squeezed(" ".join(pages(paged([sheet], "en"))))

    shown = typed.replace("\U0001f600", "[U+1F600]").replace("\u202e", "[U+202E]")
    assert read.count(squeezed(shown.replace("\x00", "[U+0000]"))) == 2
