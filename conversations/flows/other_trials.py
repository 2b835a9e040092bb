"""Other trials of the person: what is the same patient's, what may be used, what is not excluded.

A list for the investigator, never advice; no trial is named in which the person has no role.
"""

from collections.abc import Mapping

from conversations.acts import Go, GoOn
from conversations.acts_of_other_trials import GoThere, Link, Unlink
from conversations.case import Case
from conversations.flow import Flow
from conversations.here import Here
from conversations.other_trials import (
    Linked,
    compared,
    latest,
    linkable,
    linked,
    may_link,
    open_elsewhere,
)
from conversations.places import Place
from conversations.places_of_other_trials import LinkAsked, LinkingCode, OtherTrials, UnlinkAsked
from conversations.screen import (
    LABEL_WIDTH,
    Block,
    Button,
    Row,
    lines,
    note,
    packed,
    shortened,
    title,
)
from conversations.subject_codes import words_of
from conversations.turn import Turn
from conversations.ways_to_other_trials import offer_rows, openings
from conversations.words.heading import heading, sex_and_age
from conversations.words.other_trials import (
    compared_words,
    implied_words,
    left_words,
    linked_line,
    trial_line,
)
from ectrial.wording.speech import Say

MOST_LISTED = 3
HALF_A_ROW = 15  # letters of a trial's id beside another button


def words(here: Here, place: OtherTrials) -> tuple[Block, ...]:
    """Name the linked subjects with what they offer, then the trials that are not excluded."""
    say, case = here.say, here.case
    same, listed = linked(case), open_elsewhere(case)
    told = [text for each in same for text in (linked_line(say, each), *_left(say, case, each))]
    failing = say.listed(finding.criterion.id for finding in case.verdict.failing)
    not_here = say("⛔ Not here ({criteria}).", criteria=failing) if failing else ""
    so_far = [f"• {trial_line(say, each)}" for each in listed]
    beside = list(dict.fromkeys(t for each in listed for t in implied_words(say, case, each)))
    return (
        title(heading(say, case.id)),
        *lines(*told),
        *lines(not_here, *([say("Not excluded so far:"), *so_far] if listed else [])),
        *([note("\n".join(beside))] if beside else []),
        *lines(*([] if same or listed else [say("Every other trial of yours is excluded.")])),
        *([note("\n".join(here.focus.said))] if here.focus.said else []),
        note(say("A list for the investigator, not advice. Each is a pre-screen.")),
    )


def _left(say: Say, case: Case, found: Linked) -> tuple[str, ...]:
    if not found.offer.answers and not found.offer.left:
        return (say("Nothing there that is not known here."),)
    left = left_words(say, found.offer)
    return (say("Not offered:"), *(f"• {each}" for each in left)) if left else ()


def rows(here: Here, place: OtherTrials) -> tuple[Row, ...]:
    """Offer the answers first, then the trials, then what is said about the patient."""
    say, case = here.say, here.case
    return (
        *offer_rows(say, case),
        *openings(say, case)[:MOST_LISTED],
        *[row for each in linked(case) for row in _linked_rows(say, case, each)],
        *_link_rows(say, case),
        (Button(say("‹ Back"), GoOn(case.id)),),
    )


def _linked_rows(say: Say, case: Case, found: Linked) -> tuple[Row, ...]:
    there = found.case.id
    go = Button(f"{shortened(there.trial, HALF_A_ROW)} ›", GoThere(there))
    own, links = case.world.own_trials[there.trial], case.world.records.links()
    if not may_link(case.world, own) or links.between(case.id, there) is None:
        return ((go,),)
    ask = Go(UnlinkAsked(there.trial, there.subject))
    return ((go, Button(say("Not the same…"), ask)),)


def _link_rows(say: Say, case: Case) -> tuple[Row, ...]:
    """Lead to the code in the one other trial, or first to the choice among several."""
    found = [own.trial.id for own in linkable(case)]
    match found:
        case []:
            return ()
        case [trial]:
            label = shortened(say("Same patient in {trial}…", trial=trial), LABEL_WIDTH)
            return ((Button(label, Go(LinkingCode(trial))),),)
    return ((Button(say("Same patient elsewhere…"), Go(LinkingCode(""))),),)


def code_words(here: Here, place: LinkingCode) -> tuple[Block, ...]:
    """Ask for the code that the same patient has in the other trial."""
    say, case = here.say, here.case
    if not place.trial:
        return (title(heading(say, case.id)), Block(say("In which trial is the same patient?")))
    ask = say("Which code has the same patient in {trial}?", trial=place.trial)
    return (
        title(heading(say, case.id)),
        Block(ask),
        note(say("A code that is on file there. The same code may be another patient.")),
    )


