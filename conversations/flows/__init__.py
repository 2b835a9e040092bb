"""The card of each place: its words, its buttons, and what typed text means there.

- `home` `opening` `listing`: before a screening is open
- `question` `limit` `reading`: one answer, its upper limit, a typed answer that is not certain
- `report` `sample_days`: a pasted report, and the day of the sample
- `hold`: answers that are asked about before they are recorded
- `hold`: asks before answers are recorded that contradict others or replace known ones
- `prove`: asks for the six digits of an authenticator app
- `list_entry`: a list of things, such as metastases
- `failure` `verdict` `review`: the outcome, and all answers
- `consent`: the present consent, and one card for each part of a new one
- `asking` `open_items` `changing` `to_do`: who settles what is open, and what a person has to do
- `more` `setting_aside` `moving` `unreadable`: rarely needed cards
- `study_team` `appointment` `participation`: what follows a verdict
- `similar`: the trials for the same condition
- `team` `team_changes` `leave` `inviting`: who may do what, and who is away
A flow names places and acts; it calls no other flow.
"""
