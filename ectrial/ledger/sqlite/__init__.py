"""The use of SQLite: nothing here knows what an entry is.

- `files`: the record's file: used by one process, private, with free space kept
- `endless`: refuses what would keep a command for ever
- `parts`: unfinished files, which become a record or a copy in one step
- `driver`: opens connections with the record's settings; errors in plain words
- `connections`: one writer and one reader, shared by threads; shared transactions
- `place`: whether the open record still lies at its path
- `write_ahead_log`: the write-ahead log and its checkpoints
"""
