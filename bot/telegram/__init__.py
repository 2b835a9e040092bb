"""The Bot API.

- `updates`: reads an update: what one person did
- `message_length`: cuts a screen to the length of a message
- `rendering`: makes a screen the text and keyboard of a message
- `menu`: the commands behind the menu button
- `client`: the calls, for all the files above
- `retries`: which failed calls are made again, and when
- `calls`: one call over HTTP
- `wire`: its JSON
"""
