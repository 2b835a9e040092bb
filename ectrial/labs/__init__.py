"""Typed and pasted laboratory text: each lab is read, asked about or refused; never guessed.

A text passes the files in this order, called by `reader`:

    characters      normalizes characters, one by one
    tokens          cuts names, numbers, units, words and signs (lexicon, analytes, units, dates)
    line_numbers    leaves out the numbers at the start of list lines
    specimens       tells which labs are from urine or another fluid, by the headings above them
    passages        divides the tokens into passages, one for each lab
    passage_reader  reads one passage with the next seven
      result_parser     its amounts (amounts), limit, range and words, without asides (asides)
      reasons_to_ask    reasons why a result may not be taken without asking
      reference_ranges  the upper limit, and whether its unit is the unit of the number
      bare_limits       unnamed upper limits, which may be earlier values
      shares            percentages of white cells, and counts that look like percentages
      quantities        the quantity that an amount means (decimals, units, spellings)
      truth_of_values   whether two possible values give different truths
    whole_report    checks across all labs of the text -> one lab_reading each

The reader's knowledge is in YAML: the items' `names`, more about each analyte in analytes.yaml,
the words around names in words.yaml, the spellings of units in units.yaml. A unit that this lacks
is an item's own: `spellings` works out from its code how it is typed (unit_words.yaml), and it is
known only behind numbers of that item. `examples` says which examples of items cannot be typed.

`dates`, `sampling_days` and `typed_days` read the days in a text, and `typed_periods` a period,
independently of the labs; `headed_units` puts the unit of a column behind the number of a cell;
`usual_units` has the units that a site uses, `loinc` the LOINC codes of items (loinc.yaml).
"""
