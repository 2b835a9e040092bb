"""The record as papers read it: as it was at one entry, of one trial, with nothing but its own."""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from ectrial.ledger.ledger import Ledger
from ectrial.papers.funnel import persons
from ectrial.papers.log import (
    ITEMS_OF_THE_LOG,
    READ_FOR_THE_LOG,
    READ_WITH_A_TURN,
    TURNS,
    LogRow,
)
from ectrial.papers.log_rows import screening_log
from ectrial.record.entries import JSON, Kind, NewEntry, Reason
from ectrial.record.exports import Export
from tests.ectrial.ledger.samples import NURSE, TRIAL, answered, open_ledger, opened, said
from tests.ectrial.papers.told import (
    APPROACHED,
    DECLINED,
    ELIGIBLE,
    ENROLLED,
    NOT_ELIGIBLE,
    SIGNED,
    WORDS,
)

OTHER = "OTHER-TRIAL"
STORY = (
    *(opened("S-001"), answered("age", {"value": 58}), answered("hiv", "negative")),
    *(opened("S-002"), said(Kind.VERDICT_GIVEN, value=NOT_ELIGIBLE, of="S-002/1")),
    *(opened("S-003"), said(Kind.VERDICT_GIVEN, value=ELIGIBLE, of="S-003/1")),
    *(opened("S-004"), said(Kind.CONSENT, value=DECLINED, of="S-004/1")),
    *(opened("S-005"), said(Kind.VOIDED, of="S-005/1")),
    *(opened("S-006"), said(Kind.CONSENT, value=SIGNED, of="S-006/1")),
    said(Kind.PARTICIPATION, value=APPROACHED, of="S-006/1"),
    replace(said(Kind.PARTICIPATION, value=ENROLLED, of="S-006/1"), text="01-0312"),
    opened("S-002", 2),
    opened("S-001", trial=OTHER),
)


def told(path: Path) -> Ledger:
    ledger = open_ledger(path)
    ledger.append(STORY, NURSE)
    return ledger


def rows(ledger: Ledger, upto: int = 10**6, trial: str = TRIAL) -> list[LogRow]:
    with ledger.papers(trial, upto) as source:
        then = TURNS, READ_WITH_A_TURN
        found = source.screenings(READ_FOR_THE_LOG, ITEMS_OF_THE_LOG, then=then)
        return list(screening_log(found, replace(WORDS, head=source.head)))


def test_counts_on_a_phone_are_those_of_the_projection(path: Path) -> None:
    with told(path) as ledger:
        log = ledger.of(TRIAL).log
        counted = log.outcomes()

        listed = [row.outcome for row in rows(ledger)]

        assert dict(counted) == {each: listed.count(each) for each in listed}
        assert log.count() == len(listed) == 7
        assert [id_.name for id_ in log.page(limit=2)] == ["S-006/1", "S-005/1"]
        assert [id_.name for id_ in log.page(part="-004")] == ["S-004/1"]
        assert ledger.of(OTHER).log.count() == 1


SIGNATURE = {"meaning": "eligible", "hash": "cd", "day": "2026-11-24"}
WITHDRAWN = {"state": "withdrawn", "day": "2026-11-27", "version": None, "reason": None}
CLEAR = {"verdict": "undetermined", "failing": [], "unresolved": []}


def texted(kind: Kind, value: JSON, text: str, of: str) -> NewEntry:
    return replace(said(kind, value=value, of=of), text=text)


EDITS: tuple[Callable[..., NewEntry], ...] = (
    *(partial(said, Kind.VERDICT_GIVEN, value=each) for each in (NOT_ELIGIBLE, ELIGIBLE, CLEAR)),
    *(partial(said, Kind.CONSENT, value=each) for each in (SIGNED, DECLINED, WITHDRAWN)),
    partial(said, Kind.PARTICIPATION, value=APPROACHED),
    partial(texted, Kind.PARTICIPATION, {**ENROLLED, "part": "A"}, "01-0312"),
    partial(texted, Kind.SIGNED, SIGNATURE, "Li Na"),
    partial(answered, "hiv", "negative"),
    lambda of: replace(said(Kind.CORRECTED, "hiv", of=of), reason=Reason.OTHER),
    *(
        partial(said, Kind.SOURCED, value={"source": each, "items": ["hiv"]})
        for each in ("chart", "patient")
    ),
    *(partial(said, each) for each in (Kind.VOIDED, Kind.CLEARED, Kind.STOPPED)),
)
SCREENINGS = [(subject, episode) for subject in ("S-001", "S-002") for episode in (1, 2)]
STORIES = st.lists(
    st.tuples(st.sampled_from(SCREENINGS), st.sampled_from(EDITS)), min_size=8, max_size=40
)


