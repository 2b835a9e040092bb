"""Which function carries out each act."""

from collections.abc import Callable, Mapping
from typing import Any

from conversations import (
    acts,
    acts_of_consent,
    acts_of_papers,
    acts_of_practice,
    acts_of_setting_aside,
    acts_of_sources,
    acts_of_the_trial,
    acts_of_trials,
    funnel,
    note_steps,
    other_trial_steps,
    own_words,
    papers,
    sharing_steps,
    shift_steps,
    signing_steps,
    similar,
    steps,
    steps_of_queries,
    steps_of_what_follows,
    team_steps,
    trials,
    ward_round_steps,
)
from conversations.checking import unverify, verify
from conversations.clarifying import withdraw
from conversations.consenting import record_consent
from conversations.here import Here
from conversations.practising import leave_practice
from conversations.rescreening import begin_again
from conversations.restoring import restore
from conversations.setting_aside import clear, clear_mine, void
from conversations.sources import take_source
from conversations.turn import Turn


def take(here: Here, act: acts.Act) -> Turn:
    """Carry out an act that the card has."""
    return STEPS[type(act)](here, act)


STEPS: Mapping[type[acts.Act], Callable[[Here, Any], Turn]] = {
    acts.Go: steps.go,
    acts.GoOn: steps.go_on,
    acts.GoBack: steps.go_back,
    acts.ShowList: steps.show_list,
    acts.Change: steps.change,
    acts.Record: steps.record_answers,
    acts.Skip: steps.skip,
    acts.Next: steps.leave_answered,
    acts.Discard: steps.discard,
    acts.TakeDay: steps.take_day,
    acts.Undo: steps.undo,
    acts.Stop: steps.stop,
    acts.KeepGoing: steps.keep_going,
    acts.Reorder: steps.reorder,
    acts.Copy: steps.copy,
    acts_of_setting_aside.ClearMine: clear_mine,
    acts_of_setting_aside.Clear: clear,
    acts_of_setting_aside.Void: void,
    acts_of_setting_aside.Restore: restore,
    acts.Move: steps.move,
    acts.Begin: steps.begin,
    acts.BeginAgain: begin_again,
    acts.Open: steps.open_screening,
    acts.OpenWith: steps.open_with,
    acts_of_papers.GiveScreeningLog: papers.give_log,
    acts_of_papers.GiveWorksheet: papers.give_worksheet,
    acts_of_papers.ShowFunnel: funnel.show_funnel,
    acts.Speak: steps.speak,
    acts_of_consent.RecordConsent: record_consent,
    acts_of_sources.TakeSource: take_source,
    acts_of_sources.Verify: verify,
    acts_of_sources.Unverify: unverify,
    acts_of_the_trial.WithdrawClarification: withdraw,
    acts_of_practice.LeavePractice: leave_practice,
    acts_of_trials.ChooseTrial: trials.choose,
    acts_of_trials.TellMe: similar.tell_me,
    acts_of_trials.TellNoMore: similar.tell_no_more,
    **signing_steps.STEPS,
    **steps_of_queries.STEPS,
    **team_steps.STEPS,
    **shift_steps.STEPS,
    **steps_of_what_follows.STEPS,
    **sharing_steps.STEPS,
    **own_words.STEPS,
    **note_steps.STEPS,
    **other_trial_steps.STEPS,
    **ward_round_steps.STEPS,
}
