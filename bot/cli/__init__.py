"""The command line.

- `main`: the group of all commands, and `run`
- `init`: makes the record, once
- `staff`: who may use the bot
- `enrol`: a new secret for a person's authenticator app
- `records`: verify, back up and restore the record
- `anchors`: the heads noted elsewhere that `verify` compares
- `restored`: what `restore` tells
- `redact`: take a subject code or free texts out of the record
- `sought`: where that is, and which one is meant
- `export`: a paper of a trial as a file, such as the screening log
- `imports`: a site's present list into the record
- `status`: the state of the bot and its record
- `assess`: verdicts for a file of subjects
- `labs`: the labs that are read in a laboratory text
- `check`: every fault of the files of a trial that somebody writes
- `given_trial`: the trial of a file by which a command judges
- `counted`: numbers with their nouns
- `given_path`, `given_day`, `given_choice`: the path of a file, a day, or a word out of a few,
  that is given to a command
- `endings`: how a command ends when it cannot do its work
"""
