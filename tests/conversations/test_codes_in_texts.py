"""A text names a subject where the bot would read the code, and where no longer code stands."""

import re

from conversations.codes_in_texts import naming
from conversations.subject_codes import SubjectCodes
from tests.tables import of_each

GENERAL = naming(SubjectCodes(), ("S-777",))
NUMBERS = naming(SubjectCodes("01-014", re.compile(r"\d{2}-\d{3}")), ("01-014", "ZHANGWEI-7"))


@of_each(
    "text",
    [
        "s777's",
        "S-778/S-777",
        "-S-777:",
        "S-777-CT",
        "S-777.Ask",
        "S\n777",
        "受试者Ｓ 777号",
        "_s‐777_",
    ],
)
def test_code_is_named_however_the_bot_reads_it(text: str) -> None:
    assert GENERAL(text)


@of_each("text", ["S-7771", "XS-777", "S-777-01", "S 777-01", "S-7", "777", ""])
def test_another_code_is_not_this_one(text: str) -> None:
    assert not GENERAL(text)


def test_code_of_the_site_s_own_form_or_from_before_it_is_named() -> None:
    assert all(map(NUMBERS, ("for 01-014", "see 01-014/1", "not zhangwei-7's")))
    assert not any(map(NUMBERS, ("01-0141", "101-014", "ZHANGWEI-77", "MRZHANGWEI-7")))
