"""What is printed or sent as a file: rows computed from the record, without I/O.

- `kept`: entries as papers read them, with nothing in place of what was redacted
- `table`: rows as the bytes of a CSV file that a spreadsheet opens without harm
- `log`, `log_rows`: the screening log, which every format reads; `outcomes`: what came of each;
  `confirmation`: whether its signature stands
- `sponsor`: what a sponsor may see of it; `log_formats`: it as CSV and JSON
- `versions_met`: the versions of the screenings that a paper holds
- `screening_file`, `facts_lines`: all of each screening; it as a facts file
- `practice`: the marks of papers that are of practice
- `recorded`: a recorded answer as a value
- `samples`: all samples of a screening, by item
- `limits`: the upper limit of normal that counted for a sample at its time
- `worksheet/`: the eligibility worksheet of a screening, in words
- `both_languages`: words of forms that have both languages
- `fhir`: all of a screening as FHIR R4
- `odm`: forms and data of screenings with audit records, as ODM-XML
- `cdisc`: TI, IE, DM, DS and LB as Dataset-JSON; `zipped`: several files as one
- `trail`, `trail_entries`: the audit trail, a row for each entry, and what each kind says;
  `trail_things`: which thing that is about, as what stood before is of that one alone;
  `trail_subjects`: whose an entry is that names its subject by an earlier entry
- `funnel`: persons by what came of them, as CONSORT counts;
  `others`: those whom a sponsor does not see, in merged cells
- `funnel_sheet`: it in words; `funnel_text`, `funnel_picture`: those as text and as a drawing
- `drawn_text`: text in a drawing, which wraps nothing
- `libraries`: how those are had that only some papers need
- `calendar_file`: an appointment, for a calendar
- `team_notes`: what the team noted about a screening, and who resolved what
- `delegation_log`: who was allowed what, from when until when, by whose authority
"""
