"""Words of a free text that may say who a patient is: such a text is not stored.

Rules of our own: libraries find either too little (Chinese names, id numbers) or take drugs for
names. Found is what looks like an identifier; a person then writes it otherwise. Where nothing but
a bare name seems to stand, they are asked. A name in the midst of a sentence without any sign of
one is not found: a note is not for names at all.
"""

import re
from collections.abc import Iterator
from typing import Literal
from unicodedata import category, normalize

from ectrial.names import holds_a_bare_name, holds_a_name
from ectrial.resident_ids import holds_a_resident_id

Identifier = Literal[
    "id_number", "phone", "record_number", "birth_date", "contact", "name", "bare_name"
]

# signs with spaces between them, as on a form
_SPACED = re.compile(
    "(?<![\u4e00-\u9fff])[\u4e00-\u9fff](?: +[\u4e00-\u9fff])+(?![\u4e00-\u9fff])"
)
_ID = re.compile(
    r"(?:身份证|证件|护照|\bpassport|\bID\b)(?:[号是为:\s]|no\b\.?|number|card)*[a-z]{0,2}\d{6}"
    # but v20260502 is a version of a form
    r"|(?<![A-Za-z\d])[A-Z]{1,2}(?!20\d{2}[01]\d[0-3]\d(?!\d))\d{7,8}(?!\d)",
    re.IGNORECASE,
)
_MOBILE = re.compile(
    r"(?<![\d.])(?:\+?86[- ]?)?1[ -]?[3-9](?:[ -]?\d){9}(?!\d|\.\d)"
    r"|(?<![\d.])1[3-9]\d\.\d{4}\.\d{4}(?!\d|\.\d)"
)
# among values that stand side by side
_MOBILE_TOGETHER = re.compile(
    r"(?<![\d.])(?:\+?86[- ]?)?1[3-9]\d(?:(?:[ -]?\d{4}){2}|(?:\.\d{4}){2})(?!\d|\.\d)"
)
_LANDLINE = re.compile(
    r"(?<!\d)0\d{2,3}[-) ]{0,2}\d{3,4}[- ]?\d{4}(?!\d)|\+\d{1,3}[ -]?(?:\d[ -]?){7}"
)
_PHONE = re.compile(
    r"(?:phone|\btel|mobile|\bcell\b|\bcall|whatsapp|电话|手机|联系方式)(?:\s*(?:no\b|number|号))?\D{0,4}"
    # but the day of a call
    r"(?!20\d{2}[-/.]?[01]?\d[-/.]?[0-3]?\d(?!\d))[\d+][\d ()/-]{5,}",
    re.IGNORECASE,
)
_SPELT = re.compile("[零〇一二三四五六七八九幺两壹贰叁肆伍陆柒捌玖]{7,}")
_UNIT_BEHIND = re.compile(r"\s*(?:copies|IU|U/|/|x?10|[×*^]|cells|拷贝|个)", re.IGNORECASE)
FAR_BEFORE = 30
# what is packed, sent or drawn by lot has numbers of its own
_OF_GOODS = re.compile(
    r"(?:\bkits?|\blot|\bbatch|barcode|waybill|\bdrawn|药盒|批号?|随机|条码|运单|样本)"
    r"(?:编?号|numbers?|no\b\.?|[:#.\s])*$",
    re.IGNORECASE,
)
_RECORD = re.compile(
    r"(?:\bMRN(?![a-z])|\b(?:hospital|chart|record)\s*(?:no|number|id)\b|\bpatient\s*(?:no|id)\b"
    r"|住院号|病案号|病历号|门诊号|登记号|就诊[卡号]|医保[卡号]|(?<![临卧起])床[位号]?|\bbed)"
    r"号?(?:no\.?|number|[:#.是为\s])*[a-z\d-]{0,20}\d|\d\s*床|(?:\bpatient|患者|病人)\s?\d{5}"
    r"|(?<!subject )(?<!study )(?<!screening )(?<!site )(?<!kit )(?<!trial )(?<!lot )"
    r"\bID\s?(?:号码?|no\b\.?|number)[:#.\s]*\d{3}",
    re.IGNORECASE,
)
_BARE = re.compile(r"(?<![\d.,/A-Za-z-])(?!20\d{6}(?!\d))\d{6,18}(?![\d.,/-]\d|\d)")
_ONE = r"[\d零〇一二三四五六七八九十]"
_YEAR = r"(?:\d{2,4}|[零〇一二三四五六七八九]{2,4})年"
_BIRTH = re.compile(
    r"(?:\bd\.?o\.?b\b|\bborn\b|date of birth|出生(?!体重|缺陷)|生日|(?<![发产])生于)"
    r"\D{0,6}[\d零一二三四五六七八九]"
    # a day behind which it is said; a day alone is one of the study
    rf"|(?:{_YEAR}{_ONE}{{1,3}}月|{_ONE}{{1,3}}[日号]|{_YEAR}|\d{{1,2}}[-/.]\d{{2,4}})\s?"
    r"出?生(?![效成化产长物命理育存活病气])"
    r"|(?-i:\bb\.)\s?(?:\d{1,2}[ /.-]?(?:[a-z]{3,9}\.?|\d{1,2})[ /.-]?)?(?:19\d\d|200\d)(?!\d)",
    re.IGNORECASE,
)
_NO_ACCOUNT = "remind|message|group|video|call|photo|screen|contact|follow|notif|chat"
_CONTACT = re.compile(
    r"\w@[\w-]+\.\w|\w ?[(\[] ?at ?[)\]] ?\w+\.\w|(?<!\w)@\w{4,}|\bat\s+\w+\.(?:com|cn|org|net)\b"
    # a number is said to be one, or has digits: a reminder by WeChat is none
    r"|\w\s+at\s+[\w-]+\s+dot\s+(?:com|cn|org|net)\b"
    # but a link that opens a bot
    r"|\bt\.me/(?!\w*bot\b)\w{4}|\bwa\.me/\d"
    r"|\bwx\b\s?(?:[:号]\s?|(?=[a-z_-]{0,20}\d))[a-z][a-z\d_-]{4}"
    rf"|微信\s?(?!{_NO_ACCOUNT})[a-z][a-z\d_-]{{5}}"
    r"|(?:微信|wechat|QQ)(?:[:号\s]|id\b)*(?:(?<=[:号])|(?<=id\s)|(?=[a-z_-]{0,20}\d))\s?[a-z\d_-]{5}"
    r"|路\s*\d+\s*号|\d\s*(?:栋|单元|室)"
    r"|[\u4e00-\u9fff]{2}(?<!上)[省市][\u4e00-\u9fff]{2,6}[区县]",
    re.IGNORECASE,
)


