"""The Bot API.

- `updates`: reads an update: what one person did
- `message_length`: cuts a screen to the length of a message
- `rendering`: makes a screen the text and keyboard of a message
- `menu`: the commands behind the menu button
- `introduction`: what the bot says of itself to who has not spoken to it
- `client`: the calls, for all the files above
- `retries`: which failed calls are made again, and when
- `switches`: what is switched on with @BotFather and should not be
- `calls`: one call over HTTP
- `proxies`: the proxy on the way
- `network_faults`: what is wrong with the network, in plain words
- `wire`: its JSON
"""
