"""Characters normalized one for one, so that positions in the text stay the same."""

import re

_PAIRS = {
    "，．。：；（）［］【】／＜＞＝～＋＊％＃｜！？": ",..:;()[][]/<>=~+*%#|!?",
    "×✕✖х·∗": "xxxx**",
    "μµ": "uu",
    "－−–—―‐‑〜∼〰⁻": "-------~~~-",
    "＾∧ˆ⌃": "^^^^",
    "\u3000\u00a0\u202f\u205f\t\r": "      ",
    "₀₁₂₃₄₅₆₇₈₉": "0123456789",
    "\u2028\u2029\v\f": "\n\n\n\n",
}
_NORMALIZED = {
    **{code: chr(code - 0xFEE0).lower() for code in range(ord("Ａ"), ord("ｚ") + 1)},
    **{code: chr(code - 0xFEE0) for code in range(ord("０"), ord("９") + 1)},
    **{ord(letter): letter.lower() for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"},
    # spaces of every width, and invisible marks from web pages
    **dict.fromkeys((*range(0x2000, 0x2010), *range(0x202A, 0x202F), 0x00AD, 0xFEFF), " "),
    **dict.fromkeys((*range(0x2060, 0x2070), 0xFE0E, 0xFE0F), " "),
    # last, because the range of wide letters includes brackets
    **{ord(a): b for typed, to in _PAIRS.items() for a, b in zip(typed, to, strict=True)},
}

_ONE_OR_L = re.compile(r"(?<![A-Za-z])l(?=[0-9])|(?<=[0-9])l(?![A-Za-z])")
"""A small L next to a digit may be a badly copied 1: it becomes U+FFFD, read as neither."""


def normalized(text: str) -> str:
    """Make wide characters narrow and capitals small; the length of the text does not change.

    >>> normalized("Ｈｂ：９２ ｇ／Ｌ")
    'hb:92 g/l'
    """
    return _ONE_OR_L.sub("\ufffd", text).translate(_NORMALIZED)
