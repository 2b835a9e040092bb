"""The criteria of the versions that are met (TI): one code for each text, and the other way.

A code has eight signs at most and a text 200; the whole text of a longer one stands in the ODM
file. A criterion whose text an amendment changed has another code from then on (SDTMIG 3.4, 7.4).
"""

import json
from collections.abc import Callable, Iterator
from typing import NamedTuple

from ectrial.papers.versions_met import Version
from ectrial.trial.criterion import Criterion
from ectrial.trial.protocol import Protocol

LONGEST = 200
CATEGORIES = {"I": "INCLUSION", "E": "EXCLUSION"}


class Test(NamedTuple):
    """One criterion in one version, as TI and IE name it."""

    code: str
    text: str
    category: str
    subcategory: str
    rule: str
    version: str


class Criteria:
    """What TI has: the criteria of each version of a subject, added as they are met."""

    def __init__(self, protocol_of: Callable[[str, str], Protocol | None]) -> None:
        self._protocol_of, self._met = protocol_of, set[Version]()
        self._texts: dict[str, str] = {}
        self._codes: dict[str, dict[str, str]] = {}
        self._tests: dict[tuple[Version, str], Test] = {}
        self._versions: dict[str, Version] = {}

    def meets(self, version: Version) -> None:
        """Take the criteria of a version, if anybody has it still."""
        if version in self._met:
            return
        self._met.add(version)
        protocol = self._protocol_of(*version)
        for each in protocol.criteria if protocol else ():
            told = _on_one_line(each.wording), _parts(each), _rule(each, protocol)
            self._add(version, each.id, *told)

    def of(self, version: Version, criterion: str) -> Test:
        """Give how a criterion is named; one whose text nobody has is named as that."""
        self.meets(version)
        if (version, criterion) not in self._tests:
            text = f"{criterion} of version {version[0]}: the text is not at hand"
            self._add(version, criterion, text, "", "")
        return self._tests[version, criterion]

    def __iter__(self) -> Iterator[Test]:
        return iter(self._tests.values())

    def _add(self, version: Version, id_: str, text: str, parts: str, rule: str) -> None:
        code = self._codes.setdefault(id_, {}).get(text) or self._code(id_)
        if text not in self._codes[id_]:
            self._codes[id_][text] = code
            self._texts[code] = self._shortened(text, code)
        category = CATEGORIES[id_[0]]
        named = self._named(version)
        self._tests[version, id_] = Test(code, self._texts[code], category, parts, rule, named)

    def _named(self, version: Version) -> str:
        """Name a version by its number, and by its hash too where another has that number."""
        is_first = self._versions.setdefault(version[0], version) == version
        return version[0] if is_first else f"{version[0]} ({version[1][:8]})"

    def _code(self, id_: str) -> str:
        """Give a criterion its id as its code; once its text is another one, a code of its own."""
        if id_ not in self._texts:
            return id_
        numbered = (f"{id_[:4]}_{number:03}" for number in range(1, 1000))
        return next(code for code in numbered if code not in self._texts)

    def _shortened(self, text: str, code: str) -> str:
        if len(text) <= LONGEST and text not in self._texts.values():
            return text
        mark = f" […] ({code})" if len(text) > LONGEST else f" ({code})"
        return text[: LONGEST - len(mark)] + mark


def _on_one_line(text: str) -> str:
    return " ".join(text.split())


def _parts(criterion: Criterion) -> str:
    return " ".join(("PART", *criterion.part)) if criterion.part else ""


def _rule(criterion: Criterion, protocol: Protocol | None) -> str:
    """Give the rule as its file has it, as JSON; empty where the file did not come along."""
    written = protocol.written.get("criteria", ()) if protocol else ()
    for each in written if isinstance(written, list) else ():
        if isinstance(each, dict) and each.get("id") == criterion.id:
            return json.dumps(each.get("rule"), ensure_ascii=False, sort_keys=True, default=str)
    return ""
