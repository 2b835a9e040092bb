"""The methods of the Bot API that the sandbox knows, by lower-case name."""

from bot.sandbox.methods import messages, profile, service, webhook
from bot.sandbox.methods.method import Method

METHODS: dict[str, Method] = {
    name.lower(): method
    for table in (messages.METHODS, profile.METHODS, service.METHODS, webhook.METHODS)
    for name, method in table.items()
}
