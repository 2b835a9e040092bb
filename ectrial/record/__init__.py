"""The record without storage: entries go in, the screenings computed from them come out.

- `anchors`: the head of the record, as people keep it elsewhere
- `subjects`: the identity of a screening: site, trial, subject and episode
- `likeness`: whether two codes are easily confused
- `entries`: the kinds of entries, and what each says; `linked`: with its place in the chain
- `redacted`: what is read in the place of a code or text that was redacted
- `one_time_codes`: the six digits by which a person proves who they are, and who has to
- `consent`: the states of a subject's consent, computed from the entries about it
- `sources`: where an answer was seen, and who compared it with that source
- `signatures`: a verdict signed: asked for, taken over matter by matter, given, superseded
- `confirmed`: what a signature confirms, and so whether it stands
- `stops`: that a text was not kept, and of what kind it was
- `conduct`: whether a trial enrols at the site, and the versions activated there
- `shifts`: a person's open work, offered to a colleague
- `repeats`: which failed screening another one repeats
- `what_follows`: `referrals` to the study's contact, `appointments`, `participation`
- `queries`: the open items of a screening, each with its owner, its day and its thread
- `team`, `team_folding`, `invites`: who may do what, computed from the entries about the team
- `screenings`, `folding`: the present state of a screening, computed from its entries
- `links`: which subjects of different trials are one patient
- `renames`: the ids that a move to another version gives to items and options
- `carried`, `lapsing`: answers that came from another trial, and when they lapse
- `exports`: what was given out of the record as a file; `periods`: of which days
- `imports`: what was brought into the record from a file
- `training`: when a practice screening confirms a person's training
"""
