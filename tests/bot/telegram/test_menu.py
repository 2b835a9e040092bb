from pathlib import Path

from telegram import Bot, BotCommand

from bot.telegram.menu import COMMANDS, commands
from tests.bot.running import Running
from tests.faults import FaultySandbox, too_many
from tests.phone import Phone


def menu(*offered: BotCommand) -> list[dict[str, object]]:
    return [command.to_dict() for command in offered]


async def test_commands_are_offered_in_the_language_of_the_person(
    sandbox: FaultySandbox, tmp_path: Path
) -> None:
    english, chinese = Phone(sandbox, 1001), Phone(sandbox, 1004)
    team = frozenset({1001, 1004})
    async with Running(sandbox, tmp_path / "x.db", admins=team):
        before = await english.commands()
        await english.says("/start")
        await chinese.says("/start")

        assert before == []
        assert await english.commands() == menu(*commands("en", has_guests=False))
        assert await chinese.commands() == menu(*commands("zh", has_guests=False))


async def test_stranger_is_offered_nothing(
    sandbox: FaultySandbox, tmp_path: Path, phone: Phone
) -> None:
    stranger = Phone(sandbox, 1003)
    async with Bot(sandbox.token, base_url=sandbox.bot_api) as earlier:
        await earlier.set_my_commands(commands("en", has_guests=False))
        await earlier.set_my_commands(commands("en", has_guests=False), language_code="en")
    async with Running(sandbox, tmp_path / "x.db"):
        await phone.says("/start")
        await stranger.says("/start")

        assert len(await phone.commands()) == len(commands("en", has_guests=False))
        assert await stranger.commands() == []


async def test_menu_follows_the_language(bot: Running, phone: Phone) -> None:
    await phone.says("/start")

    await phone.says("/language")
    await phone.taps("简体中文")

    assert await phone.commands() == menu(*commands("zh", has_guests=False))


async def test_menu_is_set_once(sandbox: FaultySandbox, tmp_path: Path, phone: Phone) -> None:
    async with Running(sandbox, tmp_path / "x.db"):
        for text in ("/start", "/help", "/start"):
            await phone.says(text)

        assert sandbox.faults.calls["setmycommands"] == 1


async def test_menu_that_cannot_be_set_stops_nothing_and_is_set_later(
    sandbox: FaultySandbox, tmp_path: Path, phone: Phone
) -> None:
    sandbox.faults.strike("deleteMyCommands", too_many(1))
    sandbox.faults.strike("setMyCommands", too_many(1))
    async with Running(sandbox, tmp_path / "x.db"):
        await phone.says("/start")
        assert await phone.card()
        await phone.says("/help")

        assert sandbox.faults.calls["setmycommands"] == 2
        assert await phone.commands() == menu(*commands("en", has_guests=False))


def test_what_is_for_guests_is_offered_only_where_the_site_allows_them() -> None:
    offered = {
        has: [each.command for each in commands("en", has_guests=has)] for has in (True, False)
    }

    assert offered[True] == list(COMMANDS)
    assert offered[False] == [each for each in COMMANDS if each != "share"]
