"""Steps that tests of sharing have in common: to share, and to open what was shared."""

import re
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import datetime
from pathlib import Path

from bot.setup.settings import Settings
from tests.bot.inviting import LINK
from tests.bot.running import Running
from tests.bot.test_two_phones import does
from tests.faults import FaultySandbox
from tests.phone import Phone

OWNER, COLLEAGUE, GUEST, STRANGER = 1001, 1002, 1003, 1008
PASSCODE = re.compile(r"Passcode: ([0-9]{4}) ([0-9]{4})")
WRONG = "That is not the passcode."
NOT_SHARED = "What was shared with you is not shared any more."


@asynccontextmanager
async def sharing_bot(
    sandbox: FaultySandbox,
    record: Path,
    clock: Callable[[], datetime],
    guests: str = "yes",
    *,
    is_practice: bool = True,
) -> AsyncIterator[Running]:
    """Run a bot at a site that allows guests."""
    given = {"ECTRIAL_TIMEZONE": "Asia/Shanghai", "ECTRIAL_GUESTS": guests}
    settings = Settings(_env_file=None, **given)  # type: ignore[arg-type]
    async with Running(
        sandbox, record, settings=settings, clock=clock, is_practice=is_practice
    ) as bot:
        yield bot


async def shares(phone: Phone, subject: str, length: str = "24 hours") -> tuple[str, str]:
    """Share a screening on file in three taps; give the code of the link and the passcode."""
    await does(phone, f"/open {subject}", "/share", f"[Share for {length}]")
    card = await phone.card()
    found = PASSCODE.search(card.text)
    buttons = [each for row in card.rows for each in row]
    copied = [each["copy_text"]["text"] for each in buttons if "copy_text" in each]
    link = LINK.search(copied[0])
    assert found, card.text
    assert link, copied
    return link[1], "".join(found.groups())


def wrong(passcode: str, number: int = 1) -> str:
    """Give a passcode that is not this one."""
    return f"{(int(passcode) + number) % 10**8:08}"


async def enters(phone: Phone, code: str, passcode: str) -> None:
    """Open a link and give its passcode."""
    await does(phone, f"/start {code}", passcode)


async def shared_with(owner: Phone, guest: Phone) -> tuple[str, str]:
    """Open a screening and let a guest in to it; give code and passcode of the share."""
    await does(owner, "/new S-014 M 58")
    code, passcode = await shares(owner, "S-014")
    await enters(guest, code, passcode)
    return code, passcode
