"""The record as CDISC tabulation: TI, IE, DM, DS and LB, each as Dataset-JSON 1.1.

- `datasets`: the variables of each dataset; `dataset_json`: its bytes, a row at a time
- `criteria`: the criteria of every version that was used, each text under one code (TI)
- `subjects`: a subject with all its screenings, its exceptions and what came of it (DM, DS, IE)
- `laboratory`: its samples (LB)
- `study`: all of them in one pass over the subjects
"""
