"""What passcodes are checked against, as the rest of the program adds and reads it."""

from ectrial.ledger.sqlite.connections import Shared
from ectrial.ledger.tables import passcodes


class PasscodeRows:
    """Salt and hash for each share that waits for its guest; within `together` of its transaction.

    An entry that closes a share, appended by anybody, removes its row.
    """

    def __init__(self, shared: Shared) -> None:
        self._shared = shared

    def add(self, share: int, salt: bytes, hash_: bytes) -> None:
        """Keep what a passcode is checked against."""
        with self._shared.writing() as connection:
            passcodes.add(connection, share, salt, hash_)

    def of(self, share: int) -> tuple[bytes, bytes] | None:
        """Give salt and hash; None if no passcode opens this share."""
        with self._shared.reading() as connection:
            return passcodes.of(connection, share)
