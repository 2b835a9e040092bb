"""Free texts and printed names are read back as they were given, and stand in no entry."""

from ectrial.ledger.ledger import Ledger
from ectrial.record.entries import Kind, NewEntry
from tests.ectrial.ledger.samples import NURSE, TRIAL, answered, called, opened

NAME = "Li Wei 李伟"


def test_text_is_read_back_in_every_way(ledger: Ledger) -> None:
    said = NewEntry(Kind.STAFF_ADDED, TRIAL, item="7", value="coordinator", text=NAME)
    (recorded,) = ledger.append([said], NURSE) or ()

    assert recorded.said == said
    assert [entry.said for entry in ledger.entries()] == [said]
    assert ledger.team().members[7].name == NAME
    assert ledger.verify().holds


def test_text_about_a_screening_is_read_back(ledger: Ledger) -> None:
    id_ = called("S-001/1")
    noted = NewEntry(Kind.DEVIATION, TRIAL, id_, value={"day": "2026-11-20"}, text="too far")
    ledger.append([opened(), answered("age", 58), noted], NURSE)

    assert [entry.said.text for entry in ledger.entries(id_)] == [None, None, "too far"]


def test_deviation_of_an_enrolment_is_taken_back_by_an_entry_without_a_text(
    ledger: Ledger,
) -> None:
    id_, day = called("S-001/1"), {"day": "2026-11-20"}
    by_hand = NewEntry(Kind.DEVIATION, TRIAL, id_, value=day, text="too far")
    enrolled = NewEntry(
        Kind.DEVIATION, TRIAL, id_, value={**day, "enrolment": True}, text="though not eligible"
    )
    made = ledger.append([opened(), by_hand, enrolled], NURSE) or ()

    ledger.append(
        [NewEntry(Kind.DEVIATION, TRIAL, id_, value={"takes_back": e.seq}) for e in made[1:]],
        NURSE,
    )

    screening = ledger.screening(id_)
    assert screening
    assert [each.what for each in screening.deviations] == ["too far"]
    assert len([*ledger.entries(id_)]) == 5
    assert ledger.verify().holds
