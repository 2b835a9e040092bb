import logging
from pathlib import Path

import pytest
from telegram import Bot

from bot.sandbox.people import PEOPLE
from bot.setup.settings import Settings
from bot.telegram.introduction import DESCRIPTION, SHORT
from ectrial.text import LANGUAGES, Language
from ectrial.trial.versions import shipped
from ectrial.wording.speech import speech
from tests.bot.running import Running
from tests.faults import Fault, FaultySandbox, refused, too_many
from tests.phone import Phone

SETTERS = ("setmydescription", "setmyshortdescription")


def set_so_far(sandbox: FaultySandbox) -> int:
    return sum(sandbox.faults.calls[method] for method in SETTERS)


async def test_empty_chat_says_what_the_bot_is_in_the_language_of_the_person(
    bot: Running, sandbox: FaultySandbox
) -> None:
    said = {person.id: await Phone(sandbox, person.id).description() for person in PEOPLE}

    assert said[1001] == speech("en")(DESCRIPTION)
    assert said[1004] == speech("zh")(DESCRIPTION)


async def test_who_has_neither_language_reads_that_of_the_site(
    sandbox: FaultySandbox, tmp_path: Path
) -> None:
    settings = Settings(_env_file=None, ECTRIAL_LANGUAGE="zh")
    async with (
        Running(sandbox, tmp_path / "x.db", settings=settings),
        Bot(sandbox.token, base_url=sandbox.bot_api) as looking,
    ):
        await Phone(sandbox).says("/start")

        said = [
            (await looking.get_my_short_description(code)).short_description
            for code in (None, "fr", "en")
        ]

    assert said == [speech("zh")(SHORT), speech("zh")(SHORT), speech("en")(SHORT)]


async def test_what_is_said_already_is_not_set_again(
    sandbox: FaultySandbox, tmp_path: Path, phone: Phone
) -> None:
    async with Running(sandbox, tmp_path / "x.db"):
        await phone.says("/start")
    before = set_so_far(sandbox)

    async with Running(sandbox, tmp_path / "x.db"):
        await phone.says("/start")

    assert before > 0
    assert set_so_far(sandbox) == before


@pytest.mark.parametrize("fault", [too_many(3600), refused(404, "Not Found")], ids=["429", "404"])
async def test_introduction_that_fails_stops_nothing(
    sandbox: FaultySandbox,
    tmp_path: Path,
    phone: Phone,
    fault: Fault,
    caplog: pytest.LogCaptureFixture,
) -> None:
    for method in ("getMyDescription", "setMyShortDescription"):
        sandbox.faults.strike(method, fault, times=9)
    with caplog.at_level(logging.WARNING, "bot"):
        async with Running(sandbox, tmp_path / "x.db"):
            await phone.says("/start")

            assert await phone.card()
    assert "the bot's description was not set" in caplog.text


@pytest.mark.parametrize("language", LANGUAGES)
def test_strangers_learn_neither_study_nor_more_than_telegram_takes(language: Language) -> None:
    description, short = (speech(language)(each) for each in (DESCRIPTION, SHORT))

    assert len(description) <= 512
    assert len(short) <= 120
    for trial in shipped().ids:
        assert trial.lower() not in (description + short).lower()
