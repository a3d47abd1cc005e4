"""The doors of the explained rules: open to everybody, as the guide is."""

DOORS = {
    #                                         amina bento dalia chipo nobody
    "GET /programmes/rules/":                 (200, 200, 200, 200, 200),
    "POST /programmes/rules/":                (405, 405, 405, 405, 405),
    "GET /programmes/rules/<slug:rule>/":     (200, 200, 200, 200, 200),
    "POST /programmes/rules/<slug:rule>/":    (405, 405, 405, 405, 405),
}  # fmt: skip


def fill() -> dict[str, str]:
    """Return a rule that stands for each placeholder."""
    return {"<slug:rule>": "RULE-055"}
