"""Where the bot's calls go: to Telegram, or to a sandbox of its own."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import click

from bot.setup.settings import Settings
from bot.setup.start import CannotServeError

if TYPE_CHECKING:
    from bot.sandbox.server import Sandbox

# Practice protects nobody: a pepper that anybody may know outlives restarts without a file
PRACTICE_PEPPER = b"ectrial practice"


@dataclass(frozen=True, slots=True)
class Endpoint:
    """The Bot API that the bot calls; the administrators and the pepper that go with it."""

    base_url: str
    token: str
    admins: frozenset[int]
    is_practice: bool
    pepper: bytes = field(default=b"", repr=False)


@asynccontextmanager
async def endpoint_of(settings: Settings, codes: Callable[[int], str]) -> AsyncIterator[Endpoint]:
    """Give Telegram if there is a token, else a sandbox that runs as long as it is used.

    `codes` gives the six digits that the page of practice shows to a person.
    """
    if settings.token is not None:
        token = settings.token.get_secret_value()
        given = f"{settings.api_url}/bot", token, settings.admins
        yield Endpoint(*given, is_practice=False, pepper=settings.pepper)
        return
    # imported here: with a token the bot needs no server of its own
    from bot.sandbox.server import Sandbox

    sandbox = Sandbox(port=settings.sandbox_port, codes=codes)
    try:
        await sandbox.start()
    except OSError:
        raise CannotServeError(
            f"ECTRIAL_SANDBOX_PORT: port {settings.sandbox_port} is taken"
        ) from None
    try:
        click.echo(f"No TELEGRAM_BOT_TOKEN, so this is practice. Open {sandbox.url}")
        yield practice_endpoint(sandbox)
    finally:
        await sandbox.stop()


def practice_endpoint(sandbox: "Sandbox") -> Endpoint:
    """Give the endpoint of a sandbox, whose administrator stands for those of the settings."""
    from bot.sandbox.people import MEMBERS

    admins = frozenset(person.id for person in MEMBERS if person.role == "admin")
    given = sandbox.bot_api, sandbox.token, admins
    return Endpoint(*given, is_practice=True, pepper=PRACTICE_PEPPER)
