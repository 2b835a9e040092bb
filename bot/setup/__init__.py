"""What the bot needs to start.

- `shapes`: checks of single settings
- `settings`: the settings, from the environment and `.env`
- `start`: settings, trial and record, opened and checked together
- `event_loop`: the event loop in which the bot then runs
"""
