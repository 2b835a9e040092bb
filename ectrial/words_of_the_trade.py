"""Words that look like names of persons, and are of drugs, institutions, forms and findings."""

import re

REMEDIES = re.compile(
    r"\b(?:dong (?:quai|gui)|jin shui bao|(?:da|xiao) chai hu(?: tang)?"
    r"|huang (?:qi|qin|lian|bai|jing)"
    r"|fu (?:ling|zi)|yu jin|ren shen|tian (?:qi|ma)|xiao yao(?: san| wan)?|shen ling|du zhong"
    r"|yuan zhi|fang feng|chen pi|shi (?:hu|gao)|lu gen|su ye|xi xin|bai (?:shao|zhu)|kang ai)\b",
    re.IGNORECASE,
)
"""Remedies written in pinyin."""

PROPER_NAMES = re.compile(
    r"\b(?:Johns Hopkins|Eli Lilly|Ann Arbor|Kaplan Meier|Ivor Lewis|Fox Chase|Sloan Kettering"
    r"|Sun Yat|Merck Sharp|Zai Lab|St John|Hong Kong|Mount Sinai|Roswell Park|Dana Farber"
    r"|Cleveland Clinic|Mayo Clinic|Van Slyke|Good Friday|New Year|Cockcroft Gault"
    r"|Child Pugh|Epstein Barr)\b"
)
"""Institutions, companies and methods that bear the names of people."""

_CAPITALISED = (
    # institutions and committees
    " Ecog Score Count"
    " University Hospital Institute Institutional College School Clinic Center Centre"
    " Committee Board Department Ministry National International Provincial Municipal"
    " Central Local Memorial Union Medical Medicine Clinical Cancer Oncology Health"
    " Healthcare Ethics Review Safety Monitoring Pharmacy Pharmaceutical Pharmaceuticals"
    " Pharma Biotech Diagnostics Laboratory Lab Courier China Chinese Sun Peking"
    # companies
    " Roche Merck Siemens Architect Hengrui Boehringer Ingelheim Bristol Squibb Daiichi"
    " Sankyo Astra Zeneca Medidata Sysmex Thermo Novartis Pfizer Sanofi Bayer"
    # the study and its papers
    " Trial Study Protocol Practice Visit Form Version Section Report Consent Informed"
    " Good Part Table Figure Investigator Subject Sponsor Monitor Coordinator Log"
    " Delegation Accountability Case Data Source Document Query Deviation Amendment"
    " Appendix Screening Baseline Treatment Follow Unscheduled Randomisation Randomization"
    " Information Sheet Reported Outcome Questionnaire Diary"
    # times
    " Day Week Month Cycle Grade Festival Holiday Monday Tuesday Wednesday Thursday Friday"
    " Saturday Sunday January February March July September October November December"
    # the body and its findings
    " Chest Bone Brain Blood Body Heart Lung Liver Pulmonary Embolism Kidney Renal Hepatic"
    " Cell Non Small Vein Whole Left Right Upper Lower Core Needle Tumor Tumour Target"
    " Lesion Disease Syndrome Carcinoma Lymphoma Adverse Event Serious Vital Signs Partial"
    " Complete Progressive Response Performance Status Pressure Rate Weight Height Scan"
    " Biopsy Acute Chronic Severe Mild Moderate Hepatitis Vitamin Acid Saline Drug Dose"
    " Kit Sample Tube Dry Ice Antibody Compound"
    " Lactate Dehydrogenase Alkaline Phosphatase Total Bilirubin Gamma Glutamyl"
    " Calcium Potassium Sodium Chloride Magnesium Glucose Urea Creatinine Albumin Globulin"
    # how a sentence begins; "Patient" is none of these, as a name may follow it
    " The On In At By From Since Until During After Before Last Next First Second Both No"
    " Not Only And Or For With Without Given Took Taken Due As Because New Of Up End Thank Dear"
)
CAPITALISED = frozenset(_CAPITALISED.split())
"""Of two words with capital letters one of these makes both no name."""
