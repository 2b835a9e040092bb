"""The rule language of protocol files: a tree that turns facts into a truth, with its proof.

The files, from the interface of all rules to each operator:

    language     the interface of every rule, and how YAML becomes a rule
    named        rules that are used by the name that a file gives them
    logic        operators that join rules: all, any, not, first_known, false_if, unknown
    number_of    the operator over how many of several rules hold: number_of
    conditions   rules that count only where a condition holds: implies, `applies_to`
    cases        a rule for each case: by the answer to an item, or by conditions in turn
    answers      operators over words: is, maps, any_listed, stated, given
    comparisons  operators over one number and one bound: at_least, at_most, above, below
    ranges       operators over numbers with several bounds: between, by_unit
    same_day     the operator over the days of several answers
    times        the operator over the day of an event: within
    spans        how lengths of time are written, and which days lie that long after another
    over_things  the interface of rules over a list, with what may be told beside it: a total
    of_things    operators over a list of things: count, groups, most_in_group, each, some
    held_together  what no rule sees alone: an end before its start, groups too few for all
    reversed_things  things of a list that end before they start
    largest      the operator over the largest value of a property: largest
    things_operands  the list, a property of its things, and a rule over them, as operands
    things_counted  bounds of their number, while a list or a property is not known whole
    operands     how operands are written, and how a wrong one is told
    reach        whether a value can reach a limit at all
    demands      which values rules demand, and whether any value meets all of them
    upper_limits whose upper limit of normal a number may be compared with
    clearance    cockcroft_gault as an estimate on demand
    formula      an exact result compared with a limit; `formulas` with sources, `radicals`: roots
    unasked      the truth of a rule while none of its items is known, computed once
"""
