"""Sentences and layouts that several cards share.

- `heading`, `pages`, `phone`: whose card it is, pages of a list, what fits on a phone
- `read_back`: answers with the rule they met
- `labs`, `quotes`: labs that must be asked about, and what of a text was not taken
- `verdict`: the verdict, the reasons, what would settle the rest
"""
