"""The trial domain: truth, rules, protocol, verdict, and the record."""
