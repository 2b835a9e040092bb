"""Properties are tried on the same examples every time: a failure is a failure for everybody.

`make test` tries some, `make test-long` many: `pytest --hypothesis-profile=thorough`.
"""

from hypothesis import settings

settings.register_profile("steady", max_examples=25, deadline=None, derandomize=True)
settings.register_profile("thorough", settings.get_profile("steady"), max_examples=200)
settings.load_profile("steady")
