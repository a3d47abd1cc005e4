"""The doors of the accounts room. Posts come with empty hands."""

DOORS = {
    #                                           amina bento dalia chipo nobody
    "GET /account/sign-in/":                   (302, 302, 302, 302, 200),
    "POST /account/sign-in/":                  (302, 302, 302, 302, 200),
    "GET /account/sign-in/over/":              (204, 204, 204, 204, 200),
    "POST /account/sign-in/over/":             (204, 204, 204, 204, 422),
    "GET /account/sign-in/carrying/":          (302, 302, 302, 302, 302),
    "POST /account/sign-in/carrying/":         (200, 200, 200, 200, 422),
    "GET /account/sign-out/":                  (200, 200, 200, 200, 302),
    "POST /account/sign-out/":                 (302, 302, 302, 302, 302),
    "GET /account/password/":                  (200, 200, 200, 200, 302),
    "POST /account/password/":                 (200, 200, 200, 200, 302),
    "GET /account/password/forgotten/":        (200, 200, 200, 200, 200),
    "POST /account/password/forgotten/":       (405, 405, 405, 405, 405),
    "GET /account/inactive/":                  (200, 200, 200, 200, 200),
    "POST /account/inactive/":                 (405, 405, 405, 405, 405),
}  # fmt: skip


def fill() -> dict[str, str]:
    """Make what the addresses name; return what stands for each placeholder."""
    return {}
