"""The record as FHIR R4: resources as plain dicts, each a pure function of one screening.

- `writing`: resources as bytes, a Bundle or lines; decimals and references written exactly
- `codes`: whose word each code is, and what stands for ours in the lists of HL7
- `observations`: labs, body measures and ECOG
"""