def counted_alike(ledger: Ledger) -> bool:
    log, all_rows = ledger.of(TRIAL).log, rows(ledger)
    outcomes = Counter(row.outcome for row in all_rows)
    with ledger.papers(TRIAL, 10**6) as source:
        consents = {row.screening_no: source.consent_of(row.screening_no) for row in all_rows}
    by_rows = persons(all_rows, lambda subject: consents[subject].state.upper())  # type: ignore[arg-type,return-value]
    return log.persons() == by_rows and log.outcomes() == outcomes


@given(STORIES)
def test_the_list_counts_the_persons_that_all_rows_give(story: list[Any]) -> None:
    with TemporaryDirectory() as folder, open_ledger(Path(folder) / "record.db") as ledger:
        with ledger.together():
            ledger.append([opened(*each) for each in SCREENINGS], NURSE)
            for (subject, episode), edit in story:
                ledger.append([edit(of=f"{subject}/{episode}")], NURSE)

        assert counted_alike(ledger)
        assert ledger.verify().holds


def test_a_signature_is_counted_until_an_answer_supersedes_it(path: Path) -> None:
    with open_ledger(path) as ledger:
        ledger.append([opened(), said(Kind.VERDICT_GIVEN, value=ELIGIBLE)], NURSE)
        ledger.append([texted(Kind.SIGNED, SIGNATURE, "Li Na", "S-001/1")], NURSE)
        (signed,) = ledger.of(TRIAL).log.persons()

        ledger.append([answered("hiv", "unclear")], NURSE)

        (after,) = ledger.of(TRIAL).log.persons()
        assert (signed.signed, after.signed) == (True, False)
        assert counted_alike(ledger)


def test_a_signature_stands_again_once_a_source_is_said_as_it_was(path: Path) -> None:
    def seen(source: str) -> NewEntry:
        return said(Kind.SOURCED, value={"source": source, "items": ["hiv"]})

    signed = texted(Kind.SIGNED, SIGNATURE, "Li Na", "S-001/1")
    judged = said(Kind.VERDICT_GIVEN, value=ELIGIBLE)
    with open_ledger(path) as ledger:
        ledger.append([opened(), answered("hiv", "negative"), seen("chart"), judged], NURSE)
        ledger.append([signed], NURSE)
        found = []
        for source in ("chart", "patient", "chart"):
            ledger.append([seen(source)], NURSE)
            found += [each.signed for each in ledger.of(TRIAL).log.persons()]

            assert counted_alike(ledger)
            assert ledger.verify().holds

    assert found == [True, False, True]


def test_no_other_answer_and_no_other_trial_is_read(path: Path) -> None:
    with told(path) as ledger, ledger.papers(TRIAL, 10**6) as source:
        found = [*source.screenings(READ_FOR_THE_LOG, ITEMS_OF_THE_LOG)]

    items = {entry.said.item for entries in found for entry in entries}
    assert items == {None, "age"}
    assert {entry.said.trial for entries in found for entry in entries} == {TRIAL}


def test_what_is_recorded_later_changes_no_paper(path: Path) -> None:
    with told(path) as ledger:
        upto = ledger.head()[0]
        before = rows(ledger, upto)

        ledger.append([Export("csv", "site", upto).entry(TRIAL)], NURSE)
        after_an_export = rows(ledger)
        ledger.append([said(Kind.VERDICT_GIVEN, value=NOT_ELIGIBLE)], NURSE)

        assert rows(ledger, upto) == before == after_an_export
        assert [row.record_head for row in rows(ledger)] != [row.record_head for row in before]
        assert ledger.verify().holds


