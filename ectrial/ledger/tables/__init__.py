"""The tables of the record. An append uses these files in this order, a read in reverse.

- `schema`: which migrations the tables have had
- `migrations`: the migrations themselves; `migrating` applies them, loaded only if one is due
- `guards`: the triggers and indexes that keep entries append-only
- `rows`: an entry as a row, and back
- `meant`: the site and the trial that an older row means
- `chain`: the hash of a row, which includes the previous hash
- `texts`: subject codes, free texts and printed names, which entries name by number
- `redactions`: which rows were changed after they were written, and by which entry
- `refusals`: what is never recorded, as the record could not be read from then on
- `entries`: the append-only table; `starts`: what the starts of the bot left in it
- `heads`: the hash of a trial's last entry, and the entry that has a noted one
- `listing`: the list of screenings, with one row for each; `listing_checks`: whether it is theirs
- `standings`: what is counted of each, beside its row
- `listed_by_day`: the same by the day of opening; `paper_rows`: what papers read of the entries
- `codes`: codes easily confused, and the next free number
- `queries`: the open items of all screenings; `notes`, `links`: whether these make sense
- `screening_cache`: computed screenings, so that only new entries need to be read
- `world`: practice or real, and that every entry belongs to it
- `shape`: whether the tables are those that the migrations make
- `mentions`: where a subject code stands, however it is written, and words of free texts
- `due`: what is to ring a phone; `deletions`: messages to be deleted
- `asked_papers`: papers that were asked for in a chat and not sent yet
- `wishes`: who wants to hear of similar trials, and of what they were told
- `chats`: where each chat stands, which updates were seen
- `secrets`: what is known of each person's authenticator app, never its secret
- `protocols`: the site's own trials as they were used
- `shares`: of whom nothing is shared; `passcodes`: what their passcodes are checked against
"""
