"""One patient under codes of several trials: said by persons, never by a code alone."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from ectrial.record.entries import JSON, Entry, Kind, NewEntry
from ectrial.record.links import Links, code_of, fold_links, halves
from ectrial.record.subjects import ScreeningId
from tests.tables import of_each

START = datetime(2026, 11, 26, 9, 0, tzinfo=UTC)
A, B, C = (ScreeningId("site-1", trial, "S-014", 1) for trial in ("TRIAL-A", "TRIAL-B", "TRIAL-C"))


def link(kind: Kind, id_: ScreeningId, pair: str = "pair-0001", **more: JSON) -> NewEntry:
    compared = {"compared": "agree"} if kind is Kind.LINKED else {}
    return NewEntry(kind, id_.trial, screening=id_, value={"pair": pair, **compared, **more})


def linked(one: ScreeningId, other: ScreeningId, pair: str = "pair-0001") -> list[NewEntry]:
    return [link(Kind.LINKED, one, pair), link(Kind.LINKED, other, pair)]


def unlinked(one: ScreeningId, other: ScreeningId, pair: str = "pair-0001") -> list[NewEntry]:
    return [link(Kind.UNLINKED, one, pair), link(Kind.UNLINKED, other, pair)]


def entries_of(said: list[NewEntry]) -> list[Entry]:
    at = (START + timedelta(minutes=n) for n in range(len(said)))
    return [
        Entry(n, next(at), 7, "coordinator", "telegram", each)
        for n, each in enumerate(said, start=1)
    ]


def folded(said: list[NewEntry]) -> Links:
    return fold_links(entries_of(said))


def test_same_code_in_another_trial_is_another_subject_until_somebody_says_so() -> None:
    assert not folded([]).are_linked(A, B)
    assert folded(linked(A, B)).are_linked(A, B)
    assert folded(linked(A, B)).are_linked(A.in_episode(2), B)


def test_link_holds_by_way_of_a_third_trial_until_it_is_taken_back() -> None:
    both = [*linked(A, B), *linked(B, C, "pair-0002")]

    assert folded(both).same_patient(A) == {code_of(each) for each in (A, B, C)}
    assert not folded([*both, *unlinked(A, B)]).are_linked(A, C)
    assert folded([*both, *unlinked(A, B)]).between(B, C) == "pair-0002"


def test_one_side_alone_links_nothing() -> None:
    links = folded(linked(A, B)[:1])

    assert not links.are_linked(A, B)
    assert list(halves(links, entries_of(linked(A, B)[:1]))) == ["pair-0001"]


@of_each(
    "said",
    [
        linked(A, A.in_episode(2)),
        linked(A, replace_subject := A._replace(subject="S-099")),
        [*linked(A, B), *linked(A, B, "pair-0002")],
        [*linked(A, B), *linked(B, replace_subject, "pair-0002")],
        [*linked(A, B), link(Kind.LINKED, C)],
        unlinked(A, B),
        [*linked(A, B), *unlinked(A, B), *unlinked(A, B)],
        [*linked(A, B), *unlinked(A, B), *linked(A, B)],
        [link(Kind.LINKED, A, "TRIAL B")],
        [link(Kind.LINKED, A, other="TRIAL-B")],
        [link(Kind.LINKED, A, compared="maybe")],
        [replace(link(Kind.LINKED, A), screening=None)],
        [replace(link(Kind.LINKED, A), text="Li Na")],
        linked(A, B._replace(site="site-2")),
    ],
)
def test_senseless_link_cannot_be_read(said: list[NewEntry]) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        folded(said)
