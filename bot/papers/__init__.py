"""Papers as files: what needs a library, a disk or the open record.

- `workbook`: the screening log as XLSX, written row by row
- `scratch`: a folder for what is unfinished, which a kill does not leave for long
- `making`: the rows of a log from the record, for whom it is, as bytes in a format
"""
