"""Two trials in one record: a person sees those in which they have a role."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from bot.serving.colleagues import for_colleagues
from bot.serving.guests import Guests
from bot.serving.teams import Teams
from bot.setup.start import now
from conversations.focus import Focus
from conversations.places_outside import Home, SubjectCode
from conversations.turn import Turn
from ectrial.ledger.ledger import Author, Chat
from ectrial.record.entries import Kind, NewEntry
from ectrial.record.invites import hash_of
from ectrial.record.shares import GUEST as GUEST_ROLE
from ectrial.record.subjects import ScreeningId
from ectrial.record.team import Role, Terms
from ectrial.trial.versions import shipped
from tests.bot.serving.chats import Chats
from tests.campaigns import by_name, by_place, campaign
from tests.ectrial.toy import SLEEP

FIRST, OTHER = "EC-CRT-003", "SLEEP-1"
ADMIN, BOTH, ONE, GUEST = 7, 8, 9, 10
CODE = "abcdefghijklmnop"
FOREIGN = (OTHER, "Sleep")
"""What nobody reads who has no role in the other trial."""


@pytest.fixture
def chats(tmp_path: Path) -> Iterator[Chats]:
    found = Chats(tmp_path, trials=shipped().with_own([SLEEP]), admins=frozenset({ADMIN}))
    found.real.append(
        [
            member(BOTH, FIRST, "coordinator"),
            member(BOTH, OTHER, "principal"),
            member(ONE, FIRST, "principal"),
        ],
        Author(ADMIN, "admin"),
    )
    yield found
    found.close()


def member(person: int, trial: str, role: Role) -> NewEntry:
    return NewEntry(Kind.STAFF_ADDED, trial, item=str(person), value=Terms.of(role).value)


def share(chats: Chats, trial: str) -> None:
    """Share the only screening of a trial, by a link with the code."""
    (opened,) = [e for e in chats.real.entries() if e.said.kind is Kind.OPENED]
    value = {
        "hash": hash_of(CODE),
        "expires_at": (now() + timedelta(hours=24)).isoformat(),
        "screening": opened.seq,
        "upto": opened.seq,
    }
    chats.real.append([NewEntry(Kind.SHARE_MADE, trial, value=value)], Author(BOTH, "principal"))


def words(chats: Chats, person: int) -> str:
    return str(chats.card(person))


def test_a_person_goes_to_another_trial_and_back_to_where_it_was_left(chats: Chats) -> None:
    chats.does("/new S-001", person=BOTH)
    chats.does("/trials", person=BOTH)
    assert f"{OTHER}: Sleep" in words(chats, BOTH)

    chats.does(f"[{OTHER} ›]", "/new S-001", person=BOTH)

    assert chats.stands(BOTH).world.trial is SLEEP
    assert chats.title(BOTH).startswith(OTHER)
    assert {each.id.trial for each in chats.stands(BOTH).world.records.screenings(limit=9)} == {
        OTHER
    }
    chats.does("/trials", f"[{FIRST} ›]", person=BOTH)
    assert chats.stands(BOTH).world.trial.id == FIRST
    chats.does("/resume S-001", person=BOTH)
    assert chats.stands(BOTH).focus.screening == ScreeningId("here", FIRST, "S-001", 1)


@pytest.mark.parametrize(
    "way",
    campaign(
        by_place(
            [
                ["[3]"],
                ["/review"],
                ["Hb 110 g/L"],
                ["/verdict", "[Check answers", "[Sex"],
                ["/notes"],
                ["[⋯ More]", "/language"],
            ]
        ),
        *("0", "3"),
    ),
)
def test_each_trial_is_gone_on_with_at_the_card_where_it_was_left(
    chats: Chats, way: list[str]
) -> None:
    chats.does("/new S-001 M 58", *way, person=BOTH)
    left = chats.stands(BOTH).focus
    there = left.aside.place if left.aside else left.place

    chats.does("/trials", f"[{OTHER} ›]", "/new S-009", "/trials", f"[{FIRST} ›]", person=BOTH)

    back = chats.stands(BOTH).focus
    assert (back.place, back.screening) == (there, left.screening)
    assert back.waiting == left.waiting
    chats.does("/trials", f"[{OTHER} ›]", person=BOTH)
    assert "S-009" in words(chats, BOTH)
    chats.does("/trials", "[Home]", "/trials", f"[{FIRST} ›]", person=BOTH)
    assert chats.stands(BOTH).focus.place == there


def test_the_role_and_the_entries_are_of_the_chosen_trial(chats: Chats) -> None:
    chats.does("/new S-001", "/trials", f"[{OTHER} ›]", "/new S-001", person=BOTH)

    opened = [each for each in chats.real.entries() if each.said.kind is Kind.OPENED]
    assert [(each.said.trial, each.role) for each in opened] == [
        (FIRST, "coordinator"),
        (OTHER, "principal"),
    ]


def test_what_one_tap_records_in_two_trials_has_the_role_in_each(chats: Chats) -> None:
    chats.does("/new S-001", "[⋯ More]", "[Other trials ›]", person=BOTH)
    chats.does(f"[Open S-001 in {OTHER}]", person=BOTH)

    linked = [each for each in chats.real.entries() if each.said.kind is Kind.LINKED]
    assert {(each.said.trial, each.role) for each in linked} == {
        (FIRST, "coordinator"),
        (OTHER, "principal"),
    }


def test_who_has_one_trial_learns_of_no_other(chats: Chats) -> None:
    chats.does("/trials", f"[{OTHER} ›]", "/new S-077", person=BOTH)
    shown: list[str] = []
    for text in (
        *("/start", "/trials", "/list", "/list S-077", "/open S-077", "/todo", "/team", "/notes"),
        *(
            "/help",
            "/trial",
            "/rounds",
            "/shift",
            "/share",
            "/similar",
            "/new S-001",
            "/review",
            "/verdict",
        ),
    ):
        taken = chats.take(chats.update(text, ONE))
        assert taken is not None
        shown += [words(chats, ONE), str(taken.turn), str(taken.standing.world.trials)]

    assert not [piece for piece in FOREIGN for each in shown if piece in each]
    assert chats.stands(ONE).world.records.count_screenings() == 1


def test_a_role_that_ends_in_one_trial_leaves_the_other(chats: Chats) -> None:
    chats.does("/trials", f"[{OTHER} ›]", "/new S-001", person=BOTH)

    removed = NewEntry(Kind.STAFF_REMOVED, OTHER, item=str(BOTH), value={"work": None})
    chats.real.append([removed], Author(ADMIN, "admin"))

    assert chats.stands(BOTH).world.trial.id == FIRST
    assert not [piece for piece in FOREIGN if piece in words(chats, BOTH)]


def test_the_teams_of_two_trials_are_two(chats: Chats) -> None:
    teams = Teams(chats.real, shipped().with_own([SLEEP]), frozenset({ADMIN}))

    assert set(teams.of(FIRST).members) == {ADMIN, BOTH, ONE}
    assert set(teams.of(OTHER).members) == {ADMIN, BOTH}
    assert teams.of_person(BOTH, now().date()) == (FIRST, OTHER)
    assert teams.of_person(ONE, now().date()) == (FIRST,)


def test_labs_of_another_trial_are_not_read(chats: Chats) -> None:
    chats.does("/trials", f"[{OTHER} ›]", person=BOTH)

    assert "wbc" not in chats.stands(BOTH).world.labs.vocabulary


def test_change_of_one_trial_shows_no_card_of_another_again(chats: Chats) -> None:
    chats.does("/start", person=ONE)
    chats.does("/trials", f"[{OTHER} ›]", person=BOTH)
    cards = [replace(chats.real.chat(each) or Chat(each), card=5) for each in (ONE, BOTH)]
    shown = {}
    for trial in (FIRST, OTHER):
        paused = NewEntry(Kind.TRIAL_STATUS, trial, value={"state": "paused"})
        turn = Turn(Focus(), (paused,))
        jobs = for_colleagues(turn, ADMIN, lambda: cards, chats.turns.trial)
        shown[trial] = [person for person, _ in jobs]

    assert shown == {FIRST: [ONE], OTHER: [BOTH]}


@pytest.mark.parametrize("answer", campaign(by_name(["[Use S-001]", "S-001", "/new"]), "S-001"))
def test_only_a_command_counts_below_the_card_of_a_trial_that_was_lost(
    chats: Chats, answer: str
) -> None:
    chats.does("/trials", f"[{OTHER} ›]", "/new", person=BOTH)
    update = chats.update(answer, BOTH)

    removed = NewEntry(Kind.STAFF_REMOVED, OTHER, item=str(BOTH), value={"work": None})
    chats.real.append([removed], Author(ADMIN, "admin"))
    taken = chats.take(update)

    assert taken is not None
    is_refused = "This card has moved on" in f"{taken.turn.toast} {words(chats, BOTH)}"
    assert is_refused == (answer != "/new")
    assert isinstance(chats.stands(BOTH).focus.place, Home if is_refused else SubjectCode)
    chats.does("/new", "[Use S-001]", person=BOTH)
    assert chats.real.of(FIRST).count_screenings() == 1


def test_who_is_of_one_trial_and_opens_what_another_shares_learns_nothing_of_it(
    chats: Chats,
) -> None:
    chats.does("/trials", f"[{OTHER} ›]", "/new S-001", person=BOTH)
    share(chats, OTHER)

    chats.does(f"/start {CODE}", person=ONE)

    assert "This link opens nothing for you." in words(chats, ONE)
    assert chats.stands(ONE).world.trial.id == FIRST
    assert not [piece for piece in FOREIGN if piece in words(chats, ONE)]


def test_nobody_stands_in_a_trial_whose_file_is_gone(chats: Chats, tmp_path: Path) -> None:
    chats.does("/trials", f"[{OTHER} ›]", "/new S-001", person=BOTH)
    share(chats, OTHER)
    opens = chats.update(f"/start {CODE}", GUEST)
    assert chats.turns.take(opens, Author(GUEST, GUEST_ROLE)) is not None
    assert chats.stands(GUEST).world.trial.id == OTHER
    chats.close()

    again = Chats(tmp_path, trials=shipped(), admins=frozenset({ADMIN}))
    teams = Teams(again.real, shipped(), frozenset({ADMIN}))
    found = {again.stands(each).world.trial.id for each in (BOTH, GUEST)}
    are_guests = Guests(again.real, teams, now, are_allowed=True).is_guest(GUEST)
    again.close()

    assert found == {FIRST}
    assert not are_guests


def test_same_card_of_two_trials_asks_two_questions(chats: Chats) -> None:
    asked = set()
    for trial in (OTHER, FIRST):
        chats.does("/trials", f"[{trial} ›]", "/new", person=BOTH)
        asked.add(chats.turns.asks(chats.stands(BOTH)))

    assert len(asked) == 2


def test_phone_lost_in_one_trial_is_lost_in_all_and_found_in_all(chats: Chats) -> None:
    for person in (BOTH, ADMIN):
        chats.does("/start", person=person)
    chats.does("/trials", f"[{OTHER} ›]", person=ADMIN)
    chats.does("/team", "[coordinator 8]", "[Lost phone…]", "[Yes, report it lost]", person=ONE)
    shut = words(chats, BOTH)
    chats.does("/team", "[principal investigator 8]", person=ADMIN)
    there = words(chats, ADMIN)
    chats.does("[Phone found: let in again]", person=ADMIN)

    assert "Your phone was reported lost." in shut
    assert "The phone was reported lost." in there
    assert "reported lost" not in words(chats, BOTH) + words(chats, ADMIN)
    # it is over where it was reported, too
    assert not chats.stands(ONE).world.lost


def test_only_administrator_is_let_in_again_by_a_principal_or_the_operator(chats: Chats) -> None:
    chats.does("/start", person=ADMIN)
    lost = NewEntry(Kind.PHONE_LOST, OTHER, item=str(ADMIN))
    chats.real.append([lost], Author(BOTH, "principal"))
    shut = words(chats, ADMIN)

    chats.does("/team", "[administrator 7]", "[Phone found: let in again]", person=ONE)

    assert f"ectrial staff found {ADMIN}" in shut
    assert "reported lost" not in words(chats, ADMIN)
    found = [e.said for e in chats.real.entries() if e.said.kind is Kind.PHONE_FOUND]
    assert [(each.trial, each.item) for each in found] == [(FIRST, str(ADMIN))]
