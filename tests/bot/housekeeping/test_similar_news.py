"""Who asked hears once of what happens to a similar trial that they may know, until they stop."""

from collections.abc import AsyncIterator
from datetime import date
from pathlib import Path

import pytest

from bot.housekeeping.similar_news import SimilarNews
from bot.serving.commits import Commits
from bot.serving.jobs import DeliveryJob
from bot.serving.teams import Teams
from bot.setup.start import now
from bot.telegram.updates import Update, button
from ectrial.ledger.ledger import Author
from ectrial.record.entries import Kind, NewEntry
from ectrial.record.team import Terms
from ectrial.text import Language
from ectrial.trial.versions import shipped
from tests.bot.serving.chats import Chats
from tests.second_trial import second_trial

FIRST, OLIGO, SHANGHAI = "EC-CRT-003", "SBRT-OLIGO", "ESO-SHANGHAI-20"
ADMIN, BOTH, ONE = 7, 8, 9
TODAY = date(2026, 11, 30)


class Site:
    """Two people who asked to be told, and what is handed over to each."""

    def __init__(self, folder: Path) -> None:
        self.chats = Chats(folder, admins=frozenset({ADMIN}))
        self.ledger, self.trials = self.chats.real, shipped()
        self.languages: dict[int, Language] = {}
        self.sent: list[tuple[int, DeliveryJob]] = []
        self.commits = Commits(self.ledger)
        for person, trials in ((BOTH, (FIRST, OLIGO)), (ONE, (FIRST,))):
            self.joins(person, *trials)
            self.chats.does("/similar", "[Tell me of similar trials]", person=person)

    def joins(self, person: int, *trials: str) -> None:
        value = Terms.of("coordinator").value
        new = (NewEntry(Kind.STAFF_ADDED, t, item=str(person), value=value) for t in trials)
        self.ledger.append(tuple(new), Author(ADMIN, "admin"))

    def becomes(self, trial: str, state: str) -> None:
        value = {"state": state, "since": TODAY.isoformat()}
        new = NewEntry(Kind.TRIAL_STATUS, trial, value=value, text="why")
        self.ledger.append([new], Author(ADMIN, "admin"))

    async def told(self) -> list[tuple[int, str]]:
        """Let a process that was just started look twice; give what it tells, and to whom."""
        self.sent.clear()
        about = Teams(self.ledger, self.trials, frozenset({ADMIN})), self.trials, now
        news = SimilarNews(
            self.ledger,
            self.commits,
            *about,
            is_there=lambda _: True,
            language=lambda chat: self.languages.get(chat.id, "en"),
            hand_over=lambda person, job: self.sent.append((person, job)),
        )
        await news.tell()
        await news.tell()
        return [(person, notice.text) for person, job in self.sent for notice in job.notices]

    def taps_off(self, person: int) -> None:
        (data,) = {notice.data for _, job in self.sent for notice in job.notices}
        tapped = Update(next(self.chats.next), person, "en", button(data), message=99)
        for _ in range(2):  # it is delivered again
            self.chats.take(tapped)


@pytest.fixture
async def site(tmp_path: Path) -> AsyncIterator[Site]:
    found = Site(tmp_path)
    yield found
    await found.commits.finish()
    found.chats.close()


async def test_a_pause_is_told_once_and_only_to_who_has_a_role_there(site: Site) -> None:
    before = await site.told()
    site.becomes(OLIGO, "paused")
    site.becomes(FIRST, "paused")

    told = await site.told()

    assert before == []
    ((person, text),) = told
    assert person == BOTH
    assert text.startswith(f"Similar to {FIRST}, as you asked:\n{OLIGO}: ")
    assert text.endswith("⏸ Enrolment paused since 30 Nov 2026: do not enrol")
    assert await site.told() == []


async def test_what_was_known_when_they_asked_is_no_news_and_each_change_is(site: Site) -> None:
    site.becomes(OLIGO, "paused")
    site.chats.does("/similar", "[Only Phase II]", person=BOTH)
    asked_since = await site.told()
    site.becomes(OLIGO, "open")
    site.languages[BOTH] = "zh"

    ((_, text),) = await site.told()

    assert asked_since == []
    assert text.endswith("入组：自2026年11月30日起开放")


async def test_a_trial_that_is_added_is_told_to_who_may_know_it(site: Site) -> None:
    site.trials = shipped().with_own([second_trial()])
    nobody_yet = await site.told()
    site.joins(BOTH, second_trial().id)

    ((person, text),) = await site.told()

    assert nobody_yet == []
    assert person == BOTH
    assert "New here, Phase II\nEnrolment: open" in text


async def test_of_another_phase_nothing_is_told_where_one_was_named(site: Site) -> None:
    site.joins(BOTH, SHANGHAI)
    site.chats.does("[Only Phase II]", person=BOTH)
    site.becomes(SHANGHAI, "paused")

    assert await site.told() == []


async def test_one_tap_below_the_message_ends_it_and_moves_no_card(site: Site) -> None:
    site.becomes(OLIGO, "paused")
    assert len(await site.told()) == 1
    card = site.chats.card(BOTH)

    site.taps_off(BOTH)
    site.becomes(OLIGO, "open")

    assert await site.told() == []
    assert "Tell me of similar trials" in str(site.chats.card(BOTH).rows)
    assert site.chats.card(BOTH).blocks[0] == card.blocks[0]


async def test_what_could_not_be_sent_is_tried_again(site: Site) -> None:
    site.becomes(OLIGO, "paused")
    await site.told()
    ((_, job),) = site.sent

    await job.notices[0].give_back()

    assert len(await site.told()) == 1
