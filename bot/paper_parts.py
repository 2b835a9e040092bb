"""Puts together the task that makes papers: from which record, for whom, in which words."""

from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path

from bot.housekeeping.asked_papers import AskedPapers
from bot.papers.making import write_in
from bot.papers.progress import Progress
from bot.parts import Parts
from bot.serving.paper_messages import PaperMessages, Words
from bot.serving.still_meant import is_still_consented
from bot.setup.start import Prepared
from conversations.words.papers import command_of, paper_words
from ectrial.ledger.ledger import Chat, Ledger
from ectrial.ledger.tables.asked_papers import AskedPaper
from ectrial.papers.practice import practised_file, practised_words
from ectrial.record.entries import Kind, NewEntry
from ectrial.record.exports import Export, export_of, name_of
from ectrial.text import Language
from ectrial.wording.speech import speech


def asked_papers_of(prepared: Prepared, parts: Parts) -> AskedPapers:
    """Give the task that makes papers that were asked for."""
    ledger, site = prepared.ledger, _Site(prepared, parts)

    def keep(id_: int, message: int) -> None:
        parts.commits.write_along(partial(ledger.asked_papers.tell_in, id_, message))

    sends = parts.client, parts.delivery.hand_over
    messages = PaperMessages(*sends, keep, site.words, parts.turns.must_prove)
    return AskedPapers(
        ledger,
        parts.commits,
        site.make,
        site.may_have,
        parts.delivery.reaches,
        messages,
    )


@dataclass(frozen=True, slots=True)
class _Site:
    prepared: Prepared
    parts: Parts

    def make(self, row: AskedPaper, folder: Path, progress: Progress) -> Path:
        trials, zone = self.prepared.trials, self.prepared.settings.zone
        with self._record(row) as ledger:
            given = (row.trial, _export(row), zone, trials, self._language(row))
            return write_in(folder, ledger.papers, *given, progress)

    def may_have(self, row: AskedPaper) -> bool:
        """Whether the person still may take papers out of the trial, and the paper go out."""
        if row.trial not in self.parts.teams.trials or self.parts.turns.must_prove(row.chat):
            return False
        member = self.parts.teams.of(row.trial).member(row.chat, self._now.date())
        if member is None or not member.may_export:
            return False
        with self._record(row) as ledger:
            return is_still_consented(ledger.of(row.trial), row.trial, _export(row))

    def words(self, row: AskedPaper) -> Words:
        say, export, subject = speech(self._language(row)), _export(row), self._subject(row)
        today = self._now.date()
        about = paper_words(say, today, row.trial, export, subject)
        name = name_of(export, row.trial, subject, today)
        command = command_of(row.trial, export, name, subject)
        if row.is_practice or self.parts.practice is None:
            about, name = practised_words(say, about), practised_file(name)
            # on the machine it would write that of the real record
            command = ""
        return Words(say, about, name, command)

    def _record(self, row: AskedPaper) -> AbstractContextManager[Ledger]:
        practice = self.parts.practice
        if row.is_practice and practice is not None:
            return practice.at_hand()
        return nullcontext(self.prepared.ledger)

    def _subject(self, row: AskedPaper) -> str:
        of = _export(row).of
        if of is None:
            return ""
        with self._record(row) as ledger:
            id_ = ledger.of(row.trial).opened_by(of)
        return id_.subject if id_ else ""

    def _language(self, row: AskedPaper) -> Language:
        chat = self.prepared.ledger.chat(row.chat) or Chat(row.chat)
        return self.parts.turns.language(chat)

    @property
    def _now(self) -> datetime:
        return self.prepared.clock().astimezone(self.prepared.settings.zone)


def _export(row: AskedPaper) -> Export:
    return export_of(NewEntry(Kind.EXPORTED, row.trial, value=row.export))
