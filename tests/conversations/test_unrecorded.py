"""What is said and not recorded is never left without a word: each place with a draft is here."""

from dataclasses import fields, replace
from typing import Any, get_args

from conversations.places import (
    Hold,
    Limit,
    Place,
    Question,
    ReadBack,
    Reading,
    Report,
    SampleDays,
    Whose,
)
from conversations.places_of_lists import ListDraft
from conversations.places_outside import Help, NewSubject, Rescreen, SubjectCode
from conversations.standing import standing
from conversations.unrecorded import SAID, telling_what_was_left
from tests.conversations.paths import OPENED
from tests.conversations.paths import at as at_first_trial
from tests.conversations.test_lists import LIVER, at, recorded
from tests.tables import of_each

COMMANDS = [
    "/trial",
    "/trials",
    "/resume",
    "/verdict",
    "/list",
    "/new S-015",
    "/help",
    "/practice",
]
OTHERWISE = {Question, ListDraft, Limit, Hold, Reading, ReadBack, SampleDays, Report, Whose}
"""Places with a draft that are kept, told of, or not left; each has tests of its own."""
OF_A_CODE = {SubjectCode, NewSubject, Rescreen}
"""What was typed behind a command is typed again with it."""
WHERE = {
    *("place", "page", "back", "item", "what", "seq", "since", "last", "before", "shown", "id"),
    *("question", "review", "note", "about", "criterion", "fingerprint", "answer", "readers"),
    *("trial", "subject", "screening", "share", "hash", "giver", "anew", "meaning", "person"),
    *("code", "under", "reading", "version", "through", "wanted", "everybody", "at", "text"),
    *("full", "language", "all", "message", "state", "activation", "until", "part", "of"),
    *("recipient",),
}
"""Parts of a place that say where one is, not what is to be recorded."""


def every_place() -> list[type[Any]]:
    return [each for each in get_args(Place) if isinstance(each, type)]


@of_each("command", COMMANDS)
@of_each("steps", [LIVER, LIVER[:2], (*LIVER, "1. Liver ›", "Organ ›", "Bone")])
def test_no_command_leaves_an_unrecorded_list(command: str, steps: tuple[str, ...]) -> None:
    man = at(*steps)
    before = man.labels()

    man.says(command)

    assert man.labels() == before
    assert "The list is not recorded yet" in man.text()


def test_a_text_of_another_subject_leaves_no_list() -> None:
    man = at("/new S-015", "New subject S-015", "/resume S-014", *LIVER)

    man.says("S-015 WBC 5.2")
    assert man.stands == "list_draft"
    assert "The list is not recorded yet" in man.text()


def test_a_list_as_it_is_recorded_is_left() -> None:
    man = at(*LIVER, "Not sure if all", "/review INCL04B", "Change the list ›")

    man.says("/help")
    assert man.stands == "help"
    assert recorded(man)


@of_each("kind", SAID, ids=lambda kind: kind.__name__)
def test_what_is_said_on_the_way_is_left_with_a_word(kind: type[Any]) -> None:
    man = at_first_trial(*OPENED)
    place = kind(**{each.name: "…" for each in fields(kind) if each.name != "place"})
    here = standing(man.world, man.focus)
    here = replace(here, focus=here.focus.at(place))

    turn = telling_what_was_left(here, here.to(Help()))
    assert turn.focus.said == ("Nothing was recorded.",)


def test_every_place_with_a_draft_is_known() -> None:
    unknown = {
        f"{kind.__name__}.{each.name}"
        for kind in every_place()
        if kind not in {*SAID, *OTHERWISE, *OF_A_CODE}
        for each in fields(kind)
        if each.name not in WHERE
    }
    assert not unknown, "what a person says there is lost without a word by a command"
