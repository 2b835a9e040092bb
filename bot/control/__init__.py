"""How a command on this machine speaks to the running bot: over a socket beside the record.

- `address`: where the socket is, how a long path is reached, and whose the other end is
- `team`: what a command may ask about the team, what it is told, and how it is carried out
- `brought`: what an import asks to be recorded, packed
- `desk`: the end of the bot, which takes each request as a turn of its own
- `asking`: the end of the command
"""
