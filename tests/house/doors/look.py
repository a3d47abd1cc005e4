"""The doors of the look. Posts come with empty hands."""

DOORS = {
    #                      amina bento dalia chipo nobody
    "GET /":              (200, 200, 200, 200, 200),
    "POST /":             (405, 405, 405, 405, 405),
    "GET /language/":     (302, 302, 302, 302, 302),
    "POST /language/":    (302, 302, 302, 302, 302),
    "GET /look/theme/":   (405, 405, 405, 405, 405),
    "POST /look/theme/":  (302, 302, 302, 302, 302),
    "GET /look/gallery/":   (200, 200, 200, 200, 200),
    "POST /look/gallery/":  (405, 405, 405, 405, 405),
}  # fmt: skip

INVENTED = (  # what its gallery shows untranslated: names
    "Association Passerelle (fictional)",
    "Centre de santé des Collines",
    "Haute-Lagune",
    "Mirecolline",
    "Mutuelle des Rives",
    "Noor Saltane",
    "Port-Aubier",
    "Rives claires",
    "Trois-Sources",
)


def fill() -> dict[str, str]:
    """Make what the addresses name; return what stands for each placeholder."""
    return {}
