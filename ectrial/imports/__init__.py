"""What a site already has, read into answers by subject: nothing here records anything.

- `faults`: what is wrong with a file, told by row and column; and what is rare in it
- `columns`: which column of a table is which item, guessed from its title or said
- `identity`: what tells who a patient is: such a file is refused
- `answers`: the words of an answer, in both languages
- `cells`: the text of one cell as an answer
- `table`: rows as subjects with answers, all faults at once
- `facts`: a facts file as subjects with answers
- `destination`: the trial and site that a FHIR file is read into
- `fhir_resources`: where the resources of a FHIR file stand
- `fhir_labs`: labs of FHIR Observations
- `fhir_days`: on which day at the site a sample was taken
- `fhir_codes`, `fhir_subjects`: whose code says what there, and whose they are
- `fhir_narratives`: whom a text made for people names there
"""