def identifiers(text: str, *, is_beside_labs: bool = False) -> tuple[Identifier, ...]:
    """Name what in a text may identify a person, once each.

    Beside labs a number that nothing is said of is a value.

    >>> identifiers("Dose given on day 2 instead of day 1")
    ()
    >>> identifiers("call 138 0013 8000, MRN 10234")
    ('phone', 'record_number')
    >>> identifiers("platelets 182000", is_beside_labs=True)
    ()
    """
    plain = "".join(sign for sign in normalize("NFKC", text) if category(sign) != "Cf")
    plain = _SPACED.sub(lambda found: found[0].replace(" ", ""), plain)
    return tuple(dict.fromkeys(_found(plain, is_beside_labs=is_beside_labs)))


def _found(text: str, *, is_beside_labs: bool) -> Iterator[Identifier]:
    if _ID.search(text) or holds_a_resident_id(text):
        yield "id_number"
    mobile = _MOBILE_TOGETHER if is_beside_labs else _MOBILE
    mobiles = any(map(_is_number_of_a_person, mobile.finditer(text)))
    if mobiles or _PHONE.search(text) or _LANDLINE.search(text) or _SPELT.search(text):
        yield "phone"
    bare = () if is_beside_labs else _BARE.finditer(text)
    if _RECORD.search(text) or any(map(_is_number_of_a_person, bare)):
        yield "record_number"
    if _BIRTH.search(text):
        yield "birth_date"
    if _CONTACT.search(text):
        yield "contact"
    if holds_a_name(text):
        yield "name"
    elif holds_a_bare_name(text):
        yield "bare_name"


def _is_number_of_a_person(found: re.Match[str]) -> bool:
    """A number with a laboratory's unit behind it is none, nor is one of a kit or a lot."""
    before = found.string[max(0, found.start() - FAR_BEFORE) : found.start()]
    has_unit = _UNIT_BEHIND.match(found.string, found.end()) is not None
    return not has_unit and _OF_GOODS.search(before) is None
