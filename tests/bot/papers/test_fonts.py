"""The fonts of papers have every character that the program says; others are shown by number."""

from unicodedata import category

import pytest
from fontTools.ttLib import TTFont

from bot.papers.fonts import CHARACTERS, FAMILIES, FOLDER, characters, printable
from bot.papers.pdf import TEMPLATES
from tests.paper_fonts import UNSEEN, characters_of_sentences


def test_every_character_of_sentences_trials_and_templates_is_in_the_fonts() -> None:
    templates = {each for path in TEMPLATES.glob("*.typ") for each in path.read_text("utf-8")}

    assert characters_of_sentences() | templates - {"\n"} <= characters()


def test_the_list_of_characters_is_what_the_fonts_have() -> None:
    fonts = [TTFont(path) for path in sorted(FOLDER.glob("*.ttf"))]

    has = {chr(code) for font in fonts for code in font.getBestCmap()}
    # a font also has the mirrored form of a sign, by itself
    assert characters() <= has
    assert not [each for each in characters() if category(each) in UNSEEN]
    assert {font["name"].getDebugName(1) for font in fonts} == {*FAMILIES}
    assert CHARACTERS.stat().st_size < 40_000


def test_the_licence_of_the_fonts_lies_beside_them() -> None:
    told = (FOLDER / "OFL.txt").read_text("utf-8")

    assert all(f"\n{family}: Copyright" in told for family in FAMILIES)
    assert "SIL OPEN FONT LICENSE Version 1.1" in told


@pytest.mark.parametrize(
    ("typed", "shown"),
    [("王喆 镕", "王喆 镕"), ("\U0001f600", "[U+1F600]"), ("a\u202eb\x07", "a[U+202E]b[U+0007]")],
)
def test_what_the_fonts_lack_is_shown_by_its_number(typed: str, shown: str) -> None:
    assert printable(typed) == shown
