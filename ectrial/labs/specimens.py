"""The specimen of each lab in a text: a heading such as `尿常规` applies to the labs below it."""

from collections.abc import Mapping, Sequence
from typing import Literal

from ectrial.labs.tokens import Token

Specimen = Literal["fluid", "doubt"]
"""Another fluid than blood: certainly ("fluid") or perhaps ("doubt")."""

Frequency = Literal["often", "rarely", "never"]

_PANEL_OR_TEST = "ua"
"""`UA` as a heading means urinalysis, before a number it means uric acid."""

_TEST_WORDS = frozenset({"is", "tests", "now", "panel"})
_CHEMISTRY = frozenset({"生化", "chemistry"})
_SMALL = frozenset({"尿", "血", "blood", "大便"})
_SENTENCE_ENDS = frozenset(";.")
_OWN_BLOOD = ("血", "serum", "plasma", "blood")
_RESULTS = frozenset({"negative", "positive", "level", "absent"})
_SIGNIFICANT = frozenset({"word", "name", "other"})


def specimens(
    tokens: Sequence[Token], measured: Mapping[str, Frequency]
) -> Mapping[int, Specimen]:
    """Give the specimen of each name that is not from blood, by the position of the name.

    `measured` tells how often an item is measured in other fluids.
    """
    found: dict[int, Specimen] = {}
    scopes = _Scopes(tokens)
    for place, token in enumerate(tokens):
        scope = scopes.enter(place)
        if token.name is None or scope is None:
            continue
        often = measured.get(token.name.item, "never")
        if often == "often":
            found[token.start] = scope
        elif often == "rarely" and scope == "fluid":
            found[token.start] = "doubt"
    return found


class _Scopes:
    """Follows the headings of a text.

    `specimen` is the present specimen. It applies to a `section`, a `line` or a `sentence`;
    `alone` is the position of the one name that stands directly behind a specimen.
    """

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens = tokens
        self.specimen: Specimen | None = None
        self.holds: Literal["section", "line", "sentence"] = "section"
        self.alone = -1

    def enter(self, place: int) -> Specimen | None:
        """Go to the next token, and give its specimen."""
        token = self.tokens[place]
        kind = token.word.kind if token.word else ""
        if token.kind == "line":
            self._end_line(place)
        elif token.text in _SENTENCE_ENDS:
            self._end_sentence()
        elif kind == "panel" and self._kind(place + 1) in _RESULTS:
            self.specimen, self.holds = "doubt", "sentence"  # `尿常规正常` is a complete result
        elif kind == "panel" or (token.text == _PANEL_OR_TEST and self._is_heading_ua(place)):
            self.specimen, self.holds = "fluid", "section"
        elif kind == "specimen":
            self._fluid(place)
        elif kind == "blood" and self._is_heading_of_blood(place):
            self.specimen = None
        elif token.kind == "name":
            return self._of_name(place)
        return self.specimen

    def _of_name(self, place: int) -> Specimen | None:
        if self.alone == place:
            return "fluid"
        before = self._kind(place - 1)
        if self.tokens[place].text.startswith(_OWN_BLOOD) or before == "blood":
            self.specimen = "doubt" if self.specimen else None
            return None
        return self.specimen

    def _end_line(self, place: int) -> None:
        if self.holds != "section":
            self.specimen, self.holds = None, "section"
        elif self.specimen and place and self.tokens[place - 1].kind == "line":
            self.specimen = "doubt"

    def _end_sentence(self) -> None:
        if self.holds == "sentence":
            self.specimen, self.holds = None, "section"
        elif self.specimen:
            self.specimen = "doubt"

    def _fluid(self, place: int) -> None:
        """Take a specimen as the heading of a section or line, of one name, or as mentioned."""
        begins, follows = self._begins_line(place), self._text(place + 1)
        is_alone = begins and follows in ("", "\n", "]", ")")
        is_of_test = follows == ":" or self._is_test_word(place + 1) or self._is_labelled(place)
        if is_alone or is_of_test:
            self.specimen, self.holds = "fluid", "section"
        elif begins and follows.isascii() and follows != ",":
            self.specimen, self.holds = "fluid", "line"
        elif self._kind(place + 1) == "name":
            self.alone = place + 1
            if begins:
                self.specimen, self.holds = "fluid", "line"
        elif self.specimen is None:
            self.specimen, self.holds = "doubt", "sentence"

    def _is_heading_of_blood(self, place: int) -> bool:
        """Whether a blood section begins here; not in `胸水生化`, nor for blood found in urine."""
        text = self.tokens[place].text
        if text in _CHEMISTRY and self._kind(place - 1) in ("specimen", "panel"):
            return False
        if text not in _SMALL:
            return True
        if self._text(place + 1) == ":":
            return self._kind(place + 2) not in (*_RESULTS, "number")
        return self._kind(place + 1) in ("name", "tests", "is")

    def _is_heading_ua(self, place: int) -> bool:
        """Whether `UA` means urinalysis: behind uric acid its number or its other name follows."""
        after = place + 1
        while self._text(after) in (":", "-", ",") and after < place + 3:
            after += 1
        if self._text(after) == "\n":
            return self._begins_line(place) and self._kind(after + 1) != "number"
        if self._text(after) in ("尿酸", "uric acid", "", "("):
            return False
        colon = self._text(place + 1) == ":"
        return self._kind(after) in ("name", "other") and (colon or self._begins_line(place))

    def _is_test_word(self, place: int) -> bool:
        return self._kind(place) in _TEST_WORDS or self._text(place) in _CHEMISTRY

    def _is_labelled(self, place: int) -> bool:
        return self._kind(place - 2) == "label" and self._text(place - 1) == ":"

    def _begins_line(self, place: int) -> bool:
        """Whether only signs and numbers stand before this position on its line."""
        for before in range(place - 1, max(-1, place - _FEW), -1):
            token = self.tokens[before]
            if token.kind == "line":
                return True
            if token.kind in _SIGNIFICANT and not (token.word and token.word.kind == "flag"):
                return False
        return place < _FEW

    def _kind(self, place: int) -> str:
        if not 0 <= place < len(self.tokens):
            return ""
        token = self.tokens[place]
        return token.word.kind if token.word else token.kind

    def _text(self, place: int) -> str:
        return self.tokens[place].text if 0 <= place < len(self.tokens) else ""


_FEW = 6
"""The most tokens before a word that are checked, so that reading takes linear time."""
