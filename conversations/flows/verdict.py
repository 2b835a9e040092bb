"""The verdict on one card: the outcome, its reasons, what would settle the rest, warnings."""

from conversations.acts import Go, GoOn, KeepGoing
from conversations.answer_rows import stratum_rows
from conversations.case import Case
from conversations.deciding import deciding, opening_row
from conversations.here import Here
from conversations.needs import CONFIRMING
from conversations.places_of_consent import ConsentCard
from conversations.places_of_queries import Asking, OpenItems
from conversations.places_of_signing import AskInvestigator, SignOff
from conversations.places_of_what_follows import StudyTeamCard
from conversations.places_outside import SubjectCode
from conversations.places_to_look_at import ForwardText, More, OpenQuestions, Review, Verdict
from conversations.practising import leave_rows, training_words
from conversations.queries import asked, unasked
from conversations.recording import record
from conversations.rights import may
from conversations.screen import Block, Button, Row, lines, note, title
from conversations.signing import meaning_of, standing_signature
from conversations.study_contact import study_team
from conversations.to_do import has_new, to_do_buttons
from conversations.trial_status import rows_of_the_lines_above
from conversations.turn import Turn
from conversations.typed_text import type_answer
from conversations.typed_words import word_of, worded
from conversations.undoing import HALF_WIDTH, undo_buttons
from conversations.ways_to_other_trials import nearest_opening
from conversations.words.consent import consent_line
from conversations.words.days import samples_words
from conversations.words.enrolment import would_be_lines
from conversations.words.heading import heading
from conversations.words.other_trials import not_excluded_words
from conversations.words.pages import PAGE, page_note, page_turns, within
from conversations.words.phone import folded_to_a_phone
from conversations.words.signatures import confirming_words, deviation_lines
from conversations.words.verdict import (
    advice,
    failing_words,
    inapplicable_words,
    outcome_words,
    settling_words,
    stratum_question_words,
    stratum_words,
    unasked_words,
    unsettled,
)
from conversations.words.what_follows import following_lines
from ectrial.trial.next_question import stratum_question
from ectrial.trial.protocol import Question
from ectrial.wording.speech import Say

OPENABLE = 3
MOST_ABOVE = 4  # rows above the way to the study's contact


def words(here: Here, place: Verdict) -> tuple[Block, ...]:
    """Show the verdict; lists are folded until the outcome stays visible on the phone."""
    say, case = here.say, here.case.as_it_was
    would_be, verdict = would_be_lines(say, here.case), case.verdict
    unresolved, unasked = unsettled(case)
    question = stratum_question(verdict)
    failing = [failing_words(say, finding, verdict.facts) for finding in verdict.failing]
    samples = samples_words(say, case)
    told, elsewhere = advice(say, case), not_excluded_words(say, case)
    blocks = [
        title(heading(say, case.id)),
        title(outcome_words(say, verdict)),
        *lines(*would_be),
        *lines(consent_line(say, case)),
        *(lines(stratum_words(say, verdict)) if question is None else ()),
        *lines("\n".join(failing)),
        *lines(elsewhere),
        *lines("\n".join(settling_words(say, case, unresolved))),
        *lines(unasked_words(say, unasked)),
        *lines(inapplicable_words(say, verdict)),
        *([note("\n".join(samples))] if samples else []),
        *([note("\n".join([say("Please note:"), *told]))] if told else []),
        *([note("\n".join(here.focus.said))] if here.focus.said else []),
        *training_words(here),
        *map(note, deviation_lines(say, case)),
        *map(note, following_lines(say, case)),
        note(confirming_words(say, case)),
        *([Block(stratum_question_words(say, question))] if question is not None else []),
    ]
    ends = 1 if question is None else 2
    taken = len(rows(here, place)) + rows_of_the_lines_above(case)
    return folded_to_a_phone(blocks, taken, ends, seen=elsewhere)


def rows(here: Here, place: Verdict) -> tuple[Row, ...]:
    """Offer the stratum, failing and open questions, the way on, and the text to forward."""
    say, case = here.say, here.case
    found: list[Row] = []
    if (stratum := stratum_question(case.verdict)) is not None:
        found += stratum_rows(say, case, stratum)
    decisive = deciding(case)
    found += [opening_row(say, place, each) for each in decisive[:OPENABLE]]
    found += _with_consent(say, _ways_on(say, case, len(decisive) - OPENABLE), stratum)
    found += signing_rows(here)
    forward = Button(say("Text to forward"), Go(ForwardText()))
    found.append((forward, Button(say("Check answers"), Go(Review()))))
    # only one more button fits: *New* gives way while an answer can be taken back
    beside = (
        undo_buttons(say, case, HALF_WIDTH)
        or (() if has_new(here) else to_do_buttons(here))
        or (Button(say("New ›"), Go(SubjectCode())),)
    )
    last = (Button(say("⋯ More"), Go(More())), *beside)
    return (*found, *_elsewhere(here, found), last, *leave_rows(here))


