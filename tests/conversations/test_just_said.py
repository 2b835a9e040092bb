"""What a card says of the last turn is of that turn, whatever is tapped or recorded since."""

from conversations.events import Tapped
from tests.conversations.paths import OPENED, at
from tests.records import Dialogue


def test_old_button_makes_what_was_said_no_younger() -> None:
    chen = at(*OPENED, "1")
    before = chen.focus
    other = Dialogue(chen.records, actor=8)
    other.says("/new S-015 F 61")

    chen.does(Tapped(chen.round - 1, "an old one"))

    assert before.said != ()
    assert chen.focus == before
