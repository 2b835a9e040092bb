"""Every verdict that the dialogue records is found again; one that it would not give is not."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conversations.acts import key
from conversations.events import Tapped
from ectrial.record.entries import JSON, Entry, Kind, NewEntry
from ectrial.record.subjects import ScreeningId
from ectrial.trial.recomputation import Recomputation, recompute
from ectrial.trial.versions import shipped
from tests.conversations.paths import ALT, COUNTS, ELIGIBLE, HBSAG, at
from tests.ectrial.trial.versions_of_sleep import STRICTER, two_versions
from tests.records import START, Dialogue, MemoryRecords
from tests.tables import of_each

BEGINNINGS = {
    "a failure": ("/new S-014 M 58", "3"),
    "stopped": ("/new S-014 M 58", "3", "Stop here"),
    "the counts": COUNTS,
    "a limit": ALT,
    "almost done": HBSAG,
    "eligible": (*ELIGIBLE, "Yes"),
}


def of(dialogue: Dialogue | MemoryRecords) -> Recomputation:
    records = dialogue.records if isinstance(dialogue, Dialogue) else dialogue
    about = [entry for entry in records.entries if entry.said.screening]
    ordered = sorted(about, key=lambda entry: (str(entry.said.screening), entry.seq))
    return recompute(ordered, shipped())


def test_a_verdict_comes_out_the_same() -> None:
    dialogue = at(*BEGINNINGS["eligible"])

    given_ = len(dialogue.entries(Kind.VERDICT_GIVEN))

    assert given_ > 0
    assert of(dialogue) == Recomputation(given_, 0, ())


@given(
    beginning=st.sampled_from(sorted(BEGINNINGS)),
    steps=st.lists(st.one_of(st.integers(0, 40), st.sampled_from(["/review", "5", "/clear"]))),
)
def test_whatever_is_tapped_its_verdicts_come_out_the_same(
    beginning: str, steps: list[int | str]
) -> None:
    dialogue = at(*BEGINNINGS[beginning])
    for step in steps:
        buttons = dialogue.buttons()
        if isinstance(step, str):
            dialogue.says(step)
        elif buttons:
            dialogue.does(Tapped(dialogue.round, key(buttons[step % len(buttons)].act)))

    found = of(dialogue)

    assert found.wrong == ()
    assert found.same == len(dialogue.entries(Kind.VERDICT_GIVEN))


def forged(entry: Entry, **changes: JSON) -> Entry:
    return replace(entry, said=replace(entry.said, value={**entry.said.value, **changes}))


@of_each(
    "changes",
    [
        {"verdict": "not_eligible"},
        {"failing": ["EXCL01"]},
        {"unresolved": ["INCL05"]},
        {"stratum": "unknown"},
        {"stratum": None},
    ],
)
def test_a_forged_verdict_is_named_by_its_entry(changes: dict[str, JSON]) -> None:
    records = at(*BEGINNINGS["eligible"]).records
    last = max(e.seq for e in records.entries if e.said.kind is Kind.VERDICT_GIVEN)
    records.entries[last - 1] = forged(records.entries[last - 1], **changes)

    assert of(records).wrong == (last,)


def test_a_forged_answer_shows_in_the_verdict_after_it() -> None:
    records = at(*BEGINNINGS["eligible"]).records
    place = next(n for n, e in enumerate(records.entries) if e.said.item == "hemoglobin")
    records.entries[place] = forged(records.entries[place], value="40")

    assert of(records).wrong


@pytest.mark.parametrize("value", [None, "eligible", [], {}])
def test_what_is_no_verdict_is_named(value: JSON) -> None:
    records = at(*BEGINNINGS["stopped"]).records
    last = max(e.seq for e in records.entries if e.said.kind is Kind.VERDICT_GIVEN)
    entry = records.entries[last - 1]
    records.entries[last - 1] = replace(entry, said=replace(entry.said, value=value))

    assert of(records).wrong == (last,)


def test_answers_that_cannot_be_read_are_named_by_their_verdict() -> None:
    records = at(*BEGINNINGS["stopped"]).records
    place = next(n for n, e in enumerate(records.entries) if e.said.kind is Kind.ANSWERED)
    entry = records.entries[place]
    records.entries[place] = replace(entry, said=replace(entry.said, item="of_another_trial"))

    (told,) = of(records).unreadable
    assert of(records).wrong
    assert (told.items, told.seq) == (("of_another_trial",), records.entries[-1].seq)


@pytest.mark.parametrize("other", ["trial", "protocol_version", "protocol_hash"])
def test_a_verdict_under_another_protocol_is_counted_apart(other: str) -> None:
    records = at(*BEGINNINGS["stopped"]).records
    count = sum(e.said.kind is Kind.VERDICT_GIVEN for e in records.entries)
    records.entries = [
        replace(entry, said=replace(entry.said, **{other: "other"})) for entry in records.entries
    ]

    found = of(records)

    assert (found.same, found.not_shipped, found.wrong) == (0, count, ())


@pytest.mark.parametrize("other", ["protocol_version", "protocol_hash"])
def test_one_unreadable_screening_leaves_the_others_as_they_are(other: str) -> None:
    records = at(*BEGINNINGS["stopped"]).records
    at("/new S-015 M 58", "3", "Stop here", records=records)
    count = sum(e.said.kind is Kind.VERDICT_GIVEN for e in records.entries)
    records.entries = [
        replace(e, said=replace(e.said, **{other: "other"})) if of_first(e) else e
        for e in records.entries
    ]

    found = of(records)

    assert (found.same, found.not_shipped, found.wrong) == (count // 2, count // 2, ())
    assert [told.screening.subject for told in found.unreadable] == ["S-014"]


def test_each_verdict_is_judged_by_the_version_it_was_given_under(tmp_path: Path) -> None:
    trials = two_versions(tmp_path, STRICTER)
    rest = {"unresolved": ["INCL02A", "EXCL01", "EXCL02"], "stratum": None}
    undetermined = {"verdict": "undetermined", "failing": [], **rest}
    not_eligible = {"verdict": "not_eligible", "failing": ["INCL01"], **rest}
    told: list[tuple[Kind, str, JSON]] = [
        (Kind.OPENED, "1", None),
        (Kind.ANSWERED, "1", {"value": "8", "unit": "h"}),
        (Kind.VERDICT_GIVEN, "1", undetermined),
        (Kind.MOVED, "2", None),
        (Kind.VERDICT_GIVEN, "2", not_eligible),
        (Kind.VERDICT_GIVEN, "2", undetermined),
    ]
    fingerprints = {each.version: each.fingerprint for each in trials.versions("SLEEP-1")}
    entries = [
        Entry(seq, START, 7, "coordinator", "telegram", slept(kind, version, value, fingerprints))
        for seq, (kind, version, value) in enumerate(told, start=1)
    ]

    found = recompute(entries, trials)

    assert (found.same, found.not_shipped, found.wrong) == (2, 0, (6,))


def slept(kind: Kind, version: str, value: JSON, fingerprints: Mapping[str, str]) -> NewEntry:
    """Give an entry about the one screening of the toy trial."""
    screening = ScreeningId("site-1", "SLEEP-1", "S-1", 1)
    item = "sleep" if kind is Kind.ANSWERED else None
    hash_ = fingerprints[version]
    return NewEntry(
        kind,
        "SLEEP-1",
        screening,
        item,
        value,
        protocol_version=version,
        protocol_hash=hash_,
    )


def of_first(entry: Entry) -> bool:
    return entry.said.screening is not None and entry.said.screening.subject == "S-014"
