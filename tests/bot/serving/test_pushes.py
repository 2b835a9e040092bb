"""What rings a phone names no subject and no finding: a lock screen shows it to everybody near."""

import re
from pathlib import Path

import pytest

import bot
from bot.serving.pushes import Neutral, Push
from conversations.subject_codes import SubjectCodes
from ectrial.ledger.lists import Lists
from ectrial.text import LANGUAGES, Language
from tests.bot.faults.test_record import not_saved
from tests.bot.rings import NEUTRAL, rings_of
from tests.bot.running import Running
from tests.bot.serving.test_access import STUDY_WORDS
from tests.disk.full import full_disk
from tests.faults import FaultySandbox, refused
from tests.phone import Phone
from tests.tables import of_each

ROOT = Path(bot.__file__).parent
REPORT = "WBC 5.2 10*9/L (3.5-9.5)\nHb 132 g/L\nPLT 210 10*9/L"
SENDS = re.compile(r"""["'.](?:send|forward|copy)(?:[A-Z]|_message)""")


async def test_no_card_and_no_answer_to_ones_own_act_rings(
    bot: Running, phone: Phone, sandbox: FaultySandbox
) -> None:
    rung = rings_of(sandbox)

    await phone.says("/new S-014 M 58")
    await phone.taps("1")
    for said in (
        REPORT, "what now?", "/list", "/review", "/verdict", "/clear", "/trial", "/help",
        "/language", "/open S-015", "/cancel", "/nothing", "/start",
    ):  # fmt: skip
        await phone.says(said)
    await phone.sends_a_photo()
    first = next(m for m in await phone.messages() if not m["from"]["is_bot"])
    await phone.edits(first["message_id"], "/new S-015")
    await phone.blocks()
    await phone.blocks(is_blocked=False)
    await phone.settles()
    await Phone(sandbox, 1003).says("hello")

    assert sandbox.faults.calls["sendmessage"] > 15
    assert rung == []


async def test_what_was_not_recorded_rings(
    bot: Running, phone: Phone, sandbox: FaultySandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    rung = rings_of(sandbox)
    await phone.says("/new S-014")
    with full_disk():
        await phone.taps("1", is_answered=False, is_read=False)
        await not_saved(phone)
    await phone.settles()
    with monkeypatch.context() as broken:
        broken.setattr(Lists, "episodes", lambda *_: 1 / 0)
        await phone.says("/new S-016")

    assert rung == [Push(Neutral.NOT_SAVED, "en").text, Push(Neutral.NOT_RECORDED, "en").text]


async def test_card_that_cannot_be_shown_rings(
    bot: Running, phone: Phone, sandbox: FaultySandbox
) -> None:
    rung = rings_of(sandbox)
    await phone.says("/new S-014")
    sandbox.faults.strike("editMessageText", refused(400, "Bad Request: S-014"))

    await phone.taps("1")

    assert rung == [Push(Neutral.NOT_SHOWN, "en").text]


@of_each("language", LANGUAGES)
@of_each("sentence", Neutral)
def test_sentences_that_ring_hold_nothing_of_a_subject(
    sentence: Neutral, language: Language
) -> None:
    told = Push(sentence, language).text

    assert "{" not in sentence
    assert SubjectCodes().first(told.split()) is None
    assert [word for word in STUDY_WORDS if word.lower() in told.lower()] == []


def test_each_language_has_its_own_words() -> None:
    assert len(NEUTRAL) == len(Neutral) * len(LANGUAGES)
    assert Push(Neutral.TO_LOOK_AT, "zh").text == "有 1 项待查看"


def test_only_three_files_send_messages() -> None:
    files = [file for file in ROOT.rglob("*.py") if "sandbox" not in file.parts]

    senders = [file.name for file in files if SENDS.search(file.read_text("utf-8"))]

    assert sorted(senders) == ["files.py", "strangers.py", "texts.py"]
