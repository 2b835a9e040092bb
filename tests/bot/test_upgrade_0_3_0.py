"""Chats of version 0.3.0 go on in this one, also after a name in its record was redacted."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from conversations.events import Commanded
from conversations.subject_codes import SubjectCodes
from ectrial.ledger.copies.redaction import Wish
from ectrial.ledger.copies.rotation import folder_of
from ectrial.ledger.ledger import Author
from ectrial.ledger.redacting import redact
from ectrial.record.entries import Reason
from tests.bot.upgraded import Upgraded, checked
from tests.campaigns import campaign
from tests.version_0_3_0 import NAME, SITE, TRIAL, write_record

LATER = datetime(2026, 11, 28, 18, tzinfo=UTC)
PLACEHOLDER = "REDACTED-1"
CODES = SubjectCodes("S-001", re.compile("(S|ZHANGWEI)-[0-9]+"))


@pytest.fixture(params=campaign({"as it was": False, "redacted": True}, "redacted"))
def upgraded(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Upgraded]:
    path = write_record(tmp_path / "record.db")
    if request.param:
        wish = Wish((SITE, TRIAL), NAME, Reason.PERSONAL_DATA, Author(0, "operator"))
        redact(path, wish, LATER, None, folder_of(path))
    yield from checked(Upgraded(path, LATER, CODES))


@pytest.mark.long
def test_every_chat_takes_its_first_button_and_each_command(upgraded: Upgraded) -> None:
    chats = upgraded.ledger.chats()

    for chat in chats:
        upgraded.taps(chat.id)
        for command in ("list", "verdict", "review", "resume"):
            upgraded.does(chat.id, Commanded(command))

    assert len(chats) == 14


@pytest.mark.long
def test_the_screening_is_found_and_goes_on_under_what_it_is_called(upgraded: Upgraded) -> None:
    person = upgraded.ledger.chats()[0].id
    codes = {row.id.subject for row in upgraded.ledger.screenings(limit=99)}
    (name,) = codes & {NAME, PLACEHOLDER}

    opened = upgraded.does(person, Commanded("open", name))

    assert f"{name} is open: going on where it stopped." in opened
    assert "ALT and its ULN?" in opened
