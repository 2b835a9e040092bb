"""Papers as files: what needs a library, a disk or the open record.

- `workbook`: the screening log as XLSX, written row by row
- `scratch`: a folder for what is unfinished, which a kill does not leave for long
- `funnel`: the counts of CONSORT, from all rows of the log
- `job`: what an export asks for, read from the open record
- `making`: a job as a file in its format; `progress`: how far it has come, and that it stops
- `fhir`: all of each screening as FHIR R4
- `worksheet`: the eligibility worksheets of one subject
- `pdf`: words as pages, by a template of `templates/`; `fonts/`: what the pages are set in
- `trail`: the entries of the audit trail; `cdisc`: the subjects of the CDISC datasets; `odm`:
  the versions and people of the ODM file
"""
