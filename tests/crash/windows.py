"""Into which moment of a turn a kill fell, told from what the dead process has left."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from sqlcipher3 import dbapi2

from bot.sandbox.server import Sandbox
from tests.crash.coordinator import ROUND
from tests.disk.preload import Disk

STARTING = "during the start"
COMMITTING = "inside a commit"
UNSHOWN = "between commit and card"
UNRECORDED = "between tap and commit"
RESTING = "with nothing in hand"


def moment(sandbox: Sandbox, database: Path, disk: Disk | None, *, has_served: bool) -> str:
    """Name the moment."""
    if disk is not None and disk.is_in_commit:
        return COMMITTING
    if not has_served or not database.exists():
        return STARTING
    with _left_behind(database) as connection:
        rounds = dict(connection.execute("SELECT id, round FROM chats"))
        seen = {number for (number,) in connection.execute("SELECT update_id FROM updates")}
    if any(rounds.get(person, 0) > _shown(sandbox, person) for person in sandbox.state.chats):
        return UNSHOWN
    if any(update["update_id"] not in seen for update in sandbox.state.updates.pending):
        return UNRECORDED
    return RESTING


@contextmanager
def _left_behind(database: Path) -> Iterator[dbapi2.Connection]:
    """Open a copy: to open the record itself would mend it before the bot does."""
    with tempfile.TemporaryDirectory() as folder:
        for suffix in ("", "-wal"):
            file = database.with_name(database.name + suffix)
            if file.exists():
                shutil.copy(file, Path(folder) / file.name)
        with closing(dbapi2.connect(str(Path(folder) / database.name))) as connection:
            yield connection


def _shown(sandbox: Sandbox, person: int) -> int:
    rounds = [
        int(found[1])
        for message in sandbox.state.chats[person].messages.values()
        if message.keyboard
        for found in [ROUND.match(message.keyboard["inline_keyboard"][0][0]["callback_data"])]
        if found
    ]
    return max(rounds, default=0)
