"""The toy trial whose second version calls an item and an option by other ids."""

RENAMED = (
    ("item: sleep,", "item: rest,"),
    ("items: [sleep]", "items: [rest]"),
    ("sets: {sleep: {", "sets: {rest: {"),
    ("given: sleep", "given: rest"),
    ('night: "true"', 'nights: "true"'),
)
RENAMED_ITEMS = (
    ("sleep:\n  kind: quantity", "rest:\n  formerly: [sleep]\n  kind: quantity"),
    ('night: {en: "Night", zh: "夜班"}', 'nights: {en: "Night", zh: "夜班", formerly: [night]}'),
    ("{shift: night}", "{shift: nights}"),
)
