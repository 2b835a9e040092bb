"""The cards of signing: whom to ask, what is signed, the code, the return."""

from conversations.acts import Go
from conversations.acts_of_signing import AskSignature, ReturnRequest, Sign, TakeOver
from conversations.case import Case
from conversations.here import Here
from conversations.places_of_queries import OpenItems, ToDo
from conversations.places_of_signing import AskInvestigator, Returning, SigningCode, SignOff
from conversations.places_to_look_at import Review, Verdict
from conversations.queries import asked
from conversations.screen import (
    LABEL_WIDTH,
    Block,
    Button,
    Row,
    fold,
    lines,
    note,
    shortened,
    title,
)
from conversations.signing import (
    Shown,
    hash_of,
    investigators,
    left_to_take_over,
    meaning_of,
    shown_matters,
    signs_instead_of,
    standing_signature,
)
from conversations.signing_refused import not_ready, refused
from conversations.turn import Turn
from conversations.words.consent import consent_line
from conversations.words.heading import heading
from conversations.words.one_time_codes import asking_blocks, locked_words
from conversations.words.parts import parts_words
from conversations.words.people import person_words, role_words
from conversations.words.signatures import content_words, deviation_lines, meaning_words, why_words
from conversations.words.verdict import failing_words, outcome_words
from ectrial.record.signatures import RETURN_REASONS
from ectrial.wording.speech import Say

AT_ONCE = 4
"""Matters on one card: more of them, with their whole texts, fit no phone."""


def ask_words(here: Here, place: AskInvestigator) -> tuple[Block, ...]:
    """Ask who is to sign, unless something comes first."""
    say, case = here.say, here.case
    told = not_ready(say, case) or (
        say("Who is asked to confirm it?")
        if investigators(here.world)
        else say("No investigator is of the team today: /team invites one.")
    )
    return (title(heading(say, case.id)), title(outcome_words(say, case.verdict)), Block(told))


def ask_rows(here: Here, place: AskInvestigator) -> tuple[Row, ...]:
    """Give a button for each investigator; for one who is away, the cover is named as well."""
    say, case = here.say, here.case
    if not_ready(say, case):
        return (*_open_items(say, case), _back(here))
    seq = case.screening.last_seq
    buttons = [
        (Button(_asked(here, each.person), AskSignature(case.id, seq, each.person)),)
        for each in investigators(here.world)
    ]
    return (*buttons, _back(here))


def _asked(here: Here, person: int) -> str:
    say, world = here.say, here.world
    cover = signs_instead_of(world, person)
    name = person_words(say, world, person)
    if cover != person:
        name = say("{name}, away → {cover}", name=name, cover=person_words(say, world, cover))
    return shortened(name, LABEL_WIDTH)


def words(here: Here, place: SignOff) -> tuple[Block, ...]:
    """Show the verdict with its reasons, what is taken over, and what a signature here is."""
    say, case = here.say, here.case
    failing = [failing_words(say, finding, case.verdict.facts) for finding in case.verdict.failing]
    why_not = refused(say, case)
    return (
        title(heading(say, case.id)),
        title(outcome_words(say, case.verdict)),
        *lines(*failing),
        *_matters(here),
        *lines(why_not),
        note(consent_line(say, case)),
        *map(note, deviation_lines(say, case)),
        note(content_words(say, case)),
        note(say("No Part 11 signature unless the site has validated it.")),
    )


def rows(here: Here, place: SignOff) -> tuple[Row, ...]:
    """Offer each matter to take over; once all are, the confirmation; always the return."""
    say, case = here.say, here.case
    row: Row = (Button(say("Check answers"), Go(Review())),)
    if standing_signature(case) is None:
        row = (*row, Button(say("Return…"), Go(Returning(place.back))))
    ends = (*_open_items(say, case), row, _back(here, place.back))
    if refused(say, case):
        return ends
    now = hash_of(case)
    if left := _left(here):
        labels = (shortened(f"☐ {each.words}", LABEL_WIDTH) for each in left[:AT_ONCE])
        acts = (TakeOver(case.id, now, each.key, place.back) for each in left)
        buttons = zip(labels, acts, strict=False)
        return (*((Button(*each),) for each in buttons), *ends)
    return ((_confirm(here, case, now, place.back),), *ends)


