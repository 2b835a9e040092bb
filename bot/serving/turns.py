"""One turn of the dialogue with its record: read, advance and append in one transaction.

All turns run in the thread that writes the record, so no other turn comes between the reading
and the recording of a turn.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from secrets import token_urlsafe

from bot.papers.making import offered
from bot.papers.pdf import can_print
from bot.serving.asked_papers import AskedPapers
from bot.serving.beds import Beds
from bot.serving.bells import Bells
from bot.serving.chat_rows import asks_of, focus_of, row_after
from bot.serving.choosing import Choosing
from bot.serving.drawing import files_of
from bot.serving.events import event_of, is_change
from bot.serving.installation import Installation
from bot.serving.lapsed import kept_and_told
from bot.serving.passcodes import Passcodes
from bot.serving.practice import Practice
from bot.serving.proving import OF_PHONES, Proving
from bot.serving.records import PracticeRecord, RealRecord, Record
from bot.serving.still_meant import has_same_rights
from bot.serving.taken import Standing, Taken
from bot.serving.teams import Seats, Teams
from bot.serving.unkept import UnkeptTexts
from bot.serving.wishes import Wishes
from bot.telegram.files import File
from bot.telegram.updates import Update
from conversations.cards import show
from conversations.dialogue import advance
from conversations.screen import Screen
from conversations.standing import standing
from conversations.turn import Turn, World
from ectrial.ledger.ledger import Author, Chat, Ledger
from ectrial.record.one_time_codes import Proved, ToProve
from ectrial.record.shares import GUEST
from ectrial.record.team import Member, Team, Terms
from ectrial.record.team_folding import OF_THE_TEAM
from ectrial.text import Language
from ectrial.wording.speech import speech

# Nobody guesses 96 bits, and with them a link stays short
BYTES_OF_A_SECRET = 12


class Turns:
    """Takes turns and finds where each chat stands; without `practice` there is one record."""

    def __init__(
        self,
        ledger: Ledger,
        installation: Installation,
        pepper: bytes = b"",
        practice: Practice | None = None,
    ) -> None:
        self._ledger = ledger
        self._real: Record = RealRecord(ledger)
        self._practice = None if practice is None else PracticeRecord(practice, ledger)
        self._proving = Proving(ledger, pepper)
        self._installation = installation
        self._unkept = UnkeptTexts(ledger.deletions)
        self._passcodes = Passcodes(ledger)
        self._beds = Beds(ledger.beds, is_allowed=installation.has_bed_labels)
        self._bells = Bells(ledger.due, installation.hours)
        self._wishes = Wishes(ledger, installation.trials)
        self._papers = AskedPapers(ledger.asked_papers)
        self._teams = Teams(ledger, installation.trials, installation.admins)
        self._choosing = Choosing(ledger, self._teams, installation)
        # to look for a library takes longer than many a turn
        self._formats, self._prints = offered(), can_print()

    async def prepare(self, updates: Sequence[Update]) -> None:
        """Do what is slow on purpose, before these updates are taken."""
        await self._passcodes.prepare(updates)

    def take(self, update: Update, author: Author) -> Taken | None:
        """Record the effect of an update; None if the update was recorded before."""
        chat = self._ledger.chat(update.person) or Chat(update.person)
        if author.role == GUEST:
            chat = replace(chat, practice=False)
        language = chat.language or update.language or self._installation.language
        own = self._choosing.seats(chat.id)
        trial = self._choosing.trial(chat, own, update)
        has_lost = self._choosing.has_lost(chat, trial)
        chat = self._choosing.at(chat, trial)
        # the change of the record is a turn of the real one: it works if practice does not
        record = self._real if is_change(update.event) else self._record_of(chat)
        with record.at_hand() as ledger:
            world = self._world(chat, own, trial, language, ledger, update)
            if not world.member.is_guest:
                elsewhere = {name: own.member.role for name, own in world.own_trials.items()}
                author = Author(chat.id, world.member.role, elsewhere)
            focus = focus_of(world, record.place(chat, self._choosing.named(trial)))
            code = self._proving.code(update, world, focus)
            if code is not None and self._ledger.has_seen(update.update_id):
                return None  # its try is counted
            proved = self._proving.check(update, author, code, world.trial.id) if code else None
            tried = self._passcodes.tried(update, focus) if world.member.is_guest else None
            asked = partial(self.asks, Standing(chat, focus, world))
            event = proved or tried or event_of(update, chat, asked, is_of_lost_trial=has_lost)
            self._unkept.forget(chat.id, focus)
            turn = Turn(focus) if record.has_taken(update) else advance(world, focus, event)
        if turn.trial is not None:
            turn = replace(turn, trial=self._choosing.named(turn.trial))
        after = row_after(update, chat, event, turn, language)
        now = self._installation.now()
        keep = partial(record.keep, turn, focus, update, author, after)
        kept = kept_and_told(self._ledger, self._teams, turn, now.date(), keep)
        if kept is None:
            return None
        turn = kept
        self._bells.take(turn, chat.id, now, is_practice=self._is_beside(chat))
        self._unkept.take(chat.id, turn, now)
        self._passcodes.take(update, turn)
        self._beds.take(chat.id, turn, now.date())
        self._wishes.take(chat.id, turn)
        self._papers.take(chat.id, turn, world.trial.id, is_practice=self._is_beside(chat))
        return Taken(turn, chat, self._left(world, turn, after, proved), proved)

    def _left(self, world: World, turn: Turn, chat: Chat, proved: Proved | None) -> Standing:
        """Give where a turn leaves its chat; an act that was let through keeps the person in."""
        if not world.to_prove.must and world.to_prove.can not in ("no_pepper", "not_enrolled"):
            self._proving.note_seen(chat.id)
        if turn.practice is not None or turn.trial is not None:
            return self.standing(self._ledger.chat(chat.id) or chat)
        after = world.after(turn, chat.round)
        if any(entry.kind in (*OF_THE_TEAM, *OF_PHONES) for entry in turn.entries):
            team, lost = self._teams.of(world.trial.id), self._proving.lost()
            member = _member(chat.id, after.today, team)
            after = replace(after, team=team, lost=lost, member=member)
        if proved is not None:
            after = replace(after, to_prove=self._proving.needed(chat.id, proved))
        return Standing(chat, turn.focus, after)

    def files(self, taken: Taken) -> tuple[File, ...]:
        """Draw and write what a turn sends beside the card."""
        site, world = self._installation, taken.standing.world
        given = world.trial.id, site.zone, speech(world.language), site.trials
        with self._record_of(taken.before).at_hand() as ledger:
            return files_of(taken.turn, ledger, *given, is_practice=world.practice)

    def is_meant(self, taken: Taken) -> bool:
        """Whether what a turn leaves beside the card is still for its person, now."""
        return has_same_rights(taken.standing, self._teams, self._proving, self._installation)

    def must_prove(self, person: int) -> bool:
        """Whether a person has to prove who they are before anything is shown to them."""
        return bool(self._proving.needed(person).must)

    def enrolled(self, taken: Taken) -> list[tuple[int, File]]:
        """Give the secret of each person whom the turn has enrolled, for the own chat alone."""
        chat = self._ledger.chat
        return self._proving.enrolled(taken.turn.entries, lambda who: self.language(chat(who)))

    def standing(self, chat: Chat) -> Standing:
        """Give where a chat stands, from its record alone."""
        record, own = self._record_of(chat), self._choosing.seats(chat.id)
        trial = self._choosing.trial(chat, own)
        chat = self._choosing.at(chat, trial)
        with record.at_hand() as ledger:
            world = self._world(chat, own, trial, self.language(chat), ledger)
            place = record.place(chat, self._choosing.named(trial))
            return Standing(chat, focus_of(world, place), world)

    def screen(self, standing: Standing) -> Screen:
        """Compute the screen that the chat should show."""
        return show(standing.world, standing.focus)

    def trial(self, chat: Chat) -> str:
        """Name the trial that a chat works in."""
        return self._choosing.trial(chat, self._choosing.seats(chat.id))

    def asks(self, standing_at: Standing) -> str:
        """Name the question that the chat should show."""
        return asks_of(standing_at.chat, standing(standing_at.world, standing_at.focus).focus)

    def language(self, chat: Chat | None) -> Language:
        """Give the language of a chat."""
        return (chat and chat.language) or self._installation.language

    def _record_of(self, chat: Chat) -> Record:
        return self._practice if self._practice and chat.practice else self._real

    def _is_beside(self, chat: Chat) -> bool:
        return self._practice is not None and chat.practice

    def _world(
        self,
        chat: Chat,
        own: Seats,
        trial: str,
        language: Language,
        ledger: Ledger,
        update: Update | None = None,
    ) -> World:
        # of the real record, always
        now, team = self._installation.now(), self._teams.of(trial)
        member = _member(chat.id, now.date(), team)
        protocol, labs = self._choosing.present(trial)
        trials = self._choosing.trials(own)
        return World(
            site=ledger.site,
            trial=protocol,
            versions=self._installation.trials,
            labs=labs,
            records=ledger.of(trial),
            now=now,
            today=now.date(),
            member=member,
            language=language,
            round=chat.round,
            practice=self._installation.is_practice or chat.practice,
            can_practise=self._practice is not None,
            contact=self._installation.contact,
            study_teams=self._installation.study_teams,
            approval=self._installation.approval,
            team=team,
            admins=self._installation.admins,
            bot_name=self._installation.bot_name(),
            codes=self._installation.codes.among(trial, trials),
            hours=self._installation.hours,
            secret=token_urlsafe(BYTES_OF_A_SECRET),
            reminders=self._bells.reminders(chat.id, now, is_practice=self._is_beside(chat)),
            to_prove=ToProve() if member.is_guest else self._proving.needed(chat.id),
            lost=self._proving.lost(),
            held=self._unkept.of(chat.id),
            allows_guests=self._installation.allows_guests,
            fresh=self._passcodes.fresh(chat.id, update),
            beds=self._beds.of(chat.id, now.date(), is_practice=self._is_beside(chat)),
            trials=trials,
            says_trial=self._choosing.says_which(own, trial),
            own_trials=self._choosing.elsewhere(own, trials, trial, ledger),
            work=self._choosing.work(own, trial, ledger),
            wishes=self._wishes.of(chat.id),
            formats=self._formats[0],
            lacking=self._formats[1],
            making=self._papers.of(chat.id),
            prints=self._prints,
        )


def _member(person: int, today: date, team: Team) -> Member:
    """Give a person of the team; anybody else has no rights but those of a guest."""
    return team.member(person, today) or Member(person, Terms("monitor", ()), is_guest=True)
