"""The help lists exactly the commands that are the person's; what a command does behind a code."""

from dataclasses import replace
from functools import cache

from conversations.flows.helping import COMMANDS, offered
from ectrial.record.entries import Kind
from ectrial.record.team import ROLES, TASKS_OF, Role, Task, Terms
from tests.conversations.paths import another
from tests.records import ADMIN, START, Dialogue, MemoryRecords, added
from tests.second_trial import second_trial
from tests.tables import of_each

PERSON = 20
MEMBERS: list[tuple[Role, tuple[Task, ...]]] = [
    *((role, TASKS_OF[role]) for role in ROLES),
    *(("coordinator", (task,)) for task in TASKS_OF["coordinator"]),
    ("coordinator", ()),
]


def of(role: Role, tasks: tuple[Task, ...]) -> Dialogue:
    """Give a person of the team at the verdict of a screening that a colleague opened."""
    return another(_there(role, tasks))


@cache
def _there(role: Role, tasks: tuple[Task, ...]) -> Dialogue:
    records = MemoryRecords()
    terms = replace(Terms.of(role), tasks=tasks)
    records.append([added(PERSON, terms, "Li Wei")], ADMIN, START, "admin")
    colleague = Dialogue(records, actor=30)
    colleague.says("/new S-014 M 58")
    person = Dialogue(records, actor=PERSON, others=[second_trial()])
    person.allows_guests = True
    person.says("/verdict S-014")
    return person


@of_each(("role", "tasks"), MEMBERS)
def test_help_lists_exactly_what_the_person_may_do(role: Role, tasks: tuple[Task, ...]) -> None:
    listed = set(offered(of(role, tasks).world))

    for name, _, _ in COMMANDS:
        dialogue = of(role, tasks)
        dialogue.says(f"/{name} S-015 M 58" if name == "new" else f"/{name}")
        is_refused = "Not yours to do" in f"{dialogue.last.toast} {dialogue.text()}"
        assert is_refused == (name not in listed), name


@of_each(("role", "tasks"), MEMBERS)
def test_help_names_what_it_lists_and_nothing_else(role: Role, tasks: tuple[Task, ...]) -> None:
    dialogue = of(role, tasks)
    dialogue.says("/help")
    told = dialogue.text().split("A code may stand behind")[0]
    named = {line.split()[0].removeprefix("/") for line in told.splitlines() if line[:1] == "/"}

    assert named == set(offered(dialogue.world))
    assert ("Undo" in dialogue.text()) == ("screen" in tasks)


def test_practice_lists_no_command_that_is_no_practice() -> None:
    dialogue = Dialogue()
    dialogue.says("/practice")
    dialogue.says("/help")

    assert not {"team", "shift", "share"} & set(offered(dialogue.world))


def test_share_takes_the_code_of_a_subject() -> None:
    dialogue = Dialogue()
    dialogue.allows_guests = True
    dialogue.says("/new S-101 M 58")
    dialogue.says("/new S-102 M 58")

    dialogue.says("/share S-101")
    assert (dialogue.stands, dialogue.screening.id.subject) == ("sharing", "S-101")
    dialogue.says("/share now")
    assert "Only a subject code may stand behind /share." in dialogue.text()
    dialogue.says("/share S-109")
    assert dialogue.stands == "new_subject"
    assert not dialogue.entries(Kind.SHARE_MADE)


def test_link_that_opens_nothing_says_so_whatever_it_was() -> None:
    dialogue = Dialogue()

    dialogue.says("/start abcdefghijklmnop")

    assert "This link opens nothing for you." in dialogue.text()
