"""Fuzzes the reader of labs, guided by coverage: `make fuzz`. Not part of the test suite.

Usage: python -m tests.fuzz.labs [libFuzzer options] CORPUS_FOLDER
"""

import re
import sys
import time
import unicodedata
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["ectrial.labs"]):
    from ectrial.facts import Facts
    from ectrial.labs.lab_reading import LabReading
    from ectrial.labs.reader import reader_of
    from ectrial.labs.sampling_days import sampling_days
    from ectrial.trial.truth_of_values import truth_under
from ectrial.quantity import Quantity
from ectrial.trial.versions import shipped

TRIAL = shipped().default
ITEMS = TRIAL.vocabulary
READER = reader_of(ITEMS)
FRAGMENTS = Path(__file__).parents[1] / "data" / "lab_fragments.txt"
CARDS = (
    None,
    "hemoglobin",
    "total_bilirubin",
    "total_bilirubin_uln",
    "hbv_dna",
    "hbsag",
    "ecog",
    "life_expectancy",
    "weight",
    "anc",
    "creatinine_clearance",
)
KNOWN = Facts(
    {
        "total_bilirubin_uln": Quantity(Decimal(23), "umol/L"),
        "wbc": Quantity(Decimal("5.2"), "10*9/L"),
    }
)
SLOWEST = 0.05
"""Seconds of processor time, and as many again for each 1000 characters: instrumented code."""

STATUSES = ("value", "ask_unit", "ask", "confirm", "reject", "unread")
FACTORS = (1, Fraction(1, 2), Fraction("0.45359237"), 10_000)
"""Beside the number itself: 斤, lb and 万."""

DIGITS = re.compile(r"[0-9]+(?:[.,][0-9]+)*")
WORDS = re.compile(r"half|半年|[一二两三四五六七八九十]+|[a-z]{3,6}")
ENGLISH = ["one", "two", "three", "four", "five", "six", "seven", "eight"]
ENGLISH += ["nine", "ten", "eleven", "twelve"]
CHINESE = "一二三四五六七八九十"


def one_input(data: bytes) -> None:
    """Read one text on one card; the first byte chooses the card and what is known."""
    if not data:
        return
    text = data[1:].decode("utf-8", "ignore")
    card, facts = CARDS[data[0] % len(CARDS)], KNOWN if data[0] & 0x80 else Facts()
    began = time.process_time()
    readings = READER.read(text, truth_under(TRIAL, facts), facts, card)
    sampling_days(text)
    spent = time.process_time() - began
    assert spent < SLOWEST * (1 + len(text) / 1000), (spent, len(text))
    values = [reading.item for reading in readings if reading.status == "value"]
    assert len(values) == len(set(values)), readings
    for reading in readings:
        check(reading, text)


def check(reading: LabReading, text: str) -> None:
    """Hold one reading against what every reading must be."""
    assert reading.status in STATUSES, reading
    assert (reading.item is None) == (reading.status == "unread"), reading
    assert (reading.why is not None) == (reading.status in ("ask", "reject")), reading
    assert (reading.value is not None) == (reading.status in ("value", "confirm")), reading
    assert reading.text in text, reading
    if isinstance(reading.value, Quantity):
        item = ITEMS[reading.item or ""]
        assert item.is_possible(reading.value), reading
        assert reading.status == "confirm" or item.is_plausible(reading.value), reading
        assert stands(reading.value.value, reading.text), reading


def stands(value: Decimal, quoted: str) -> bool:
    """Whether the number was typed, as digits or words, or is a factor away from them."""
    folded = unicodedata.normalize("NFKC", quoted).lower()
    digits = [found[0] for found in DIGITS.finditer(folded)]
    powers = {0, *(int(each) for each in digits if each.isdigit() and len(each) <= 2)}
    powers |= {int(each[-1]) for each in digits if each.isdigit()}  # 10⁴ is folded to 104
    powers |= {-power for power in powers}
    digits += re.findall("[0-9]+(?:[.][0-9]+)?", folded)  # a comma may also part two numbers
    numbers = {one for each in digits for one in (each.replace(",", ""), each.replace(",", "."))}
    typed = {Fraction(each) for each in numbers if each.count(".") <= 1} | {Fraction(1)}
    typed |= {Fraction(worth(found[0])) for found in WORDS.finditer(folded)}
    if Fraction(value) in typed:
        return True
    return any(
        Fraction(value) == number * factor * Fraction(10) ** power
        for number in typed
        for factor in FACTORS
        for power in powers
    )


def worth(word: str) -> int:
    """Give the number that a word means; 0, which the digits must show, if it means none."""
    if word in ("half", "半年"):
        return 6
    if word in ENGLISH:
        return ENGLISH.index(word) + 1
    tens, ten, ones = word.replace("两", "二").rpartition("十")
    if len(tens) > 1 or len(ones) > 1 or word[0] not in "一二两三四五六七八九十":
        return 0
    return 10 * (CHINESE.index(tens or "一") + 1) * bool(ten) + (
        CHINESE.index(ones) + 1 if ones else 0
    )


def prepare(folder: Path) -> Path:
    """Fill the corpus with the fragments of the tests; give a dictionary of what reports say."""
    folder.mkdir(parents=True, exist_ok=True)
    for number, line in enumerate(FRAGMENTS.read_text("utf-8").splitlines()):
        text = line.partition("=>")[0].strip().replace("\\n", "\n").replace("\\t", "\t")
        (folder / f"fragment{number}").write_bytes(bytes([number % len(CARDS)]) + text.encode())
    names = {name for item in ITEMS.values() for name in (*item.names.takes, *item.names.refuses)}
    units = {code for item in ITEMS.values() for code in item.units}
    words = folder.with_suffix(".dict")
    entries = (each.encode() for each in sorted(names | units))
    lines = ("".join(f"\\x{byte:02x}" for byte in entry) for entry in entries)
    words.write_text("".join(f'"{line}"\n' for line in lines), "utf-8")
    return words


def main() -> None:
    """Fuzz with the corpus in the folder named last, until the other options say stop."""
    words = prepare(Path(sys.argv[-1]))
    one_input(b"\x00Hb 112")  # what is made once is not the first input's time
    atheris.Setup([*sys.argv[:-1], f"-dict={words}", sys.argv[-1]], one_input)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
