"""What a flood does to others: `.venv/bin/python -m tests.benchmarks.floods [folder of code ...]`.

Two thousand strangers write at once, then a colleague taps five thousand times, before a Telegram
that keeps its limits; meanwhile one person of the team taps and types. With folders, the bot of
each is measured in turn, such as one before a change.
"""

import asyncio
import sys
from collections.abc import Callable
from pathlib import Path
from statistics import median

from bot.sandbox.server import Sandbox
from tests.benchmarks.floods.telegram import (
    ROOT,
    STRANGERS,
    TEAM,
    Limits,
    begin,
    card,
    running,
    shown,
    tap,
    telegram,
)

ACTS, SECONDS_BETWEEN = 8, 1.5
TAPS = 5000
US, COLLEAGUE = TEAM[0].id, TEAM[1].id


def strangers(sandbox: Sandbox) -> None:
    """Let every stranger write."""
    for person in STRANGERS:
        sandbox.state.say(sandbox.state.chats[person.id], "hello")


def nothing(_: Sandbox) -> None:
    """Let nobody else do anything."""


async def flooded(code: Path, flood: Callable[[Sandbox], None]) -> str:
    """Give how one person fares in a flood, and the calls that Telegram refused."""
    limits = Limits()
    async with telegram(limits) as sandbox:
        with running(sandbox, code) as process:
            await begin(sandbox, TEAM[:2])
            await asyncio.sleep(2.0)
            limits.calls = limits.refused = 0
            used = process.processor
            flood(sandbox)
            delays = [await act(sandbox, number) for number in range(ACTS)]
            used = process.processor - used
    taps, texts = delays[::2], delays[1::2]
    return (
        f"card after a tap {median(taps) * 1e3:6.0f} ms, at most {max(taps) * 1e3:6.0f}; "
        f"after a text {median(texts) * 1e3:6.0f} ms, at most {max(texts) * 1e3:6.0f}; "
        f"{limits.calls:5} calls, {limits.refused:5} refused; processor {used:5.2f} s"
    )


async def act(sandbox: Sandbox, number: int) -> float:
    """Tap or type, and give the seconds until the next card."""
    chat = sandbox.state.chats[US]
    before = card(chat)
    if number % 2:
        sandbox.state.say(chat, "/resume")
    else:
        tap(sandbox, US)
    try:
        delay = await asyncio.wait_for(shown(chat, before), 60)
    except TimeoutError:
        delay = 60.0
    await asyncio.sleep(SECONDS_BETWEEN)
    return delay


FLOODS = {"nobody": nothing, "2,000 strangers": strangers}


async def main(codes: list[Path]) -> None:
    floods = {**FLOODS, "5,000 taps": lambda sandbox: tap(sandbox, COLLEAGUE, TAPS)}
    for name, flood in floods.items():
        for code in codes:
            print(f"{name:16} {code.name:12}", await flooded(code, flood), flush=True)


if __name__ == "__main__":
    asyncio.run(main([Path(each).resolve() for each in sys.argv[1:]] or [ROOT]))
