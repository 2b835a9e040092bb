"""How the record stands in rows. An append passes them in this order, a read the other way.

- `schema`: which steps the tables went through
- `migrations`: the steps themselves, loaded only where one is due
- `guards`: the triggers and indexes that keep entries append-only
- `rows`: an entry as a row, and back
- `chain`: the hash of a row, over the one before it
- `entries`: the append-only table
- `listing`: the list of screenings, one row each
- `screening_cache`: screenings as their entries add up, read on from where they were known
- `chats`: where each chat stands, which updates were seen
"""
