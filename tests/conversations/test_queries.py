"""Open items: asked of a person until a day, answered from that person's own chat."""

from ectrial.record.entries import Kind, NewEntry
from ectrial.record.queries import Query, Status
from ectrial.record.team import Role, Terms
from tests.conversations.paths import CONSENT, at
from tests.records import START, Dialogue, MemoryRecords

# a scan, a radiotherapy summary and an allergy list are missing
THREE_OPEN = (
    *(*CONSENT, "Yes", *["Not sure"] * 3, *["No"] * 5, "Negative", *["No"] * 3),
    *("HBsAg negative, DNA not done", "Negative"),
)
ME, LI, WANG = 7, 8, 9


def team(records: MemoryRecords, *people: tuple[int, str, Role]) -> None:
    for person, name, role in people:
        new = NewEntry(Kind.STAFF_ADDED, "EC-CRT-003", item=str(person), text=name)
        records.append([_with_terms(new, role)], 1, START)


def _with_terms(new: NewEntry, role: Role) -> NewEntry:
    return NewEntry(new.kind, new.trial, item=new.item, value=Terms.of(role).value, text=new.text)


def open_case() -> Dialogue:
    """Give a coordinator at an undetermined verdict, with two colleagues."""
    dialogue = at(*THREE_OPEN)
    people: tuple[tuple[int, str, Role], ...] = (
        (ME, "Chen", "coordinator"),
        (LI, "Li", "coordinator"),
        (WANG, "Wang", "monitor"),
    )
    team(dialogue.records, *people)
    return dialogue


def asked_of_li() -> tuple[Dialogue, Dialogue]:
    """Give the one who asked, and Li, of whom all open items are asked until tomorrow."""
    chen = open_case()
    chen.taps("Who settles them? ›", "Li", "Tomorrow", "Record (3)")
    li = Dialogue(chen.records, actor=LI)
    li.now = chen.now
    return chen, li


def queries(dialogue: Dialogue) -> dict[str, Query]:
    (listed,) = dialogue.records.screenings(limit=9)
    screening = dialogue.records.screening(listed.id)
    assert screening is not None
    return dict(screening.queries)


def test_two_taps_ask_oneself_for_all_open_items() -> None:
    chen = open_case()

    chen.taps("Who settles them? ›", "Record (3)")

    found = queries(chen).values()
    assert {(q.assignee, q.due, q.status) for q in found} == {(ME, None, Status.NEW)}
    assert chen.stands == "verdict"
    assert chen.last.pushes == ()
    print(chen.text(), chen.labels())


def test_look() -> None:
    chen = open_case()
    print(chen.text(), chen.labels())
    chen.taps("Who settles them? ›")
    print(chen.text(), [[b.label for b in r] for r in chen.card.rows])
    chen, li = asked_of_li()
    print(chen.text(), chen.labels())
    print(li.text(), li.labels())
    li.taps("To do (3) ›")
    print(li.text(), li.labels())
    li.taps(li.labels()[0])
    print(li.text(), li.labels())
    assert 0