def _matters(here: Here) -> list[Block]:
    """Show the next matters in full, as the buttons cut them; what is taken over is folded."""
    say, left = here.say, _left(here)
    done = [f"☑ {each.words}" for each in shown_matters(say, here.case) if each not in left]
    told = [fold("\n".join([say("Taken over by you: {n}", n=len(done)), *done]))] if done else []
    if not left:
        return told
    next_ones = [f"☐ {each.words}" for each in left[:AT_ONCE]]
    more = len(left) - len(next_ones)
    after = [say("…and {n} more after these.", n=more)] if more else []
    head = say("Take over each, or return it:")
    return [*told, *lines("\n".join([head, *next_ones, *after]))]


def _left(here: Here) -> list[Shown]:
    left = left_to_take_over(here.case, here.world.actor)
    return [each for each in shown_matters(here.say, here.case) if each.key in left]


def _open_items(say: Say, case: Case) -> tuple[Row, ...]:
    """Lead to the open items, which come first."""
    open_ones = asked(case)
    if not open_ones:
        return ()
    return ((Button(say("Open items ({n}) ›", n=len(open_ones)), Go(OpenItems())),),)


def _confirm(here: Here, case: Case, now: str, back: ToDo | None) -> Button:
    say, meaning = here.say, meaning_of(case.verdict)
    if meaning is None:
        raise LookupError("an open verdict is refused before")
    label = say("I confirm: {meaning}", meaning=meaning_words(say, meaning, case.verdict))
    return Button(label, Sign(case.id, now, meaning, back), "primary")


def code_words(here: Here, place: SigningCode) -> tuple[Block, ...]:
    """Ask for the six digits, and say once more what they sign."""
    say, case = here.say, here.case
    you = person_words(say, here.world, here.world.actor)
    return (
        title(heading(say, case.id)),
        title(
            say("I confirm: {meaning}", meaning=meaning_words(say, place.meaning, case.verdict))
        ),
        *lines(parts_words(say, case.verdict)),
        Block(f"{you} ({role_words(say, here.world.member.role)})"),
        note(content_words(say, case)),
        *lines(locked_words(say, here.world.to_prove)),
        *asking_blocks(say, here.world.to_prove),
    )


def code_rows(here: Here, place: SigningCode) -> tuple[Row, ...]:
    """Lead back: nothing is signed without the digits."""
    return ((Button(here.say("‹ Back"), Go(SignOff(place.back)), "primary"),),)


def return_words(here: Here, place: Returning) -> tuple[Block, ...]:
    """Ask why it is returned."""
    say = here.say
    return (title(heading(say, here.case.id)), Block(say("Why is it returned?")))


def return_rows(here: Here, place: Returning) -> tuple[Row, ...]:
    """Offer the reasons."""
    say, case = here.say, here.case
    seq = case.screening.last_seq
    reasons = [
        (Button(why_words(say, why), ReturnRequest(case.id, seq, why, place.back)),)
        for why in RETURN_REASONS
    ]
    return (*reasons, (Button(say("‹ Back"), Go(SignOff(place.back)), "primary"),))


def typed(here: Here, place: SigningCode, text: str) -> Turn:
    """Refuse whatever is not six digits; a locked app takes none, as the card says."""
    if here.world.to_prove.can == "locked":
        return here.stay()
    return here.stay(here.say("Six digits are needed."))


def _back(here: Here, back: ToDo | None = None) -> Row:
    return (Button(here.say("‹ Back"), Go(back or Verdict()), "primary"),)
