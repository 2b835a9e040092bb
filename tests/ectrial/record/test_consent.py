"""Consent as its entries tell it: what follows, what corrects, and what it outlives."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ectrial.record.consent import (
    NOT_ASKED,
    STATES,
    WHYS_DECLINED,
    Consent,
    ConsentState,
    consent_of,
    is_form_version,
    needs_reason,
)
from ectrial.record.entries import Kind, Reason
from ectrial.record.screenings import UNDO_WITHIN
from tests.ectrial.record.test_entries import Story
from tests.tables import of_each

SIGNED = Consent("signed", date(2026, 11, 12), "3.1").value
WITHDRAWN = Consent("withdrawn", date(2026, 11, 14)).value
CHART_ONLY = Consent("chart_only").value
DECLINED = Consent("declined", why="family").value

values = st.one_of(
    st.sampled_from([Consent("not_asked"), Consent("chart_only")]),
    st.builds(
        Consent,
        st.just("signed"),
        st.dates(),
        st.sampled_from(["3.1", "V2 of 2026-05-02"]),
        scope=st.sampled_from(["this_trial", "site"]),
    ),
    st.builds(Consent, st.just("withdrawn"), st.dates()),
    st.builds(
        Consent, st.just("declined"), why=st.one_of(st.none(), st.sampled_from(WHYS_DECLINED))
    ),
)


def consents(*said: tuple[Any, Reason | None]) -> Story:
    story = Story()
    for value, reason in said:
        story.tells(Kind.CONSENT, value=value, reason=reason)
    return story


def test_consent_is_not_asked_until_it_is_recorded() -> None:
    assert Story().now.consent is NOT_ASKED
    assert Story().now.signed_consent is None


def test_scope_said_later_is_no_new_signature_and_old_ones_cover_one_trial() -> None:
    covering = {**SIGNED, "scope": "site"}
    story = consents((SIGNED, None), (covering, None))

    now = story.now.consent

    assert consents((SIGNED, None)).now.consent.covers_other_trials is False
    assert (now.covers_other_trials, now.seq, now.signature) == (True, 3, 2)
    assert consents((SIGNED, None), (SIGNED, Reason.NEW_INFORMATION)).now.consent.signature == 3


@given(values)
def test_consent_is_read_back_as_it_was_recorded(consent: Consent) -> None:
    story = consents((consent.value, None))

    read = story.now.consent

    assert read.value == consent.value
    assert (read.seq, read.actor, read.role, read.at_utc) == (2, 7, "coordinator", story.at)


@given(st.lists(st.tuples(values, st.sampled_from([None, *Reason])), max_size=6))
def test_the_last_consent_said_is_the_present_one(said: list[tuple[Consent, Reason]]) -> None:
    story = consents(*[(consent.value, reason) for consent, reason in said])

    stood = story.now.consents

    assert story.now.consent.value == (said[-1][0] if said else NOT_ASKED).value
    assert len(stood) <= len(said)
    assert [each.seq for each in stood] == sorted({each.seq for each in stood})


@given(st.lists(values, min_size=1, max_size=6))
def test_what_follows_leaves_everything_before_it(said: list[Consent]) -> None:
    story = consents(*[(consent.value, None) for consent in said])

    assert [each.value for each in story.now.consents] == [each.value for each in said]


def test_a_withdrawal_keeps_what_was_signed() -> None:
    now = consents((SIGNED, None), (WITHDRAWN, None)).now

    assert now.consent.state == "withdrawn"
    assert now.signed_consent is not None
    assert now.signed_consent.value == SIGNED


def test_a_correction_takes_the_place_of_the_state_before_it() -> None:
    wrong = {**SIGNED, "day": "2026-11-21"}

    now = consents((CHART_ONLY, None), (wrong, None), (SIGNED, Reason.DATA_ENTRY_ERROR)).now

    assert [each.value for each in now.consents] == [CHART_ONLY, SIGNED]


def test_a_newer_form_stands_after_the_older_one() -> None:
    newer = {**SIGNED, "day": "2026-11-19", "version": "4.0"}

    now = consents((SIGNED, None), (newer, Reason.NEW_INFORMATION)).now

    assert [each.version for each in now.consents] == ["3.1", "4.0"]


def test_a_withdrawal_by_mistake_leaves_no_withdrawal() -> None:
    now = consents((SIGNED, None), (WITHDRAWN, None), (SIGNED, Reason.DATA_ENTRY_ERROR)).now

    assert [each.state for each in now.consents] == ["signed", "signed"]


@pytest.mark.parametrize("kind", [Kind.CLEARED, Kind.VOIDED, Kind.MOVED])
def test_consent_outlives_what_is_done_to_the_answers(kind: Kind) -> None:
    story = consents((SIGNED, None)).answers("ecog", 1)

    story.tells(kind, protocol_version="2", protocol_hash="cd", reason=Reason.OTHER)

    assert story.now.consent.value == SIGNED


@pytest.mark.parametrize("kind", [Kind.CLEARED, Kind.VOIDED])
def test_a_restoring_brings_back_no_older_consent(kind: Kind) -> None:
    story = consents((CHART_ONLY, None)).tells(kind)
    story.tells(Kind.CONSENT, value=SIGNED)

    story.tells(Kind.RESTORED)

    assert [each.value for each in story.now.consents] == [CHART_ONLY, SIGNED]


def test_consent_leaves_verdict_answers_and_undo_as_they_are() -> None:
    story = Story().answers("ecog", 1).tells(Kind.STOPPED)
    story.tells(Kind.VERDICT_GIVEN, value={"verdict": "not_eligible"})
    before = story.now

    after = story.tells(Kind.CONSENT, value=DECLINED).now

    assert story.at - before.changes[0].at_utc > UNDO_WITHIN
    for part in ("answers", "verdict", "stopped", "changes", "set_aside", "voided"):
        assert getattr(after, part) == getattr(before, part)


@of_each("before", STATES)
@of_each("after", STATES)
def test_only_what_replaces_a_decision_needs_a_reason(
    before: ConsentState, after: ConsentState
) -> None:
    needs = needs_reason(Consent(before), after)

    assert needs == (
        before in ("signed", "withdrawn", "declined")
        and (before, after) not in (("signed", "withdrawn"), ("declined", "signed"))
    )


@of_each(
    "value",
    [
        None,
        "signed",
        {},
        {**SIGNED, "name": "W"},
        {**SIGNED, "state": "promised"},
        {**SIGNED, "state": ["signed"]},
        {**SIGNED, "day": None},
        {**SIGNED, "day": "yesterday"},
        {**SIGNED, "version": None},
        {**SIGNED, "version": "Wang Wei"},
        {**SIGNED, "reason": "family"},
        {**CHART_ONLY, "day": "2026-11-12"},
        {**WITHDRAWN, "day": None},
        {**WITHDRAWN, "version": "3.1"},
        {**DECLINED, "reason": "no idea"},
    ],
)
def test_a_consent_that_makes_no_sense_is_not_read(value: Any) -> None:
    entry = Story().tells(Kind.CONSENT, value=value).entries[-1]

    with pytest.raises((TypeError, ValueError)):
        consent_of(entry)


@of_each(
    "text", ["3.1", "V3.1", "3.1 of 2026-05-02", "2026-05-02", "ICF-CN-2.0", "v1.0-20260502", "2b"]
)
def test_a_form_is_known_by_its_version(text: str) -> None:
    assert is_form_version(text)


@of_each(
    "text",
    [
        "",
        "newest",
        "Wang Wei 3",
        "zhangwei3",
        "Wang of 2026-05-02",
        "13800138000",
        "138-0013-8000",
        "1.2.3.4.5.6",
        "3.1 of May",
        "3.1\n4",
        "第3版",
        "-3",
        "3.1.1.1 of 2026-05-02x",
        "1234-2026-05-02-12345",
    ],
)
def test_what_may_be_a_person_is_no_version(text: str) -> None:
    assert not is_form_version(text)
