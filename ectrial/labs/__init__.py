"""Typed and pasted laboratory text: read lab by lab, asked about, or refused; never guessed.

A text passes the files in this order, below `reader`, which calls them:

    characters      normalizes characters, one for one
    tokens          cuts names, numbers, units, words and signs (lexicon, analytes, units, dates)
    line_numbers    leaves out the numbers of the lines of a list
    specimens       tells which labs are of urine or another fluid, by the headings above them
    passages        divides the tokens: one passage a lab
    passage_reader  reads one passage with the next seven
      result_parser     its amounts (amounts), limit, range and words, without asides (asides)
      reasons_to_ask    what forbids to take them
      reference_ranges  the upper limit, and whether its unit is the number's
      bare_limits       upper limits that may be earlier values
      shares            shares of white cells, and counts that look like them
      quantities        the quantity that an amount means (decimals, units)
      truth_of_values   whether two readings differ in truth
    whole_report    checks across all labs of the text -> one lab_reading each

What it knows lies in YAML: the items' `names`, more of each analyte in analytes.yaml, the words
around them in words.yaml, the forms of units in units.yaml.

`dates`, `sampling_days` and `typed_days` read the days that a text names, apart from all this;
`usual_units` has the units that a site uses.
"""
