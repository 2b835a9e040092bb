"""Sender, contact, colleague and stranger: a verdict goes to one phone, its answer to another."""

from collections.abc import AsyncIterator, Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.serving.pushes import Neutral, Push
from ectrial.record.entries import Kind
from ectrial.trial.study_team import Contact, StudyTeam
from ectrial.trial.versions import shipped
from tests.bot.desk import until
from tests.bot.rings import rings_of
from tests.bot.running import Running
from tests.bot.test_two_phones import does, labels
from tests.faults import FaultySandbox
from tests.phone import Phone

SENDER, CONTACT, COLLEAGUE, STRANGER = 1001, 1002, 1004, 1003
TEAM = frozenset({SENDER, CONTACT, COLLEAGUE})


@pytest.fixture
def clock() -> Callable[[], datetime]:
    """Give a time of the day at which phones may ring."""
    return lambda: datetime(2026, 11, 30, 12, tzinfo=UTC)


@pytest.fixture
async def bot(
    sandbox: FaultySandbox, tmp_path: Path, clock: Callable[[], datetime]
) -> AsyncIterator[Running]:
    study = {shipped().ids[0]: StudyTeam(contact=Contact(chat=CONTACT), slots=2)}
    record = tmp_path / "practice.db"
    async with Running(sandbox, record, admins=TEAM, clock=clock, study_teams=study) as running:
        yield running


async def test_a_verdict_reaches_the_contact_alone_and_its_answer_the_sender(
    bot: Running, sandbox: FaultySandbox, phone: Phone
) -> None:
    rung = rings_of(sandbox)
    contact, colleague = Phone(sandbox, CONTACT), Phone(sandbox, COLLEAGUE)
    stranger = Phone(sandbox, STRANGER)
    await does(contact, "/trial")
    await does(colleague, "/trial")
    await does(phone, "/new S-014 M 58", "[3]", "[Stop here]", "[Contact the study team ›]")

    await does(phone, "[Send to administrator 1002]")
    await contact.settles()
    await until(lambda: Push(Neutral.TO_LOOK_AT, "en").text in rung)
    offered, others = await labels(contact), await labels(colleague)
    await does(contact, "/todo", "[Contact: S-014]", "[Accept]")
    await does(contact, "[Appointment ›]", "[Tomorrow]", "14:30")
    await phone.settles()
    await does(stranger, "/start")

    assert "To do (1) ›" in offered
    assert "To do (1) ›" not in others
    assert bot.recorded.count(Kind.REFERRED) == 1
    assert bot.recorded[-2:] == [Kind.REFERRAL_ACCEPTED, Kind.APPOINTED]
    assert "administrator 1002 accepted it." in (await phone.card()).text
    (file,) = [each for each in await contact.messages() if "document" in each]
    assert file["document"]["file_name"] == "PRACTICE_appointment.ics"
    written = (await contact.file(file)).decode()
    assert "DTSTART:20261201T143000Z\r\n" in written
    assert "SUMMARY:PRACTICE EC-CRT-003 S-014\r\n" in written
    assert not any("S-014" in str(each) for each in await stranger.messages())
    assert not any("document" in each for each in await colleague.messages())
    assert bot.ledger.verify().holds
