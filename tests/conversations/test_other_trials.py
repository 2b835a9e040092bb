"""What the person's other trials have to do with a screening, and what others never learn."""

from datetime import timedelta

from conversations.acts import key
from conversations.events import Tapped
from conversations.screen import Block, note, title
from conversations.words.phone import folded_to_a_phone
from ectrial.record.entries import Kind, NewEntry, Reason
from ectrial.trial.versions import shipped
from tests.conversations.paths import ELIGIBLE, at
from tests.conversations.test_what_follows import CONSENTS, ENROLS
from tests.records import Dialogue, MemoryRecords, trial
from tests.second_trial import second_trial

FAILING = ("/new S-014 M 58", "1", "Yes", "Yes", "5", "Taxane+platinum", "Yes")
FAILED = (*FAILING, "None on post-treatment imaging", "2 mo")
CARRIED = (*FAILED, "Open S-014 in SECOND-2", "Use 5 answers of 23 Nov")
THIRD = second_trial().model_copy(update={"id": "THIRD-3"})


def failed(*more: str, records: MemoryRecords | None = None) -> Dialogue:
    dialogue = Dialogue(records, others=[second_trial()])
    dialogue.taps_or_says(*FAILED, *more)
    return dialogue


def test_trial_without_a_role_is_never_named() -> None:
    records = failed(*CARRIED[len(FAILED) :]).records
    colleague = Dialogue(records, actor=8)
    colleague.says("S-014")

    for way in ((), ("⋯ More",), ("Check answers",)):
        colleague.taps(*way)
        assert "SECOND-2" not in colleague.text()
        assert "Other trials ›" not in colleague.labels()


def test_colleague_of_the_other_trial_sees_no_trace_of_the_first() -> None:
    records = failed(*CARRIED[len(FAILED) :]).records
    colleague = Dialogue(records, actor=8, present=second_trial())
    colleague.says("S-014")

    for way in ((), ("⋯ More", "Check answers"), ("Verdict",), ("Text to forward",)):
        colleague.taps(*way)
        assert trial().id not in colleague.text()


def test_offer_is_withdrawn_once_an_answer_of_it_is_corrected() -> None:
    dialogue = failed("Open S-014 in SECOND-2")
    before, button = len(dialogue.records.entries), dialogue.button("Use 5 answers of 23 Nov")
    there = next(e.said.screening for e in dialogue.records.entries)
    corrected = NewEntry(
        Kind.CORRECTED,
        trial().id,
        there,
        "ecog",
        {"value": "3", "unit": "{score}"},
        Reason.SOURCE_CORRECTED,
    )
    dialogue.records.append([corrected], 8, dialogue.now)

    dialogue.does(Tapped(dialogue.round, key(button.act)))

    assert len(dialogue.records.entries) == before + 1
    assert "moved on" in dialogue.last.toast


def test_equal_offers_of_two_trials_say_which_trial_each_is_of() -> None:
    dialogue = Dialogue(others=[second_trial(), THIRD])
    dialogue.says("/new S-014 M 58")
    for other in (second_trial(), THIRD):
        there = Dialogue(dialogue.records, present=other)
        there.taps_or_says("/new S-014 M 58", "1")
        pair = {"pair": f"pair-{other.id}", "compared": "agree"}
        same = [(each.id.trial, each.id) for each in (dialogue.screening, there.screening)]
        said = [NewEntry(Kind.LINKED, trial_, id_, value=pair) for trial_, id_ in same]
        dialogue.records.append(said, 7, dialogue.now)
    dialogue.says("/open S-014")

    uses = [label for label in dialogue.labels() if "Use 1 answer" in label]

    assert uses == ["SECOND-2: Use 1 answer of 23 Nov", "THIRD-3: Use 1 answer of 23 Nov"]


def test_enrolled_subject_is_not_offered_to_be_opened_in_another_trial() -> None:
    dialogue = at(*ELIGIBLE, "No")
    dialogue.others = [second_trial()]
    dialogue.taps_or_says("/review S-014", "INCL05", "2 mo", "Entry error", "Stop here")
    assert "Open S-014 in SECOND-2" in dialogue.labels()
    dialogue.taps_or_says(*CONSENTS, "/open S-014", *ENROLS, "01-0001")

    dialogue.says("/verdict")

    assert "⛔ Not eligible" in dialogue.text()
    assert "Not excluded so far" not in dialogue.text()
    assert not [label for label in dialogue.labels() if label.startswith("Open S-014 in")]


def test_used_answers_are_taken_back_together() -> None:
    dialogue = failed(*CARRIED[len(FAILED) :])
    assert dialogue.screening.answers.keys() == {
        *("sex", "age", "ecog", "escc_histologically_confirmed", "stage_ivb_uicc8")
    }

    dialogue.taps("↩ Undo 5 answers")

    assert dialogue.screening.answers == {}


def test_corrected_origin_opens_the_verdict_of_the_other_trial_again() -> None:
    dialogue = failed(*CARRIED[len(FAILED) :], "Yes", "Yes", "Yes", "No")
    assert "Nothing found against" in dialogue.text()
    dialogue.later(minutes=3)
    corrected = NewEntry(
        Kind.CORRECTED,
        trial().id,
        dialogue.screening.id._replace(trial=trial().id),
        "escc_histologically_confirmed",
        "no",
        Reason.SOURCE_CORRECTED,
    )
    dialogue.records.append([corrected], 8, dialogue.now - timedelta(minutes=1))

    assert "Nothing found against" not in dialogue.text()
    assert "Answers to confirm again: 1" in dialogue.text()


