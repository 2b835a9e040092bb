from pathlib import Path

import pytest

from bot.serving.showings import Showing, meant_another
from ectrial.record.entries import Kind
from tests.bot.faults.walks import at_wbc
from tests.bot.running import Running
from tests.faults import FaultySandbox
from tests.phone import Phone
from tests.tables import of_each


class Hand:
    """A monotonic clock that stands still but for what a test lets pass."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def showing(before: tuple[str, ...], now: tuple[str, ...]) -> Showing:
    """Give a card from rows of keys of one letter each."""
    return Showing(1, tuple(map(tuple, now)), tuple(map(tuple, before)), 0.0)


@of_each(
    ("before", "now", "key", "is_other"),
    [
        ((), ("y",), "y", False),
        (("yn",), ("yn",), "y", False),
        (("yn",), ("ab",), "a", True),
        (("yn", "b"), ("b",), "b", True),
        (("b",), ("a", "b"), "b", False),
        (("abc",), ("d",), "d", True),
        (("ab",), ("abc",), "a", False),
        (("ab",), ("abc",), "c", True),
    ],
)
def test_a_place_is_compared_from_the_top_and_from_the_bottom(
    before: tuple[str, ...], now: tuple[str, ...], key: str, *, is_other: bool
) -> None:
    assert meant_another(showing(before, now), key) is is_other


async def at_histology(phone: Phone, hand: Hand) -> None:
    """Answer the first question, and look at the second for a second."""
    await phone.says("/new S-014 M 58")
    await phone.taps("1")
    hand.now += 1


@pytest.mark.parametrize(("seconds", "answers"), [(0.0, 1), (0.299, 1), (0.3, 2)])
async def test_second_tap_at_one_place_counts_after_300_ms(
    sandbox: FaultySandbox, tmp_path: Path, phone: Phone, seconds: float, answers: int
) -> None:
    hand = Hand()
    async with Running(sandbox, tmp_path / "x.db", monotonic=hand) as bot:
        await at_histology(phone, hand)
        await phone.taps("Yes")
        before = bot.recorded.count(Kind.ANSWERED)
        hand.now += seconds

        await phone.taps("Yes")

        assert bot.recorded.count(Kind.ANSWERED) - before == answers - 1
        assert ("Not recorded, tap again." in phone.toasts) is (answers == 1)


async def test_held_key_answers_one_question(
    sandbox: FaultySandbox, tmp_path: Path, phone: Phone
) -> None:
    hand = Hand()
    async with Running(sandbox, tmp_path / "x.db", monotonic=hand) as bot:
        await at_histology(phone, hand)
        before = bot.recorded.count(Kind.ANSWERED)

        for _ in range(20):
            await phone.taps("Yes")
            hand.now += 0.03

        assert bot.recorded.count(Kind.ANSWERED) - before == 1


@pytest.mark.long
async def test_tap_refused_as_too_soon_counts_when_it_comes_again(
    sandbox: FaultySandbox, tmp_path: Path, phone: Phone
) -> None:
    hand = Hand()
    async with Running(sandbox, tmp_path / "x.db", monotonic=hand) as bot:
        await at_histology(phone, hand)
        await phone.taps("Yes")
        await phone.taps("Yes")
        before = bot.recorded.count(Kind.ANSWERED)
        hand.now += 0.3

        await phone.taps("Yes")

        assert bot.recorded.count(Kind.ANSWERED) - before == 1


@pytest.mark.long
async def test_typed_answer_alone_is_marked_once_it_is_recorded(
    bot: Running, phone: Phone, sandbox: FaultySandbox
) -> None:
    await at_wbc(phone)

    await phone.says("hello")
    await phone.says("5.2")

    assert "wbc" in bot.screening("S-014").answers
    marked = [message["text"] for message in await phone.messages() if message["reaction"]]
    assert marked == ["5.2"]
    assert sandbox.faults.calls["setmessagereaction"] == 1
