"""Whether a free text names a subject, however the bot would accept the code that stands in it."""

import re
from collections.abc import Callable, Iterator

from conversations.subject_codes import BETWEEN, LONGEST, SubjectCodes, plainly

_GROUP = re.compile(r"[A-Za-z0-9]+")
_LETTER_AND_DIGIT = re.compile(r"(?=.*\d)(?=.*[^\W\d_])", re.DOTALL)


def naming(codes: SubjectCodes, written: tuple[str, ...]) -> Callable[[str], bool]:
    """Tell of a text whether it names one of the codes.

    The longest reading counts, so that S-77 stands neither in S-777 nor in S-77-01.

    >>> names = naming(SubjectCodes(), ("S-77",))
    >>> list(map(names, ("见S-77的报告", "like s77/2.", "Ｓ 77, again")))
    [True, True, True]
    >>> list(map(names, ("S-777", "S-77-01", "S 770", "77")))
    [False, False, False, False]
    """
    read = {form: codes.read(form) for form in written if form}
    wanted = {code.casefold() for code in read.values() if code}
    # a code from before the site's pattern: as it is written alone
    others = [form for form, code in read.items() if not code and _LETTER_AND_DIGIT.match(form)]
    forms = "|".join(re.escape(plainly(form)) for form in others)
    literal = re.compile(rf"(?<![A-Za-z0-9])(?:{forms})(?![A-Za-z0-9])", re.IGNORECASE)

    def is_named(text: str) -> bool:
        plain = plainly(text)
        if others and literal.search(plain):
            return True
        return any(code.casefold() in wanted for code in _codes_in(codes, plain))

    return is_named


def _codes_in(codes: SubjectCodes, plain: str) -> Iterator[str]:
    """Give each code that stands in a text, as the bot reads it."""
    groups = list(_GROUP.finditer(plain))
    at = 0
    while at < len(groups):
        if parted := _parted(codes, plain, groups[at:]):
            yield parted
        code, used = _longest(codes, plain, groups[at:])
        if code:
            yield code
        at += used


def _longest(
    codes: SubjectCodes, plain: str, groups: list[re.Match[str]], before: str = ""
) -> tuple[str | None, int]:
    """Give the longest code that begins with the first group, and its number of groups."""
    start = groups[0].start()
    found: tuple[str | None, int] = (None, 1)
    for used, group in enumerate(groups, 1):
        word = plain[start : group.end()]
        if len(word) > LONGEST or BETWEEN.search(word):
            break
        if code := codes.read(before + word):
            found = (code, used)
    return found


def _parted(codes: SubjectCodes, plain: str, groups: list[re.Match[str]]) -> str | None:
    """Read letters and, after a space, a number as one code, as the bot does: "S 014"."""
    if len(groups) < 2 or not groups[0][0].isalpha() or not groups[1][0][0].isdigit():
        return None
    between = plain[groups[0].end() : groups[1].start()]
    if not BETWEEN.fullmatch(between):
        return None
    return _longest(codes, plain, groups[1:], f"{groups[0][0]}-")[0]
