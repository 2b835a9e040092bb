"""The rule language of protocol files: a tree that evaluates facts to a truth, with its proof.

The files, from what all rules share to each operator:

    language     what every rule can do, and how YAML becomes a rule
    logic        operators that join rules: all, any, not, first_known, false_if, unknown
    answers      operators over words: is, maps, any_listed, stated, given
    comparisons  operators over one number and one bound: at_least, at_most, above, below
    ranges       operators over numbers with several bounds: between, by_unit
    clearance    cockcroft_gault, the one formula
    unasked      what a rule says while nothing it reads is known, worked out once
"""
