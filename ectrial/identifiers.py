"""Words of a free text that may say who a patient is: such a text is refused before it is stored.

Rules of our own: libraries find either too little (Chinese names, id numbers) or take drugs for
names. Found is what looks like an identifier; a person then writes it otherwise.
"""

import re
from collections.abc import Iterator
from typing import Literal
from unicodedata import category, normalize

Identifier = Literal["id_number", "phone", "record_number", "birth_date", "contact", "name"]

_ID = re.compile(r"(?<!\d)\d{17}[\dX](?!\d)", re.IGNORECASE)
_WEIGHTS = tuple(pow(2, 17 - place, 11) for place in range(17))
_MOBILE = re.compile(r"(?<!\d)(?:\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?!\d)")
_UNIT_BEHIND = re.compile(r"\s*(?:copies|IU|U/|/mL|/L|拷贝)", re.IGNORECASE)
_PHONE = re.compile(
    r"(?:phone|tel|mobile|电话|手机|联系方式)\D{0,4}[\d+][\d -]{5,}", re.IGNORECASE
)
_RECORD = re.compile(
    r"(?:\bMRN\b|\bhospital\s*(?:no|number|id)\b|\bpatient\s*(?:no|id)\b|住院号|病案号|病历号|门诊号"
    r"|登记号|就诊卡号?|医保号?|身份证号?|床号|\bbed)\s*(?:no\.?|number|:|：|#|\s)*[\w-]*\d",
    re.IGNORECASE,
)
_BIRTH = re.compile(r"(?:\bDOB\b|\bborn\b|date of birth|出生|生日)\D{0,6}\d{2,4}", re.IGNORECASE)
_CONTACT = re.compile(
    r"[\w.+-]+@[\w-]+\.\w+|(?:微信|wechat|QQ)\s*(?:号|id)?\s*[:：]?\s*[\w-]{5,}", re.IGNORECASE
)
_TITLE = re.compile(
    r"\b(?:Mr|Mrs|Ms|Miss)\b\.?\s+[A-Z]|(?:姓名|患者名|[Nn]ame|NAME)\s*[:：]\s*\S"
    r"|[\u4e00-\u9fff]{1,3}(?:先生|女士|大爷|阿姨|老师傅)",
)
_SURNAMES = (
    "王李张刘陈杨黄赵周吴徐孙朱马胡郭林何高梁郑罗宋谢唐韩曹许邓萧冯曾程蔡彭潘袁于董余苏叶吕魏蒋田杜丁沈姜范"
    "江傅钟卢汪戴崔任陆廖姚方金邱夏谭韦贾邹石熊孟秦阎薛侯雷白龙段郝孔邵史毛常万顾赖武康贺严尹钱施牛洪龚"
)
_ALONE = re.compile(
    rf"(?:(?<![\u4e00-\u9fff])|患者|病人|受试者)[{_SURNAMES}][\u4e00-\u9fff]{{1,2}}(?![\u4e00-\u9fff])"
)
# He, An, Long, Pan, Fan and Sun are words or places as well
_PINYIN = re.compile(
    r"\b(?:Wang|Li|Zhang|Liu|Chen|Yang|Huang|Zhao|Wu|Zhou|Xu|Zhu|Hu|Guo|Lin|Gao|Luo|Zheng|Liang|Xie"
    r"|Song|Tang|Han|Feng|Deng|Cao|Peng|Zeng|Xiao|Tian|Dong|Yuan|Cai|Jiang|Yu|Du|Ye|Cheng|Wei|Su|Lu"
    r"|Ding|Ren|Shen|Yao|Cui|Zhong|Tan|Fang|Shi|Jin|Liao|Jia|Xia|Fu|Xiong|Qin|Qiu|Hou|Shao|Meng|Ma)"
    r"[ -][A-Z][a-z]+\b"
)
_NO_NAMES = re.compile(
    "白(?:细胞|蛋白|血病|班)|高(?:血压|血糖|血脂|敏|热|钙)|马上|方(?:案|法|向)|常(?:规|见|用)|任(?:何|务)|黄(?:疸|染|色)"
    "|范围|周(?:岁|期|围|边|末|[一二三四五六日])|余|康复|程(?:度|序)|许可|严重|金属|陈旧|段落|何(?:时|地)|于是|万"
    "|夏季|顾虑|石蜡|施行|向|孔径|毛细|江西|江苏|雷(?:替|莫)|钱"
)
"""Words of the trade that begin like a surname."""


def identifiers(text: str) -> tuple[Identifier, ...]:
    """Name what in a text may identify a person, once each.

    >>> identifiers("Dose given on day 2 instead of day 1")
    ()
    >>> identifiers("call 138 0013 8000, MRN 10234")
    ('phone', 'record_number')
    """
    plain = "".join(sign for sign in normalize("NFKC", text) if category(sign) != "Cf")
    return tuple(dict.fromkeys(_found(plain)))


def _found(text: str) -> Iterator[Identifier]:
    if any(map(_is_id_number, _ID.findall(text))):
        yield "id_number"
    if _PHONE.search(text) or any(map(_is_phone, _MOBILE.finditer(text))):
        yield "phone"
    if _RECORD.search(text):
        yield "record_number"
    if _BIRTH.search(text):
        yield "birth_date"
    if _CONTACT.search(text):
        yield "contact"
    if _TITLE.search(text) or _PINYIN.search(text) or any(map(_is_name, _ALONE.finditer(text))):
        yield "name"


def _is_id_number(number: str) -> bool:
    """Whether the check digit is right (GB 11643, ISO 7064 MOD 11-2)."""
    total = sum(int(digit) * weight for digit, weight in zip(number, _WEIGHTS, strict=False))
    return "10X98765432"[total % 11] == number[-1].upper()


def _is_name(found: re.Match[str]) -> bool:
    """Whether a word that stands alone begins like a name and is no word of the trade."""
    return _NO_NAMES.match(found[0].removeprefix("患者").removeprefix("病人")) is None


def _is_phone(found: re.Match[str]) -> bool:
    """A number with a laboratory's unit behind it is none."""
    return _UNIT_BEHIND.match(found.string, found.end()) is None
