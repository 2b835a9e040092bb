"""Whether a free text may hold who a patient is: a name, a number of the person, a birthday.

It refuses what it knows, and knows only the common forms: the card asks for codes as well.
"""

import re
import unicodedata

LONGEST = 300
_NUMBER = re.compile(r"(?:\d[ -]?){7,}")
_BIRTH = re.compile(r"(?:born|birth|dob|出生|生日)", re.IGNORECASE)
_TITLE = re.compile(r"\b(?:mr|mrs|ms|miss)\b\.?", re.IGNORECASE)
_TOLD = re.compile(r"(?:patient(?:'s)? name|named|姓名|名叫|患者姓|病人姓)", re.IGNORECASE)
_CALLED = re.compile(r"[\u4e00-\u9fff]{1,3}(?:先生|女士|小姐|阿姨|大爷|奶奶|爷爷)")
_PINYIN = r"(?:[ZCS]h|[BPMFDTNLGKHJQXZCSRYW])?[aeiou]{1,3}(?:ng|n|r)?"
_FULL_NAME = re.compile(
    rf"\b(?=[A-Z])(?i:{_PINYIN})\s+(?=[A-Z])(?i:{_PINYIN})(?i:{_PINYIN})?\b",
)


def may_name_a_patient(text: str) -> bool:
    """Whether a text has a form in which people write who a patient is.

    >>> told = ("Zhang Wei again", "born 1968", "tel 138 0013 8000", "王先生", "Mrs. X")
    >>> [may_name_a_patient(each) for each in told]
    [True, True, True, True, True]
    >>> [may_name_a_patient(each) for each in ("CT on Monday", "机器坏了", "Ask lab 2, ext 4711")]
    [False, False, False]
    """
    plain = unicodedata.normalize("NFKC", text)
    forms = (_NUMBER, _BIRTH, _TITLE, _TOLD, _CALLED, _FULL_NAME)
    return any(form.search(plain) for form in forms)
