"""Numbers with their nouns, for the lines that commands print."""


def counted(number: int, one: str, many: str) -> str:
    """Write a number with its noun.

    >>> counted(1, "copy", "copies"), counted(2, "copy", "copies")
    ('1 copy', '2 copies')
    """
    return f"{number} {one if number == 1 else many}"
