"""Sentences in the person's language: answers, proofs and advisories put into words.

The files, each using those above it:

    speech      `say("…")` in one language, from the gettext catalogues beside it
    numbers     numbers and units as a reader writes them
    answers     one answer in words
    marks       ✓ ✗ ? chosen from a truth
    proofs      why a criterion is met, not met or open: answers held against limits, with marks
    advisories  warnings beside a verdict
"""
