"""The drawing of the funnel says what its sheet says, within the width of a phone."""

import re
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ectrial.papers.funnel import Standing
from ectrial.papers.funnel_picture import MOST_LINES, funnel_svg
from ectrial.papers.funnel_sheet import Sheet, sheet_for_sponsor, sheet_of
from ectrial.wording.speech import speech

SAY = speech("en")
GOLDEN = Path(__file__).parents[2] / "data" / "funnel.svg"
TEXT = "{http://www.w3.org/2000/svg}text"
NUMBER = re.compile(r"(?:\d+ \+ )?(?:\d+|<5)(?: \(\d+\))?")
FEW = {
    Standing("SCREEN_FAILURE", "N", ("INCL05", "EXCL02")): 7,
    Standing("ENROLLED", "Y", approached=True, consent="SIGNED", signed=True): 5,
    Standing("IN_SCREENING", unopposed=True): 2,
}
ABOUT = ("EC-1 · site <1>", "All screenings")


def titles(criterion: str) -> str:
    return f"{criterion} in words & signs"


def read_texts(svg: str) -> list[tuple[str, dict[str, str]]]:
    """Give each text with where it stands."""
    drawing = ElementTree.fromstring(svg)  # noqa: S314 - written here
    return [(each.text or "", each.attrib) for each in drawing.iter(TEXT)]


def read_back(svg: str) -> list[tuple[str, str]]:
    """Give what stands in each line: the words, and the number at its end."""
    texts: dict[str, list[str]] = {}
    for text, at in read_texts(svg):
        texts.setdefault(at["y"], []).append(text)
    found = []
    for words in texts.values():
        number = next((each for each in words if NUMBER.fullmatch(each)), "")
        found.append((" ".join(each for each in words if each != number), number))
    return found


def judge_svg(svg: str, sheet: Sheet) -> None:
    """Complain unless each number of the sheet stands beside its words, and none else."""
    found = read_back(svg)
    numbers = [number for _, number in found if number]
    steps = [(step.label, step.count) for step in sheet.steps]
    assert [each for each in found if each[1]][: len(steps)] == steps
    told = sheet.lines if len(sheet.lines) <= MOST_LINES else sheet.lines[: MOST_LINES - 1]
    counts = [f"{each.count} ({each.anywhere})" if each.anywhere else each.count for each in told]
    assert numbers[len(steps) :][: len(counts)] == counts
    whole = sum(each.size for each in sheet.lines)
    if sheet.lines and "<5" not in numbers:
        assert sum(int(each.split()[0]) for each in numbers[len(steps) :]) == whole


def test_the_drawing_is_the_one_that_was_looked_at() -> None:
    svg = funnel_svg(sheet_of(FEW, ABOUT, titles, SAY), SAY)

    assert svg == GOLDEN.read_text("utf-8")


standings = st.dictionaries(
    st.builds(
        Standing,
        st.sampled_from(("SCREEN_FAILURE", "DECLINED", "ENROLLED", "OTHER", "IN_SCREENING")),
        st.sampled_from(("Y", "N", "PENDING")),
        st.lists(st.integers(1, 30).map("INCL{:02}".format), unique=True, max_size=3).map(tuple),
        approached=st.booleans(),
        consent=st.sampled_from(("NOT_ASKED", "SIGNED", "WITHDRAWN")),
    ),
    st.integers(1, 200),
    max_size=30,
)


@given(standings, st.sampled_from((sheet_of, sheet_for_sponsor)))
def test_numbers_are_read_back_beside_their_words(
    found: dict[Standing, int], written: Callable[..., Sheet]
) -> None:
    sheet = written(found, ABOUT, titles, SAY)

    judge_svg(funnel_svg(sheet, SAY), sheet)


@pytest.mark.parametrize(
    ("told", "wrong"),
    [(">14<", ">15<"), (">7 (7)<", ">6 (7)<"), ("Eligible", "Approached"), (">0 (7)<", "><")],
)
def test_the_judge_complains_of_a_seeded_fault(told: str, wrong: str) -> None:
    sheet = sheet_of(FEW, ABOUT, titles, SAY)
    svg = funnel_svg(sheet, SAY)
    judge_svg(svg, sheet)

    with pytest.raises(AssertionError):
        judge_svg(svg.replace(told, wrong), sheet)
