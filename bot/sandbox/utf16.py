"""Positions in text as Telegram counts them: in UTF-16 code units."""


def length(text: str) -> int:
    """The length of a text in the unit of entity offsets.

    >>> length("a"), length("中"), length("😀")
    (1, 1, 2)
    """
    return len(text.encode("utf-16-le")) // 2


def part(text: str, offset: int, count: int) -> str:
    """The characters that an entity covers.

    >>> part("😀 yes", 3, 3)
    'yes'
    """
    return text.encode("utf-16-le")[2 * offset : 2 * (offset + count)].decode("utf-16-le")
