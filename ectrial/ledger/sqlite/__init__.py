"""SQLite itself: nothing here knows what an entry is.

- `files`: the record's file: held by one process, private, with room left
- `driver`: opens connections as the record needs them; errors in plain words
- `connections`: one writer and one reader, shared by threads; what is done together
- `write_ahead_log`: the write-ahead log and its checkpoints
"""
