"""The dialogue, without I/O: an event and the record go in, entries and a card come out.

- `events`, `turn`: what a turn begins with, the turn, and what it may know (`World`); `records`:
  what it may read
- `focus`, `places` (with `_outside` of a screening, `_to_look_at`, `_of_consent`,
  `_of_queries`): where a chat stands, and all places; `older_focus` converts those of version
  0.1.0; `anew`: a card that is shown again
- `just_said`: what a card says of the last turn, until others change the screening
- `standing`: the place that is still valid after others have changed the record
- `dialogue`: `advance` for an event; `cards`: `show`; `flow`, `registry`
  (with `_of_the_trial`): the flow of each place
- `acts`, `steps` (with `_of_queries`): what a button does, as a value, and the function that
  carries it out
- `rights`: who may do what: the one table of acts, places, and kinds of entries; `who_may`: its
  words
- `commands`, `links`, `typed_text`: what commands, links and typed texts lead to;
  `command_words`: what stands behind a command; `named_screenings`: a screening by its name
- `practising`: the way to practice beside the real record, and back
- `acts_of_the_team` `places_of_the_team` `team_steps`: what is done about the team, and where
- `colleagues` `inviting` `open_work`: who may change whom, invites, what a colleague leaves
- `coming_days`: a day to come, as it is typed
- `approval`: the approval under which the site works
- `case`, `found`, `here`: the open screening with its verdict, and the person's language
- `flows/`: the card of each place; `words/`: sentences that several cards share
- `lists`, `list_rows` (with `places_of_`): a list of things that is entered by taps
- `openings`: what is typed to open a screening
- `subjects` `walk` `recording` `conflicts` `answers` `labs` `limits` `changes`: what flows share
- `late_samples`: a sample older than the recorded one
- `report` `report_at` `joining` `waiting`: the report at hand, texts added to it, waiting drafts
- `sample` `sampling`: the day of a sample, and what a chosen day leads to
- `consenting`, `earlier_consent`: what is said of a consent, now and in the screening before;
  `day_rows`: the buttons of days
- `free_text`, `heavy_words`, `own_words` (with `acts_of_`, `places_of_`): own words of a person,
  deleted if they say who a patient is, asked about if they may, read back if they set something
  going
- `typed_identifiers`, `unwanted`: messages deleted because they may say who a patient is;
  `codes_in_texts`: whether a text names a subject
- `sources`, `checking`: where answers were seen, and a monitor's comparison with that
- `notes`, `note_steps` (with `acts_of_`, `places_of_`): notes for their author or the team
- `shares`, `sharing_steps` (with `acts_of_`, `places_of_`, `rights_of_`): one screening shown to a
  guest; `guests`, `guest_standing`: what a guest may do; `needs`: what `rights` are made of
- `signing` (with `_steps`, `_refused`): an investigator's signature
- `shifts`, `shift_steps`: what is handed over at the end of a shift; `reminding`: reminders
- `study_contact`, `what_follows` (with `acts_of_`, `places_of_`, `steps_of_`), `participation`:
  a verdict sent to the study's contact, an appointment, and what came of it
- `trial_status` (with `places_of_the_trial`): whether a trial enrols, on each card
- `papers` (with `acts_of_`, `places_of_`): the screening log as a file
- `periods`: the days of a card, chosen or typed
- `rescreening`: screening again after a failure, as the protocol allows
- `clarifying` (with `acts_of_the_trial`): what a sponsor clarified about a reading
- `amendments`: whom a newer version concerns, and who signs its form again
- `own_trials`, `other_trials` (with `acts_of_`, `places_of_`), `other_trial_steps`,
  `ways_to_other_trials`: the same patient in other trials of the person; `lapses`: used answers
  whose origin has changed; `lapsed_answers`, `to_confirm`: who has to confirm which
- `similar`: the trials for the same condition, and the wish to be told of them
- `asking_allowed`: what may be asked of colleagues before consent
- `queries`: which items are open, and the entries that ask somebody to settle them
- `closing`: what every turn means for them; `still_open`: where a chat goes once one is settled
- `to_do`: what a person can settle now; `who_and_when`: buttons of people and days
- `ward_rounds`, `walking`, `ward_round_steps`, `ward_round_words`, `one_by_one`: from bed to bed;
  `ways_to_the_round`: the buttons that lead there; `bedside`: what is settled at a bed;
  `beds`: where a subject lies today
- `screen`: blocks of text and rows of buttons, independent of any messenger
"""