def code_rows(here: Here, place: LinkingCode) -> tuple[Row, ...]:
    """Offer the same code if it is on file there; first the trials, if none is chosen."""
    if not place.trial:
        return _choice_of_trial(here)
    case, own = here.case, here.case.world.own_trials.get(place.trial)
    same: tuple[Row, ...] = ()
    if own is not None and latest(case.world, own, case.id.subject) is not None:
        same = ((Button(case.id.subject, Go(LinkAsked(place.trial, case.id.subject))),),)
    return (*same, (Button(here.say("‹ Back"), Go(OtherTrials()), "primary"),))


def _choice_of_trial(here: Here) -> tuple[Row, ...]:
    ids = [own.trial.id for own in linkable(here.case)]
    chosen = [Button(shortened(f"{id_} ›", LABEL_WIDTH), Go(LinkingCode(id_))) for id_ in ids]
    return (*packed(chosen), (Button(here.say("‹ Back"), Go(OtherTrials()), "primary"),))


def type_code(here: Here, place: LinkingCode, text: str) -> Turn:
    """Take a code that is on file in the other trial."""
    say, own = here.say, here.world.own_trials.get(place.trial)
    if own is None:
        return here.stay(say("Choose the trial first."))
    words_ = words_of(text)
    found = here.world.codes.first(words_)
    if found is None or found[1] < len(words_):
        return here.stay(say("Type a subject code of {trial}, alone.", trial=place.trial))
    if latest(here.world, own, found[0]) is None:
        return here.stay(say("{code} is not on file there.", code=found[0]))
    return here.to(LinkAsked(place.trial, found[0]))


def asked_words(here: Here, place: LinkAsked) -> tuple[Block, ...]:
    """Show sex and age of both, and how they compare."""
    say, case = here.say, here.case
    there = _there(here, place)
    if there is None:
        return (
            title(heading(say, case.id)),
            Block(say("{code} is not on file there.", code=place.subject)),
        )
    return (
        title(say("The same patient?")),
        Block(_line(say, case)),
        Block(_line(say, there)),
        Block(compared_words(say, compared(case.screening.answers, there.screening.answers))),
        note(say("Said once, it is recorded in both trials, and neither record names the other.")),
    )


def asked_rows(here: Here, place: LinkAsked) -> tuple[Row, ...]:
    """Offer to say so, for exactly these two as they are now."""
    say, case, there = here.say, here.case, _there(here, place)
    back: Row = (Button(say("‹ Back"), Go(OtherTrials()), "primary"),)
    if there is None or all(own.trial.id != place.trial for own in linkable(case)):
        return (back,)
    how = compared(case.screening.answers, there.screening.answers)
    seqs = case.screening.last_seq, there.screening.last_seq
    label = say("Same patient, though they differ") if how == "differ" else say("Same patient")
    return ((Button(label, Link(case.id, seqs[0], there.id, seqs[1], how)),), back)


def unlink_words(here: Here, place: UnlinkAsked) -> tuple[Block, ...]:
    """Ask whether two linked subjects are different patients, and say what follows."""
    say, case, there = here.say, here.case, _there(here, place)
    told = say("Answers used from the other count no more, until somebody confirms them.")
    both = () if there is None else (Block(_line(say, case)), Block(_line(say, there)))
    return (title(say("Two different patients?")), *both, note(told))


def unlink_rows(here: Here, place: UnlinkAsked) -> tuple[Row, ...]:
    """Offer to say so, or to leave it."""
    say, case, there = here.say, here.case, _there(here, place)
    back: Row = (Button(say("‹ Back"), Go(OtherTrials()), "primary"),)
    pair = case.world.records.links().between(case.id, there.id) if there else None
    if there is None or pair is None:
        return (back,)
    act = Unlink(case.id, case.screening.last_seq, there.id, pair)
    return (back, (Button(say("Different patients"), act, "danger"),))


def _there(here: Here, place: LinkAsked | UnlinkAsked) -> Case | None:
    own = here.world.own_trials.get(place.trial)
    return None if own is None else latest(here.world, own, place.subject)


def _line(say: Say, case: Case) -> str:
    about = sex_and_age(say, case.screening.answers) or say("sex and age not known")
    return say("{trial}: {code}, {about}", trial=case.id.trial, code=case.id.subject, about=about)


OF_OTHER_TRIALS: Mapping[type[Place], Flow] = {
    OtherTrials: Flow(words, rows, tells=True),
    LinkingCode: Flow(code_words, code_rows, type_code, takes_codes=True),
    LinkAsked: Flow(asked_words, asked_rows),
    UnlinkAsked: Flow(unlink_words, unlink_rows),
}
"""The flows of these places, for the registry."""
