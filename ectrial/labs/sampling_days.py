"""The days that a text names: of sampling, of other things, and unclear ones."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Final, Literal, NamedTuple

from ectrial.labs.characters import normalized
from ectrial.labs.dates import TIME, WRITTEN_DAY, is_recent, readings_of

Role = Literal["sampled", "reported", "printed", "received", "born", ""]

_DONE = r"(?:采样|采集|采血|抽血|取样|(?<![a-z])(?:collected|drawn|sampled)(?![a-z]))"
_SAMPLED = (
    rf"(?:{_DONE}(?:\ ?(?:时间|日期|日|on|at|date|time))?"
    r"|(?<![a-z])(?:date|time)\ (?:of\ )?(?:collection|collected|sampling|drawn)"
    r"|(?<![a-z])(?:sample|sampling|specimen|collection|draw)\ (?:date|time|collected|taken)"
    r"|(?<![a-z])collection)(?:\ ?(?:date|time)){0,2}"
)
_REPORTED = (
    r"(?:报告|审核|签发|发布)(?:时间|日期|日)?"
    r"|(?<![a-z])(?:reported|authori[sz]ed|validated|issued)(?:\ (?:on|at|date|time))?"
    r"|(?<![a-z])(?:report|result)\ (?:date|time)|date\ (?:of\ )?report(?:ed)?"
)
_PRINTED = r"打印(?:时间|日期|日)?|(?<![a-z])print(?:ed)?(?:\ (?:on|at|date|time))?"
_RECEIVED = (
    r"(?:接收|送检|核收|检验|检测|申请|签收)(?:时间|日期|日)"
    r"|(?<![a-z])(?:received|tested|ordered)(?:\ (?:on|at|date|time))?"
)
_BORN = r"出生(?:日期|年月)?|生日|(?<![a-z])(?:dob|born|date\ of\ birth|birth\ ?date)"
_LABELS: Final[tuple[tuple[Role, str], ...]] = (
    ("sampled", _SAMPLED),
    ("reported", _REPORTED),
    ("printed", _PRINTED),
    ("received", _RECEIVED),
    ("born", _BORN),
)
_LABEL = re.compile("|".join(f"(?P<{role}>{form})" for role, form in _LABELS))
_GAP = re.compile(r"[\ :=(\[,]{0,4}(?:于|on\ |at\ )?\ ?")
_DAY = re.compile(WRITTEN_DAY)
# a day without its year counts only behind a label; elsewhere `11.2` is a value
_FULL_DAY = re.compile(rf"(?<![0-9])(?:{WRITTEN_DAY})")
# a day may stand before the verb only if no other label precedes it and no day follows the verb
_BEFORE_VERB = re.compile(
    rf"(?:^|[\n,;(于在])\ ?({WRITTEN_DAY})(?:[ t]{{1,2}}{TIME})?"
    r"\ ?(?:采样|采集|采血|抽血)(?!时间|日期|[\ :]{0,3}[0-9])"
)
_CALLS_A_DAY = re.compile(r"时间|日期|日$|date|time|\ on$|\ at$")
_WEEKDAY = (
    r"(?:(?<![每一二两三四])周|星期|礼拜)[一二三四五六日天](?![次个疗])"
    r"|(?<![a-z])(?:on |last |this )?(?:mon|tues|wednes|thurs|fri"
    r"|satur|sun)day(?![a-z])|(?<![a-z])(?:on )?the [0-9]{1,2}(?:st|nd|rd|th)(?![a-z])"
)
_RELATIVE = re.compile(
    rf"(?:前天|昨[天日晚晨]|今[天日早晨]|上周|上个?月|[0-9一二两三]{{1,2}} ?(?:天|日|周|个月)前)"
    rf"(?: ?{_DONE})?"
    r"|(?<![a-z])(?:yesterday|today|tomorrow|this morning|last (?:night|week|month)"
    r"|[0-9]{1,2} ?(?:days?|weeks?|months?|d|wks?) ago)(?![a-z])|明[天日]"
    rf"|{_WEEKDAY}"
)
_NAMED_MONTH = re.compile(
    r"[0-9]{1,2} ?月 ?[0-9]{1,2} ?[日号]"
    r"|(?:[0-9]{1,2}[- ])?(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?"
    r"|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?(?:[- ][0-9]{1,2})?"
)
_CHINESE = re.compile("[\u4e00-\u9fff]")
_YEAR_WITHIN = re.compile("(?:19|20)[0-9]{2}")
# only characters of dates: a name may follow the label, and a name is never quoted
_WRITTEN_INSTEAD = re.compile(rf"(?:{_RELATIVE.pattern}|[0-9年月日号时分:/. -]{{1,16}})?")
# without the day of birth, which may identify the patient
_LABEL_OR_DAY = re.compile(rf"{_SAMPLED}|{_REPORTED}|{_PRINTED}|{_RECEIVED}|{WRITTEN_DAY}|{TIME}")


class PrintedDay(NamedTuple):
    """A day that a text prints: its role, and every day that its words may mean.

    One meaning is certain; none or several are asked about. `words` are the typed words, without
    anything that could be a name, and `start` is their position.
    """

    role: Role
    readings: tuple[date, ...]
    words: str
    start: int

    @property
    def day(self) -> date | None:
        """The day, if it is certain."""
        return self.readings[0] if len(self.readings) == 1 else None


def printed_days(text: str, today: date) -> tuple[PrintedDay, ...]:
    """Give every day of a text in order, also labelled text that is no readable day.

    A sampling day in the future or more than a year ago is not certain either.

    >>> [(d.role, str(d.day)) for d in printed_days(
    ...     "采样时间：2026-11-20 08:30 报告时间：2026-11-21", date(2026, 11, 23))]
    [('sampled', '2026-11-20'), ('reported', '2026-11-21')]
    """
    folded = normalized(text)
    found = sorted(_found(text, folded, today), key=lambda day: day.start)
    return tuple(_checked(day, today) for day in found if day.role != "born")


def is_only_days(piece: str) -> bool:
    """Whether a piece of text contains only labels of days, days and times.

    >>> is_only_days("采样时间： 报告时间："), is_only_days("CEA 5")
    (True, False)
    """
    return not any(map(str.isalnum, _LABEL_OR_DAY.sub(" ", normalized(piece))))


def _found(text: str, folded: str, today: date) -> Iterator[PrintedDay]:
    """Give labelled days, then labels without a day, then words and days without a label."""
    told = bytearray(len(text))
    for before in _BEFORE_VERB.finditer(folded):
        _tell(told, before.span())
        words = text[slice(*before.span(1))]
        yield _printed("sampled", before[1], words, before.start(1), today)
    for label in _LABEL.finditer(folded):
        if not told[label.start()] and (found := _behind(text, folded, label, today)):
            _tell(told, (found.start, found.start + len(found.words)))
            yield found
    for relative in _RELATIVE.finditer(folded):
        if not told[relative.start()]:
            yield PrintedDay("sampled", (), text[slice(*relative.span())], relative.start())
    for day in _FULL_DAY.finditer(folded):
        if not told[day.start()]:
            yield from _unlabelled(text, day, today)


def _tell(told: bytearray, span: tuple[int, int]) -> None:
    start, end = span
    told[start:end] = b"\1" * (end - start)


def _behind(text: str, folded: str, label: re.Match[str], today: date) -> PrintedDay | None:
    """Give the day behind a label; for a sampling label, also other text in place of a day."""
    role = next(role for role, _ in _LABELS if label[role] is not None)
    gap = _GAP.match(folded, label.end())
    behind = gap.end() if gap else label.end()
    if day := _DAY.match(folded, behind):
        words = text[label.start() : day.end()]
        return _printed(role, day[0], words, label.start(), today)
    if role != "sampled" or not _calls_a_day(folded, label):
        return None
    rest = _WRITTEN_INSTEAD.match(folded, behind)
    end = rest.end() if rest else behind
    return PrintedDay("sampled", (), text[label.start() : end].rstrip(), label.start())


def _unlabelled(text: str, day: re.Match[str], today: date) -> Iterator[PrintedDay]:
    """Give a day that nothing labels, in digits only with its year: else `11.2` may be a value.

    A day ahead, or more than a year ago, has no reading: it may be of anything.
    """
    if _YEAR_WITHIN.search(day[0]) is None and _NAMED_MONTH.fullmatch(day[0]) is None:
        return
    is_chinese = _CHINESE.search(text) is not None
    readings = readings_of(day[0], today, month_first=is_chinese)
    recent = tuple(each for each in readings if is_recent(each, today))
    yield PrintedDay("", recent, text[slice(*day.span())], day.start())


def _printed(role: Role, written: str, words: str, start: int, today: date) -> PrintedDay:
    is_chinese = _CHINESE.search(words) is not None
    return PrintedDay(role, readings_of(written, today, month_first=is_chinese), words, start)


def _checked(day: PrintedDay, today: date) -> PrintedDay:
    if day.role != "sampled":
        return day
    return day._replace(readings=tuple(d for d in day.readings if is_recent(d, today)))


def _calls_a_day(folded: str, label: re.Match[str]) -> bool:
    """Whether a label without a day needs one; `24 h collection 1 L` does not."""
    is_followed = folded[label.end() : label.end() + 2].strip()[:1] in (":", "=")
    return is_followed or _CALLS_A_DAY.search(label[0]) is not None
