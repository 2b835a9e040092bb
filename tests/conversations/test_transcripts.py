"""Each transcript reads as it is written; together they show every place and every act."""

import re
from typing import get_args

from conversations.acts import Act, Go
from conversations.places import Place
from conversations.screen import width
from tests.conversations.places_and_acts import DOCUMENT, look_at_all, played, table
from tests.conversations.transcript import FOLDER, replay
from tests.tables import of_each

PROMISES = {
    "the_screening_log_is_counted_and_given",
    "the_screening_log_in_chinese",
    "the_funnel_counts_how_many_came_how_far",
    "the_funnel_in_chinese",
    "a_worksheet_is_printed_for_whom_it_is",
    "a_worksheet_in_chinese",
    "a_bare_name_is_asked_about",
    "a_change_of_mind_is_reviewed_with_a_reason",
    "a_clearance_is_estimated_by_cockcroft_gault",
    "a_contradiction_is_asked_about_first",
    "totals_that_cannot_be_true_are_asked_about",
    "a_failure_on_the_first_question",
    "one_part_is_open_beside_one_to_enter",
    "one_part_is_open_in_chinese",
    "a_list_of_metastases_is_entered_by_thumb",
    "a_list_of_metastases_is_entered_in_chinese",
    "a_finished_subject_is_screened_again",
    "a_failed_subject_is_screened_again_as_the_protocol_allows",
    "a_failed_subject_is_screened_again_in_chinese",
    "several_sampling_days_make_several_cards",
    "what_was_set_aside_is_restored",
    "a_pasted_report_is_read_back_first",
    "a_report_is_pasted_in_chinese",
    "a_round_goes_from_bed_to_bed",
    "a_round_in_chinese",
    "a_skipped_question_comes_back",
    "a_voided_screening_is_not_shown_again",
    "an_ambiguous_unit_is_asked",
    "a_monitor_compares_answers_with_their_source",
    "an_investigator_signs_and_a_correction_supersedes",
    "an_investigator_takes_over_each_matter_first",
    "an_eligible_man_typing_every_lab",
    "an_eligible_woman_in_chinese",
    "an_old_button_records_nothing",
    "a_slip_in_a_code_opens_nothing",
    "a_text_about_another_subject_is_not_recorded",
    "a_person_who_was_away_proves_who_they_are",
    "every_command_takes_a_code",
    "an_undo_takes_back_the_last_tap",
    "an_upper_limit_is_asked_for",
    "another_cancer_is_looked_at_by_type",
    "hepatitis_b_dna_is_read_in_its_own_unit",
    "keeping_going_after_a_failure_logs_every_reason",
    "many_open_questions_are_turned_through",
    "practice_beside_the_real_record",
    "practice_in_chinese",
    "enrolment_is_closed_in_chinese",
    "enrolment_is_paused_while_a_screening_is_open",
    "a_reading_is_clarified_by_the_sponsor",
    "a_clarification_in_chinese",
    "an_amendment_in_chinese",
    "an_amendment_is_activated_after_whom_it_concerns",
    "one_note_is_shown_to_a_guest",
    "one_screening_is_shown_to_a_guest",
    "open_items_have_an_owner_and_a_day",
    "open_items_in_chinese",
    "pregnancy_is_asked_of_a_woman_only",
    "why_she_is_not_pregnant_in_chinese",
    "why_she_is_not_pregnant_is_asked",
    "responses_are_cleared_after_a_confirmation",
    "the_language_changes_on_the_way",
    "the_limits_of_the_site_are_offered",
    "the_quick_order_asks_what_excludes_soonest",
    "the_rarer_cards_read_in_chinese",
    "the_trial_and_the_help_lead_back",
    "three_things_stay_unresolved",
    "two_coordinators_share_one_screening",
    "typed_text_is_not_kept",
    "what_may_be_for_another_question_is_read_back",
    "consent_is_kept_apart_from_the_criteria",
    "consent_is_declined_without_a_reason",
    "a_colleague_is_invited",
    "the_team_is_kept",
    "the_team_in_chinese",
    "a_shift_is_handed_over",
    "a_shift_in_chinese",
    "a_note_is_shown_to_the_team_and_resolved",
    "a_note_quotes_words_of_the_listing",
    "a_note_in_chinese",
    "what_is_to_be_signed_is_in_the_list",
    "an_investigator_signs_in_chinese",
    "a_colleague_is_enrolled",
    "a_lock_on_signing_says_who_opens_it",
    "a_monitor_raises_a_query",
    "a_query_in_chinese",
    "a_verdict_goes_to_the_contact",
    "what_came_of_a_subject_in_chinese",
    "another_trial_is_chosen",
    "four_answers_decide_in_another_trial",
    "four_answers_decide_in_chinese",
    "two_codes_are_one_patient",
    "similar_trials_are_listed_and_told_of",
}


@of_each("promise", sorted(PROMISES))
def test_dialogue_says_what_its_transcript_says(promise: str) -> None:
    written = (FOLDER / f"{promise}.txt").read_text("utf-8")

    said, _ = played(promise)

    assert said == written, "make transcripts writes the new one; read the difference"


ROOM = {2: 16, 3: 10, 4: 7, 5: 6}
"""The letters on each of so many buttons in a row, on a phone 390 pixels wide: more would wrap."""

LABEL = re.compile(r"\[(.*?)\][*!]?(?= \[|$)")


@of_each("promise", sorted(PROMISES))
def test_labels_that_share_a_row_have_room_there(promise: str) -> None:
    lines = (FOLDER / f"{promise}.txt").read_text("utf-8").splitlines()

    rows = [LABEL.findall(line) for line in lines if line.startswith("<   [")]

    assert rows
    assert [
        label for row in rows if len(row) > 1 for label in row if width(label) > ROOM[len(row)]
    ] == []


def test_every_promise_has_its_transcript() -> None:
    written = {path.stem for path in FOLDER.iterdir()}

    assert written - PROMISES == set(), "not named in PROMISES above"
    assert PROMISES - written == set(), "without a transcript"


def test_every_place_and_act_is_met_in_a_transcript_or_a_walk() -> None:
    seen = look_at_all()
    acts = {name for names in seen.acts.values() for name in names}

    assert {act.__name__ for act in get_args(Act)} - acts == {Go.__name__}
    assert {place.__name__ for place in get_args(Place)} - seen.places == set()


def test_page_of_places_and_acts_is_as_the_code_has_it() -> None:
    assert DOCUMENT.read_text("utf-8") == table(), "make transcripts writes the new one"


def test_transcript_begins_again_from_its_own_lines() -> None:
    script = "# A remark.\n@ zh\n> /start\n< forged\n= forged\n"

    written = replay(script)

    assert written.startswith("# A remark.\n@ zh\n\n> /start\n< # EC-CRT-003")
    assert "forged" not in written
