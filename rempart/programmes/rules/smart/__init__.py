"""SMART, as rules that explain themselves: what the wording and the figures of a row still lack.

A remark is a hint for whoever writes: it never stands in the way of anything (domain, planning §4.1).
"""

from rempart.programmes.rules.smart.lexicon import Language, Lexicon, SmartCheck
from rempart.programmes.rules.smart.lint import remarks_of_plan, remarks_of_row
from rempart.programmes.rules.smart.remarks import Remark

__all__ = [
    "Language",
    "Lexicon",
    "Remark",
    "SmartCheck",
    "remarks_of_plan",
    "remarks_of_row",
]
