"""Who may do what: one table of acts, one of places that are opened, one of what is recorded.

A tap is an act; typed text and commands have none, so what they would record is asked as well.
What a person may not do is left out of the card; an older card's button is refused with who may.
"""

from collections.abc import Iterable, Mapping
from typing import get_args

from conversations import (
    acts,
    acts_of_consent,
    acts_of_notes,
    acts_of_other_trials,
    acts_of_own_words,
    acts_of_papers,
    acts_of_practice,
    acts_of_queries,
    acts_of_setting_aside,
    acts_of_shifts,
    acts_of_signing,
    acts_of_sources,
    acts_of_the_team,
    acts_of_the_trial,
    acts_of_trials,
    acts_of_ward_rounds,
    acts_of_what_follows,
    places_of_consent,
    places_of_lists,
    places_of_other_trials,
    places_of_papers,
    places_of_queries,
    places_of_shifts,
    places_of_signing,
    places_of_the_team,
    places_of_the_trial,
    places_of_ward_rounds,
    places_of_what_follows,
    places_outside,
    places_to_look_at,
    rights_of_sharing,
)
from conversations.needs import (
    ASKING,
    AUTHORISING,
    CHECKING,
    CONFIRMING,
    CONSENTING,
    EVERYBODY,
    EXPORTING,
    LEADING,
    SCREENING,
    Need,
)
from conversations.places import Place
from conversations.screen import Row
from ectrial.record.conduct import OF_CONDUCT
from ectrial.record.entries import Kind, NewEntry
from ectrial.record.links import OF_LINKS
from ectrial.record.notes import OF_NOTES
from ectrial.record.team import Member
from ectrial.record.what_follows import OF_WHAT_FOLLOWS

OF_ACTS: Mapping[type[acts.Act], Need] = {
    **dict.fromkeys((acts.Go, acts.GoOn, acts.GoBack, acts.ShowList), EVERYBODY),
    acts.Change: EVERYBODY,
    acts.Copy: EVERYBODY,
    acts.Open: EVERYBODY,
    acts.Discard: EVERYBODY,
    acts.Next: EVERYBODY,
    acts_of_practice.LeavePractice: EVERYBODY,
    **dict.fromkeys(get_args(acts_of_trials.OfTrials), EVERYBODY),
    **dict.fromkeys(get_args(acts_of_own_words.OfOwnWords), EVERYBODY),
    acts_of_notes.OpenNote: EVERYBODY,
    acts_of_notes.SetReaders: EVERYBODY,
    acts_of_notes.ResolveNote: EVERYBODY,
    acts_of_notes.ReopenNote: EVERYBODY,
    acts_of_notes.GiveNotes: EXPORTING,
    acts.TakeDay: SCREENING,
    **dict.fromkeys((acts.Begin, acts.BeginAgain), SCREENING),
    acts.OpenWith: SCREENING,
    acts.Record: SCREENING,
    acts.Skip: SCREENING,
    acts.Undo: SCREENING,
    acts.Stop: SCREENING,
    acts.KeepGoing: SCREENING,
    acts.Reorder: SCREENING,
    acts.Move: SCREENING,
    **dict.fromkeys(get_args(acts_of_setting_aside.OfSettingAside), SCREENING),
    acts_of_sources.TakeSource: SCREENING,
    **dict.fromkeys((acts_of_sources.Verify, acts_of_sources.Unverify), CHECKING),
    acts_of_signing.AskSignature: SCREENING,
    **dict.fromkeys((acts_of_signing.OpenToSign, acts_of_signing.TakeOver), CONFIRMING),
    **dict.fromkeys((acts_of_signing.Sign, acts_of_signing.ReturnRequest), CONFIRMING),
    **dict.fromkeys(get_args(acts_of_papers.OfPapers), EXPORTING),
    acts_of_papers.ShowFunnel: EVERYBODY,
    acts_of_consent.RecordConsent: CONSENTING,
    acts_of_queries.Ask: SCREENING,
    acts_of_queries.Reassign: SCREENING,
    acts_of_queries.Postpone: SCREENING,
    acts_of_queries.Withdraw: ASKING,
    acts_of_queries.Settle: EVERYBODY,
    acts_of_queries.Remind: EVERYBODY,
    acts_of_the_trial.WithdrawClarification: LEADING,
    **dict.fromkeys((acts_of_the_team.SetTerms, acts_of_the_team.SayFound), LEADING),
    acts_of_the_team.Authorise: AUTHORISING,
    acts_of_the_team.Remove: LEADING,
    acts_of_the_team.ReportLost: EVERYBODY,
    acts_of_the_team.Enrol: LEADING,
    acts_of_the_team.BeAway: EVERYBODY,
    acts_of_the_team.ComeBack: EVERYBODY,
    acts_of_the_team.MakeInvite: LEADING,
    acts_of_the_team.WithdrawInvite: LEADING,
    acts_of_the_team.GiveLog: EXPORTING,
    acts_of_shifts.OfferShift: SCREENING,
    acts_of_shifts.WithdrawShift: EVERYBODY,
    acts_of_shifts.AcceptShift: SCREENING,
    acts_of_shifts.ReturnShift: EVERYBODY,
    **dict.fromkeys(get_args(acts_of_what_follows.OfWhatFollows), SCREENING),
    acts_of_other_trials.GoThere: EVERYBODY,
    acts_of_other_trials.OpenElsewhere: SCREENING,
    acts_of_other_trials.Link: SCREENING,
    acts_of_other_trials.Unlink: SCREENING,
    acts_of_other_trials.UseAnswers: SCREENING,
    **rights_of_sharing.OF_ACTS,
    **dict.fromkeys(get_args(acts_of_ward_rounds.OfWardRounds), SCREENING),
}
"""What each act needs. Going to a place needs what the place needs."""