NOT_IVB = ("/new S-014 M 58", "1", "Yes", "No")


def linked_from_the_first() -> MemoryRecords:
    """A subject that fails here by its stage, and is opened in the second trial."""
    dialogue = Dialogue(others=[second_trial()])
    dialogue.taps_or_says(*NOT_IVB, "⋯ More", "Other trials ›", "Same patient in SECOND-2…")
    Dialogue(dialogue.records, present=second_trial()).says("/new S-014 M 58")
    dialogue.taps_or_says("S-014", "Same patient")
    return dialogue.records


def test_another_trial_is_judged_by_the_answers_of_all_linked_screenings() -> None:
    records = linked_from_the_first()
    there = Dialogue(records, present=second_trial(), others=[trial(), THIRD])
    there.taps_or_says("S-014", "⋯ More", "Other trials ›")

    assert "EC-CRT-003: S-014" in there.text()
    assert "Not excluded so far" not in there.text()
    assert not [label for label in there.labels() if label.startswith("Open")]


def test_answers_of_a_trial_without_a_role_judge_no_other() -> None:
    records = linked_from_the_first()
    there = Dialogue(records, actor=8, present=second_trial(), others=[THIRD])
    there.taps_or_says("S-014", "⋯ More", "Other trials ›")

    assert "THIRD-3, 7 answers more" in there.text()
    assert "EC-CRT-003" not in there.text()


def test_answers_that_contradict_each_other_settle_nothing_elsewhere() -> None:
    records = linked_from_the_first()
    there = Dialogue(records, present=second_trial(), others=[trial(), THIRD])
    there.taps_or_says("S-014", "1", "Yes", "Yes", "⋯ More", "Other trials ›")

    assert "THIRD-3, 5 answers more (list incomplete)" in there.text()
    assert "IVB at diagnosis (UICC 8): answers contradict each other" in there.text()


def test_differing_sex_is_shown_before_two_are_linked() -> None:
    records = MemoryRecords()
    Dialogue(records, present=second_trial()).says("/new X-777 F 40")
    dialogue = failed(records=records)

    dialogue.taps_or_says("⋯ More", "Other trials ›", "Same patient in SECOND-2…", "X-777")

    assert "SECOND-2: X-777, F 40" in dialogue.text()
    assert "Sex or age differ" in dialogue.text()
    dialogue.taps("Same patient, though they differ")
    assert dialogue.entries(Kind.LINKED)[0].value["compared"] == "differ"


def test_the_trial_of_the_same_patient_is_chosen_first_among_several() -> None:
    records = MemoryRecords()
    others = [second_trial(), *map(shipped().current, ("SBRT-OLIGO", "ESO-SHANGHAI-20"))]
    for other in others:
        Dialogue(records, present=other).says("/new X-777 M 58")
    dialogue = Dialogue(records, others=others)
    dialogue.taps_or_says(*FAILED, "⋯ More", "Other trials ›")
    assert len(dialogue.card.rows) <= 6

    dialogue.taps("Same patient elsewhere…")
    assert dialogue.labels() == ["SECOND-2 ›", "SBRT-OLIGO ›", "ESO-SHANGHAI-20 ›", "‹ Back"]
    dialogue.says("X-777")
    assert "Choose the trial first." in dialogue.text()
    dialogue.taps_or_says("ESO-SHANGHAI-20 ›", "X-777", "Same patient")
    assert "ESO-SHANGHAI-20 ›" in dialogue.labels()


def test_a_link_of_a_later_day_leaves_the_day_of_the_screening() -> None:
    records = MemoryRecords()
    Dialogue(records, present=second_trial()).says("/new X-777 M 58")
    dialogue = failed("Stop here", records=records)
    screened = dialogue.now.date()

    dialogue.later(days=5)
    way = ("⋯ More", "Other trials ›", "Same patient in SECOND-2…", "X-777", "Same patient")
    dialogue.taps_or_says(*way, "/new S-014")

    assert f"has been screened ({screened})" in dialogue.text()


def test_a_trial_whose_list_is_cut_says_so_in_the_list_of_trials() -> None:
    dialogue = Dialogue(others=[shipped().current("SBRT-OLIGO")])
    dialogue.says("/trials")

    told = {line.split(":")[0]: line for line in dialogue.text().splitlines()}
    assert "list incomplete" in told["SBRT-OLIGO"]
    assert "list incomplete" not in told[trial().id]


def test_what_is_not_excluded_elsewhere_is_read_without_opening_a_fold() -> None:
    dialogue = failed("Stop here")
    line = next(text for text in dialogue.text().splitlines() if text.startswith("⛔ Not here"))
    long = Block("one\ntwo\nthree\nfour\nfive\nsix\nseven")
    blocks = [title("S-014"), long, Block(line), *[Block("more")] * 9, note("confirms")]

    assert Block(line) in folded_to_a_phone(blocks, 4, seen=line)
    tight = folded_to_a_phone(blocks, 7, seen=line)
    assert tight[1].look == "fold"
    assert tight[1].text.startswith(line)
    assert any(block.text.startswith(line) for block in dialogue.card.blocks)
