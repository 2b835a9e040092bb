"""Makes the fonts that papers carry, parts of Noto fonts: `python -m tests.paper_fonts TTF…`

They are made once and shipped in `bot/papers/fonts/`, with their licence; a test says when a
sentence needs a character that none of them has. TTF are the static regular faces of Noto Sans SC,
Noto Sans, Noto Sans Symbols 2, Noto Sans Math and Noto Emoji, as their packages for the web carry
them; a character is taken from the first that has it.
"""

import ast
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from unicodedata import category

from fontTools import subset
from fontTools.ttLib import TTFont

from bot.papers.fonts import CHARACTERS, FOLDER
from ectrial.wording.speech import FOLDER as CATALOGUES

ECTRIAL = CATALOGUES.parent
# Latin with accents, Greek, Cyrillic, punctuation, raised and lowered digits, arrows, signs of
# mathematics, forms as wide as a Chinese character
BLOCKS = (
    *((0x20, 0x180), (0x384, 0x3D0), (0x401, 0x452), (0x2010, 0x2028), (0x2030, 0x2044)),
    *((0x2070, 0x209D), (0x20A0, 0x20C0), (0x2100, 0x2150), (0x2150, 0x2180), (0x2190, 0x219A)),
    *((0x2200, 0x2266), (0x2460, 0x2474), (0x2500, 0x2580), (0x25A0, 0x25D0), (0x2610, 0x2613)),
    *((0x3000, 0x3020), (0xFF01, 0xFF5F), (0xFFE0, 0xFFE6)),
)
BEYOND = Path(__file__).parent / "data" / "hanzi_beyond_gb2312.txt"
"""The characters of the state's table of 2013 that GB 2312 lacks: many stand in names."""
UNSEEN = ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")
"""What nobody sees; some of it turns the order of letters around. No font has it."""
CHOOSING_A_LOOK = "\ufe0e\ufe0f"


def characters_of_sentences() -> set[str]:
    """Give every character of the catalogue, of the shipped trials, and of what words them."""
    files = (CATALOGUES / "zh.po", *ECTRIAL.glob("protocols/**/*.yaml"))
    modules = (*CATALOGUES.glob("*.py"), *ECTRIAL.glob("papers/worksheet/*.py"))
    texts = [file.read_text("utf-8") for file in files]
    texts += [text for module in modules for text in _texts_in(module)]
    seen = {each for text in texts for each in text if category(each) not in UNSEEN}
    return seen - {*CHOOSING_A_LOOK}


def _texts_in(module: Path) -> Iterator[str]:
    """Give the texts in the code of a module, such as signs and units."""
    for node in ast.walk(ast.parse(module.read_text("utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def wanted() -> set[str]:
    """Give every character that the fonts are to have."""
    of_blocks = {chr(code) for begin, end in BLOCKS for code in range(begin, end)}
    hanzi = {
        bytes((high, low)).decode("gb2312", "ignore")
        for high in range(0xA1, 0xF8)
        for low in range(0xA1, 0xFF)
    } - {""}
    found = of_blocks | hanzi | set(BEYOND.read_text("utf-8").strip()) | characters_of_sentences()
    return {each for each in found if category(each) not in UNSEEN}


def main(paths: Iterable[str]) -> None:
    left = wanted()
    for path in map(Path, paths):
        known = TTFont(path).getBestCmap()
        has = {each for each in left if ord(each) in known}
        left -= has
        target = FOLDER / f"{path.name.split('_')[0]}.ttf"
        _part_of(path, has, target)
        sys.stdout.write(f"{target.name}: {len(has)} characters, {target.stat().st_size} bytes\n")
    with CHARACTERS.open("w", encoding="utf-8", newline="\n") as file:
        file.write(f"{''.join(sorted(wanted() - left))}\n")
    sys.stdout.write(f"in none: {''.join(sorted(left & characters_of_sentences()))}\n")


def _part_of(path: Path, characters: set[str], target: Path) -> None:
    options = subset.Options(
        hinting=False,
        layout_features=["kern", "mark", "ccmp"],
        name_IDs=["*"],
        notdef_outline=True,
    )
    # the file tells when it was made, which would be another in each run
    with subset.load_font(str(path), options) as font:
        font.recalcTimestamp = False
        cut = subset.Subsetter(options)
        cut.populate(unicodes=map(ord, characters))
        cut.subset(font)
        subset.save_font(font, str(target), options)


if __name__ == "__main__":
    main(sys.argv[1:])
