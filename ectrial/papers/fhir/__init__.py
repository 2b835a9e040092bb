"""The record as FHIR R4: resources as plain dicts, each a pure function of one screening.

- `writing`: resources as bytes, a Bundle or lines; decimals and references written exactly
- `codes`: whose word each code is, and what stands for ours in the lists of HL7
- `form`, `options`: a version as a form, and what its fields offer; both languages
- `questionnaire`: the form; `answers`, `response`: what a screening answered, found and concluded
- `observations`: labs, body measures and ECOG
- `study`: the trial, and each screening as a subject of it
- `tasks`: open items; `provenance`: signatures
- `practice`: the marks of resources that are of practice
- `paper`: all of it, one screening after the other
"""
