"""The record as ODM-XML 1.3.2: the forms of each version, and what was entered, with its audit.

- `writing`: elements and texts, with whatever XML cannot hold taken out
- `forms`: on which form and in which group each item of a version stands
- `own_forms`: the forms that no protocol file has: consent, verdict, participation, signatures
- `metadata`: forms, items, code lists and units; `people`: who recorded something, and where
- `history`: what was entered one after the other; `clinical`: it as data with audit records
- `document`: the whole file, one screening after the other
"""
