"""What the acts about papers do: the entry to record, the file to make, or to stop making."""

from conversations.acts_of_papers import GiveScreeningLog, GiveWorksheet
from conversations.events import Event, PaperStopped
from conversations.focus import Focus
from conversations.here import Here
from conversations.turn import Document, Turn, World
from conversations.words.papers import paper_words
from ectrial.record.consent_of_subject import consent_of_subject
from ectrial.record.exports import Export, name_of
from ectrial.record.subjects import ScreeningId
from ectrial.wording.speech import speech


def give_log(here: Here, act: GiveScreeningLog) -> Turn:
    """Record what is given to whom, as the record is now, and send it as a document."""
    say, world = here.say, here.world
    # a record without any entry has no screening to leave out
    upto = max(1, world.records.head()[0])
    export = Export(act.format, act.recipient, upto, act.since, act.until, act.of)
    id_ = None if act.of is None else world.records.opened_by(act.of)
    if act.of is not None and id_ is None:
        return here.stay(say("This subject is not in the record any more."))
    if act.recipient == "sponsor" and not is_for_sponsors(here, act.of):
        return here.stay(say("For the sponsor only once the consent is signed."))
    caption = paper_words(say, world.today, world.trial.id, export, id_.subject if id_ else "")
    document = Document("screening_log", caption, export=export)
    entry = export.entry(world.trial.id)
    at, toast = here.focus.at(here.focus.place), say("The file comes below.")
    return Turn(at, (entry,), toast, documents=(document,))


def is_for_sponsors(here: Here, of: int | None) -> bool:
    """Whether a sponsor may get a file: of one subject only if a signed consent stands."""
    if of is None:
        return True
    id_ = here.world.records.opened_by(of)
    return id_ is not None and may_tell_sponsor(here.world, id_)


def stopped(world: World, focus: Focus, event: Event) -> Turn | None:
    """Take the tap on *Stop* below the message about a paper; None for any other event."""
    if not isinstance(event, PaperStopped):
        return None
    say = speech(world.language)
    if event.paper not in world.making:
        return Turn(focus, toast=say("That file is not made any more."), moves=False)
    return Turn(focus, toast=say("Stopped."), moves=False, stops=event.paper)


def give_worksheet(here: Here, act: GiveWorksheet) -> Turn:
    """Record that the worksheet of a subject is given, and send it; it has all its screenings."""
    say, world, id_ = here.say, here.world, act.screening
    if act.recipient == "sponsor" and not may_tell_sponsor(world, id_):
        return here.stay(say("For the sponsor only once the consent is signed."))
    first = world.records.episodes(id_.trial, id_.subject)[0]
    export = Export("pdf", act.recipient, world.records.head()[0], of=first.first_seq)
    whom = say("for the sponsor") if act.recipient == "sponsor" else say("for the site")
    told = say("Worksheet of {subject}", subject=id_.subject)
    name = name_of(export, id_.trial, id_.subject, world.today)
    document = Document("worksheet", f"{told} · {whom}", export=export, name=name)
    entry = export.entry(id_.trial)
    return Turn(here.focus.at(here.focus.place), (entry,), documents=(document,))


def may_tell_sponsor(world: World, of: ScreeningId) -> bool:
    """Whether the signed consent of the subject of a screening stands, over all screenings."""
    return consent_of_subject(world.records.episodes(of.trial, of.subject)).is_signed
