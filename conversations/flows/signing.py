"""The cards of signing: whom to ask, what is signed, the code, the return."""

from conversations.acts import Go
from conversations.acts_of_signing import AskSignature, ReturnRequest, Sign, TakeOver
from conversations.case import Case
from conversations.here import Here
from conversations.places_of_signing import AskInvestigator, Returning, SigningCode, SignOff
from conversations.places_to_look_at import Review, Verdict
from conversations.screen import LABEL_WIDTH, Block, Button, Row, lines, note, shortened, title
from conversations.signing import hash_of, investigators, left_to_take_over, matters, meaning_of
from conversations.signing_refused import refused
from conversations.turn import Turn
from conversations.words.heading import heading
from conversations.words.people import person_words, role_words
from conversations.words.signatures import content_words, meaning_words, why_words
from conversations.words.verdict import failing_words, outcome_words
from ectrial.record.signatures import RETURN_REASONS


def ask_words(here: Here, place: AskInvestigator) -> tuple[Block, ...]:
    """Ask who is to sign."""
    say, case = here.say, here.case
    told = (
        say("Who is asked to confirm it?")
        if investigators(here.world)
        else say("No investigator is of the team today: /team invites one.")
    )
    return (title(heading(say, case.id)), title(outcome_words(say, case.verdict)), Block(told))


def ask_rows(here: Here, place: AskInvestigator) -> tuple[Row, ...]:
    """Give a button for each investigator; for one who is away, the cover is named as well."""
    case = here.case
    seq = case.screening.last_seq
    buttons = [
        (Button(_asked(here, each.person), AskSignature(case.id, seq, each.person)),)
        for each in investigators(here.world)
    ]
    return (*buttons, _back(here))


def _asked(here: Here, person: int) -> str:
    say, world = here.say, here.world
    cover = world.team.asked_instead_of(person, world.today)
    name = person_words(say, world, person)
    if cover == person:
        return name
    return say("{name}, away → {cover}", name=name, cover=person_words(say, world, cover))


def words(here: Here, place: SignOff) -> tuple[Block, ...]:
    """Show the verdict with its reasons, what is taken over, and what a signature here is."""
    say, case = here.say, here.case
    failing = [failing_words(say, finding, case.verdict.facts) for finding in case.verdict.failing]
    why_not = refused(say, case)
    return (
        title(heading(say, case.id)),
        title(outcome_words(say, case.verdict)),
        *lines(*failing),
        *lines("\n".join(_taken(here))),
        *lines(why_not),
        note(content_words(say, case)),
        note(say("No Part 11 signature unless the site has validated it.")),
    )


def rows(here: Here, place: SignOff) -> tuple[Row, ...]:
    """Offer each matter to take over; once all are, the confirmation; always the return."""
    say, case = here.say, here.case
    answers = Button(say("Check answers"), Go(Review()))
    ends = ((answers, Button(say("Return…"), Go(Returning()))), _back(here))
    if refused(say, case):
        return ends
    now, left = hash_of(case), left_to_take_over(say, case, here.world.actor)
    if left:
        labels = (shortened(f"☐ {each.words}", LABEL_WIDTH) for each in left)
        acts = (TakeOver(case.id, now, each.key) for each in left)
        return (*((Button(*each),) for each in zip(labels, acts, strict=True)), *ends)
    return ((_confirm(here, case, now),), *ends)


def _taken(here: Here) -> list[str]:
    """List the matters: what the person takes over by name, with a mark on what is done."""
    say, case = here.say, here.case
    found = matters(say, case)
    if not found:
        return []
    left = left_to_take_over(say, case, here.world.actor)
    marks = [f"{'☐' if each in left else '☑'} {each.words}" for each in found]
    return [say("Take over each, or return it:"), *marks]


def _confirm(here: Here, case: Case, now: str) -> Button:
    say, meaning = here.say, meaning_of(case.verdict)
    if meaning is None:
        raise LookupError("an open verdict is refused before")
    label = say("I confirm: {meaning}", meaning=meaning_words(say, meaning, case.verdict))
    return Button(label, Sign(case.id, now, meaning), "primary")


def code_words(here: Here, place: SigningCode) -> tuple[Block, ...]:
    """Ask for the six digits, and say once more what they sign."""
    say, case = here.say, here.case
    you = person_words(say, here.world, here.world.actor)
    return (
        title(heading(say, case.id)),
        title(
            say("I confirm: {meaning}", meaning=meaning_words(say, place.meaning, case.verdict))
        ),
        Block(f"{you} ({role_words(say, here.world.member.role)})"),
        note(content_words(say, case)),
        Block(say("Type the six digits of your authenticator app.")),
        note(say("I delete your message with the digits.")),
    )


def code_rows(here: Here, place: SigningCode) -> tuple[Row, ...]:
    """Lead back: nothing is signed without the digits."""
    return ((Button(here.say("‹ Back"), Go(SignOff()), "primary"),),)


def return_words(here: Here, place: Returning) -> tuple[Block, ...]:
    """Ask why it is returned."""
    say = here.say
    return (title(heading(say, here.case.id)), Block(say("Why is it returned?")))


def return_rows(here: Here, place: Returning) -> tuple[Row, ...]:
    """Offer the reasons."""
    say, case = here.say, here.case
    seq = case.screening.last_seq
    reasons = [
        (Button(why_words(say, why), ReturnRequest(case.id, seq, why)),) for why in RETURN_REASONS
    ]
    return (*reasons, (Button(say("‹ Back"), Go(SignOff()), "primary"),))


def typed(here: Here, place: SigningCode, text: str) -> Turn:
    """Refuse whatever is not six digits."""
    return here.stay(here.say("Six digits are needed."))


def _back(here: Here) -> Row:
    return (Button(here.say("‹ Back"), Go(Verdict()), "primary"),)
