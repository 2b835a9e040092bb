"""Who is of one trial alone sees the same whatever happens in others, and whether there are any.

Two bots are walked through side by side by a person of one trial: by chance, over cards, commands,
pushes, texts to forward and files. In one of them others work in another trial meanwhile.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest

from bot.telegram.files import File
from conversations.screen import Button
from conversations.turn import Turn
from ectrial.ledger.ledger import Author
from ectrial.record.entries import Kind, NewEntry
from ectrial.record.team import Role, Terms
from ectrial.trial.versions import shipped
from tests.bot.serving.chats import Chats
from tests.ectrial.toy import SLEEP

FIRST, OWN = "EC-CRT-003", SLEEP.id
ADMIN, ELSEWHERE, ONE, COLLEAGUE = 7, 8, 9, 10
OF_ANOTHER = (FIRST, "Esophag")
BESIDE: tuple[tuple[str, ...], ...] = (
    ("/new S-901 M 58", "[1]", "[Yes]"),
    ("/new S-902 F 60", "[3]", "[Stop here]"),
    ("/team", "[Delegation log]"),
    ("/log", "[As a file]", "[Sponsor]", "[CSV]"),
    ("S-901", "/verdict", "[Text to forward]"),
    ("/notes S-901", "[Write a note", "[The screening"),
    ("/trial",),
    ("/clear S-901",),
)
"""What is done in the other trial between the steps of the walk."""
PROCESS = Author(0, "bot")
COMMANDS = (
    *("/start", "/trials", "/list", "/list S-9", "/open S-901", "/open S-001", "/todo", "/team"),
    *("/notes", "/help", "/trial", "/rounds", "/shift", "/share", "/new", "/new S-001", "7 h"),
    *("/new S-002", "/review", "/verdict", "/resume", "/share S-901", "/start abcdefghijklmnop"),
    *("/clear", "/language", "/cancel", "/log"),
)
WAY = (
    *("/start", "/team", "[Delegation log]", "/trials", "/help", "/new S-001", "7 h"),
    *("/verdict", "[Text to forward]", "[Full text]"),
    *("/log", "[As a file]", "[Site]", "[CSV]"),
)
"""What every walk begins with."""
STEPS = 50
PASSING = re.compile(
    r"\b[0-9a-f]{12}(?:[0-9a-f]{52})?\b|\d\d:\d\d|start=[\w-]+|[\w-]{16}\b|\d+ (s|min)\b"
)
"""Hashes, times and links: what differs between any two bots."""


@contextmanager
def opened(folder: Path) -> Iterator[Chats]:
    folder.mkdir()
    chats = Chats(folder, trials=shipped().with_own([SLEEP]), admins=frozenset({ADMIN}))
    named = [NewEntry(Kind.ADMIN_ADDED, FIRST, item=str(ADMIN))]
    people: list[tuple[int, Role]] = [(ONE, "principal"), (COLLEAGUE, "coordinator")]
    chats.real.append([*named, *(added(who, OWN, role) for who, role in people)], PROCESS)
    yield chats
    chats.close()


def added(person: int, trial: str, role: Role) -> NewEntry:
    return NewEntry(Kind.STAFF_ADDED, trial, item=str(person), value=Terms.of(role).value)


def work_elsewhere(chats: Chats, turn: int) -> None:
    """Have somebody work in another trial, report a phone there, and be away."""
    if turn == 0:
        chats.real.append([added(ELSEWHERE, FIRST, "principal")], PROCESS)
    for text in BESIDE[turn % len(BESIDE)]:
        row = [b for r in (chats.card(ELSEWHERE).rows if turn else ()) for b in r]
        if text.startswith("[") and not any(b.label.startswith(text[1:-1]) for b in row):
            break
        chats.take(chats.update(text, ELSEWHERE))


def shown(chats: Chats, turn: Turn | None, files: tuple[str, ...]) -> str:
    """Give all that a step has shown to the person, without what passes."""
    card = chats.card(ONE)
    told = [each.text for each in card.blocks]
    told += [f"[{button.label}]" for row in card.rows for button in row]
    if turn is not None:
        told += [turn.toast, *turn.messages, str(turn.pushes), *files]
        told += [each.caption for each in (*turn.documents, *turn.pictures)]
    return PASSING.sub("…", "\n".join(told))


def read(file: File) -> str:
    data = file.make() if file.make else file.data
    if not file.name.endswith(".xlsx"):
        return data.decode("utf-8", "replace")
    sheet = openpyxl.load_workbook(BytesIO(data)).worksheets[0]
    return "\n".join(" ".join(map(str, row)) for row in sheet.iter_rows(values_only=True))


def step(chats: Chats, text: str) -> str:
    taken = chats.take(chats.update(text, ONE))
    files = () if taken is None else chats.turns.files(taken)
    papers = tuple(read(each) for each in files if not each.is_photo)
    return shown(chats, None if taken is None else taken.turn, papers)


def chosen(seed: int, n: int, labels: list[str]) -> str:
    """Choose a button of the card, or a command: by chance, and the same in each run."""
    chance = int(sha256(f"{seed} {n}".encode()).hexdigest(), 16)
    offered = [f"[{each}]" for each in labels] if chance % 5 < 3 and labels else [*COMMANDS]
    return offered[chance // 5 % len(offered)]


def buttons(chats: Chats) -> list[Button]:
    return [each for row in chats.card(ONE).rows for each in row]


@pytest.mark.parametrize(
    "seed", [1, *(pytest.param(n, marks=pytest.mark.long) for n in range(2, 12))]
)
def test_who_is_of_one_trial_sees_the_same_whatever_is_done_in_another(
    tmp_path: Path, seed: int
) -> None:
    with opened(tmp_path / "alone") as alone, opened(tmp_path / "beside") as beside:
        for n in range(len(WAY) + STEPS):
            if n % 4 == 0:
                work_elsewhere(beside, n // 4)
            labels = [each.label for each in buttons(alone)] if n else []
            text = WAY[n] if n < len(WAY) else chosen(seed, n, labels)

            own = step(alone, text)

            assert step(beside, text) == own, text
            assert not [each for each in OF_ANOTHER if each in own], text


def test_cards_of_who_is_of_one_trial_are_not_headed_by_it(tmp_path: Path) -> None:
    with opened(tmp_path / "x") as chats:
        step(chats, "/new S-001")

        assert chats.title(ONE) == "S-001"
