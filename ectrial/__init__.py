"""The trial domain: files of trials and answers go in, verdicts and the record come out.

- `truth`, `quantity`, `facts`: three-valued truth, exact numbers, the known values of a subject
- `vocabulary` (with `item_files`, `item_names`, `options`, `text`, `yaml_file`, `json_values`):
  what is asked; `item_slips`, `unit_factors`: what no file of items can mean;
  `yaml_words`: what YAML refuses; `json_text`: JSON that somebody gives
- `given_file`: files that somebody gave, opened without waiting and within a size
- `rules/`: the operators from which criteria are built
- `trial/`: a protocol and its versions, the verdict, the next question
- `labs/`: typed and pasted laboratory text
- `given`: an answer about to be recorded, with its day and source
- `record/`: entries, and the screenings computed from them
- `papers/`: what is printed or sent as a file
- `imports/`: what a site already has, read into answers by subject
- `fhir_systems`: whose list a code of FHIR is from, written or read
- `ledger/`: the record on disk; only `bot` imports it
- `working_days`, `site_hours`: the official calendar, and when a phone may ring
- `fingerprints`: what a start says of the files that it runs with
- `wording/`: sentences in both languages, proofs in words
"""
