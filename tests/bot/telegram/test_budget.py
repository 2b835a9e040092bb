"""Whose call comes next, on a clock that steps: nothing here waits."""

import asyncio
from collections import Counter, deque
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st
from telegram.error import RetryAfter

from bot.telegram.budget import MOST_CHATS, Budget
from bot.telegram.retries import RetryPolicy
from tests.bot.stepped import now, stepped

Granted = list[tuple[float, int]]
DELAYS = st.floats(0, 0.2)
ASKED = st.lists(st.tuples(DELAYS, st.integers(1, 4), st.booleans()), max_size=150)


async def asks(budget: Budget, granted: Granted, chat: int, *, is_message: bool = True) -> None:
    """One call, and when its turn came."""
    await budget.turn(chat, is_message=is_message)
    granted.append((now(), chat))


@given(ASKED)
def test_no_second_has_more_than_30_calls_and_no_chat_more_than_its_own(
    asked: list[tuple[float, int, bool]],
) -> None:
    async def all_ask() -> Granted:
        async with asyncio.TaskGroup() as group:
            for delay, chat, is_message in asked:
                await asyncio.sleep(delay)
                place = messages if is_message else others
                group.create_task(asks(budget, place, chat, is_message=is_message))
        return sorted(messages + others)

    budget, messages, others = Budget(now), Granted(), Granted()
    times = [when for when, _ in stepped(all_ask())]

    assert len(times) == len(asked)
    for first, last in zip(times, times[30:], strict=False):
        assert last - first > 1 - 1e-6
    for chat in range(1, 5):
        own = sorted(when for when, each in messages if each == chat)
        for place, when in enumerate(own):
            assert all(place - before < 10.001 + when - own[before] for before in range(place))


def test_free_budget_lets_a_tap_and_its_card_go_without_a_wait() -> None:
    async def tap() -> None:
        budget = Budget(now)
        for turn in (budget.turn(1), budget.ready(1), budget.turn(1, is_message=True)):
            # to the end in one step: the loop has nothing to do with it
            try:
                turn.send(None)
            except StopIteration:
                continue
            raise AssertionError("it waits")

    stepped(tap())


def test_flood_of_one_is_passed_by_the_next_call_of_another() -> None:
    async def flood() -> list[int]:
        budget, granted = Budget(now), Granted()
        async with asyncio.TaskGroup() as group:
            for _ in range(500):
                group.create_task(asks(budget, granted, 1, is_message=False))
            await asyncio.sleep(2.01)
            before = len(granted)
            group.create_task(asks(budget, granted, 2, is_message=False))
            group.create_task(asks(budget, granted, 2))
        return [chat for _, chat in granted[before : before + 4]]

    assert Counter(stepped(flood()))[2] == 2


def test_calls_of_a_chat_keep_their_order() -> None:
    async def one_after_the_other() -> list[int]:
        budget, order = Budget(now), list[int]()

        async def call(number: int) -> None:
            await budget.turn(1, is_message=True)
            order.append(number)

        await asyncio.gather(*map(call, range(40)))
        return order

    assert stepped(one_after_the_other()) == list(range(40))


def test_strangers_leave_the_team_what_a_tap_needs() -> None:
    async def crowd() -> tuple[int, float]:
        budget = Budget(now)
        answered = sum(budget.spare(stranger, is_message=True) for stranger in range(100, 2100))
        began = now()
        for _ in range(3):
            await budget.turn(1, is_message=True)
        return answered, now() - began

    assert stepped(crowd()) == (2, 0.0)


def test_no_stranger_is_answered_while_somebody_of_the_team_waits() -> None:
    async def crowd() -> list[bool]:
        budget = Budget(now)
        waiting = [asyncio.create_task(budget.turn(1, is_message=True)) for _ in range(12)]
        seen = []
        while not all(each.done() for each in waiting):
            await asyncio.sleep(0.1)
            seen.append(budget.spare(100, is_message=True))
        return seen

    assert not any(stepped(crowd())[:-1])


def test_call_that_is_given_up_is_waited_for_by_nobody() -> None:
    async def give_up() -> bool:
        budget = Budget(now)
        late = [asyncio.create_task(budget.turn(1, is_message=True)) for _ in range(50)]
        await asyncio.sleep(0)
        for each in late:
            each.cancel()
        await asyncio.gather(*late, return_exceptions=True)
        await asyncio.sleep(1)
        return budget.spare(100, is_message=True)

    assert stepped(give_up())


def test_chat_that_is_refused_waits_alone_and_its_taps_are_answered() -> None:
    async def refused() -> list[float]:
        budget, began = Budget(now), now()
        budget.refused(1, 30.0)
        await budget.turn(1)
        await budget.turn(2, is_message=True)
        elsewhere = now() - began
        await budget.turn(1, is_message=True)
        return [elsewhere, round(now() - began, 3)]

    assert stepped(refused()) == [0.0, 30.0]


def test_two_chats_that_are_refused_mean_that_all_are() -> None:
    async def refused() -> tuple[float, bool, float]:
        budget, began = Budget(now), now()
        budget.refused(1, 10.0)
        budget.refused(2, 20.0)
        told, is_spare = budget.closed_for(3), budget.spare(100, is_message=True)
        await budget.turn(3, is_message=True)
        return told, is_spare, round(now() - began, 3)

    assert stepped(refused()) == (20.0, False, 20.0)


def test_refused_stranger_ends_the_answers_to_strangers_alone() -> None:
    async def refused() -> tuple[bool, float, bool]:
        budget, began = Budget(now), now()
        budget.pause("strangers", 5.0)
        is_spare = budget.spare(100, is_message=True)
        await budget.turn(1, is_message=True)
        waited = now() - began
        await asyncio.sleep(6)
        return is_spare, waited, budget.spare(100, is_message=True)

    assert stepped(refused()) == (False, 0.0, True)


def test_no_more_chats_are_remembered_however_many_strangers_come() -> None:
    async def crowd() -> tuple[int, int]:
        budget, answered = Budget(now), 0
        for stranger in range(100, 10_100):
            await asyncio.sleep(0.1)
            answered += budget.spare(stranger, is_message=True)
            await budget.turn(stranger, is_message=True)
        return answered, len(budget._chats) + len(budget._kept)

    answered, remembered = stepped(crowd())

    assert answered == 10_000
    assert remembered <= MOST_CHATS


class Strict:
    """Takes 30 calls a second; one more, and it takes none for three seconds."""

    def __init__(self) -> None:
        self.latest: deque[float] = deque(maxlen=30)
        self.closed_until = 0.0
        self.refused = 0

    async def call(self, budget: Budget, chat: int) -> None:
        await budget.turn(chat, is_message=True)
        # on its way
        await asyncio.sleep(0.1)
        if len(self.latest) == 30 and self.latest[0] > now() - 1:
            self.closed_until = max(self.closed_until, now() + 3)
        if now() < self.closed_until:
            self.refused += 1
            raise RetryAfter(3)
        self.latest.append(now())


@pytest.mark.long
def test_limit_that_is_hit_once_is_no_stampede() -> None:
    async def many_chats() -> int:
        budget, telegram = Budget(now), Strict()
        # somebody else has spent all calls of this token
        telegram.closed_until = now() + 3

        async def delivery(chat: int) -> None:
            await RetryPolicy().until_answered(
                budget.in_turn(chat, partial(telegram.call, budget, chat)),
                lambda wait: budget.refused(chat, wait),
            )

        await asyncio.gather(*(delivery(chat) for chat in range(1, 301)))
        return telegram.refused

    # those that were on their way when the first was refused
    assert stepped(many_chats()) < 10
