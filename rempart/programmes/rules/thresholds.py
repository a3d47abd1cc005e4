"""The numbers and the words that rules compare with. A deployment may make them stricter, never milder."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from operator import ge, le

from rempart.guide.rules.terms import TermLint

Parameters = Mapping[str, Mapping[str, float]]  # by rule, then by name, as content/rules has them


@dataclass(frozen=True, kw_only=True)
class Thresholds:
    """The defaults are the mildest that are allowed; all of them are our own, not the guide's.

    ``terms`` are the words to replace and those that blame; without them no text can be judged.
    """

    baseline_after_months: float = 3  # RULE-038: longer than that, a plan needs a baseline
    attitude_months: float = 12  # RULE-004: together, activities on attitudes last this long
    share_of_each_sex: float = 0.4  # RULE-025: of girls and of boys in activities for the young
    share_of_women: float = 0.5  # RULE-043: among those whose livelihood is supported
    terms: TermLint | None = field(default=None, compare=False)  # RULE-051, 057, 058

    def __post_init__(self) -> None:
        for name in _NAMES:
            mildest = getattr(Thresholds, name)
            is_strict = le if name == "baseline_after_months" else ge
            if not is_strict(getattr(self, name), mildest):
                message = f"{name} may be made stricter than {mildest}, not milder"
                raise ValueError(message)


_NAMES = {
    "baseline_after_months": ("RULE-038", "min_duration_months"),
    "attitude_months": ("RULE-004", "min_months"),
    "share_of_each_sex": ("RULE-025", "min_share"),
    "share_of_women": ("RULE-043", "min_share_women"),
}


def thresholds_from(parameters: Parameters, terms: TermLint | None = None) -> Thresholds:
    """Return the thresholds that the content gives; ``ValueError`` if one is milder than allowed."""
    given = {own: parameters[rule][name] for own, (rule, name) in _NAMES.items()}
    return Thresholds(**given, terms=terms)
