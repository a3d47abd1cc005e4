"""The mistakes: what someone does to a file, and the words of the guard that must stop it.

They stand on as little as they can of what the rooms hold today: most add a line or a file.
"""

from typing import NamedTuple

ORDER = "A room may know what came before it, never what comes after BROKEN"
FURNITURE = "Inside a room: pages on top, rules at the bottom BROKEN"
PURE = "Rules and kit are pure Python: no Django, no database, no network BROKEN"
DOORS = "The API and the outbox use acts and queries, never pages BROKEN"
FROZEN = "Migrations are history: they never import living code BROKEN"
ACYCLIC = "No cycles anywhere BROKEN"

LINT = ("lint-imports", "--no-logo")
RUFF = ("ruff", "check", "rempart")
TYPE = ("mypy", "rempart")


def test(node: str) -> tuple[str, ...]:
    """Return the command that runs one house test."""
    return ("pytest", "-q", "-p", "no:cacheprovider", f"tests/house/{node}")


class Mistake(NamedTuple):
    """What someone does to a file, and the words of the guard that must stop it."""

    name: str
    changes: dict[str, str]  # file -> "+more" is appended, "~old~new" replaces, else the whole file
    guard: tuple[str, ...]
    says: str


HOUSE = "test_house.py::"

# fmt: off
MISTAKES = [Mistake(*row) for row in (
    # the order of the rooms
    ("an earlier room imports a later one", {"rempart/guide/queries.py": "+from rempart.cases import models\n"}, LINT, ORDER),
    ("...even inside a function", {"rempart/guide/queries.py": "+def f():\n    from rempart import cases\n"}, LINT, ORDER),
    ("a new folder nobody placed in the order", {"rempart/attic/__init__.py": '"""Attic."""\n'}, LINT, ORDER),
    ("a model imports a query", {"rempart/justice/models.py": "+from rempart.justice import queries\n", "rempart/justice/queries.py": "+"}, LINT, FURNITURE),
    ("...also where models have become a folder", {"rempart/justice/models/hearing.py": "from rempart.justice import views\n", "rempart/justice/views.py": "+"}, LINT, FURNITURE),
    ("a rule imports Django", {"rempart/justice/rules.py": "+from django.utils import timezone\n"}, LINT, PURE),
    ("...also where rules have become a folder", {"rempart/justice/rules/delays.py": "from django.utils import timezone\n"}, LINT, PURE),
    ("a rule reaches Django through another room", {"rempart/justice/rules.py": "+from rempart.vault import audit\n"}, LINT, PURE),
    ("the toolbox imports Django", {"rempart/kit/refusals.py": "+from django.utils import timezone\n"}, LINT, PURE),
    ("the API imports a page", {"rempart/api/justice.py": "+from rempart.justice import views\n", "rempart/justice/views.py": "+"}, LINT, DOORS),
    ("a migration imports living code", {"rempart/justice/migrations/0099_x.py": "+from rempart.justice import models\n", "rempart/justice/models.py": "+"}, LINT, FROZEN),
    ("two files need each other", {"rempart/vault/models.py": "+from rempart.vault import audit\n"}, LINT, ACYCLIC),
    # style and types
    ("a tangled function", {"rempart/justice/rules.py": "+def f(a):\n" + "    if a: print()\n" * 9}, RUFF, "C901"),
    ("an untyped function", {"rempart/justice/access.py": "+def f(a):\n    return a\n"}, TYPE, "[no-untyped-def]"),
    # the house tests
    ("a view writes", {"rempart/justice/views.py": "+def f(case):\n    case.save()\n"}, test(HOUSE + "test_only_actions_write"), "justice/views.py"),
    ("an action forgets the audit line", {"rempart/justice/actions.py": "+@transaction.atomic\ndef f(case, *, by):\n    case.save()\n"}, test(HOUSE + "test_every_action_is_atomic_and_recorded"), "record"),
    ("an action forgets the transaction", {"rempart/justice/actions.py": "+def f(by, case):\n    record(by, 'x', case)\n"}, test(HOUSE + "test_every_action_is_atomic_and_recorded"), "transaction.atomic"),
    ("a new address without a listed door", {"rempart/project/urls.py": "+urlpatterns += [path('attic/', include([path('', print)]))]\n"}, test("test_doors.py::test_every_door_is_listed"), "GET /attic/"),
    ("a door that lets a stranger in", {"rempart/project/urls.py": "+from django.http import HttpResponse\nurlpatterns.insert(0, path('account/password/', lambda r: HttpResponse('')))\n"}, test("test_doors.py::test_a_door_opens_only_to_whom_it_may"), "GET /account/password/"),
    ("a new field without a privacy class", {"rempart/vault/models.py": "+    secretly = models.TextField()\n"}, test(HOUSE + "test_every_stored_field_has_a_privacy_class"), "secretly"),
    ("a hidden table without a privacy class", {"rempart/accounts/models.py": "+    friends = models.ManyToManyField('self')\n"}, test(HOUSE + "test_every_stored_field_has_a_privacy_class"), "User_friends"),
    ("a model that no migration follows", {"rempart/vault/models.py": "+    extra = models.TextField(db_comment='operational')\n"}, test(HOUSE + "test_migrations_match_the_models"), "Add field extra"),
    ("a word without its translation", {"rempart/justice/forms.py": '+from django.utils.translation import gettext as _\nWHY = _("Why")\n'}, test("test_words.py"), "Why"),
    ("a junk-drawer module", {"rempart/justice/utils.py": '"""x."""\n'}, test(HOUSE + "test_a_room_holds_only_known_furniture"), "utils"),
    ("a room that does not say what it is for", {"rempart/justice/__init__.py": ""}, test(HOUSE + "test_a_room_says_what_it_is_for"), "justice"),
    ("a function nobody can see whole", {"rempart/justice/rules.py": "+def f():\n" + "    print()\n" * 40}, test(HOUSE + "test_files_and_functions_stay_short"), "rules.py:f"),
    # the ledger
    ("a claim without a test", {"tests/requirements.yaml": "+PR-999: {state: done}\n"}, test("test_ledger.py::test_a_claim_names_tests_that_exist"), "PR-999 is claimed without a test"),
    ("a claim whose test does not exist", {"tests/requirements.yaml": "+PR-999: {state: done, tests: [tests/cast.py::test_it]}\n"}, test("test_ledger.py::test_a_claim_names_tests_that_exist"), "PR-999: tests/cast.py::test_it does not exist"),
    ("a claim whose test fails", {"tests/requirements.yaml": "+PR-999: {state: done, tests: [tests/house/test_ledger.py::test_it]}\n", "tests/house/test_ledger.py": "+\n\ndef test_it():\n    assert 0\n"}, test("test_ledger.py"), "LEDGER: PR-999 is claimed, but tests/house/test_ledger.py::test_it failed"),
    ("a requirement claimed without showing it", {"tests/requirements.yaml": '+REQ-999: {state: done, proofs: [{says: "All is well.", tests: []}]}\n'}, test("test_ledger.py::test_a_requirement_is_shown_from_outside"), "REQ-999: no test shows"),
    ("a rule claimed without its examples", {"tests/requirements.yaml": "+RULE-999/case: {state: done}\n"}, test("test_ledger.py::test_a_rule_is_carried_by_its_table_of_examples"), "two violated and two kept"),
    ("an id that left the ledger", {"tests/requirements.yaml": "~\nPR-01: ~\n# PR-01: "}, test("test_ledger.py::test_every_id_is_there_once"), "104"),
)]
# fmt: on
