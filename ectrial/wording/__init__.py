"""Sentences in the person's language: answers, proofs and advisories in words.

The files, each using those above:

    speech      `say("…")` in one language, from the gettext catalogues beside it
    numbers     numbers and units as a reader writes them
    answers     one answer in words
    marks       ✓ ✗ ? chosen by a truth
    conditions  whom a rule concerns, and which case holds
    formulas    the result of a formula, with its operands
    proof_line  one line of a proof, with its mark
    bounds      the bound beside a compared value, and the value in its unit
    proofs      why a criterion is met, not met or open: answers compared with limits, with marks
    where_found where an open item is settled: lab, ward, imaging, phone
    sources     where an answer was seen
    ways        how an open item is settled, and whether that needs consent
    people      roles and tasks of the team
    advisories  warnings beside a verdict
"""
