"""Which migrations a record has had; the migrations themselves need one more library."""

from ectrial.ledger.sqlite.driver import Connection
from ectrial.ledger.tables.guards import applied

STEPS = frozenset(
    {
        "the_record",
        "what_is_not_clinical",
        "the_list_of_screenings",
        "numbers_by_item",
        "no_entries_by_subject",
        "highest_code",
        "names_within_a_trial",
        "screenings_may_move",
        "questions_shown",
        "codes_alike",
        "screenings_may_be_restored",
        "starts_leave_a_trace",
        "subjects_by_number",
        "free_texts",
        "secrets_of_people",
        "what_is_due",
        "open_items",
        "chats_may_practise",
        "messages_to_delete",
        "notes_beside_screenings",
        "what_follows_a_screening",
        "screenings_may_be_shared",
        "labels_of_beds",
        "one_patient_in_two_trials",
        "trials_may_be_paused",
        "versions_are_activated",
        "readings_are_clarified",
        "own_protocols_are_kept",
        "consents_have_a_scope",
        "similar_trials_are_told_of",
        "screenings_repeat_others",
        "papers_are_given_out",
        "lists_are_brought_in",
        "screenings_are_counted",
        "papers_are_made_later",
    }
)


def is_behind(connection: Connection) -> bool:
    """Whether a migration is still to be applied."""
    return not applied(connection) >= STEPS


def is_ahead(connection: Connection) -> bool:
    """Whether the record has a migration that this version does not know."""
    return not applied(connection) <= STEPS


def bring_up_to_date(connection: Connection) -> None:
    """Apply every pending migration; the caller's transaction makes it all or nothing."""
    if is_behind(connection):
        # imported here: few starts need it, and it takes longer to load than the record to open
        from ectrial.ledger.tables.migrating import migrate

        migrate(connection)
