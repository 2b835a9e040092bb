"""A trial: its files go in, the verdict on a subject and the next question come out.

- `versions`: all released versions, in parallel; `shipped()` gives them
- `protocol_file`: reads a protocol file, and reports all its faults at once
- `given_trials`: reads trials that a site has written, with the items of their folder
- `own_items`: the items that one trial uses, of all in its folder
- `checking`, `author_warnings`: every fault of an author's files, and what looks odd; also
  `odd_parts`, `odd_items`, `odd_texts`, `summed_faults`
- `slips`: what can be read and never means anything; `nobody_meets`, `one_outcome`,
  `tried_answers`: criteria that every answer meets, or none
- `layers`, `merging`, `named_files`: a protocol file that extends or includes others, as one
- `named_rules`: the rules that a file gives names to; those that are used, and what is wrong
- `protocol`: the parsed protocol with its questions; `criterion`, `remarks`, `blocks`, `study`
- `parts`, `part_verdicts`: parts, arms and cohorts, each with a verdict of its own
- `rescreening`: how often and how soon a subject may be screened again
- `strata`: the factors of stratification, asked once a subject is eligible
- `released`, `frozen`: the table of the released versions, and whether they are as released
- `limits`: whether a number has several limits, and which concern a subject
- `own_trials`: the trials of a site beside those that are shipped
- `kept_versions`, `used_versions`: own trials as the record has them, against the files of today
- `renaming`, `present_names`: items and options that had another id before
- `listing_words`: the clauses of a criterion, and where quoted words stand in its text
- `ways`: how an open item is settled, for every version of a trial
- `study_team`: the file of the site that names each trial's contact and slots
- `facts_file`: reads the answers of a subject as facts; writes them
- `verdict`: judges facts by every criterion; `finding`: the result of one
- `matters`, `signed_content`: what a signer takes over first, and exactly what is signed
- `next_question`: which question comes next
- `recomputation`: computes every recorded verdict and what was signed again, by its own version
- `unreadable`: why a screening cannot be assessed
- `impact`: what moving a screening to another version would change
- `carrying`: which answers another trial is offered; `implied`: what known answers imply
- `not_excluded`: which other trials the known answers leave open; `one_patient`: what all
  screenings of the patient say of an item together
- `similar`: which trials are alike
"""
