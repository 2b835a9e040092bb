"""Who a typed text is about: codes on file, sex and age, compared with the open screening.

Nothing of it is kept: a place holds only which of them differ, and the code of a subject on file.
"""

import re
import unicodedata
from dataclasses import dataclass

from conversations.case import Case
from conversations.places import Differing
from conversations.subject_codes import words_of
from conversations.subjects import last_screening
from ectrial.record.screenings import Screening

MOST_WORDS = 400
YEARS_APART = 1
_SEX = r"(?P<sex>fe?male|(?:wo)?man|男|女|[mf](?![a-z]))"
_AGE = r"(?P<age>[0-9]{1,3})"
_YEARS = r"(?:周?岁|[ -]?years?[ -]old|[ -]?yrs?(?: old)?(?! ago)|[ -]?y/?o(?![a-z]))"
_LABELLED_SEX = re.compile(rf"(?:性别|sex|gender)[\s:]*{_SEX}", re.IGNORECASE)
_LABELLED_AGE = re.compile(rf"(?:年龄|\bage)[\s:]*{_AGE}(?!\s*(?:个?月|天|mo|d))", re.IGNORECASE)
_YEARS_OLD = re.compile(rf"(?<![0-9.]){_AGE}\s*{_YEARS}", re.IGNORECASE)
_BESIDE_AGE = (
    re.compile(rf"(?<![a-z]){_SEX}[\s,;/]*[0-9]{{1,3}}\s*{_YEARS}", re.IGNORECASE),
    re.compile(rf"[0-9]{{1,3}}\s*{_YEARS}[\s,;/]*{_SEX}", re.IGNORECASE),
)
_AT_THE_BEGINNING = re.compile(rf"\s*(?:\S+[\s,;]+)?{_SEX}[\s,;/]?{_AGE}(?![0-9.])", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Doubt:
    """Why a text may be about another subject; `other` is theirs, where its code is on file."""

    other: Screening | None
    differing: tuple[Differing, ...]


def doubt(case: Case, text: str, *, asks_identity: bool = False) -> Doubt | None:
    """Compare a text with the open screening; a card that asks for sex or age takes either."""
    plain = unicodedata.normalize("NFKC", text)
    others = [s for s in _on_file(case, plain) if s.id.subject != case.id.subject]
    differing: tuple[Differing, ...] = () if asks_identity else tuple(_differing(case, plain))
    if not others and not differing:
        return None
    return Doubt(others[0] if others else None, differing)


def without_codes(case: Case, text: str) -> str:
    """Give a text without the codes in it that are on file: they are no results."""
    on_file = {screening.id.subject for screening in _on_file(case, text)}
    kept = text
    for word in _words(text) if on_file else ():
        if _code(case, word) in on_file:
            kept = kept.replace(word, " ", 1)
    return kept


def _on_file(case: Case, text: str) -> list[Screening]:
    words = _words(text)
    read = dict.fromkeys(code for word in words if (code := _code(case, word)))
    found = [last_screening(case.world, code) for code in read]
    return [screening for screening in found if screening is not None and not screening.voided]


def _words(text: str) -> list[str]:
    return words_of(text.replace(":", " ").replace("：", " "))[:MOST_WORDS]


def _code(case: Case, word: str) -> str | None:
    """Read a word as a code; without a site's pattern only as it is written out, with a hyphen."""
    code = case.world.codes.read(word.strip(":()[].#"))
    is_written_out = "-" in word or case.world.codes.pattern is not None
    return code if is_written_out else None


def _differing(case: Case, text: str) -> list[Differing]:
    found: list[Differing] = []
    beginning = _AT_THE_BEGINNING.match(text)
    sexes = [_LABELLED_SEX, *_BESIDE_AGE]
    told = [m["sex"] for pattern in sexes if (m := pattern.search(text))]
    told += [beginning["sex"]] if beginning else []
    sex = case.recorded("sex")
    if sex in ("male", "female") and told and _sex(told[0]) != sex:
        found.append("sex")
    ages = [int(m["age"]) for p in (_LABELLED_AGE, _YEARS_OLD) for m in p.finditer(text)]
    ages += [int(beginning["age"])] if beginning else []
    age = case.facts.quantity("age")
    if ages and age and not any(abs(each - age.value) <= YEARS_APART for each in ages):
        found.append("age")
    return found


def _sex(word: str) -> str:
    return "female" if word.lower()[0] in "fw女" else "male"
