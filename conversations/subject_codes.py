"""How a subject code is written: by the site's own pattern, else by a general rule."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace

LONGEST = 32
PART_OF_A_CODE = re.compile(r"[A-Z0-9._/-]{1,20}")
"""What may be a part of a code, in capitals."""
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—―−－﹣ー", "-"))
_EPISODE = re.compile(r"/[0-9]{1,3}$", re.ASCII)
BETWEEN = re.compile(r"[\s,;、]+")
"""What stands between two words."""
_SHORT = re.compile(r"([A-Z]{1,4})-?(\d{1,5})", re.ASCII)
_GROUP = r"(?:[A-Z]{1,6}\d{0,5}|\d{1,5})"
_CODE = re.compile(rf"{_GROUP}(?:-{_GROUP}){{0,3}}", re.ASCII)
_BIRTH_YEAR = re.compile(r"[A-Z]{2,4}-?(?:(?:19|20)\d{2}|[3-9]\d)", re.ASCII)
_SYLLABLE = r"(?:[ZCS]H|[BPMFDTNLGKHJQXZCSRYW])?[AEIOUV]{1,3}(?:NG|N|R)?"
_PINYIN = re.compile(rf"(?:{_SYLLABLE})+")
_DIGITS_OF_A_NUMBER = 7
_REDACTED = re.compile(r"REDACTED-\d{1,9}", re.ASCII)
_SEX = re.compile(r"[MF](?:\d{2})?", re.IGNORECASE | re.ASCII)


@dataclass(frozen=True, slots=True)
class SubjectCodes:
    """How the site writes its codes; without a pattern, a code that may be a name is refused.

    `example` is the first code of the site, and matches the pattern. No id of the person's
    `trials` is a code; that of the `chosen` one may stand before a code.
    """

    example: str = "S-001"
    pattern: re.Pattern[str] | None = None
    chosen: str = ""
    trials: frozenset[str] = frozenset()

    def among(self, chosen: str, trials: Iterable[str]) -> "SubjectCodes":
        """Give the codes for a person who has these trials, and has chosen one."""
        ids = frozenset(each.upper() for each in trials)
        return replace(self, chosen=chosen.upper(), trials=ids)

    def words(self, text: str) -> list[str]:
        """Split a text into words, without the id of the chosen trial before a code.

        >>> SubjectCodes().among("EC-CRT-003", ["EC-CRT-003"]).words("EC-CRT-003 · S-102 M")
        ['S-102', 'M']
        """
        words = words_of(text)
        if not self.chosen or not words or words[0].rstrip(":·").upper() != self.chosen:
            return words
        behind = words[1:]
        return behind[1:] if behind and not any(map(str.isalnum, behind[0])) else behind

    def read(self, word: str) -> str | None:
        """Read one word as a code.

        >>> SubjectCodes().read("s014"), SubjectCodes().read("WBC"), SubjectCodes().read("014")
        ('S-014', None, None)
        >>> SubjectCodes(pattern=re.compile("[A-Z]{2}[0-9]{3}")).read("redacted-12")
        'REDACTED-12'
        """
        if len(word) > LONGEST or not word.isascii() or word.upper() in self.trials:
            return None
        if _REDACTED.fullmatch(word.upper()):
            # what stands in the place of a redacted code, whatever the site's pattern
            return word.upper()
        if self.pattern is not None:
            return next((w for w in (word, word.upper()) if self.pattern.fullmatch(w)), None)
        if short := _SHORT.fullmatch(word.upper()):
            return f"{short[1]}-{short[2]}"
        code = word.upper()
        is_marked = "-" in code or not code.isdigit()
        return code if _CODE.fullmatch(code) and code[-1].isdigit() and is_marked else None

    def first(self, words: list[str]) -> tuple[str, int] | None:
        """Read the code at the start of words, and give its number of words: "S 014" has two."""
        if not words or (self.pattern is None and _SEX.fullmatch(words[0])):
            return None
        if code := self.read(words[0]):
            return code, 1
        parted = words[0].isalpha() and len(words) > 1 and words[1][0].isdigit()
        code = self.read(f"{words[0]}-{words[1]}") if parted else None
        return (code, 2) if code else None

    def parts(self, text: str) -> tuple[str, ...]:
        """Give what a text may be as a part of a code, as typed first.

        >>> codes = SubjectCodes()
        >>> [codes.parts(text) for text in ("Ｓ–104", "s 104", "S-207/2", "-01", "王")]
        [('S-104',), ('S-104',), ('S-207/2', 'S-207'), ('-01',), ()]
        """
        words = self.words(text)
        typed = words[0].upper() if len(words) == 1 else ""
        each = (typed, (self.whole(text) or "").upper())
        return tuple(part for part in dict.fromkeys(each) if PART_OF_A_CODE.fullmatch(part))

    def first_named(self, words: list[str]) -> tuple[str, int | None, int] | None:
        """Read the code at the start of words, the number of a screening behind it, and how many.

        >>> codes = SubjectCodes()
        >>> codes.first_named(["s207/2", "M"]), codes.first_named(["S", "207"])
        (('S-207', 2, 1), ('S-207', None, 2))
        """
        if found := self.first(words):
            return found[0], None, found[1]
        number = _EPISODE.search(words[0]) if words else None
        code = self.read(words[0][: number.start()]) if number else None
        return (code, int(number[0][1:]), 1) if number and code else None

    def named(self, text: str) -> tuple[str, int | None] | None:
        """Give the code that a text is, and the number of the screening that it names, if any."""
        words = self.words(text)
        found = self.first_named(words)
        return found[:2] if found and found[2] == len(words) else None

    def whole(self, text: str) -> str | None:
        """Give the code that a text is, also as the name of one of several screenings."""
        named = self.named(text)
        return named[0] if named else None

    def may_name_somebody(self, word: str) -> bool:
        """Whether a code may be a name, initials with a birth year, a phone or an id number.

        If the site sets a pattern, the pattern alone decides.

        >>> codes = SubjectCodes()
        >>> list(map(codes.may_name_somebody, ("LIWEI-14", "ZSM-1968", "138-0013-8000", "Wei-1")))
        [True, True, True, True]
        >>> list(map(codes.may_name_somebody, ("SYSUCC-0123", "EC003-0012", "01-014", "S-014")))
        [False, False, False, False]
        """
        if self.pattern is not None:
            return False
        code = word.upper()
        if sum(map(str.isdigit, code)) >= _DIGITS_OF_A_NUMBER and not re.search("[A-Z]{2}", code):
            return True
        names = [run for run in re.findall("[A-Za-z]{3,}", word) if _is_name(run)]
        return bool(names) or _BIRTH_YEAR.fullmatch(code) is not None


def words_of(text: str) -> list[str]:
    """Split a text into words; full-width characters and dashes become plain ones.

    >>> words_of("Ｓ–０１４，Ｍ，58")
    ['S-014', 'M', '58']
    """
    return [word for word in BETWEEN.split(plainly(text)) if word]


def plainly(text: str) -> str:
    """Write full-width characters and dashes of a text as plain ones."""
    return unicodedata.normalize("NFKC", text.translate(_DASHES)).translate(_DASHES)


def _is_name(run: str) -> bool:
    is_spoken = _PINYIN.fullmatch(run.upper()) is not None
    return is_spoken or (len(run) > 3 and not run.isupper())
