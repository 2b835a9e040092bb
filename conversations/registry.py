"""The registry of all flows: for each place its words, its buttons, and what is typed there."""

from collections.abc import Mapping

from conversations import (
    places,
    places_of_consent,
    places_of_lists,
    places_of_notes,
    places_of_own_words,
    places_of_papers,
    places_of_queries,
    places_of_sharing,
    places_of_shifts,
    places_of_signing,
    places_of_the_team,
    places_of_ward_rounds,
    places_of_what_follows,
    places_outside,
    places_to_look_at,
)
from conversations.flow import Flow
from conversations.flows import (
    appointment,
    asking,
    bed,
    changing,
    consent,
    deviations,
    end_of_round,
    enrolling,
    failure,
    forwarding,
    funnel,
    guest,
    helping,
    hold,
    home,
    inviting,
    leave,
    limit,
    list_entry,
    listing,
    log,
    log_as_file,
    more,
    moving,
    name_asked,
    naming,
    notes,
    open_items,
    opening,
    participation,
    picking,
    prove,
    question,
    raising,
    read_back,
    reading,
    reminding,
    report,
    review,
    sample_days,
    setting_aside,
    sharing,
    shift,
    signing,
    similar,
    sources,
    study_team,
    team,
    team_changes,
    to_do,
    trials,
    unreadable,
    verdict,
    ward_round,
    whose,
    words_read,
    worksheet,
    writing_notes,
)
from conversations.flows.other_trials import OF_OTHER_TRIALS
from conversations.places import Place
from conversations.registry_of_the_trial import OF_THE_TRIAL
from conversations.signing_steps import proved

