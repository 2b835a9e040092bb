"""Files that a site brings along, as rows and records; and how they get into the record.

- `csv_rows`: the rows of a CSV file, in the encodings that sites have
- `workbook_rows`: the rows of a sheet of a workbook, values alone
- `merged_cells`: which cells of it are merged with one before
- `maps`: which column is which item, as a person said
- `worlds`: what an import may know of the record
- `plan`: what would be recorded of a file; `plans`: of a list or of facts; `lab_plans`: of labs
"""
