"""The dialogue, pure: an event and the record in, entries and a card out.

- `turn`: events in, turns out, and the world that a turn may know
- `focus`, `places` (with `_outside` of a screening, `_to_look_at`): where a chat stands, and the
  places there are; `older_focus` takes up old ones; `anew`: a card that is shown again
- `standing`: the place that still holds, now that others have worked on the record
- `dialogue`: the registry of all places, `advance` for an event, `show` for the card
- `acts`, `steps`: what a button does as a value, and the function that carries it out
- `commands`, `typed_text`: what commands and typed texts lead to
- `case`, `found`, `here`: the open screening with its verdict, and the language it is spoken of in
- `flows/`: the card of each place; `words/`: sentences that several cards share
- `subjects` `walk` `recording` `answers` `labs` `limits` `changes`: what flows share
- `report` `report_at` `joining` `waiting`: the report at hand, what joins it, and what waits
- `sample` `sampling`: the day of a sample, and what a chosen day leads to
- `screen`: blocks of text and rows of buttons, free of any messenger
"""
