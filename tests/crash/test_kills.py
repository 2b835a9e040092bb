"""One kill in each window of a turn: nothing is lost or doubled, and each wrong bot is found."""

from collections.abc import Awaitable, Callable, Collection

import pytest

from tests.bot.faults.walks import SECOND, sees
from tests.crash import kills
from tests.crash.kills import Deed, Scene
from tests.disk.preload import COMPILER

Window = Callable[[Scene, Deed], Awaitable[None]]

POLLED = (
    kills.between_tap_and_commit,
    kills.inside_the_commit,
    kills.between_commit_and_card,
    kills.between_card_and_confirmation,
    kills.after_the_turn,
)
# A post is answered before its card is shown
POSTED = tuple(each for each in POLLED if each is not kills.between_card_and_confirmation)
TO_THE_LABS = ("1", "Yes", "Yes", "4", "Taxane+platinum", "Yes", "None on post-treatment imaging")
OPENED = ["sex", "age"]

pytestmark = [
    pytest.mark.skipif(COMPILER is None, reason="the disk is built with a C compiler"),
    pytest.mark.asyncio(loop_scope="module"),
]


def in_each(windows: Collection[Window], *sharp: Window) -> pytest.MarkDecorator:
    """Try all windows in a campaign, and always those in which a wrong bot below is found."""
    each = [pytest.param(w, marks=() if w in sharp else pytest.mark.long) for w in windows]
    return pytest.mark.parametrize("window", each, ids=[w.__name__ for w in windows])


polled = in_each(
    POLLED, kills.between_tap_and_commit, kills.between_commit_and_card, kills.after_the_turn
)
posted = in_each(POSTED, kills.between_tap_and_commit)
over_a_webhook = pytest.mark.parametrize("scene", ["posted"], indirect=True)


async def killed_in(window: Window, scene: Scene, *mutants: str) -> None:
    async def taps() -> None:
        await scene.phone.taps("1", is_answered=False, is_read=False)

    async with scene.bot(*mutants):
        await window(scene, taps)


async def answered_in_the_end(scene: Scene, *mutants: str) -> list[str | None]:
    async with scene.bot(*mutants):
        await kills.confirmed(scene)
    return scene.answered()


@polled
async def test_answer_is_recorded_once_wherever_the_bot_is_killed(
    scene: Scene, window: Window
) -> None:
    await killed_in(window, scene)

    async with scene.bot():
        await sees(scene.phone, SECOND)
    assert await answered_in_the_end(scene) == [*OPENED, "ecog"]


@over_a_webhook
@posted
@pytest.mark.long
async def test_posted_answer_is_recorded_once_wherever_the_bot_is_killed(
    scene: Scene, window: Window
) -> None:
    await killed_in(window, scene)

    async with scene.bot():
        await sees(scene.phone, SECOND)
    assert await answered_in_the_end(scene) == [*OPENED, "ecog"]


async def test_bot_that_shows_before_it_commits_is_found(scene: Scene) -> None:
    await killed_in(kills.after_the_turn, scene, "shows_before_it_commits")

    assert await answered_in_the_end(scene) == OPENED


async def test_bot_that_confirms_before_it_commits_is_found(scene: Scene) -> None:
    await killed_in(kills.between_confirmation_and_commit, scene, "confirms_before_it_commits")

    assert await answered_in_the_end(scene) == OPENED


@over_a_webhook
async def test_bot_that_answers_a_post_before_it_commits_is_found(scene: Scene) -> None:
    await killed_in(kills.between_confirmation_and_commit, scene, "answers_before_it_commits")

    assert await answered_in_the_end(scene) == OPENED


@pytest.mark.parametrize(
    ("mutants", "is_taken_again"),
    [pytest.param((), False, marks=pytest.mark.long), (("knows_no_update_again",), True)],
)
async def test_bot_that_knows_no_update_again_is_found(
    scene: Scene, mutants: tuple[str, ...], *, is_taken_again: bool
) -> None:
    async def types() -> None:
        await scene.phone.says("5.2", is_answered=False, is_read=False)

    async with scene.bot(*mutants):
        for label in TO_THE_LABS:
            await kills.after_the_turn(scene, lambda label=label: scene.phone.taps(label))
        for label in ("> 4 months · no number", "Sample: which day?", "Today"):
            await scene.phone.taps(label)
        await kills.between_card_and_confirmation(scene, types)

    answered = await answered_in_the_end(scene, *mutants)

    assert answered[answered.index("wbc") :] == ["wbc"]
    # a number that was just recorded is read back if it comes once more
    assert ("You typed 5.2" in (await scene.phone.card()).text) == is_taken_again