OF_PLACES: Mapping[type[Place], Need] = {
    places_outside.SubjectCode: SCREENING,
    places_to_look_at.ForwardText: EXPORTING,
    places_to_look_at.Clearing: SCREENING,
    places_to_look_at.Voiding: SCREENING,
    places_to_look_at.Moving: SCREENING,
    places_to_look_at.Sources: SCREENING,
    places_of_lists.ListDraft: SCREENING,
    places_of_signing.AskInvestigator: SCREENING,
    places_of_signing.SignOff: CONFIRMING,
    places_of_signing.SigningCode: CONFIRMING,
    places_of_signing.Returning: CONFIRMING,
    **dict.fromkeys((places_of_signing.Deviations, places_of_signing.DeviationText), SCREENING),
    **dict.fromkeys((places_of_papers.LogAsFile, places_of_papers.FileFormat), EXPORTING),
    **dict.fromkeys((places_of_papers.WorksheetOf, places_of_papers.WorksheetCard), EXPORTING),
    places_of_consent.ConsentDraft: CONSENTING,
    places_of_queries.Asking: SCREENING,
    places_of_queries.Changing: SCREENING,
    places_of_queries.Saying: ASKING,
    places_of_queries.Raising: CHECKING,
    places_of_the_team.ChangingRole: LEADING,
    places_of_the_team.LastDay: LEADING,
    places_of_the_team.Naming: LEADING,
    places_of_the_team.Removing: LEADING,
    places_of_the_team.Enrolling: LEADING,
    places_of_the_team.InviteRole: LEADING,
    places_of_the_team.InviteName: LEADING,
    places_of_the_team.Inviting: LEADING,
    places_of_the_team.InviteLastDay: LEADING,
    places_of_the_team.Invited: LEADING,
    places_of_the_team.OpenInvite: LEADING,
    places_of_shifts.EndOfShift: SCREENING,
    **dict.fromkeys(places_of_the_trial.CHANGING_IT, LEADING),
    **dict.fromkeys(get_args(places_of_what_follows.OfWhatFollows), SCREENING),
    places_of_other_trials.LinkingCode: SCREENING,
    places_of_other_trials.LinkAsked: SCREENING,
    places_of_other_trials.UnlinkAsked: SCREENING,
    **rights_of_sharing.OF_PLACES,
    places_of_ward_rounds.AtStop: SCREENING,
    **dict.fromkeys(get_args(places_of_ward_rounds.AtABed), SCREENING),
    **dict.fromkeys(get_args(places_of_ward_rounds.OfWardRounds), SCREENING),
}
"""Places that not everybody may open; every other is open to the whole team."""

