"""What can go wrong with the record, in words for a person and without any recorded value."""


class LedgerError(Exception):
    """The record cannot be used as asked; the message is fit to show."""


class LedgerBusyError(LedgerError):
    """Another process has the record open."""


class NotOurLedgerError(LedgerError):
    """The file cannot be read as this record: a wrong key, or another file."""


class NoLedgerError(LedgerError):
    """There is no record at its path, and none is made without being asked for."""


class NewerLedgerError(LedgerError):
    """A newer version wrote the record, and this version cannot read all of it."""


class MixedWorldsError(LedgerError):
    """Practice and real entries would be mixed in one record."""


class OtherHistoryError(LedgerError):
    """A copy is not of the record that it is to replace."""


class DamagedLedgerError(LedgerError):
    """The record was changed or damaged: broken chain, missing guard, or malformed file."""


class RefusedError(LedgerError):
    """An entry or a statement was refused, and nothing was recorded."""


class StorageError(LedgerError):
    """The disk or the operating system failed; nothing was recorded."""
