"""Two phones: a private note reaches no other, one for the team rings; both can be taken out."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from bot.sandbox.server import Sandbox
from bot.serving.pushes import Neutral, Push
from tests.bot.desk import until
from tests.bot.rings import NEUTRAL, rings_of
from tests.bot.running import Running
from tests.bot.test_two_phones import does, labels
from tests.phone import Phone

SECRET, SAID = "asked the ward <i>twicexq", "the ward <b>agrees</b> nowxq"
WRITE = ("/notes S-014", "[Write a note ›]")


@pytest.fixture
def clock() -> Callable[[], datetime]:
    """Give a time of the day at which phones may ring."""
    return lambda: datetime(2026, 11, 30, 12, tzinfo=UTC)


@pytest.fixture
def other(sandbox: Sandbox) -> Phone:
    """The phone of the colleague."""
    return Phone(sandbox, 1002)


async def test_private_note_reaches_no_other_phone_and_one_for_the_team_does(
    bot: Running,
    sandbox: Sandbox,
    phone: Phone,
    other: Phone,
    caplog: pytest.LogCaptureFixture,
) -> None:
    rung, sent = rings_of(sandbox), list[str]()
    sandbox.interceptors.append(lambda _, given: sent.append(str(given)))
    await does(phone, "/new S-014 M 58", "[1]")
    await does(phone, *WRITE, "[The screening as a whole]", SECRET)
    await does(other, "/review S-014", "/notes", "[My notes, all subjects ›]")
    others = [each for each in sent if "1002" in each]
    assert others
    assert not any("xq" in each for each in others)
    assert rung == []

    await does(other, *WRITE, "[An answer ›]", "[INCL01 ECOG]", "[For the team]", SAID)
    await until(lambda: Push(Neutral.TO_LOOK_AT, "en").text in rung)
    await phone.settles()

    assert "Notes: news (1) ›" in await labels(phone)
    assert set(rung) <= NEUTRAL
    await does(phone, "/review S-014")
    text = (await phone.card()).text
    assert SECRET in text
    assert SAID in text
    await does(phone, "/notes", "[As a file]")
    (file,) = [each for each in await phone.messages() if "document" in each]
    given = (await phone.file(file)).decode("utf-8-sig")
    assert file["document"]["file_name"] == "PRACTICE_notes.csv"
    assert SAID in given
    assert all(row.startswith("PRACTICE EC-CRT-003,") for row in given.splitlines()[1:])
    assert SECRET not in given
    assert "xq" not in caplog.text
    assert bot.ledger.verify().holds
