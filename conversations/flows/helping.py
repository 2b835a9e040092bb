"""The help: exactly the commands that are the person's, in few words, and how to answer."""

from collections.abc import Iterator

from conversations.here import Here
from conversations.needs import EVERYBODY, EXPORTING, SCREENING, Need
from conversations.places_outside import Help
from conversations.practising import OF_THE_TEAM
from conversations.rights import may
from conversations.screen import Block, fold, note, title
from conversations.turn import World
from ectrial.wording.speech import Say, marked

COMMANDS: tuple[tuple[str, Need, str], ...] = (
    ("new", SCREENING, marked("/new begins a screening, also as: {code} M 58")),
    ("open", EVERYBODY, marked("/open opens a subject on file: {code}; the code alone does too")),
    ("resume", EVERYBODY, marked("/resume goes on where you were")),
    ("list", EVERYBODY, marked("/list shows all screenings")),
    ("log", EVERYBODY, marked("/log is the screening log: counts, periods, and as a file")),
    ("funnel", EVERYBODY, marked("/funnel counts how many came how far, and why not")),
    ("todo", EVERYBODY, marked("/todo shows what you can settle now, of all subjects")),
    ("rounds", SCREENING, marked("/rounds goes from bed to bed: whom you visit today")),
    ("shift", SCREENING, marked("/shift hands your open work to a colleague")),
    (
        "share",
        EXPORTING,
        marked("/share shows one screening to a guest, by a link and a passcode"),
    ),
    ("review", EVERYBODY, marked("/review checks your answers; tap one to change it")),
    ("verdict", EVERYBODY, marked("/verdict shows the verdict as it stands")),
    ("notes", EVERYBODY, marked("/notes shows your notes and those of the team")),
    ("worksheet", EXPORTING, marked("/worksheet gives one subject's worksheet as PDF, to sign")),
    ("clear", SCREENING, marked("/clear clears your answers, or all with a reason")),
    ("trial", EVERYBODY, marked("/trial shows the study, its criteria and whom to ask")),
    ("trials", EVERYBODY, marked("/trials leads to your other trials")),
    (
        "similar",
        EVERYBODY,
        marked("/similar lists trials like this one, and tells of new ones"),
    ),
    ("team", EVERYBODY, marked("/team shows who may do what, and who is away")),
    ("language", EVERYBODY, marked("/language changes the language")),
    ("cancel", EVERYBODY, marked("/cancel leaves what you are doing")),
    ("practice", EVERYBODY, marked("/practice leads to practice and back")),
)
"""Each command, what it needs, and what it does."""
WAYS = (
    marked("Not sure is an answer: the verdict says what would settle it."),
    marked("↩ Undo takes back what you just answered, for two minutes."),
    marked("Another subject: /list, or /new with the code; nothing of this one is lost."),
    marked("Wrong subject: ⋯ More, Void this screening. It stays in the record."),
    marked("Unclear? The trial's card says whom to ask."),
)


def offered(world: World) -> Iterator[str]:
    """Name the commands that do something for the person."""
    for name, need, _ in COMMANDS:
        if _is_there(world, name) and may(world.member, need):
            yield name


def _is_there(world: World, name: str) -> bool:
    is_beside = world.practice and world.can_practise
    if is_beside and name in OF_THE_TEAM:
        return False
    return {"share": world.allows_guests, "trials": len(world.trials) > 1}.get(name, True)


def words(here: Here, place: Help) -> tuple[Block, ...]:
    """Show the commands; and how to answer, to who may."""
    say, code = here.say, here.world.codes.example
    named = set(offered(here.world))
    told = [_line(here, name, text) for name, _, text in COMMANDS if name in named]
    return (
        title(say("Help")),
        Block("\n".join(told)),
        Block(say("A code may stand behind: {example}", example=f"/verdict {code}")),
        *(_on_answering(say) if may(here.world.member, SCREENING) else ()),
        *_approved(here),
        note(say("No patient's name is kept here. The investigator confirms every verdict.")),
    )


def _line(here: Here, name: str, text: str) -> str:
    if name == "review" and not may(here.world.member, SCREENING):
        return here.say("/review shows the answers, one after the other")
    return here.say(text, code=f"/{name} {here.world.codes.example}")


def _on_answering(say: Say) -> tuple[Block, ...]:
    return (
        Block(say("Numbers are typed with their unit: 92 g/L, or 15/23 umol/L with the ULN.")),
        Block(say("What you type gets a ✍ once it is recorded: no mark, not recorded.")),
        Block(say("A whole report may be pasted: it is read back before anything is recorded.")),
        fold("\n".join(map(say, WAYS))),
    )


def _approved(here: Here) -> list[Block]:
    """Name the approval that the site works under, if the operator has stated it."""
    given = here.world.approval
    if given is None:
        return []
    words = here.say(
        "Approved by {body}: {number}, {day}, for {covers}.",
        body=given.body,
        number=given.number,
        day=given.day.isoformat(),
        covers=given.covers,
    )
    return [Block(words)]
