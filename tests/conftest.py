"""What all tests share: the made-up examples are the same in every run, so that a run says what the last one said.

To look for new ones: ``HYPOTHESIS_PROFILE=searching .venv/bin/pytest``.
"""

from __future__ import annotations

import os

from hypothesis import settings

settings.register_profile("steady", derandomize=True, deadline=None)
settings.register_profile("searching", deadline=None, max_examples=1000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "steady"))
