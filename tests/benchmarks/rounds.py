"""Taps of a round over ten subjects in the sandbox: `.venv/bin/python -m tests.benchmarks.rounds`.

At each bed five questions are closed that are asked or looked at there. Beside it stands the same
work without a round: a subject opened by its code, and skipped to those questions. Exits 1 where
the round costs more than it may, or an answer is recorded for another subject.
"""

import asyncio
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bot.running import Running
from tests.faults import FaultySandbox
from tests.phone import Phone
from tests.records import Dialogue

PERSON = 1001
SUBJECTS = [f"S-{number:03}" for number in range(1, 11)]
AT_THE_BED = {
    "INCL01": "1",
    "INCL07": "Yes",
    "EXCL03": "No",
    "EXCL04": "None of these",
    "EXCL08": "No",
}
MOST_TO_BEGIN, MOST_AT_A_BED, MOST_AT_THE_END = 3, 7, 1


class Hand:
    """A person with a phone, whose taps and messages are counted."""

    def __init__(self, phone: Phone) -> None:
        self._phone = phone
        self._made = 0

    async def says(self, text: str) -> None:
        await self._phone.says(text)
        self._made += 1

    async def taps(self, label: str) -> None:
        await self._phone.taps(label)
        self._made += 1

    async def next_bed(self) -> None:
        """Tap the last button of the card, which leads on."""
        await self.taps((await self._phone.card()).labels[-1][-1])

    def made(self) -> int:
        """Give how many taps and messages were made since this was asked before."""
        made, self._made = self._made, 0
        return made


async def go_round(bot: Running, phone: Phone) -> bool:
    """Go from bed to bed, print what each costs, and say if any is over."""
    hand = Hand(phone)
    await hand.says("/rounds")
    await hand.taps("Add all mine (10)")
    await hand.taps("Begin ›")
    made = [hand.made()]
    print(f"to choose ten subjects and begin: {made[0]} (at most {MOST_TO_BEGIN})")
    is_over = made[0] > MOST_TO_BEGIN
    for subject in SUBJECTS:
        before = len(bot.subjects)
        await hand.taps("One by one ›")
        for answer in AT_THE_BED.values():
            await hand.taps(answer)
        await hand.next_bed()
        made.append(hand.made())
        named = bot.subjects[before:]
        is_over |= made[-1] > MOST_AT_A_BED or {*named} != {subject}
        print(f"at the bed of {subject}: {made[-1]} (at most {MOST_AT_A_BED})")
    await hand.taps("End the round")
    made.append(hand.made())
    print(f"at the end: {made[-1]} (at most {MOST_AT_THE_END})")
    print(f"in all: {sum(made)}, {sum(made) / len(SUBJECTS):.1f} a subject")
    return is_over or made[-1] > MOST_AT_THE_END


async def in_the_sandbox(folder: Path) -> bool:
    async with FaultySandbox() as sandbox, Running(sandbox, folder / "x.db") as bot:
        phone = Phone(sandbox, PERSON)
        for subject in SUBJECTS:
            await phone.says(f"/new {subject} M 58")
        return await go_round(bot, phone)


def without_a_round() -> int:
    """Give what one subject costs whose five questions are reached by skipping others."""
    dialogue = Dialogue()
    dialogue.says("/new S-001 M 58")
    dialogue.says("/new S-002 M 58")
    before, left = dialogue.turns, dict(_answers(dialogue))
    dialogue.says("/open S-001")
    while left:
        dialogue.taps(left.pop(dialogue.asked or "", "Skip ›"))
    return dialogue.turns - before


def _answers(dialogue: Dialogue) -> Iterator[tuple[str, str]]:
    """Give the answers by question, as a card of the way through a screening is named."""
    for criterion, answer in AT_THE_BED.items():
        questions = dialogue.case.trial.questions
        yield next(each.id for each in questions if each.criterion == criterion), answer


def main() -> int:
    with TemporaryDirectory() as folder:
        is_over = asyncio.run(in_the_sandbox(Path(folder)))
    print(f"without a round, for one subject: {without_a_round()}")
    return int(is_over)


if __name__ == "__main__":
    sys.exit(main())
