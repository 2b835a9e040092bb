"""What can go wrong with the record, in words for a person and without any recorded value."""


class LedgerError(Exception):
    """The record cannot be used as asked; the message is fit to show."""


class LedgerBusyError(LedgerError):
    """Another process holds the record."""


class NotOurLedgerError(LedgerError):
    """The file cannot be read as this record: a wrong key, or another file."""


class NewerLedgerError(LedgerError):
    """A newer version wrote the record, and this one does not know all that it holds."""


class MixedWorldsError(LedgerError):
    """Practice and real entries would stand in one record."""


class DamagedLedgerError(LedgerError):
    """The record is not what was written: broken chain, missing guard, or malformed file."""


class RefusedError(LedgerError):
    """An entry or a statement was refused, and nothing was recorded."""


class StorageError(LedgerError):
    """The disk or the operating system did not do its part; nothing was recorded."""