def _elsewhere(here: Here, above: list[Row]) -> tuple[Row, ...]:
    """Open the patient in another trial once this one excludes them; else lead to the contact."""
    is_excluded = here.case.verdict.outcome == "not_eligible" and len(above) <= MOST_ABOVE
    opening = nearest_opening(here.say, here.case) if is_excluded else ()
    return opening or _contact(here, above)


def _contact(here: Here, above: list[Row]) -> tuple[Row, ...]:
    """Lead to the study's contact from a card that has room; *More* leads there from each."""
    case = here.case
    is_known = study_team(here.world, case.id.trial).contact is not None
    is_asked = case.is_over or case.next_question is None
    if not is_known or not is_asked or len(above) > MOST_ABOVE:
        return ()
    return ((Button(here.say("Contact the study team ›"), Go(StudyTeamCard())),),)


def signing_rows(here: Here) -> tuple[Row, ...]:
    """Lead to the signature of a definite verdict: who may sign signs, others ask."""
    say, case = here.say, here.case
    # the stratum is part of what is signed, so it is asked first
    if meaning_of(case.verdict) is None or not case.is_over or stratum_question(case.verdict):
        return ()
    if standing_signature(case):
        return ()
    if may(here.world.member, CONFIRMING):
        return ((Button(say("Confirm and sign ›"), Go(SignOff()), "primary"),),)
    return ((Button(say("Ask the investigator ›"), Go(AskInvestigator())),),)


def typed(here: Here, place: Verdict | OpenQuestions, text: str) -> Turn:
    """Take labs, or yes, no or not sure as the stratum that the card asks for."""
    stratum, word = stratum_question(here.case.verdict), word_of(text)
    values = worded(stratum, word) if stratum is not None and word is not None else None
    return type_answer(here, None, text) if values is None else record(here, values)


def open_words(here: Here, place: OpenQuestions) -> tuple[Block, ...]:
    """Explain the order of the questions; show the verdict when none are left."""
    say, case = here.say, here.case
    rest = deciding(case)[OPENABLE:]
    if not rest:
        return words(here, Verdict())
    return (
        title(heading(say, case.id)),
        Block(say("What fails, then what is open, most decisive first. Tap one to answer it.")),
        *page_note(say, within(place.page, len(rest)), len(rest)),
        *map(note, here.focus.said),
    )


def open_rows(here: Here, place: OpenQuestions) -> tuple[Row, ...]:
    """Give a button for each question; the verdict's own buttons when none are left."""
    say, case = here.say, here.case
    rest = deciding(case)[OPENABLE:]
    if not rest:
        return rows(here, Verdict())
    page = within(place.page, len(rest))
    here_again = OpenQuestions(page)
    shown = rest[page * PAGE : (page + 1) * PAGE]
    return (
        *[opening_row(say, here_again, each) for each in shown],
        *page_turns(say, page, len(rest), lambda other: Go(OpenQuestions(other))),
        (Button(say("‹ Back"), Go(Verdict()), "primary"),),
    )


def _ways_on(say: Say, case: Case, more: int) -> list[Row]:
    """Lead to questions without room here, to who settles what is open, and to what comes next."""
    row: Row = ()
    if more > 0:
        row = (Button(say("{n} more ›", n=more), Go(OpenQuestions())),)
    owners = _owners(say, case)
    if case.screening.stopped:
        on = (Button(say("Keep going"), KeepGoing(case.id, case.screening.last_seq)),)
        return [(*row, *on)]
    if case.next_question is not None:
        on = (Button(say("Next question ›"), GoOn(case.id), "primary"),)
        return [each for each in (owners, (*row, *on)) if each]
    return [(*row, *owners)] if row or owners else []


def _with_consent(say: Say, ways: list[Row], stratum: Question | None) -> list[Row]:
    """Add the way to the consent; *More* leads there from a card that is full."""
    last = ways[-1] if ways else ()
    if len(last) > 1 or stratum is not None:
        return ways
    return [*ways[:-1], (*last, Button(say("Consent ›"), Go(ConsentCard())))]


def _owners(say: Say, case: Case) -> Row:
    """Lead to who settles what is open, once every question was asked or somebody is asked."""
    if case.next_question is None and not case.screening.stopped and unasked(case):
        return (Button(say("Who settles? ›"), Go(Asking()), "primary"),)
    open_ones = asked(case)
    if not open_ones:
        return ()
    return (Button(say("Open items ({n}) ›", n=len(open_ones)), Go(OpenItems())),)
