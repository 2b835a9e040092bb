"""One update, from its arrival to the card, in this order.

- `intake`: polls Telegram, or `webhook` is posted to; both acknowledge after the commit
- `reception`: has a batch of updates recorded, and hands over what is to be delivered
- `commits`: the thread that writes the record: one batch, one transaction
- `access`: who may use the bot, in which role
- `turns`: one step of the dialogue: read the record, advance, append
- `delivery`: makes the chat show what the record says
- `lanes`: the order of deliveries: one after the other in a chat, chats side by side
"""
