"""Who has a phone in the sandbox, and how somebody new gets one."""

from typing import Any

import aiohttp
import pytest

from bot.sandbox.people import MEMBERS, PEOPLE
from bot.sandbox.server import Sandbox
from bot.sandbox.state import MOST_PEOPLE
from tests.bot.sandbox.bot_side import Calls
from tests.phone import Phone

NAMED = {"first_name": "Dr Wang", "language_code": "en"}


async def added(sandbox: Sandbox, **given: Any) -> tuple[int, dict[str, Any]]:
    """The status and the answer when somebody is added."""
    url = f"{sandbox.url}/phone/people"
    async with aiohttp.ClientSession() as session, session.post(url, json=given) as answer:
        return answer.status, await answer.json()


def test_numbers_are_fixed() -> None:
    assert [person.id for person in PEOPLE] == list(range(1001, 1009))
    assert [person.id for person in MEMBERS] == [1001, 1002, 1004, 1005, 1006, 1007]


async def test_new_person_writes_under_the_next_number(sandbox: Sandbox, calls: Calls) -> None:
    _, person = await added(sandbox, **NAMED)
    await Phone(sandbox, person["id"]).says("/start a", is_answered=False, is_read=False)

    (update,) = await calls.updates()

    assert person["id"] == 1009
    assert update["message"]["from"] == {"id": 1009, "is_bot": False, **NAMED}


@pytest.mark.parametrize(
    "wrong",
    [
        {"first_name": " "},
        {"first_name": "a" * 65},
        {"first_name": 7},
        {"language_code": "xx"},
        {"role": "admin"},
    ],
)
async def test_person_is_added_with_name_and_language_alone(
    sandbox: Sandbox, wrong: dict[str, Any]
) -> None:
    status, _ = await added(sandbox, **{**NAMED, **wrong})

    assert status == 400
    assert len(sandbox.state.chats) == len(PEOPLE)


async def test_number_of_people_is_limited(sandbox: Sandbox) -> None:
    for number in range(len(PEOPLE), MOST_PEOPLE):
        sandbox.state.add_person(f"Person {number}", "en")

    status, told = await added(sandbox, **NAMED)

    assert status == 409
    assert told["description"] == "Conflict: at most 100 people have a phone here"
