"""Copies of the record.

- `backup`: makes a copy while the bot works, and checks the copy before naming it
- `rotation`: which copies are kept, and for how long
- `restore`: replaces the record by a copy, also if it is killed meanwhile
- `sameness`: whether a copy is of the record that it is to replace
- `redaction`: a copy without a subject code or a free text, with the entry that says so
- `forgetting`: chats whose place holds what is redacted begin at home
- `redacted_since`: what was redacted since a copy was made is redacted in it again
- `holders`: which files beside the record hold a subject code or a text, or cannot be read
"""
