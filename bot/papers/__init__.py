"""Papers as files: what needs a library, a disk or the open record.

- `workbook`: the screening log as XLSX, written row by row
- `making`: the rows of a log from the record, for whom it is, as bytes in a format
"""
