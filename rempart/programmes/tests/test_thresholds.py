"""Thresholds: a deployment may be stricter than the product, never milder."""

import pytest

from rempart.programmes.rules.thresholds import Parameters, Thresholds, thresholds_from

OURS: Parameters = {
    "RULE-038": {"min_duration_months": 3},
    "RULE-004": {"min_months": 12},
    "RULE-025": {"min_share": 0.4},
    "RULE-043": {"min_share_women": 0.5},
}


def test_what_the_content_gives_is_what_is_compared_with() -> None:
    assert thresholds_from(OURS) == Thresholds()
    assert thresholds_from({**OURS, "RULE-004": {"min_months": 24}}).attitude_months == 24


@pytest.mark.parametrize(
    ("rule", "parameter"),
    [
        ("RULE-038", {"min_duration_months": 6}),
        ("RULE-004", {"min_months": 6}),
        ("RULE-025", {"min_share": 0.1}),
        ("RULE-043", {"min_share_women": 0}),
    ],
)
def test_a_milder_threshold_is_refused(rule: str, parameter: dict[str, float]) -> None:
    with pytest.raises(ValueError, match="stricter"):
        thresholds_from({**OURS, rule: parameter})
