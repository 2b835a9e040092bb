"""Sentences and layouts that several cards share.

- `heading`, `pages`, `phone`: the subject of a card, pages of a list, what fits on a phone
- `read_back`: answers with the rule they met; `several_limits`: a number with each of its limits
- `people`, `team`: people of the team, and what they may do
- `labs`, `quotes`: labs that must be asked about, and quotes of text that was not understood
- `one_time_codes`: what came of a typed code
- `ways`: how an open item is settled: in the chart, in routine care, by a study procedure
- `consent`: a state of consent in one line
- `what_follows`: the contact, what was sent and answered, appointments, enrolment
- `similar`: a similar trial on its card, and the message that tells of one
- `own`: what somebody wrote in own words, or that it is redacted
- `notes`: what a note is about, who reads it, and its thread
- `shares`: what a guest is shown, and what became of a share
- `queries`: an open item, who settles it until when, and its thread
- `verdict`: the verdict, its reasons, and what would settle the rest
"""
