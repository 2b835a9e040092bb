"""The record, pure: entries come in, what they add up to goes out. Nothing here stores them.

- `subjects`: who is who: a screening by site, trial, subject and episode
- `entries`: the kinds of entries, and what each says
- `screenings`: the entries of one screening folded into its present state
"""
