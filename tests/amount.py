"""How many cases made by chance a test tries: as many as a change needs, or with ALLES=ja in the environment many more."""

import os


def amount(usual: int, whole: int) -> int:
    return whole if os.environ.get("ALLES") else usual
