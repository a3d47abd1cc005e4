"""The index over places: where conditions of risk are heaviest, and how sure that order is.

It ranks conditions, and is no prevalence. Method: OECD and JRC, Handbook on Constructing Composite
Indicators (2008), as ``domain/planning.md`` §5 specifies it. Pure arithmetic on arrays, no database.
"""

from rempart.communities.rules.index.asking import Column, Question, Standing, State
from rempart.communities.rules.index.ranking import Answer, index_of

__all__ = ["Answer", "Column", "Question", "Standing", "State", "index_of"]
