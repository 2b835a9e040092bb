"""The methods of the Bot API that the sandbox knows, by lower-case name.

- `method`: what a method is: its declared parameters and its action
- `service`: the bot's own data, its updates, its chats
- `webhook`: the address to which updates are posted
- `content`: the text and keyboard of a message
- `editing`: finds the message to edit, and changes it
- `messages`: sends, edits and deletes messages, answers taps
- `media`: sends and edits photos and documents, opens their files
- `profile`: name, descriptions, commands, menu button
"""

from bot.sandbox.methods import media, messages, profile, service, webhook
from bot.sandbox.methods.method import Method

METHODS: dict[str, Method] = {
    name.lower(): method
    for part in (messages, media, profile, service, webhook)
    for name, method in part.METHODS.items()
}