def test_an_answer_after_the_signature_supersedes_it_though_no_answer_is_read(path: Path) -> None:
    signature = {"meaning": "eligible", "hash": "cd", "day": "2026-11-24"}
    signed = replace(said(Kind.SIGNED, value=signature), text="Li Na")
    with open_ledger(path) as ledger:
        story = (opened(), answered("hiv", "negative"), said(Kind.VERDICT_GIVEN, value=ELIGIBLE))
        ledger.append([*story, signed], NURSE)
        upto = ledger.head()[0]

        ledger.append([answered("hiv", "unclear")], NURSE)

        assert [row.pi_confirmation for row in rows(ledger, upto)] == ["STANDS"]
        assert [row.pi_confirmation for row in rows(ledger)] == ["SUPERSEDED"]


def test_who_leads_the_trial_is_named_as_it_was_then(path: Path) -> None:
    leads = NewEntry(Kind.STAFF_ADDED, TRIAL, item="9", value="principal", text="Li Na")
    left = NewEntry(Kind.STAFF_REMOVED, TRIAL, item="9")
    with open_ledger(path) as ledger:
        ledger.append([leads, replace(leads, trial=OTHER, item="8", text="Wu")], NURSE)
        upto = ledger.head()[0]
        ledger.append([left], NURSE)

        with ledger.papers(TRIAL, upto) as then, ledger.papers(TRIAL, 10**6) as now:
            assert (then.investigators(), now.investigators()) == (("Li Na",), ())


def test_a_trail_has_every_entry_of_its_trial_with_the_hashes_of_the_chain(path: Path) -> None:
    with told(path) as ledger:
        ledger.append([NewEntry(Kind.TRAINED, TRIAL, item="7001")], NURSE)
        with ledger.papers(TRIAL, 10**6) as source:
            found = [*source.chained()]
            earlier = [*source.chained((None, found[-1].entry.at_utc))]
            assert source.head_at == found[-1].entry.at_utc
            assert source.head == found[-1].hash
        every = [*ledger.entries()]

    assert [each.entry for each in found] == [e for e in every if e.said.trial == TRIAL]
    assert found[0].prev_hash == "0" * 64
    assert found[-1].prev_hash != found[-2].hash  # an entry of another trial stands between
    assert [each.prev_hash for each in found[1:-1]] == [each.hash for each in found[:-2]]
    assert earlier == found[:-1]


def test_what_is_of_no_screening_is_given_up_to_a_moment(path: Path) -> None:
    with told(path) as ledger:
        ledger.append([NewEntry(Kind.TRAINED, TRIAL, item="7001")], NURSE)
        ledger.append([NewEntry(Kind.TRAINED, OTHER, item="7001")], NURSE)
        first = [*ledger.entries()][-2]
        ledger.append([NewEntry(Kind.TRAINED, TRIAL, item="7002")], NURSE)
        with ledger.papers(TRIAL, 10**6) as source:
            last = [*source.chained()][-1].entry
            assert [*source.of_no_screening(last.at_utc)] == [first]


def test_a_redacted_name_is_empty_in_papers(path: Path) -> None:
    with told(path) as ledger:
        for name in ("Li Wei", "REDACTED-3"):
            added = NewEntry(Kind.STAFF_ADDED, TRIAL, None, str(len(name)), "monitor", text=name)
            ledger.append([added], NURSE)
        with ledger.papers(TRIAL, 10**6) as source:
            assert source.names() == {6: "Li Wei", 10: ""}


def test_it_says_since_when_nobody_is_to_be_enrolled_as_of_its_entry(tmp_path: Path) -> None:
    ledger = told(tmp_path / "record.db")
    before = len(STORY)
    paused = {"state": "paused", "since": "2026-11-20"}
    ledger.append([NewEntry(Kind.TRIAL_STATUS, TRIAL, value=paused, text="dose review")], NURSE)

    with ledger.papers(TRIAL, before) as source:
        assert source.halt() is None
    with ledger.papers(TRIAL, before + 1) as source:
        halt = source.halt()
        assert halt is not None
        assert (source.state(), halt.since.isoformat()) == ("paused", "2026-11-20")
