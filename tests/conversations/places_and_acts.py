"""The acts of each place and where they lead, seen in all transcripts and a few walks more."""

from collections import defaultdict
from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from conversations.acts import Go
from conversations.places import Place
from conversations.registry import FLOWS
from tests.conversations.test_amendments import ACTIVATES, SIGNS, under_version_1
from tests.conversations.test_moving import NEW_WORDS, STRICTER, chat_under_version_1
from tests.conversations.test_queries import begun
from tests.conversations.transcript import FOLDER, steps
from tests.ectrial.trial.versions_of_sleep import two_versions
from tests.records import Dialogue

DOCUMENT = Path(__file__).parents[2] / "docs" / "places_and_acts.md"
HEAD = """# Places and acts

Each place of the dialogue (`conversations/places.py`), the acts that its buttons carry
(`conversations/acts.py`, each carried out by one function of `conversations/steps.py`), the places
that a button goes to without recording anything, and whether typed text means something there.
Drawn by `make transcripts` from every card of every transcript; a test holds the page to them.

| place | acts | goes to | typed text |
|---|---|---|---|
"""


def name_of(place: Place) -> str:
    return type(place).__name__


class Seen:
    """Every button of every card that was shown, by place."""

    def __init__(self) -> None:
        self.acts: dict[str, set[str]] = defaultdict(set)
        self.ways: dict[str, set[str]] = defaultdict(set)
        self.places: set[str] = set()

    def look(self, person: Dialogue) -> None:
        place = name_of(person.standing.place)
        self.places.add(place)
        for button in person.buttons():
            if isinstance(button.act, Go):
                self.ways[place].add(name_of(button.act.place))
            else:
                self.acts[place].add(type(button.act).__name__)

    def also(self, other: "Seen") -> None:
        """Take over what was seen elsewhere."""
        self.places |= other.places
        for mine, theirs in ((self.acts, other.acts), (self.ways, other.ways)):
            for place, names in theirs.items():
                mine[place] |= names


@cache
def played(promise: str) -> tuple[str, Seen]:
    """Play a transcript once: give how it reads now, and every card of it."""
    lines, seen = list[str](), Seen()
    for told, person in steps((FOLDER / f"{promise}.txt").read_text("utf-8")):
        lines += told
        if person:
            seen.look(person)
    return "\n".join(lines).strip() + "\n", seen


@cache
def look_at_all() -> Seen:
    """Look at all transcripts, and at the cards that only a second version of a trial shows."""
    seen = Seen()
    for path in FOLDER.glob("*.txt"):
        seen.also(played(path.stem)[1])
    with TemporaryDirectory() as folder:
        mover = chat_under_version_1(two_versions(Path(folder), STRICTER, NEW_WORDS))
        for step in ("/resume", "⋯ More", "Protocol version 2 ›"):
            seen.look(went(mover, step))
    with TemporaryDirectory() as folder:
        leader = under_version_1(two_versions(Path(folder), STRICTER), "/open S-011", *SIGNS)
        for step in ("/trial", *ACTIVATES, "Consent to sign again ›"):
            seen.look(went(leader, step))
    seen.look(unreadable())
    asker = begun()
    for step in ("Who settles? ›", "Record (3)", "Open items (3) ›"):
        seen.look(went(asker, step))
    for step in ("EXCL03 Prior chest radiotherapy", "Someone else ›"):
        seen.look(went(asker, step))
    return seen


def went(chat: Dialogue, step: str) -> Dialogue:
    chat.taps_or_says(step)
    return chat


def unreadable() -> Dialogue:
    """Give a chat whose open screening is under a version that nobody has."""
    chat = Dialogue()
    chat.says("/new S-014")
    opened = chat.records.entries[0]
    chat.records.entries[0] = replace(opened, said=replace(opened.said, protocol_hash="f" * 64))
    return chat


def table() -> str:
    """Give the page as it should be."""
    seen = look_at_all()
    rows = [
        f"| {place.__name__} | {_listed(seen.acts[place.__name__])} "
        f"| {_listed(seen.ways[place.__name__])} | {'yes' if flow.takes_text else ''} |"
        for place, flow in FLOWS.items()
    ]
    return HEAD + "\n".join(rows) + "\n"


def _listed(names: set[str]) -> str:
    return " · ".join(sorted(names))
