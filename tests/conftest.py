"""How the tests are run: in random order, each under a time limit, with the same generated examples every time.

The order's seed is printed, and repeated by ``--randomly-seed=…``. Hypothesis draws its examples from the test
alone, so that a change is judged by what it does, and not by luck; the search for new ones is what fuzz/ is for.
"""

from __future__ import annotations

from hypothesis import HealthCheck, settings

settings.register_profile("repeatable", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("repeatable")