FLOWS: Mapping[type[Place], Flow] = {
    places_outside.Home: Flow(home.home_words, home.home_rows),
    places_outside.Help: Flow(helping.words, home.back_rows),
    places_outside.Trials: Flow(trials.words, trials.rows),
    places_outside.SimilarTrials: Flow(similar.words, similar.rows),
    places_outside.Study: Flow(home.study_words, home.study_rows),
    places_outside.Languages: Flow(home.language_words, home.language_rows),
    places_outside.Screenings: Flow(listing.words, listing.rows, typed=listing.typed),
    places_outside.SubjectCode: Flow(
        opening.code_words, opening.code_rows, opening.type_code, takes_codes=True
    ),
    places_outside.Rescreen: Flow(opening.rescreen_words, opening.rescreen_rows),
    places_outside.Restoring: Flow(setting_aside.restore_words, setting_aside.restore_rows),
    places_outside.NewSubject: Flow(opening.new_words, opening.new_rows),
    places_outside.Prove: Flow(prove.words, prove.rows, proved=prove.proved),
    places.NotDone: Flow(opening.not_done_words, opening.not_done_rows),
    places.Question: Flow(question.words, question.rows, question.typed),
    places.Limit: Flow(limit.words, limit.rows, limit.typed),
    places.Reading: Flow(reading.words, reading.rows, reading.typed),
    places.Report: Flow(report.words, report.rows, report.typed),
    places.Hold: Flow(hold.words, hold.rows, hold.typed),
    places.ReadBack: Flow(read_back.words, read_back.rows, read_back.typed),
    places_of_lists.ListDraft: Flow(list_entry.words, list_entry.rows, list_entry.typed),
    places.SampleDays: Flow(sample_days.words, sample_days.rows, sample_days.typed),
    places.Whose: Flow(whose.words, whose.rows),
    places_to_look_at.Failed: Flow(failure.words, failure.rows, failure.typed, tells=True),
    places_to_look_at.FailedText: Flow(failure.text_words, failure.text_rows),
    places_to_look_at.Verdict: Flow(verdict.words, verdict.rows, verdict.typed, tells=True),
    places_to_look_at.OpenQuestions: Flow(
        verdict.open_words, verdict.open_rows, verdict.typed, tells=True
    ),
    places_to_look_at.ForwardText: Flow(forwarding.words, forwarding.rows),
    places_to_look_at.Review: Flow(review.words, review.rows, review.typed),
    places_to_look_at.More: Flow(more.words, more.rows),
    places_to_look_at.Clearing: Flow(setting_aside.clear_words, setting_aside.clear_rows),
    places_to_look_at.Voiding: Flow(setting_aside.void_words, setting_aside.void_rows),
    places_to_look_at.Moving: Flow(moving.words, moving.rows),
    places_of_signing.AskInvestigator: Flow(signing.ask_words, signing.ask_rows),
    places_of_signing.SignOff: Flow(signing.words, signing.rows),
    places_of_signing.SigningCode: Flow(
        signing.code_words, signing.code_rows, signing.typed, proved=proved
    ),
    places_of_signing.Returning: Flow(signing.return_words, signing.return_rows),
    places_of_signing.Deviations: Flow(deviations.words, deviations.rows, deviations.typed),
    places_of_signing.DeviationText: Flow(
        deviations.text_words, deviations.text_rows, own_words=deviations.record_text
    ),
    places_to_look_at.Sources: Flow(sources.words, sources.rows),
    places_to_look_at.Unreadable: Flow(unreadable.words, unreadable.rows),
    places_of_consent.ConsentCard: Flow(consent.words, consent.rows),
    places_of_consent.ConsentDraft: Flow(consent.draft_words, consent.draft_rows, consent.typed),
    places_of_queries.ToDo: Flow(to_do.words, to_do.rows),
    places_of_queries.RemindingOfAll: Flow(
        reminding.all_words, reminding.all_rows, reminding.all_typed
    ),
    places_of_queries.Reminding: Flow(reminding.words, reminding.rows, reminding.typed),
    places_of_queries.Asking: Flow(asking.words, asking.rows, asking.typed),
    places_of_queries.OpenItems: Flow(open_items.words, open_items.rows),
    places_of_queries.OpenItem: Flow(open_items.item_place_words, open_items.item_rows),
    places_of_queries.Changing: Flow(changing.words, changing.rows, changing.typed),
    places_of_queries.Saying: Flow(
        open_items.saying_words, open_items.saying_rows, own_words=open_items.record_saying
    ),
    places_of_queries.Raising: Flow(raising.words, raising.rows, own_words=raising.record),
    places_of_own_words.NameAsked: Flow(name_asked.words, name_asked.rows),
    places_of_own_words.WordsRead: Flow(words_read.words, words_read.rows),
    places_of_notes.NoteList: Flow(notes.words, notes.rows),
    places_of_notes.MyNotes: Flow(notes.my_words, notes.my_rows),
    places_of_notes.OneNote: Flow(notes.note_words, notes.note_rows),
    places_of_notes.AboutWhat: Flow(
        writing_notes.about_place_words, writing_notes.about_place_rows
    ),
    places_of_notes.OfWhich: Flow(
        writing_notes.which_words, writing_notes.which_rows, writing_notes.type_which
    ),
    places_of_notes.ListingWords: Flow(
        writing_notes.clause_words, writing_notes.clause_rows, writing_notes.type_listing_words
    ),
    places_of_notes.WritingNote: Flow(
        writing_notes.writing_words,
        writing_notes.writing_rows,
        own_words=writing_notes.record_note,
    ),
    places_of_notes.Replying: Flow(
        writing_notes.reply_words, writing_notes.reply_rows, own_words=writing_notes.record_reply
    ),
    places_of_the_team.Team: Flow(team.words, team.rows),
    places_of_the_team.Colleague: Flow(team.colleague_words, team.colleague_rows),
    places_of_the_team.ChangingRole: Flow(team_changes.role_words_of, team_changes.role_rows),
    places_of_the_team.Naming: Flow(naming.words, naming.rows, naming.typed),
    places_of_the_team.LastDay: Flow(
        team_changes.last_day_words, team_changes.last_day_rows, team_changes.type_last_day
    ),
    places_of_the_team.Removing: Flow(team_changes.removing_words, team_changes.removing_rows),
    places_of_the_team.LostPhone: Flow(team_changes.lost_words, team_changes.lost_rows),
    places_of_the_team.Enrolling: Flow(enrolling.words, enrolling.rows),
    places_of_the_team.Leave: Flow(leave.words, leave.rows, leave.typed),
    places_of_the_team.InviteRole: Flow(inviting.role_words_of, inviting.role_rows),
    places_of_the_team.InviteName: Flow(
        inviting.name_words, inviting.name_rows, inviting.type_name
    ),
    places_of_the_team.Inviting: Flow(inviting.words, inviting.rows),
    places_of_the_team.InviteLastDay: Flow(
        inviting.day_words, inviting.day_rows, inviting.type_day
    ),
    places_of_the_team.Invited: Flow(inviting.made_words, inviting.made_rows),
    places_of_the_team.OpenInvite: Flow(inviting.open_words, inviting.open_rows),
    places_of_shifts.EndOfShift: Flow(shift.words, shift.rows),
    places_of_shifts.ShiftOffer: Flow(shift.offer_words, shift.offer_place_rows),
    places_of_shifts.ReturningShift: Flow(shift.returning_words, shift.returning_rows),
    **OF_THE_TRIAL,
    places_of_papers.ScreeningLog: Flow(log.words, log.rows, log.typed),
    places_of_papers.LogAsFile: Flow(log_as_file.words, log_as_file.rows),
    places_of_papers.FileFormat: Flow(log_as_file.format_words, log_as_file.format_rows),
    places_of_papers.WorksheetCard: Flow(
        worksheet.words, worksheet.rows, worksheet.typed, takes_codes=True
    ),
    places_of_papers.WorksheetOf: Flow(
        worksheet.of_words, worksheet.of_rows, worksheet.typed, takes_codes=True
    ),
    places_of_papers.ScreeningFunnel: Flow(funnel.words, funnel.rows, funnel.typed),
    places_of_what_follows.StudyTeamCard: Flow(study_team.words, study_team.rows),
    places_of_what_follows.ReturningReferral: Flow(
        study_team.returning_words, study_team.returning_rows
    ),
    places_of_what_follows.Appointing: Flow(
        appointment.words, appointment.rows, appointment.typed
    ),
    places_of_what_follows.CancellingAppointment: Flow(
        appointment.cancelling_words, appointment.cancelling_rows
    ),
    places_of_what_follows.ParticipationCard: Flow(participation.words, participation.rows),
    places_of_what_follows.ParticipationDraft: Flow(
        participation.draft_words, participation.draft_rows, participation.typed
    ),
    places_of_what_follows.EnrolledAs: Flow(
        participation.number_words,
        participation.number_rows,
        own_words=participation.record_number,
        takes_codes=True,
    ),
    **OF_OTHER_TRIALS,
    places_of_sharing.Sharing: Flow(sharing.words, sharing.rows),
    places_of_sharing.ShareMade: Flow(sharing.made_words, sharing.made_rows),
    places_of_sharing.OpenShares: Flow(sharing.list_words, sharing.list_rows),
    places_of_sharing.ShareCard: Flow(sharing.card_words, sharing.card_rows),
    places_of_sharing.GuestPasscode: Flow(guest.passcode_words, guest.passcode_rows),
    places_of_sharing.GuestScreening: Flow(guest.words, guest.rows, tells=True),
    places_of_sharing.GuestReply: Flow(
        guest.reply_words, guest.reply_rows, own_words=guest.record_reply
    ),
    places_of_sharing.GuestHelp: Flow(guest.help_words, guest.help_rows),
    places_of_ward_rounds.PickStops: Flow(
        picking.words, picking.rows, picking.typed, tells=True, takes_codes=True
    ),
    places_of_ward_rounds.OrderStops: Flow(picking.order_words, picking.order_rows),
    places_of_ward_rounds.AtStop: Flow(
        ward_round.words, ward_round.rows, ward_round.typed, tells=True
    ),
    places_of_ward_rounds.BedAsked: Flow(bed.words, bed.rows, typed=bed.typed, takes_codes=True),
    places_of_ward_rounds.GoneStop: Flow(ward_round.gone_place_words, ward_round.gone_rows),
    places_of_ward_rounds.EndOfRound: Flow(end_of_round.words, end_of_round.rows),
}
