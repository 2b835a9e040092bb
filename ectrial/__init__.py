"""The trial domain: files of trials and answers in, verdicts and the record out.

- `truth`, `quantity`, `facts`: three-valued truth, exact numbers, what is known of a subject
- `vocabulary` (with `item_names`, `text`, `yaml_file`, `json_values`): what can be asked
- `rules/`: the operators of which criteria are made
- `trial/`: a protocol and its versions, the verdict, the next question
- `labs/`: typed and pasted laboratory text
- `given`: an answer about to be recorded, with its day and source beside it
- `record/`: entries, and the screenings they add up to
- `ledger/`: the record on disk; only `bot` imports it
- `wording/`: sentences in both languages, proofs in words
"""
