"""Typed and pasted laboratory text: read lab by lab, asked about, or refused; never guessed.

A text passes the files in this order, below `reader`, which calls them:

    characters      normalizes characters, one for one
    tokens          cuts names, numbers, units, words and signs (lexicon, units, dates)
    line_numbers    leaves out the numbers of the lines of a list
    passages        divides the tokens: one passage a lab
    passage_reader  reads one passage with the next five
      result_parser     its amounts (amounts), upper limit, range and words
      reasons_to_ask    what forbids to take them
      reference_ranges  the upper limit, and whether its unit is the number's
      quantities        the quantity that an amount means (decimals, units)
      truth_of_values   whether two readings differ in truth
    whole_report    checks across all labs of the text -> one lab_reading each

`dates` and `sampling_days` read the days that a text names, apart from all this.
"""
