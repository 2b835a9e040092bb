"""Copies of the record.

- `backup`: makes one beside the bot at work, and checks it before it gets its name
- `rotation`: which copies stay, and for how long
- `restore`: lets a copy be the record from now on
"""
