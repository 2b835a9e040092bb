"""The command line, `ectrial`: one file for each command or a few that belong together.

- `main`: the commands, and those that run the bot or keep the team
- `status`: how the bot and its record are
- `records`: verify, backup and restore
- `assess`: verdicts for a file of subjects
- `labs`: what is read in a laboratory report
- `endings`: how a command ends when it cannot do its work
"""
