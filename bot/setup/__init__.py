"""What a start needs.

- `shapes`: checks of single settings
- `settings`: the settings, from the environment and `.env`
- `start`: settings, trial and record, opened and checked together
- `event_loop`: the event loop that the bot then runs in
"""
