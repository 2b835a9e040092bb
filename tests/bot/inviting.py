"""Steps that tests of the team share: to invite somebody, and to read the code on the card."""

import re

from tests.phone import Phone

LINK = re.compile(r"https://t\.me/\w+\?start=([\w-]+)")


async def invites(phone: Phone, role: str, name: str) -> str:
    """Make an invite in a few taps; give its code."""
    await phone.says("/team")
    await phone.taps("Invite ›")
    await phone.taps(role)
    await phone.says(name)
    await phone.taps("Make the invite")
    found = LINK.search((await phone.card()).text)
    assert found, await phone.text()
    return found[1]


async def joins(phone: Phone, code: str) -> None:
    """Open the link of an invite."""
    await phone.says(f"/start {code}")
