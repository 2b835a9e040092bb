"""The handling of one update, from its arrival to the card, in this order.

- `intake`: polls Telegram; `webhook` receives posts; both acknowledge after the commit
- `reception`: has a batch of updates recorded, and hands over the delivery jobs
- `repeats`: which taps of a flood are passed over
- `commits`: the thread that writes the record: one batch, one transaction
- `access`: who may use the bot, in which role
- `proving`: who has to prove who they are, and the check of a typed code
- `belonging`: whether a text was written for the question that stands
- `edits`: tells a changed text from a change that left the text as it was
- `installation`: what is the same for every turn
- `turns`: one step of the dialogue: read the record, advance, append
- `colleagues`: what a turn means for the chats of others
- `records`: the record that a chat works on, real or `practice`, which is opened when needed
- `jobs`: what remains to be done in a chat
- `delivery`: makes the chat show what the record says
- `farewells`: blanks the card of a person who is not of the team any more, or has to prove
- `joining`: lets a stranger in who opens an invite
- `drawing`: draws and writes the files beside the card
- `taps`: answers taps at once
- `strangers`: answers strangers while calls are to spare
- `beside`: sends what a job leaves beside the card
- `texts`: sends messages; a text or file beside the card is shown only once
- `bells`: adds what is to ring later, and at most one ring a day that nobody asked for
- `pushes`: the few sentences that may ring a phone
- `old_buttons`: removes the buttons of earlier cards
- `shown_cards`: keeps which message is a chat's card
- `showings`: how long ago each card was shown
- `lanes`: the order of deliveries: one after the other in a chat, chats in parallel
"""
