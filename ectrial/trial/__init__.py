"""A trial: its files in, the verdict on one subject and the next question out.

- `versions`: every released version, side by side; `shipped()` gives them
- `protocol_file`: reads a protocol file, and tells every fault of it at once
- `protocol`: the protocol that was read: criteria and questions; `remarks` and `study` beside them
- `facts_file`: reads the answers of a subject as facts; writes them
- `verdict`: judges facts by every criterion
- `next_question`: which question comes next
- `recomputation`: every recorded verdict once more, by its own version
- `unreadable`: why nothing can be computed of a screening
- `impact`: what moving a screening to another version would change
"""
