"""A strict Bot API server on loopback with a phone page, for practice and for tests.

- `server`: starts and stops the sandbox; `gate` lets in requests from this machine alone
- `phone_api`: the people's side, for `page/`: they write and tap
- `state`: all that a sandbox knows, with `people`, `chats` with `changes`, `taps`, `profile`
- `files`: the photos and documents of the chats, with `images`, which reads a photo's size
- `updates`: the queue that the bot polls; `webhook` posts it instead, in the order of `queues`
- `bot_api`: the bot's side: finds the method of a call
- `bodies`: reads the bodies of requests; `parameters`, `fields`: check what they hold
- `refusal`: refuses in Telegram's words
- `methods/`: carries out the call
- `formatting`, `html`, `utf16`, `keyboards`: what a message may contain
- `activity`: whether the bot has become idle
"""
