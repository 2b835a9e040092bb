"""A strict Bot API server on loopback with a phone page, for practice and for tests.

- `server`: starts and stops it; `gate` lets in requests from this machine alone
- `phone_api`: the people's side, for `page/`: they say and tap
- `state`: all that a sandbox knows, with `people`, `chats` with `changes`, `taps`, `profile`
- `updates`: the queue that the bot polls; `webhook` posts it instead, in the order of `queues`
- `bot_api`: the bot's side: finds the method of a call
- `parameters`, `fields`: check what was given; `refusal` says no in Telegram's words
- `methods/`: carries the call out
- `formatting`, `html`, `utf16`, `keyboards`: what a message may contain
- `activity`: when the bot has come to rest
"""
