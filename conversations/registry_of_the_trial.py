"""The flows of the places about the trial itself; `registry` has those of all places."""

from collections.abc import Mapping

from conversations import places_of_the_trial
from conversations.flow import Flow
from conversations.flows import activating, amendments, clarifications, deactivating, trial_status
from conversations.places import Place

OF_THE_TRIAL: Mapping[type[Place], Flow] = {
    places_of_the_trial.TrialStatusCard: Flow(trial_status.words, trial_status.rows),
    places_of_the_trial.StatusDay: Flow(
        trial_status.day_words_of, trial_status.day_place_rows, trial_status.type_day
    ),
    places_of_the_trial.StatusReason: Flow(
        trial_status.reason_words,
        trial_status.reason_rows,
        own_words=trial_status.record_reason,
    ),
    places_of_the_trial.Amendment: Flow(amendments.words, amendments.rows),
    places_of_the_trial.Activating: Flow(activating.words, activating.rows, activating.typed),
    places_of_the_trial.AmendmentNumber: Flow(
        activating.number_words,
        activating.number_rows,
        own_words=activating.record_number,
    ),
    places_of_the_trial.ActivationBack: Flow(
        deactivating.words,
        deactivating.rows,
        own_words=deactivating.record_reason,
    ),
    places_of_the_trial.SigningAgain: Flow(amendments.again_words, amendments.again_rows),
    places_of_the_trial.Readings: Flow(clarifications.words, clarifications.rows),
    places_of_the_trial.ReadingCard: Flow(clarifications.card_words, clarifications.card_rows),
    places_of_the_trial.Clarifying: Flow(
        clarifications.asking_words, clarifications.asking_rows, clarifications.type_day
    ),
    places_of_the_trial.ClarifyingWords: Flow(
        clarifications.typing_words,
        clarifications.typing_rows,
        own_words=clarifications.record_words,
    ),
}
