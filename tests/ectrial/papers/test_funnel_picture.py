"""The drawing of the funnel says what its sheet says, within the width of a phone."""

import re
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ectrial.papers.drawn_text import width_of
from ectrial.papers.funnel import Standing
from ectrial.papers.funnel_picture import EDGE, MOST_LINES, WIDTH, funnel_svg
from ectrial.papers.funnel_sheet import Line, Sheet, Step, sheet_for_sponsor, sheet_of
from ectrial.text import LANGUAGES, Language
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
    steps = [each for each in found if each[1]][: len(sheet.steps)]
    assert [count for _, count in steps] == [step.count for step in sheet.steps]
    # a long label goes on in the next line
    for (begun, _), step in zip(steps, sheet.steps, strict=True):
        assert begun
        assert step.label.startswith(begun)
    told = sheet.lines if len(sheet.lines) <= MOST_LINES else sheet.lines[: MOST_LINES - 1]
    counts = [f"{each.count} ({each.anywhere})" if each.anywhere else each.count for each in told]
    assert numbers[len(steps) :][: len(counts)] == counts
    whole = sum(each.size for each in sheet.lines)
    if sheet.lines and "<5" not in numbers:
        assert sum(int(each.split()[0]) for each in numbers[len(steps) :]) == whole


def test_the_drawing_is_the_one_that_was_looked_at() -> None:
    svg = funnel_svg(sheet_of(FEW, ABOUT, titles, SAY), SAY)

    assert svg == GOLDEN.read_text("utf-8")


def test_what_is_merged_in_one_line_says_which_of_the_two_counts_it_tells() -> None:
    many = {Standing("SCREEN_FAILURE", "N", (f"INCL{n:02}", "EXCL02")): 1 for n in range(1, 22)}

    for_site = read_back(funnel_svg(sheet_of(many, ABOUT, titles, SAY), SAY))
    for_sponsor = {Standing("SCREEN_FAILURE", "N", (f"INCL{n:02}",)): 5 for n in range(1, 22)}
    merged = read_back(funnel_svg(sheet_for_sponsor(for_sponsor, ABOUT, titles, SAY), SAY))

    assert ("13 more, first reasons together", "12") in for_site
    assert ("12 more, together", "60") in merged


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


numbers = st.integers(0, 10**7)
counts = st.builds("{}{}".format, st.sampled_from(("", "12 + ")), numbers)


def sheets(texts: st.SearchStrategy[str]) -> st.SearchStrategy[Sheet]:
    """Draw sheets that say anything whatever."""
    kinds = st.sampled_from(("way", "aside", "beside"))
    steps = st.builds(Step, texts, counts, kinds, texts | st.just(""))
    lines = st.builds(Line, texts, texts, counts, counts | st.just(""), numbers)
    some = st.lists(texts, max_size=3).map(tuple)
    return st.builds(
        Sheet,
        texts,
        some,
        st.lists(steps, max_size=6).map(tuple),
        texts,
        st.lists(lines, max_size=12).map(tuple),
        some,
    )


Four = tuple[float, float, float, float]


def overflowing(svg: str, sheet: Sheet) -> list[str]:
    """Name each text that is out of its room: of its box, of the picture, or upon another."""
    drawing = ElementTree.fromstring(svg)  # noqa: S314 - written here
    _, *shapes = drawing.iter(TEXT.replace("text", "rect"))
    boxes = [_four(each) for each in shapes if each.get("rx")]
    assert len(boxes) == len(sheet.steps)
    assert all(x + wide <= WIDTH - EDGE for x, _, wide, _ in map(_four, shapes)), "a bar"
    taken: list[Four] = []
    found = []
    for text, at in read_texts(svg):
        size, x, y = int(at["font-size"]), float(at["x"]), float(at["y"])
        wide = width_of(text, size)
        left = x - wide if "text-anchor" in at else x
        # how far letters reach above and below their line
        mine = left, y - 0.8 * size, left + wide, y + 0.25 * size
        rooms = [(bx + 8, by, bx + w - 8, by + h) for bx, by, w, h in boxes if by < y < by + h]
        room = rooms[0] if rooms else (EDGE, 0, WIDTH - EDGE, float(drawing.attrib["height"]))
        if not _is_within(mine, room) or any(_touch(mine, each) for each in taken):
            found.append(text)
        taken.append(mine)
    return found


def _four(shape: ElementTree.Element) -> Four:
    x, y, width, height = (float(shape.attrib[each]) for each in ("x", "y", "width", "height"))
    return x, y, width, height


def _is_within(mine: Four, room: Four) -> bool:
    return room[0] <= mine[0] and room[1] <= mine[1] and mine[2] <= room[2] and mine[3] <= room[3]


def _touch(one: Four, other: Four) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


WORDS = st.text("Cohort 1:·（每位受试者）INCL—…→≤x", max_size=120)


@given(sheets(WORDS), st.sampled_from(LANGUAGES))
def test_every_text_is_whole_and_neither_wider_than_its_room_nor_below_its_box(
    sheet: Sheet, language: Language
) -> None:
    svg = funnel_svg(sheet, speech(language))

    assert not overflowing(svg, sheet)
    drawn = signs("".join(text for text, _ in read_texts(svg)))
    told = [sheet.title, *sheet.about, *sheet.notes, sheet.table if sheet.lines else ""]
    of_lines = [line.words for line in sheet.lines[: MOST_LINES - 1]]
    of_steps = [text for step in sheet.steps for text in (step.label, step.note)]
    assert not [each for each in (*told, *of_lines, *of_steps) if signs(each) not in drawn]


def signs(text: str) -> str:
    return "".join(text.split())


def test_a_trial_of_many_parts_says_what_entered_each_in_lines_that_end_with_a_part() -> None:
    of_parts = {
        Standing("ENROLLED", "Y", consent="SIGNED", part=f"Cohort{number}"): 12
        for number in range(1, 7)
    }
    sheet = sheet_of(of_parts, ABOUT, titles, SAY)

    svg = funnel_svg(sheet, SAY)

    assert not overflowing(svg, sheet)
    assert [text for text, _ in read_texts(svg) if "Cohort" in text] == [
        "Cohort1: 12 · Cohort2: 12 · Cohort3: 12 ·",
        "Cohort4: 12 · Cohort5: 12 · Cohort6: 12",
    ]


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
