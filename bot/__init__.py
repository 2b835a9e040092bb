"""The bot: everything that touches Telegram, files, the clock and the command line.

- `cli/`: the commands; `__main__` runs them; `exit_codes` is how they end
- `setup/`: what a start needs: settings, trial, record
- `app`: puts the `parts` and `paper_parts` together and runs them; `endpoint`: where calls go
- `port`: serves HTTP with limits, wherever we listen
- `telegram/`: the Bot API: calls, updates in, cards out
- `serving/`: handles one update, from its arrival to the card that shows what was recorded
- `enrolling`: what an authenticator app scans
- `control/`: how `ectrial staff` and `ectrial enrol` speak to the running bot
- `papers/`: papers as files, from the open record
- `imports/`: a site's files as what would be recorded of them
- `monitoring/`: logs, metrics and heartbeat, to which the parts above write
- `housekeeping/`: what runs in the background: backups, checkpoints, health, watchdog
- `sandbox/`: our own Bot API server with a phone page, for practice and tests
"""
