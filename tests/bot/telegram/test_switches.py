import logging

import pytest
from telegram import User

from bot.telegram.switches import warn_of_switches


@pytest.mark.parametrize(
    ("switched_on", "told"),
    [
        ({}, []),
        ({"can_join_groups": True}, ["/setjoingroups"]),
        ({"has_topics_enabled": True}, ["Threads Settings"]),
    ],
    ids=["none", "groups", "topics"],
)
def test_what_should_be_off_is_told_with_where_to_switch_it(
    switched_on: dict[str, bool], told: list[str], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.WARNING)

    warn_of_switches(User(1, "x", is_bot=True, **switched_on))

    assert [words for words in told if words in caplog.text] == told
    assert len(caplog.messages) == len(told)
