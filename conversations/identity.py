"""The subject of a typed text: its codes, sex and age, compared with the open screening.

None of these are kept: a place holds only which of them differ, and a code that is on file.
"""

import re
import unicodedata
from dataclasses import dataclass

from conversations.case import Case
from conversations.labs import read_labs
from conversations.places import Differing
from conversations.same_person import YEARS_APART
from conversations.subject_codes import words_of
from conversations.subjects import last_screening
from ectrial.record.screenings import Screening

MOST_WORDS = 400
_SEX_WORD = r"(?:(?<![a-z])(?:(?:fe)?male|(?:wo)?man)(?![a-z])|[男女](?:性|(?!性)))"
_SEX = rf"(?P<sex>{_SEX_WORD}|(?<![a-z])[mf](?![a-z]))"
_AGE = r"(?P<age>[0-9]{1,3})"
_YEARS_OLD_UNIT = r"(?:周?岁|[ -]?years?[ -]old|[ -]?yrs?(?: old)?(?! ago)|[ -]?y/?o(?![a-z]))"
_YEARS = rf"(?:{_YEARS_OLD_UNIT}|[ -]?years?(?![ -]?ago)(?![a-z])|\s?y(?![a-z]))"
_RANGE = r"\s*(?:[-–~]|to\b|至)\s*[0-9]"
_REFERENCE = r"(?:ref|normal|range|limit|参考|正常)"
_BETWEEN = r"[\s,;:/]*"
_LABELLED_SEX = re.compile(rf"(?:性别|sex|gender)[\s:]*{_SEX}", re.IGNORECASE)
_LABELLED_AGE = re.compile(rf"(?:年龄|\bage)[\s:]*{_AGE}(?!\s*(?:个?月|天|mo|d))", re.IGNORECASE)
_YEARS_OLD = re.compile(rf"(?<![0-9.]){_AGE}\s*{_YEARS_OLD_UNIT}", re.IGNORECASE)
_BESIDE_AGE = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"{_SEX}{_BETWEEN}(?<![0-9.]){_AGE}\s*{_YEARS}",
        rf"(?<![0-9.]){_AGE}\s*{_YEARS}{_BETWEEN}{_SEX}",
    )
)
_HEAD = r"^\s*(?:(?:patient|pt\.?|患者|病人)[\s:,]*)?(?:[^\s,;:]*-[0-9]+[\s,;:]+)?"
_AT_THE_BEGINNING = tuple(
    re.compile(_HEAD + pattern, re.IGNORECASE)
    for pattern in (
        rf"{_SEX}{_BETWEEN}{_AGE}(?![0-9.]|{_RANGE})",
        rf"{_AGE}[\s/]*{_SEX}(?![/^*])",
    )
)
_FIRST_SEX = re.compile(rf"{_HEAD}{_SEX}\s*(?!{_REFERENCE})(?=[,;\n]|[^\W\d])", re.IGNORECASE)
_LOOSE_SEX = re.compile(rf"(?P<sex>{_SEX_WORD})", re.IGNORECASE)
_LIMITS = re.compile(
    rf"{_SEX_WORD}[\s:()]*(?:{_REFERENCE}|[<>≤≥]?\s*[0-9]+(?:\.[0-9]+)?(?!\s*{_YEARS}))",
    re.IGNORECASE,
)

_PERSON = (_LABELLED_SEX, *_BESIDE_AGE, *_AT_THE_BEGINNING, _FIRST_SEX)


@dataclass(frozen=True, slots=True)
class Doubt:
    """Why a text may be about another subject; `other` is the screening that its code names."""

    other: Screening | None
    differing: tuple[Differing, ...]


def doubt(case: Case, text: str, *, asks_identity: bool = False) -> Doubt | None:
    """Compare a text with the open screening; if the card asks for sex or age, ignore both."""
    plain = unicodedata.normalize("NFKC", text)
    others = [s for s in _on_file(case, plain) if s.id.subject != case.id.subject]
    differing: tuple[Differing, ...] = () if asks_identity else tuple(_differing(case, plain))
    if not others and not differing:
        return None
    return Doubt(others[0] if others else None, differing)


def without_codes(case: Case, text: str) -> str:
    """Give a text without codes that are on file, as a code is no result."""
    kept = text
    for written, _ in _codes_on_file(case, text):
        parts = r"[\s:：]*".join(map(re.escape, written))
        kept = re.sub(parts, " ", kept, count=1)
    return kept


def _on_file(case: Case, text: str) -> list[Screening]:
    """Give the screenings of the codes in a text, each once, without the voided ones."""
    found = {each.id: each for _, each in _codes_on_file(case, text)}
    return [screening for screening in found.values() if not screening.voided]


def _codes_on_file(case: Case, text: str) -> list[tuple[list[str], Screening]]:
    """Give each code on file with the words that it is written in: "S 014" is two."""
    words = _words(text)
    found = []
    for place in range(len(words)):
        if code := _code(case, words[place : place + 2]):
            screening = _meant(case, code[0])
            if screening is not None:
                found.append((words[place : place + code[1]], screening))
    return found


def _meant(case: Case, code: str) -> Screening | None:
    """Give the screening of a code, else of an easily confused code on file."""
    screening = last_screening(case.world, code)
    alike = () if screening else case.world.records.alike(case.trial.id, code)
    if not alike or case.id.subject in alike:
        return screening
    return last_screening(case.world, alike[0])


def _words(text: str) -> list[str]:
    return words_of(text.replace(":", " ").replace("：", " ").replace("_", "-"))[:MOST_WORDS]


def _code(case: Case, words: list[str]) -> tuple[str, int] | None:
    """Read the code that words begin with; one without a hyphen must not read as a lab."""
    found = case.world.codes.first([words[0].strip(":()[].#"), *words[1:]])
    if found is None:
        return None
    if "-" in words[0] or case.world.codes.pattern is not None:
        return found
    written = " ".join(words[: found[1]])
    return None if read_labs(case, written, None).lines else found


def _differing(case: Case, text: str) -> list[Differing]:
    found: list[Differing] = []
    sexes, ages = _told(text)
    sex = case.recorded("sex")
    if sex in ("male", "female") and sexes and sex not in sexes:
        found.append("sex")
    age = case.facts.quantity("age")
    if ages and age and not any(abs(each - age.value) <= YEARS_APART for each in ages):
        found.append("age")
    return found


def _told(text: str) -> tuple[set[str], list[int]]:
    """Give each sex and age that a text states of a person; reference ranges do not count."""
    found = [m for p in _PERSON if (m := p.search(text))]
    ages = [int(m["age"]) for p in (_LABELLED_AGE, _YEARS_OLD) for m in p.finditer(text)]
    ages += [int(m["age"]) for m in found if m.groupdict().get("age")]
    sexes = [m["sex"] for m in found if m.groupdict().get("sex")]
    if not sexes and not _LIMITS.search(text):
        sexes = [m["sex"] for m in _LOOSE_SEX.finditer(text)]
    return {_sex(each) for each in sexes}, ages


def _sex(word: str) -> str:
    return "female" if word.lower()[0] in "fw女" else "male"
