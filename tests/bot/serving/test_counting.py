"""Counts that few cards tell are made for those cards alone."""

import pytest

from bot.serving.counting import CountedWhenAsked


def test_what_waits_is_counted_when_a_card_tells_it_and_not_before() -> None:
    asked: list[str] = []

    def count(trial: str) -> int:
        asked.append(trial)
        return len(trial)

    work = CountedWhenAsked(("A", "BCD"), count)
    assert (list(work), len(work), asked) == (["A", "BCD"], 2, [])
    assert (work.get("BCD", 0), work.get("OTHER", 0), asked) == (3, 0, ["BCD"])
    assert sum(work.values()) == 4
    with pytest.raises(KeyError):
        work["OTHER"]
