"""The eligibility worksheet of one screening, as plain words in JSON; pages are made elsewhere.

- `sheet`: the whole of it, and what stands on every page
- `leaf`: what each part is written from: the screening, the language, and for whom
- `verdict`: what the verdict is, by which version, and what is to be noted
- `criteria`: each criterion with its result, proof and answers; `answers`: one answer in full
- `repeats`: labs that were measured more than once
- `open_items`: what would settle an open item, and who was asked to
- `notes`: the team's notes; `signing`: signatures and deviations
"""
