"""What is typed to open a screening: a subject code (never a name), with sex and age behind it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from conversations.subject_codes import SubjectCodes
from ectrial.record.entries import JSON
from ectrial.wording.speech import marked

CODE_RULE = marked(
    "A code is letters and digits, such as {code}. Never a name or a number of the patient's."
)
MAY_NAME_RULE = marked(
    "Not kept: this may be a name, initials with a birth year, a phone or an id number. "
    "Type the subject's code, such as {code}. If all codes of the "
    "site look so, the operator can set how they are written."
)
REST_RULE = marked("After {code} I read only sex (M or F) and age, such as: {code} M 58")
MAX_AGE = 125
_SEXES = {"m": "male", "f": "female", "男": "male", "女": "female"}
_REST = re.compile(
    r"[\s,;、/:]*(?:(?P<sex>(?:fe)?male|[mf]|[男女]性?)(?![a-z])"
    r"|(?P<age>[0-9]{1,3}) ?(?:years? ?old|years?|yrs?|yo|y|a|周?岁)?(?![0-9.a-eg-ln-z]))",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Opening:
    """A subject code, and the facts that were typed with it."""

    subject: str
    answers: Mapping[str, JSON]


@dataclass(frozen=True, slots=True)
class Refused:
    """A refused text: the sentence that says why, and the code if it was readable."""

    why: str
    subject: str = ""


def read_opening(codes: SubjectCodes, text: str, subject: str = "") -> Opening | Refused:
    """Read a code, a sex and an age; a code given as `subject` need not stand in the text."""
    words = codes.words(text)
    found = codes.first(words)
    if found is None and not subject:
        looks_so = any(map(codes.may_name_somebody, words[:1]))
        return Refused(MAY_NAME_RULE if looks_so else CODE_RULE)
    code, taken = found or (subject, 0)
    if found and codes.may_name_somebody("-".join(words[:taken])):
        return Refused(MAY_NAME_RULE)
    answers = _sex_and_age(" ".join(words[taken:]))
    return Refused(REST_RULE, code) if answers is None else Opening(code, answers)


def _sex_and_age(rest: str) -> dict[str, JSON] | None:
    """Read the sex and age behind a code; None if there is anything else."""
    answers: dict[str, JSON] = {}
    while rest.strip():
        found = _REST.match(rest)
        if found is None:
            return None
        item = "sex" if found["sex"] else "age"
        if item in answers or (found["age"] and int(found["age"]) > MAX_AGE):
            return None
        age: JSON = {"value": found["age"], "unit": "a"}
        answers[item] = age if found["age"] else _sex(found["sex"])
        rest = rest[found.end() :]
    return answers


def _sex(word: str) -> str:
    return _SEXES[word[0].lower()]
