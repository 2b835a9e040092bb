"""A kill while a team works: an invite, consent, own words or the way to practice happen once.

They are recorded as answers are, of which `make test` tries such kills (test_kills.py).
"""

import signal
from collections.abc import Awaitable, Callable

import pytest

from ectrial.record.entries import Kind
from tests.bot.inviting import invites
from tests.crash import kills
from tests.crash.kills import Deed, Scene
from tests.disk.preload import COMPILER
from tests.phone import Phone

Window = Callable[[Scene, Deed], Awaitable[None]]
Way = Callable[[Scene], Awaitable[Deed]]

NEW = 1003
SHARP = (kills.between_tap_and_commit, kills.between_commit_and_card)
WINDOWS = (*SHARP, kills.inside_the_commit, kills.after_the_turn)

pytestmark = [
    pytest.mark.long,
    pytest.mark.skipif(COMPILER is None, reason="the disk is built with a C compiler"),
    pytest.mark.asyncio(loop_scope="module"),
]


def tap(scene: Scene, label: str) -> Deed:
    return lambda: scene.phone.taps(label, is_answered=False, is_read=False)


def say(scene: Scene, text: str) -> Deed:
    return lambda: scene.phone.says(text, is_answered=False, is_read=False)


async def consents(scene: Scene) -> Deed:
    await scene.phone.taps("⋯ More")
    await scene.phone.taps("Consent ›")
    return tap(scene, "Chart review only")


async def tells_of_a_deviation(scene: Scene) -> Deed:
    await scene.phone.taps("⋯ More")
    await scene.phone.taps("Deviation already made…")
    await scene.phone.taps("Today")
    return say(scene, "dose given before the verdict")


async def invites_somebody(scene: Scene) -> Deed:
    await scene.phone.says("/team")
    await scene.phone.taps("Invite ›")
    await scene.phone.taps("coordinator")
    await scene.phone.says("Chen")
    return tap(scene, "Make the invite")


async def joins(scene: Scene) -> Deed:
    """Somebody invited opens the link, on another phone."""
    code = await invites(scene.phone, "coordinator", "Chen")
    await kills.confirmed(scene)
    scene.phone = Phone(scene.sandbox, NEW)
    return say(scene, f"/start {code}")


WAYS: dict[Kind, Way] = {
    Kind.CONSENT: consents,
    Kind.DEVIATION: tells_of_a_deviation,
    Kind.STAFF_INVITED: invites_somebody,
    Kind.STAFF_ADDED: joins,
}
EACH = [
    (kind, window)
    for kind in WAYS
    for window in WINDOWS
    # a phone without a card shows none before
    if not (kind is Kind.STAFF_ADDED and window not in SHARP[:1])
]


async def prepared(scene: Scene, way: Way) -> Deed:
    """Take the steps before the last with a bot that ends in peace."""
    async with scene.bot(number=signal.SIGTERM):
        deed = await way(scene)
        await kills.confirmed(scene)
    return deed


@pytest.mark.parametrize(("kind", "window"), EACH)
async def test_it_is_recorded_once_wherever_the_bot_is_killed(
    scene: Scene, kind: Kind, window: Window
) -> None:
    deed = await prepared(scene, WAYS[kind])
    async with scene.bot():
        await window(scene, deed)

    async with scene.bot():
        await kills.confirmed(scene)

    assert [each.said.kind for each in scene.entries()].count(kind) == 1


@pytest.mark.parametrize("window", [*SHARP, WINDOWS[2]])
async def test_way_to_practice_is_taken_once_wherever_the_bot_is_killed(
    scene: Scene, window: Window
) -> None:
    async with scene.bot():
        await window(scene, say(scene, "/practice"))

    async with scene.bot():
        await kills.confirmed(scene)

    with scene.ledger() as ledger:
        assert [chat.practice for chat in ledger.chats()] == [True]
        assert ledger.verify().holds
