"""The same code names another subject in another trial, or at another site."""

from dataclasses import replace
from pathlib import Path

import pytest

from ectrial.ledger.errors import RefusedError
from ectrial.ledger.ledger import Ledger
from ectrial.record.entries import Kind, NewEntry
from ectrial.record.subjects import ScreeningId
from tests.ectrial.ledger.samples import NURSE, SITE, TRIAL, Clock, answered, called, open_ledger
from tests.ectrial.ledger.samples import opened as opens

OTHER = "EC-CRT-004"
LIMIT = {"value": "40", "unit": "U/L"}


def of(entry: NewEntry, trial: str = TRIAL, site: str = SITE) -> NewEntry:
    """Give the entry as one about the subject of that name in this trial, at this site."""
    assert entry.screening is not None
    return replace(entry, trial=trial, screening=entry.screening._replace(trial=trial, site=site))


@pytest.fixture
def both(ledger: Ledger) -> Ledger:
    """A record in which S-001 was opened in two trials, and answered in each."""
    for trial, age in ((TRIAL, 58), (OTHER, 44)):
        ledger.append([of(opens(), trial), of(answered("age", age), trial)], NURSE)
    return ledger


def ages(ledger: Ledger, *ids: ScreeningId) -> list[object]:
    found = map(ledger.screening, ids)
    return [screening and screening.answers["age"].value for screening in found]


def test_two_trials_never_mix_their_answers(both: Ledger) -> None:
    ids = called("S-001/1"), called("S-001/1", OTHER)

    both.append([of(answered("age", 45), OTHER)], NURSE)

    assert ages(both, *ids) == ages(both, *ids) == [58, 45]
    assert [screening.id for screening in both.episodes(OTHER, "S-001")] == [ids[1]]
    assert [len(list(both.entries(id_))) for id_ in ids] == [2, 3]


def test_the_list_holds_the_screenings_of_every_trial(both: Ledger) -> None:
    both.append([of(NewEntry(Kind.VOIDED, TRIAL, called("S-001/1")))], NURSE)

    rows = both.screenings(limit=9)

    assert [(row.id.trial, row.status) for row in rows] == [(TRIAL, "voided"), (OTHER, "open")]
    assert both.count_screenings() == 2


def test_numbers_and_codes_are_looked_for_in_one_trial(both: Ledger) -> None:
    both.append([answered("ast_uln", LIMIT), of(opens("S-020"), OTHER)], NURSE)
    both.append([of(answered("ast_uln", "unknown"), OTHER)], NURSE)

    assert [found.id.trial for found in both.screenings_with(TRIAL, "ast_uln", 9)] == [TRIAL]
    assert both.screenings_with(OTHER, "ast_uln", 9) == ()
    assert both.next_subject(TRIAL, "S") == "S-002"
    assert both.next_subject(OTHER, "S") == "S-021"


def test_the_screenings_of_another_site_are_not_read(both: Ledger, path: Path) -> None:
    both.append([of(opens("S-009"), site="CRT-02")], NURSE)
    both.append([of(answered("ast_uln", LIMIT, "S-009/1"), site="CRT-02")], NURSE)
    elsewhere = called("S-009/1")._replace(site="CRT-02")

    assert both.screening(elsewhere) is None
    assert both.count_screenings() == len(both.screenings(limit=9)) == 2
    assert both.episodes(TRIAL, "S-009") == both.screenings_with(TRIAL, "ast_uln", 9) == ()
    assert both.next_subject(TRIAL, "S") == "S-002"
    both.close()
    with Ledger.open(path, site="CRT-02", via="telegram", clock=Clock()) as there:
        assert [row.id for row in there.screenings(limit=9)] == [elsewhere]


def test_an_entry_bears_the_site_of_its_screening(ledger: Ledger) -> None:
    ledger.append(
        [of(opens(), site="CRT-02"), NewEntry(Kind.STAFF_REMOVED, TRIAL, item="5")], NURSE
    )

    rows = ledger._shared.reader.execute("SELECT site, screening FROM entries").fetchall()

    assert rows == [("CRT-02", "#1/1"), (SITE, None)]


def test_a_screening_is_opened_once_in_its_trial(both: Ledger) -> None:
    with pytest.raises(RefusedError):
        both.append([of(opens(), OTHER)], NURSE)


def test_two_trials_are_told_apart_after_a_restart(both: Ledger, path: Path) -> None:
    before = both.screenings(limit=9)
    both.close()

    with open_ledger(path) as again:
        assert again.verify().holds
        assert again.screenings(limit=9) == before
        assert ages(again, called("S-001/1"), called("S-001/1", OTHER)) == [58, 44]
