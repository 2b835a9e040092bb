"""The append-only record in SQLite: append, read, verify; open it through `ledger.Ledger`.

- `opening`: what must hold before the record is used
- `ledger`: the record behind one small interface
- `tables/`: how entries, the list and the chats stand in rows; their guards and migrations
- `sqlite/`: the driver, the connections, the file and its write-ahead log
- `verify`: whether the record is what was written
- `glance`: what an operator sees of it from outside
- `copies/`: copies of it: made, kept, put back
- `errors`: what can go wrong, in words for a person
"""