OF_KINDS: Mapping[Kind, Need] = {
    **dict.fromkeys((Kind.OPENED, Kind.RESCREENED), SCREENING),
    Kind.ORDERED: SCREENING,
    Kind.ANSWERED: SCREENING,
    Kind.SKIPPED: SCREENING,
    Kind.CORRECTED: SCREENING,
    Kind.STOPPED: SCREENING,
    Kind.CONTINUED: SCREENING,
    Kind.VERDICT_GIVEN: SCREENING,
    Kind.VOIDED: SCREENING,
    Kind.CLEARED: SCREENING,
    Kind.RESTORED: SCREENING,
    Kind.MOVED: SCREENING,
    Kind.SOURCED: SCREENING,
    **dict.fromkeys((Kind.VERIFIED, Kind.UNVERIFIED), CHECKING),
    Kind.EXPORTED: EXPORTING,
    Kind.SIGNATURE_ASKED: SCREENING,
    Kind.TAKEN_OVER: CONFIRMING,
    Kind.SIGNED: CONFIRMING,
    Kind.SIGNATURE_RETURNED: CONFIRMING,
    Kind.DEVIATION: SCREENING,
    Kind.CONSENT: CONSENTING,
    Kind.QUERY_OPENED: ASKING,
    Kind.QUERY_CHANGED: SCREENING,
    Kind.QUERY_SAID: ASKING,
    Kind.QUERY_CLOSED: ASKING,
    Kind.QUERY_REOPENED: SCREENING,
    Kind.STAFF_INVITED: LEADING,
    Kind.INVITE_WITHDRAWN: LEADING,
    **dict.fromkeys((Kind.STAFF_ADDED, Kind.STAFF_REMOVED, Kind.PHONE_FOUND), LEADING),
    Kind.PHONE_LOST: EVERYBODY,
    Kind.IDENTIFIER_STOPPED: EVERYBODY,
    **dict.fromkeys(OF_NOTES, EVERYBODY),
    Kind.ENROLLED: LEADING,
    Kind.AWAY: EVERYBODY,
    Kind.BACK: EVERYBODY,
    Kind.SHIFT_OFFERED: SCREENING,
    Kind.SHIFT_ACCEPTED: SCREENING,
    Kind.SHIFT_RETURNED: EVERYBODY,
    **dict.fromkeys((*OF_WHAT_FOLLOWS, *OF_LINKS), SCREENING),
    Kind.CARRIED: SCREENING,
    # noted by whatever is recorded next there
    Kind.LAPSED: EVERYBODY,
    **dict.fromkeys(OF_CONDUCT, LEADING),
    **rights_of_sharing.OF_KINDS,
}
"""What recording each kind of entry needs; the dialogue records no other kind."""


def may(member: Member, need: Need) -> bool:
    """Whether a person may do what needs this."""
    if member.is_guest:
        return need.guests
    is_able = member.role in need.roles and need.task in (None, *member.tasks)
    return is_able or member.role in need.without


def need_of(act: acts.Act) -> Need:
    """Give what an act needs."""
    match act:
        case acts.Go(place=place):
            return OF_PLACES.get(type(place), EVERYBODY)
    return OF_ACTS[type(act)]


def outside(member: Member, entries: Iterable[NewEntry]) -> Need | None:
    """Give what the first of these entries needs that the person may not record."""
    needs = (OF_KINDS[entry.kind] for entry in entries)
    return next((need for need in needs if not may(member, need)), None)


def within_rights(member: Member, rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """Leave out the buttons of acts that are not the person's."""
    left = (tuple(each for each in row if may(member, need_of(each.act))) for row in rows)
    return tuple(row for row in left if row)
