"""Properties are tried on the same examples every time: a failure is a failure for everybody."""

from hypothesis import settings

settings.register_profile("steady", max_examples=150, deadline=None, derandomize=True)
settings.load_profile("steady")
