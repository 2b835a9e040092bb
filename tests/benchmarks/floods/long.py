"""What 30,000 updates leave in one process: `.venv/bin/python -m tests.benchmarks.floods.long`.

The team taps and types, strangers write, as fast as the bot takes it. What it keeps for each is
bounded, so memory, open files and the log stay as they are after the first few thousand.
"""

import asyncio
import sys
from pathlib import Path

from bot.sandbox.server import Sandbox
from tests.benchmarks.floods.telegram import (
    ROOT,
    STRANGERS,
    TEAM,
    Process,
    begin,
    running,
    tap,
    telegram,
)

UPDATES, LOOKS = 30_000, 6
A_ROUND = 10


async def long(code: Path) -> list[str]:
    """Give the figures of one process while 30,000 updates go through it."""
    async with telegram() as sandbox:
        with running(sandbox, code) as process:
            await begin(sandbox, TEAM)
            lines = [look(process, 0)]
            for part in range(LOOKS):
                await push(sandbox, part)
                lines.append(look(process, (part + 1) * UPDATES // LOOKS))
    return lines


async def push(sandbox: Sandbox, part: int) -> None:
    """Let the team tap and type, and strangers write, until so many updates were taken."""
    for number in range(UPDATES // LOOKS // A_ROUND):
        for person in TEAM:
            tap(sandbox, person.id, 2)
        sandbox.state.say(sandbox.state.chats[TEAM[number % 4].id], f"WBC {number % 9}.{part}")
        stranger = STRANGERS[(part * 500 + number) % len(STRANGERS)]
        sandbox.state.say(sandbox.state.chats[stranger.id], "hello")
        while len(sandbox.state.updates.pending) > 200:  # noqa: ASYNC110 - nothing tells
            await asyncio.sleep(0.005)
    while sandbox.state.updates.pending:  # noqa: ASYNC110 - nothing tells
        await asyncio.sleep(0.01)
    await asyncio.sleep(3.0)


def look(process: Process, updates: int) -> str:
    megabytes, files, log = process.figures
    return f"{updates:6} updates: {megabytes:6.1f} MB, {files:3} open files, log {log:6} bytes"


if __name__ == "__main__":
    given = Path(sys.argv[1]).resolve() if sys.argv[1:] else ROOT
    print(*asyncio.run(long(given)), sep="\n")
