"""The words by which a cell answers an item: ids, labels and plain words, in both languages."""

from collections.abc import Iterator
from unicodedata import normalize

from ectrial.facts import Absence
from ectrial.record.entries import JSON
from ectrial.vocabulary import Item

_YES = ("yes", "y", "true", "是", "有")
_NO = ("no", "n", "false", "否", "无", "没有")
_ABSENT: dict[Absence, tuple[str, ...]] = {
    Absence.UNKNOWN: ("unknown", "not sure", "uncertain", "不详", "未知", "不确定", "不清楚"),
    Absence.NOT_DONE: ("not done", "not tested", "未做", "未查", "未检查"),
    Absence.PENDING: ("pending", "待报告", "待回报", "待定"),
    Absence.NOT_APPLICABLE: ("not applicable", "不适用"),
}
_SHORT = {"male": ("m",), "female": ("f",)}


def plain(text: str) -> str:
    """Give a text as it is compared: without case, width, and signs between words.

    >>> plain("Not_Done"), plain(" ALT（谷丙转氨酶）")
    ('not done', 'alt(谷丙转氨酶)')
    """
    told = normalize("NFKC", text).casefold().replace("_", " ").replace("-", " ")
    return " ".join(told.split())


def words_of(item: Item) -> dict[str, JSON]:
    """Give what each word answers to an item; words that could mean two answers are left out."""
    found: dict[str, JSON] = {}
    double: set[str] = set()
    for word, value in _pairs(item):
        if found.setdefault(plain(word), value) != value:
            double.add(plain(word))
    return {word: value for word, value in found.items() if word not in double}


def _pairs(item: Item) -> Iterator[tuple[str, JSON]]:
    for word, value in item.words.items():
        yield word, str(value)
    for absence in item.absences:
        yield from ((word, str(absence)) for word in _ABSENT[absence])
    if item.kind == "boolean":
        yield from ((word, "yes") for word in _YES)
        yield from ((word, "no") for word in _NO)
    for option, label in item.options.items():
        for word in (option, label.en, label.zh, *label.formerly, *_SHORT.get(option, ())):
            yield word, option
