"""The methods of the Bot API that the sandbox knows, by lower-case name.

- `method`: what a method is: its declared parameters and its action
- `service`: the bot's own data, its updates, its chats
- `webhook`: the address to which updates are posted
- `content`: the text and keyboard of a message
- `messages`: sends, edits and deletes messages, answers taps
- `profile`: name, descriptions, commands, menu button
"""

from bot.sandbox.methods import messages, profile, service, webhook
from bot.sandbox.methods.method import Method

METHODS: dict[str, Method] = {
    name.lower(): method
    for table in (messages.METHODS, profile.METHODS, service.METHODS, webhook.METHODS)
    for name, method in table.items()
}
