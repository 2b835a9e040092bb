"""An item or an option that has another id now: what was recorded under the old one is read."""

import shutil
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from ectrial.record.screenings import Answer, Screening
from ectrial.record.subjects import ScreeningId
from ectrial.trial.carrying import offer
from ectrial.trial.checking import check
from ectrial.trial.facts_file import FactsError, read_subjects
from ectrial.trial.impact import impact
from ectrial.trial.protocol import Protocol
from ectrial.trial.verdict import assess
from tests.ectrial.toy import TOY
from tests.ectrial.trial.renamed_sleep import RENAMED, RENAMED_ITEMS
from tests.ectrial.trial.versions_of_sleep import STRICTER, change, first_version, two_versions
from tests.tables import of_each

TODAY = date(2026, 11, 23)
ANSWERED = datetime(2026, 11, 23, 9, tzinfo=UTC)
EIGHT: dict[str, Any] = {"value": "8", "unit": "h"}


@pytest.fixture
def both(tmp_path: Path) -> tuple[Protocol, Protocol]:
    trials = two_versions(tmp_path, *RENAMED, items=RENAMED_ITEMS)
    return first_version(trials), trials.current("SLEEP-1")


def screening(under: Protocol, **answers: Any) -> Screening:
    given = {item: Answer(value, 5, ANSWERED, 1) for item, value in answers.items()}
    id_ = ScreeningId("CN", "SLEEP-1", "S-014", 1)
    return Screening(id_, ANSWERED, under.version, under.fingerprint, answers=given)


def told(protocol: Protocol, facts: str) -> list[str]:
    (subject,) = read_subjects([f'{{"id": "S-1", "facts": {facts}}}'], protocol)
    verdict = assess(protocol, subject.facts, TODAY)
    return [each.criterion.id for each in verdict.unresolved]


def test_facts_file_is_read_by_the_former_ids(both: tuple[Protocol, Protocol]) -> None:
    facts = '{"sleep": {"value": 8, "unit": "h"}, "shift": "night", "naps": "no"}'

    old, new = (told(protocol, facts) for protocol in both)

    assert old == new == ["INCL02A", "EXCL02"]


def test_facts_file_with_an_answer_under_both_ids_is_refused(
    both: tuple[Protocol, Protocol],
) -> None:
    eight = '{"value": 8, "unit": "h"}'

    with pytest.raises(FactsError, match="sleep: is called 'rest' now, which is answered as well"):
        told(both[1], f'{{"sleep": {eight}, "rest": {eight}}}')


def test_renaming_alone_loses_no_answer_and_changes_no_verdict(
    both: tuple[Protocol, Protocol],
) -> None:
    old, new = both
    of = screening(old, sleep=EIGHT, shift="night")

    found = impact(old, new, of, TODAY, datetime.date)

    assert (found.not_carried, found.findings, found.changes_outcome) == ((), (), False)


def test_judgement_is_kept_only_while_the_limit_is_the_same(
    both: tuple[Protocol, Protocol], tmp_path: Path
) -> None:
    stricter = two_versions(tmp_path / "stricter", *RENAMED, STRICTER, items=RENAMED_ITEMS)
    of = screening(both[0], sleep="meets")

    same = impact(*both, of, TODAY, datetime.date)
    other = impact(both[0], stricter.current("SLEEP-1"), of, TODAY, datetime.date)

    assert (same.not_carried, other.not_carried) == ((), ("sleep",))


def test_answer_is_offered_to_another_trial_by_the_id_it_has_there(
    both: tuple[Protocol, Protocol],
) -> None:
    old, new = (each.model_copy(update={"ways": {}}) for each in both)
    of = screening(old, sleep=EIGHT, shift="night")

    found = offer(of, old, new, {}, TODAY, datetime.date)

    assert {item: each.value for item, each in found.answers.items()} == {
        "rest": EIGHT,
        "shift": "nights",
    }
    assert found.left == {}


SPARE = 'spare:\n  formerly: [rest]\n  kind: boolean\n  name: {en: "S", zh: "鼾"}\nsnores:\n'


@of_each(
    ("changes", "told"),
    [
        (
            (("[sleep]", "[rest]"),),
            "items/sleep.yaml:29: rest: formerly: 'rest' is the item itself: leave it out",
        ),
        (
            (("[sleep]", "[naps]"),),
            "protocols/sleep.yaml:69: sleep: 'rest' was 'naps', which this trial reads as well: ",
        ),
        (
            (("[sleep]", "sleep"),),
            "items/sleep.yaml:29: rest.formerly: formerly: must be a list",
        ),
        (
            (("snores:\n", "snores:\n  formerly: [sleep]\n"),),
            "rest.formerly: 'sleep' was 'snores' by its own 'formerly': leave it out at one",
        ),
        (
            (("[sleep]", "[spare]"), ("snores:\n", SPARE)),
            "items/sleep.yaml:4: spare.formerly: goes round in a circle: spare, rest; leave one",
        ),
        (
            (("formerly: [night]", "formerly: [day]"),),
            "shift: formerly: 'day' is an option of its own: leave one of them out",
        ),
    ],
)
def test_former_id_that_does_not_say_what_it_was_is_refused(
    tmp_path: Path, changes: tuple[tuple[str, str], ...], told: str
) -> None:
    shutil.copytree(TOY / "items", tmp_path / "items")
    (tmp_path / "protocols").mkdir()
    protocol = Path(shutil.copy(TOY / "sleep.yaml", tmp_path / "protocols"))
    for old, new in RENAMED:
        change(protocol, old, new)
    for old, new in (*RENAMED_ITEMS, *changes):
        change(tmp_path / "items" / "sleep.yaml", old, new)

    faults = "\n".join(map(str, check([tmp_path]).faults))

    assert told in faults
