"""The Bot API.

- `updates`: reads an update: what one person did
- `message_length`: cuts a screen to the length of a message
- `rendering`: makes a screen the text and keyboard of a message
- `menu`: the commands of the menu button
- `introduction`: what the bot says about itself to people who have not written to it
- `client`: the calls, for all files above
- `retries`: which failed calls are made again, and when
- `switches`: settings of @BotFather that should be off
- `budget`: whose call comes next, and when Telegram allows it
- `files`: sends photos and documents
- `calls`: one call over HTTP; `bodies`: what it says
- `proxies`: the proxy between the bot and Telegram
- `network_faults`: what is wrong with the network, in plain words
- `wire`: the JSON of the calls
"""
