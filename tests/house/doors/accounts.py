"""The doors of the accounts room. Posts come with empty hands. Dalia looks after the people."""

from rempart.accounts.actions import open_account
from rempart.accounts.models import User
from rempart.accounts.rules import Role
from tests.cast import dalia

DOORS = {
    #                                           amina bento dalia chipo nobody
    "GET /account/":                           (200, 200, 200, 200, 302),
    "POST /account/":                          (302, 302, 302, 302, 401),
    "GET /account/organisation/":              (403, 403, 200, 403, 302),
    "POST /account/organisation/":             (403, 403, 422, 403, 401),
    "GET /account/people/":                    (403, 403, 200, 403, 302),
    "POST /account/people/":                   (405, 405, 405, 405, 401),
    "GET /account/people/new/":                (403, 403, 200, 403, 302),
    "POST /account/people/new/":               (403, 403, 422, 403, 401),
    "GET /account/people/<uuid:pk>/":          (404, 404, 200, 404, 302),
    "POST /account/people/<uuid:pk>/":         (405, 405, 405, 405, 401),
    "GET /account/people/<uuid:pk>/role/":     (405, 405, 405, 405, 302),
    "POST /account/people/<uuid:pk>/role/":    (404, 404, 422, 404, 401),
    "GET /account/people/<uuid:pk>/closure/":  (405, 405, 405, 405, 302),
    "POST /account/people/<uuid:pk>/closure/": (404, 404, 302, 404, 401),
    "GET /account/people/<uuid:pk>/reopening/":  (405, 405, 405, 405, 302),
    "POST /account/people/<uuid:pk>/reopening/": (404, 404, 302, 404, 401),
    "GET /account/people/<uuid:pk>/password/":   (405, 405, 405, 405, 302),
    "POST /account/people/<uuid:pk>/password/":  (404, 404, 200, 404, 401),
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
    taken = User.objects.count()
    person = open_account(f"imani{taken}", role=Role.DESIGNER, password="demo", by=dalia())
    return {"<uuid:pk>": str(person.pk)}
