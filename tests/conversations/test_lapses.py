"""A carried answer whose origin is corrected counts no more, until a person confirms it."""

from datetime import timedelta

import pytest

from ectrial.record.carried import origin_value
from ectrial.record.entries import Kind, NewEntry, Reason
from ectrial.record.subjects import ScreeningId
from ectrial.trial.recomputation import recompute
from ectrial.trial.versions import shipped
from tests.records import SITE, START, Dialogue, MemoryRecords, trial

HERE = ScreeningId(SITE, trial().id, "S-014", 1)
THERE = ScreeningId(SITE, "OTHER-TRIAL", "X-777", 1)


def told(id_: ScreeningId, kind: Kind, **said: object) -> NewEntry:
    of = {"protocol_version": trial().version, "protocol_hash": trial().fingerprint}
    return NewEntry(kind, id_.trial, id_, **of, **said)  # type: ignore[arg-type] # as it comes


def score(value: str) -> dict[str, str]:
    return {"value": value, "unit": "{score}"}


@pytest.fixture
def records() -> MemoryRecords:
    """One patient in two trials; ECOG was answered there and carried over here."""
    records = MemoryRecords()
    pair = {"pair": "pair-0001", "compared": "agree"}
    one = {"item": "ecog", "value": score("1")}
    said = (
        told(THERE, Kind.OPENED),
        told(THERE, Kind.ANSWERED, **one),
        told(HERE, Kind.OPENED),
        *(told(id_, Kind.LINKED, value=pair) for id_ in (THERE, HERE)),
        told(HERE, Kind.ANSWERED, **one),
        told(HERE, Kind.CARRIED, item=one["item"], value=origin_value(2, START.date())),
    )
    records.append(said, 7, START)
    return records


def correct(records: MemoryRecords) -> None:
    corrected = told(
        THERE,
        Kind.CORRECTED,
        item="ecog",
        value=score("4"),
        reason=Reason.SOURCE_CORRECTED,
    )
    records.append([corrected], 8, START + timedelta(hours=1))


@pytest.mark.parametrize(
    ("language", "words", "button"),
    [
        ("en", "ECOG 1: needs to be confirmed again since 23 Nov", "Confirm: 1"),
        ("zh", "起需重新确认", "确认：1"),
    ],
)
def test_card_asks_to_confirm_and_names_no_other_trial(
    records: MemoryRecords, language: str, words: str, button: str
) -> None:
    correct(records)
    dialogue = Dialogue(records, language=language)  # type: ignore[arg-type] # as it comes
    dialogue.says("S-014")

    card = dialogue.text()

    assert words in card
    assert any(label.startswith(button) for label in dialogue.labels())
    assert "OTHER-TRIAL" not in card
    assert "X-777" not in card


def test_confirmed_answer_counts_again_and_the_record_says_why(records: MemoryRecords) -> None:
    correct(records)
    dialogue = Dialogue(records)
    dialogue.says("S-014")

    dialogue.taps("Confirm: 1")

    screening = records.screening(HERE)
    assert screening is not None
    assert screening.answers["ecog"].value == score("1")
    assert screening.origin("ecog") is None
    assert [entry.said.kind for entry in records.history(HERE)[-2:]] == [
        Kind.LAPSED,
        Kind.ANSWERED,
    ]
    assert records.lapses(screening) == {}


def test_verdict_after_a_lapse_is_computed_again_from_the_screening_alone(
    records: MemoryRecords,
) -> None:
    dialogue = Dialogue(records)
    dialogue.says("S-014")
    dialogue.taps("No")
    dialogue.taps("Stop here")
    before = records.screening(HERE)
    assert before is not None
    assert before.verdict["failing"]

    correct(records)
    dialogue.taps("Keep going")

    found = recompute(records.history(HERE), shipped())
    assert (found.same, found.wrong) == (2, ())
    after = records.screening(HERE)
    assert after is not None
    assert "INCL01" in after.verdict["unresolved"]


def test_confirming_is_taken_back_by_undo(records: MemoryRecords) -> None:
    correct(records)
    dialogue = Dialogue(records)
    dialogue.says("S-014")
    dialogue.taps("Confirm: 1")

    dialogue.taps("↩ Undo")

    screening = records.screening(HERE)
    assert screening is not None
    assert "ecog" not in screening.answers
