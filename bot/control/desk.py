"""The bot's end of the socket: each request about the team is a turn in the writing thread."""

import asyncio
import logging
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import ExitStack, asynccontextmanager, suppress
from functools import partial
from pathlib import Path

from bot.control.address import bound, is_ours, reachable, socket_of
from bot.control.team import Asked, Told, carry_out
from bot.serving.commits import WRITE_ERRORS, Commits
from ectrial.ledger.ledger import Ledger

logger = logging.getLogger(__name__)

LARGEST_REQUEST = 8 * 2**20
# In seconds: a command writes its whole request at once
LONGEST_REQUEST = 5.0


class Desk:
    """Answers the commands of its own user; `changed` is told whose rights have changed."""

    def __init__(
        self,
        ledger: Ledger,
        commits: Commits,
        trials: Sequence[str],
        admins: frozenset[int],
        pepper: bytes,
        changed: Callable[[int], None],
        *,
        longest_request: float = LONGEST_REQUEST,
    ) -> None:
        self._ledger, self._commits = ledger, commits
        self._trials, self._admins = trials, admins
        self._pepper, self._changed, self._longest = pepper, changed, longest_request
        self._open: set[asyncio.Task[None]] = set()

    @asynccontextmanager
    async def opened(self) -> AsyncIterator[None]:
        """Listen beside the record; the bot also serves where this cannot be."""
        path = socket_of(self._ledger.path)
        with ExitStack() as held:
            try:
                server = await self._listen(path, held)
            except OSError as error:
                logger.warning(
                    "ectrial staff cannot reach this bot (%s): stop the bot for it", error.strerror
                )
                yield
                return
            try:
                yield
            finally:
                server.close()
                path.unlink(missing_ok=True)
                for task in self._open:
                    task.cancel()
                await asyncio.gather(*self._open, return_exceptions=True)

    async def _listen(self, path: Path, held: ExitStack) -> asyncio.Server:
        listener = bound(path, held.enter_context(reachable(path)))
        return await asyncio.start_unix_server(self._come, sock=listener, limit=LARGEST_REQUEST)

    def _come(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        serving = asyncio.create_task(self._serve(reader, writer))
        self._open.add(serving)
        serving.add_done_callback(self._open.discard)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Answer one request; what is malformed, too large or not finished is cut off."""
        try:
            if not is_ours(writer.get_extra_info("socket").fileno()):
                return
            async with asyncio.timeout(self._longest):
                line = await reader.readuntil(b"\n")
            told = await self._told(Asked.model_validate_json(line))
            async with asyncio.timeout(self._longest):
                writer.write(told.model_dump_json().encode() + b"\n")
                await writer.drain()
        # pydantic's ValidationError is a ValueError
        except (TimeoutError, EOFError, asyncio.LimitOverrunError, OSError, ValueError):
            logger.warning("a request at the socket of ectrial staff was cut off")
        finally:
            with suppress(OSError):
                writer.close()

    async def _told(self, asked: Asked) -> Told:
        given = self._ledger, self._trials, self._admins, self._pepper
        work = partial(carry_out, *given, asked)
        try:
            told = await self._commits.commit(work)
        except WRITE_ERRORS as error:
            return Told(refused=str(error))
        if asked.action in ("remove", "enrol", "found") and not told.refused:
            self._changed(asked.person)
        return told
