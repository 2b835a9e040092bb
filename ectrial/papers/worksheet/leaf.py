"""What each part of a worksheet is written from: the screening, the language, and for whom."""

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from ectrial.facts import Facts
from ectrial.papers.screening_file import ScreeningFile
from ectrial.record.exports import Recipient
from ectrial.record.screenings import Screening
from ectrial.trial.enrolled import as_enrolled
from ectrial.trial.protocol import Protocol
from ectrial.trial.verdict import Verdict
from ectrial.wording.people import role_words
from ectrial.wording.speech import Say

Row = dict[str, object]
"""A part of a worksheet as JSON: nothing but words, and lists of them."""


@dataclass(frozen=True)
class Leaf:
    """One screening that its protocol can read; a sponsor reads no notes of the site."""

    file: ScreeningFile
    protocol: Protocol
    verdict: Verdict
    say: Say
    recipient: Recipient

    @cached_property
    def screening(self) -> Screening:
        """The screening with the answers that count: of who is enrolled, those of that day."""
        return as_enrolled(self.file.screening) or self.file.screening

    @property
    def facts(self) -> Facts:
        """All answers, also those that are too old to count."""
        return self.verdict.given

    @property
    def has_notes(self) -> bool:
        """Whether the reader may read what the team wrote for itself."""
        return self.recipient == "site"

    def item_name(self, item: str) -> str:
        """Name an item behind its criterion; one that the version does not have, by its id."""
        if item not in self.protocol.vocabulary:
            return item
        question = self.protocol.question_of.get(item)
        criterion = (question and question.criterion) or ""
        return f"{criterion} {self.say.text(self.protocol.vocabulary[item].name)}".strip()

    def person(self, number: int, role: str) -> str:
        """Name a person as the team knows them, with the role of that time; else by role alone."""
        return named(self.say, self.file.words.names.get(number, ""), role)

    def at(self, at_utc: datetime) -> str:
        """Give a moment by the clock of the site, which the head of the page names."""
        # held together by a space at which no line ends
        return f"{at_utc.astimezone(self.file.words.zone):%Y-%m-%d\u00a0%H:%M}"


def named(say: Say, name: str, role: str) -> str:
    """Give a printed name with the role; the role alone where nobody knows a name."""
    if not name:
        return role_words(say, role)
    return say("{name} ({role})", name=name, role=role_words(say, role))
