"""The append-only record in SQLite: append, read, verify; opened through `ledger.Ledger`.

- `creating`: makes a new record where nothing is
- `opening`: conditions to check before the record is used
- `beside`: its lists, read beside whoever writes it
- `lists`: what its lists say of a site: screenings, open items, codes
- `papers`: the record as papers read it, as it was at one entry; `log_lists`: the screening log
  on a phone
- `ledger`: the record behind one small interface
- `enrolments`: who proves by an authenticator app, and the check of a code
- `due_rows`: what is to ring a phone; `deletion_rows`: messages to be deleted; `asked_paper_rows`:
  papers to be made; `wish_rows`: who
  wants to hear of similar trials
- `tables/`: rows of entries, of the list and of chats; their guards and migrations
- `sqlite/`: the driver, the connections, the file and its write-ahead log
- `witnesses`: which heads noted elsewhere it holds
- `verify`: whether the record is unchanged
- `redacting`: takes a subject code or free texts out of the record
- `glance`: the state of the record for an operator, without opening it for writing
- `copies/`: copies of the record: made, kept, restored, redacted
- `errors`: what can go wrong, in words for a person
"""
