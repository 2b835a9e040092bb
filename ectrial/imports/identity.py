"""What of a table tells who a patient is: by the title of a column, and by its cells."""

import re
from functools import lru_cache
from unicodedata import normalize

from ectrial.identifiers import identifiers

_TITLES = re.compile(
    r"姓名|名字|患者名|缩写|拼音|身份证|证件|护照|电话|手机|联系|住院号|病案|病历号|门诊号|就诊|医保|登记号"
    r"|出生|生日|地址|住址|微信|邮箱|床号"
    r"|\b(?:full|first|last|family|given|patient|patient's)[ _]?name\b|\bsurname\b|\binitials\b"
    r"|(?<!drug )(?<!brand )(?<!trade )(?<!generic )(?<!file )(?<!trial )(?<!study )(?<!site )"
    r"\bname\b"
    r"|\bid[ _-]?(?:card|number|no)\b|\bpassport\b|\bphone\b|\bmobile\b|\btel\b|\bmrn\b"
    r"|\b(?:hospital|chart|record)[ _]?(?:no|number|id)\b|\bbirth|\bd\.?o\.?b\b|\baddress\b"
    r"|\bwechat\b|\be-?mail\b|\bbed\b",
    re.IGNORECASE,
)
_SPACED = re.compile(r"(?<=[\u4e00-\u9fff])\s+(?=[\u4e00-\u9fff])")
# a number, a date or a short word alone: most cells of a table, and none of them names anybody
_PLAIN = re.compile(r"[<>≤≥=~]?\d{0,5}(?:[.,]\d{1,6})?|\d{4}-\d{2}-\d{2}|[A-Za-z]{1,3}")


def title_tells_who(title: str) -> bool:
    """Whether the title of a column says that it holds what identifies a person.

    >>> [title_tells_who(each) for each in ("姓名", "Patient name", "Drug name", "WBC", "DOB")]
    [True, True, False, False, True]
    """
    found = normalize("NFKC", title)
    # 姓 名 is set apart to fill a column
    return any(map(_TITLES.search, (found, _SPACED.sub("", found))))


@lru_cache(maxsize=4096)
def cell_tells_who(text: str, *, is_beside_labs: bool = False) -> bool:
    """Whether a cell may identify a person, also by what only looks like a name.

    >>> cell_tells_who("王建国"), cell_tells_who("13800138000"), cell_tells_who("partial response")
    (True, True, False)
    """
    if _PLAIN.fullmatch(text):
        return False
    return bool(identifiers(text, is_beside_labs=is_beside_labs))
