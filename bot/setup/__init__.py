"""What the bot needs to start.

- `shapes`: checks of single settings
- `process`: no core dumps, and no file that others may read
- `private`: whether others on this machine could read the settings or the record
- `ports`: whether the bot can listen at its ports
- `written`: what is wrong with settings as they are written
- `settings`: the settings, from the environment and `.env`
- `start`: settings, trial and record, opened and checked together
- `trace`: what every start leaves in the record
- `practice_team`: whom the practice record has in its team
- `way_back`: what to do about a record that is not there or cannot be read
- `event_loop`: the event loop in which the bot then runs
"""
