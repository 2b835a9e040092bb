"""The append-only record in SQLite: append, read, verify; open it through `ledger.Ledger`."""
