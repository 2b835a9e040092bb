"""One line of a proof, as it is shown."""

from dataclasses import dataclass

from ectrial.wording.marks import Mark


@dataclass(frozen=True, slots=True)
class ProofLine:
    """One line of a proof; `str` gives the line as shown.

    `mark` is None if no rule judges the answer. `items` are the ids of the items that the words
    name. `remark` is a sentence that is shown below the line.
    """

    words: str
    mark: Mark | None = None
    items: frozenset[str] = frozenset()
    remark: str = ""

    def __str__(self) -> str:
        marked = f"{self.words} {self.mark}" if self.mark else self.words
        return f"{marked}\n{self.remark}" if self.remark else marked
