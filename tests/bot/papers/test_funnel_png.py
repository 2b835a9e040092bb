"""The funnel as a picture: every character is drawn, within its room, and always the same."""

import struct
from datetime import UTC
from functools import cache
from pathlib import Path

from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st

from bot.papers.fonts import FOLDER, characters, printable
from bot.papers.funnel import drawn
from bot.serving.drawing import files_of
from conversations.focus import Focus
from conversations.turn import Document, Turn
from ectrial.papers.drawn_text import width_of
from ectrial.papers.funnel import Standing
from ectrial.papers.funnel_picture import EDGE, WIDTH, funnel_svg
from ectrial.papers.funnel_sheet import OTHERS, Sheet, sheet_for_sponsor, sheet_of
from ectrial.record.exports import Export
from ectrial.text import LANGUAGES
from ectrial.trial.versions import shipped
from ectrial.wording.speech import speech
from tests.ectrial.ledger.samples import TRIAL
from tests.ectrial.ledger.test_papers import told
from tests.ectrial.papers.test_funnel_picture import TEXT, overflowing, read_texts, sheets

FAILED = [Standing("SCREEN_FAILURE", "N", (each.id,)) for each in shipped().default.criteria]
OTHER = [Standing(each) for each in OTHERS if each != "MERGED"]  # type: ignore[arg-type]
ALL = dict.fromkeys([*FAILED, *OTHER, Standing("ENROLLED", "Y", consent="SIGNED", part="A")], 9)


def drawings() -> list[str]:
    """Draw the funnel with all that it may say, in each language, for each who reads it."""
    found = []
    for say in map(speech, LANGUAGES):
        for trial in map(shipped().current, shipped().ids):
            titles = {each.id: say.text(each.title) for each in trial.criteria}
            about = (f"{trial.id} · site-1", say("for the sponsor"))
            for written in (sheet_of, sheet_for_sponsor):
                sheet = written(ALL, about, lambda each, of=titles: of.get(each, each), say)
                found.append(funnel_svg(sheet, say))
    return found


@cache
def advances() -> dict[str, float]:
    """Give how far each character takes a line in any font, in hundredths of its size."""
    found: dict[str, float] = {}
    for path in FOLDER.glob("*.ttf"):
        font = TTFont(path)
        wide, per = font["hmtx"], font["head"].unitsPerEm
        for code, name in font.getBestCmap().items():
            found[chr(code)] = max(found.get(chr(code), 0), wide[name][0] * 100 / per)
    return found


def test_no_character_of_any_font_is_wider_than_it_is_counted() -> None:
    assert not [each for each, wide in advances().items() if wide > width_of(each, 100)]


def test_each_character_is_in_the_fonts_and_no_text_is_wider_than_its_room() -> None:
    for svg in drawings():
        assert set(svg) - {"\n"} <= characters()
        for text, at in read_texts(svg):
            width = sum(advances()[each] for each in text) * int(at["font-size"]) / 100
            begin = float(at["x"]) - (width if "text-anchor" in at else 0)
            assert EDGE <= begin < begin + width <= WIDTH - EDGE, text


@given(sheets(st.text(max_size=60)))
def test_what_no_font_has_finds_room_as_what_is_drawn_for_it(sheet: Sheet) -> None:
    svg = funnel_svg(sheet, speech("en"), printable)

    assert printable(svg) == svg
    assert not overflowing(svg, sheet)


def test_equal_drawings_give_equal_pictures_as_sharp_as_a_phone() -> None:
    svg = (Path(__file__).parents[2] / "data" / "funnel.svg").read_text("utf-8")

    picture = drawn(svg)

    assert picture.startswith(b"\x89PNG")
    assert struct.unpack(">II", picture[16:24]) == (3 * WIDTH, 3 * 698)
    assert picture == drawn(svg)


def test_what_no_font_has_is_drawn_by_its_number() -> None:
    def said(words: str) -> bytes:
        return drawn(
            f'<svg xmlns="{TEXT[1:-5]}" width="90" height="20" font-family="Noto Sans SC">'
            f'<text x="2" y="15" font-size="12">{words}</text></svg>'
        )

    assert said("\U0001f600") == said("[U+1F600]") != said("")
    assert said("⁹") != said("")


def test_in_the_chat_it_is_a_photo_that_is_made_when_it_is_sent(tmp_path: Path) -> None:
    document = Document("funnel", "Funnel", export=Export("png", "site", 9))
    with told(tmp_path / "record.db") as ledger:
        turn = Turn(Focus(), documents=(document,))

        (photo,) = files_of(turn, ledger, TRIAL, UTC, speech("en"), shipped(), is_practice=False)

        assert photo.is_photo
        assert photo.make is not None
        assert photo.make().startswith(b"\x89PNG")
