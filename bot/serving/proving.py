"""Whether a person has to prove who they are before the turn, and the check of a typed code.

It runs in the writing thread, within the transaction of the turn. The digits go no further than
here: the dialogue is told what came of them.
"""

from collections.abc import Callable, Iterable

from bot.enrolling import address_of, picture_of
from bot.telegram.files import File
from bot.telegram.updates import Update
from conversations.dialogue import asks_for_a_code
from conversations.events import Typed
from conversations.focus import Focus
from conversations.turn import World
from conversations.words.one_time_codes import secret_words
from ectrial.ledger.ledger import Author, Ledger
from ectrial.record.entries import Kind, NewEntry
from ectrial.record.one_time_codes import (
    Enrolment,
    LostPhone,
    Proved,
    ToProve,
    code_of,
    secret_of,
)
from ectrial.text import Language
from ectrial.wording.speech import speech

OF_PHONES = (Kind.PHONE_LOST, Kind.PHONE_FOUND)
"""Kinds by which a phone is lost, or is not any more, on somebody else's word."""


class Proving:
    """Knows the pepper; without one nobody can prove anything, and nobody is idle."""

    def __init__(self, ledger: Ledger, pepper: bytes) -> None:
        self._ledger, self._pepper = ledger, pepper

    def needed(self, person: int, last: Proved | None = None) -> ToProve:
        """Say whether a person has to prove who they are; `last` is the code of this turn."""
        found = self._ledger.enrolments.to_prove(person, has_pepper=bool(self._pepper))
        return found if last is None else ToProve(found.must, found.can, last)

    def lost(self) -> dict[int, LostPhone]:
        """Give whose phone was reported lost, in whatever trial, and was not found since."""
        reported = {int(e.said.item or 0) for e in self._ledger.of_kinds((Kind.PHONE_LOST,))}
        has_pepper, known = bool(self._pepper), self._ledger.enrolments
        found = {each: known.lost_phone(each, has_pepper=has_pepper) for each in reported}
        return {each: report for each, report in found.items() if report is not None}

    def enrolled(
        self, entries: Iterable[NewEntry], language: Callable[[int], Language]
    ) -> list[tuple[int, File]]:
        """Draw what the app of each person scans whom these entries have enrolled."""
        people = [int(each.item or 0) for each in entries if each.kind is Kind.ENROLLED]
        found = ((each, self._ledger.enrolments.of(each)) for each in people)
        return [(each, self._drawn(known, language(each))) for each, known in found if known]

    def _drawn(self, enrolment: Enrolment, language: Language) -> File:
        words = secret_words(speech(language), secret_of(self._pepper, enrolment))
        drawn = picture_of(address_of(self._pepper, enrolment))
        return File("secret.png", drawn, words, is_photo=True, is_secret=True)

    def code(self, update: Update, world: World, focus: Focus) -> str | None:
        """Give the six digits of a text that answers the question for a code."""
        if not isinstance(update.event, Typed):
            return None
        digits = code_of(update.event.text)
        return digits if digits and asks_for_a_code(world, focus) else None

    def check(self, update: Update, author: Author, code: str, trial: str) -> Proved:
        """Check and count a code; *proved* or *locked* is recorded."""
        given = update.person, code, self._pepper, author, trial
        return self._ledger.enrolments.check(*given, typed_at=update.told_at)

    def note_seen(self, person: int) -> None:
        """Note that a person did something and was let through."""
        self._ledger.enrolments.note_seen(person)
