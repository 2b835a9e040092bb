"""One update, from its arrival to the card, in this order.

- `intake`: polls Telegram, or `webhook` is posted to; both acknowledge after the commit
- `reception`: has a batch of updates recorded, and hands over what is to be delivered
- `commits`: the thread that writes the record: one batch, one transaction
- `access`: who may use the bot, in which role
- `belonging`: whether a text was written for the question that stands
- `edits`: an edited text, told from an edit of something about it
- `turns`: one step of the dialogue: read the record, advance, append
- `jobs`: what is left to be done in a chat
- `delivery`: makes the chat show what the record says
- `taps`: answers taps at once
- `texts`: sends messages; a text beside the card comes once
- `old_buttons`: takes the buttons of earlier cards away
- `showings`: how long ago each card was shown
- `lanes`: the order of deliveries: one after the other in a chat, chats side by side
"""
