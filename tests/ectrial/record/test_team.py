"""The team is what its entries add up to, and the settings name administrators besides."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from ectrial.record.entries import JSON, Entry, Kind, NewEntry
from ectrial.record.invites import HOLDS_FOR, hash_of
from ectrial.record.team import Role, Team, Terms
from ectrial.record.team_folding import fold_team, terms_of

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
TODAY = NOW.date()


def said(
    seq: int, kind: Kind, item: int | None, value: JSON = None, by: int = 1, role: str = "admin"
) -> Entry:
    named = None if item is None else str(item)
    return Entry(seq, NOW, by, role, "telegram", NewEntry(kind, "T", item=named, value=value))


def invited(seq: int, role: Role = "coordinator", by: int = 1) -> Entry:
    until = (NOW + HOLDS_FOR).isoformat()
    value = {**Terms.of(role).value, "hash": hash_of(f"code-{seq}"), "expires_at": until}
    return said(seq, Kind.STAFF_INVITED, None, value, by)


def team(*entries: Entry) -> Team:
    return fold_team(entries).with_admins(frozenset({1}))


@pytest.mark.parametrize(
    "value", [None, 7, "chief", {"role": "coordinator", "tasks": ["confirm"]}]
)
def test_terms_that_make_no_sense_are_refused(value: JSON) -> None:
    with pytest.raises(ValueError, match=r"terms|role"):
        terms_of(value)


def test_role_alone_is_read_as_before() -> None:
    assert terms_of("investigator") == Terms.of("investigator")


def test_invite_is_open_once_and_in_time() -> None:
    invite = invited(1)
    joined = said(2, Kind.STAFF_ADDED, 8, {**Terms.of("coordinator").value, "invite": 1}, by=8)

    assert team(invite).invite(hash_of("code-1"), NOW) is not None
    assert team(invite).invite(hash_of("code-2"), NOW) is None
    assert team(invite).invite(hash_of("code-1"), NOW + HOLDS_FOR) is None
    assert team(invite, joined).invite(hash_of("code-1"), NOW) is None
    assert team(invite, said(2, Kind.INVITE_WITHDRAWN, 1)).invites == {}


def test_invite_falls_with_the_authority_of_its_maker() -> None:
    made = said(1, Kind.STAFF_ADDED, 9, "principal"), invited(2, by=9)
    demoted = said(3, Kind.STAFF_ADDED, 9, "coordinator")
    over = said(3, Kind.STAFF_ADDED, 9, {**Terms.of("principal").value, "until": "2026-11-22"})
    removed = said(3, Kind.STAFF_REMOVED, 9)

    assert team(*made).invite(hash_of("code-2"), NOW) is not None
    for end in (demoted, over, removed):
        assert team(*made, end).invite(hash_of("code-2"), NOW) is None
    assert team(*made, removed, said(4, Kind.STAFF_ADDED, 9, "principal")).invites == {}


def test_administrators_of_the_settings_come_first_and_always_are() -> None:
    kept = team(
        said(1, Kind.STAFF_ADDED, 8, "coordinator"), said(2, Kind.STAFF_ADDED, 1, "monitor")
    )

    assert list(kept.members) == [1, 8]
    assert kept.members[1].role == "admin"


def test_absence_of_an_administrator_of_the_settings_is_kept() -> None:
    away = said(1, Kind.AWAY, 1, {"until": "2026-11-30", "cover": 8})
    there = said(2, Kind.STAFF_ADDED, 8, "coordinator")

    assert team(away, there).asked_instead_of(1, TODAY) == 8
    assert team(away, there).asked_instead_of(1, date(2026, 12, 1)) == 1
    assert team(away, there, said(3, Kind.BACK, 1)).asked_instead_of(1, TODAY) == 1


def test_two_who_cover_each_other_end_somewhere() -> None:
    both = [said(n, Kind.STAFF_ADDED, n, "coordinator") for n in (8, 9)]
    away = [
        said(n + 10, Kind.AWAY, n, {"until": "2026-11-30", "cover": other})
        for n, other in ((8, 9), (9, 8))
    ]

    assert team(*both, *away).asked_instead_of(8, TODAY) in (8, 9)


def test_everything_about_a_person_moves_the_last_entry() -> None:
    entries = [
        said(1, Kind.STAFF_ADDED, 8, "coordinator"),
        said(2, Kind.TRAINED, 8),
        said(3, Kind.AWAY, 8, {"until": "2026-11-30", "cover": None}),
        said(4, Kind.BACK, 8),
    ]

    lasts = [team(*entries[: n + 1]).members[8].last for n in range(len(entries))]

    assert lasts == [1, 2, 3, 4]
    assert team(*entries).members[8].seq == 1


def test_removed_person_comes_back_without_the_old_absence() -> None:
    entries = [
        said(1, Kind.STAFF_ADDED, 8, "coordinator"),
        said(2, Kind.AWAY, 8, {"until": "2026-11-30", "cover": None}),
        said(3, Kind.STAFF_REMOVED, 8, {"work": None}),
        said(4, Kind.STAFF_ADDED, 8, "coordinator"),
    ]

    assert team(*entries).members[8].away is None


def test_membership_ends_with_its_last_day() -> None:
    terms = Terms("coordinator", (), TODAY, TODAY + timedelta(days=1))
    kept = team(said(1, Kind.STAFF_ADDED, 8, terms.value))

    held = [kept.member(8, TODAY + timedelta(days=n)) is not None for n in (-1, 0, 1, 2)]

    assert held == [False, True, True, False]


def test_name_alone_changes_nothing_of_what_was_authorised() -> None:
    terms = Terms.of("coordinator").value
    by_pi = said(1, Kind.STAFF_ADDED, 8, terms, by=9, role="principal")
    named = replace(said(2, Kind.STAFF_ADDED, 8, terms).said, text="Li Wei")

    found = team(by_pi, replace(said(2, Kind.STAFF_ADDED, 8, terms), said=named)).members[8]

    assert (found.name, found.by, found.is_authorised) == ("Li Wei", 9, True)
