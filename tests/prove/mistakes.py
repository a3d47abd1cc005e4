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
TYPE = ("mypy", "rempart/justice")


def test(node: str) -> tuple[str, ...]:
    """Return the command that runs one house test."""
    return ("pytest", "-q", "-p", "no:cacheprovider", f"tests/house/{node}")


def look(node: str) -> tuple[str, ...]:
    """Return the command that runs tests of the pages and their styles."""
    return ("pytest", "-q", "-p", "no:cacheprovider", f"tests/look/{node}")


def guide(node: str) -> tuple[str, ...]:
    """Return the command that runs one test of the content."""
    return ("pytest", "-q", "-p", "no:cacheprovider", f"rempart/guide/tests/{node}")


def review(node: str) -> tuple[str, ...]:
    """Return the command that runs tests of the review of plans."""
    return ("pytest", "-q", "-p", "no:cacheprovider", node)


def places(node: str) -> tuple[str, ...]:
    """Return the command that runs one test of places and their ranking."""
    return ("pytest", "-q", "-p", "no:cacheprovider", f"rempart/communities/tests/{node}")


class Mistake(NamedTuple):
    """What someone does to a file, and the words of the guard that must stop it."""

    name: str
    changes: dict[str, str]  # file -> "+more" is appended, "~old~new" replaces, else the whole file
    guard: tuple[str, ...]
    says: str


HOUSE, ACTS, STORAGE, FILES, NEEDS, SETTINGS, TEMPLATES = (
    f"test_{name}.py::"
    for name in ("house", "acts", "storage", "files", "requirements", "settings", "templates")
)
ACT = """+
def do_it(case, *, by):
    if not by:
        raise PermissionDenied
{more}    case.save()
"""
ASKING = """
from django.http import HttpResponse
from rempart.vault.models import Entry

def attic(request):
    entries = [Entry.objects.get(pk=pk) for pk in Entry.objects.values_list("pk", flat=True)]
    return HttpResponse(map(str, entries))

urlpatterns += [path("attic/", attic)]
"""
ASKED = """
from rempart.vault.models import Entry

DOORS = {"GET /attic/": (200,) * 5, "POST /attic/": (200,) * 5}

def fill():
    Entry.objects.create(act="attic.opened")
    return {}
"""
MIGRATION = """from django.db import migrations

class Migration(migrations.Migration):
    dependencies = [("vault", "0001_initial")]
    operations = [{then}]
"""

PAGE, PAGES = "rempart/justice/templates/justice/x.html", "test_templates.py::"
SHEET = "rempart/look/static/look/css/components/x.css"
RULE = "@layer components {{\n  .x {{ {}; }}\n}}\n"

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
    # acts
    ("a view writes", {"rempart/justice/views.py": "+def f(case):\n    case.save()\n"}, test(ACTS + "test_only_actions_write"), "justice/views.py writes"),
    ("...also where views have become a folder", {"rempart/justice/views/hearing.py": "def f(case):\n    case.save()\n"}, test(ACTS + "test_only_actions_write"), "justice/views/hearing.py writes"),
    ("...or past the models, in the database's own words", {"rempart/justice/queries.py": "+def f(c):\n    c.cursor()\n"}, test(ACTS + "test_only_actions_write"), "justice/queries.py writes"),
    ("an act forgets the transaction", {"rempart/justice/actions.py": ACT.format(more="")}, test(ACTS + "test_every_act_is_atomic"), "do_it is not in one transaction"),
    ("...also where actions have become a folder", {"rempart/justice/actions/hearing.py": ACT.format(more="")}, test(ACTS + "test_every_act_is_atomic"), "do_it is not in one transaction"),
    ("an act does not say by whom", {"rempart/justice/actions.py": ACT.replace("*, by", "by").format(more="")}, test(ACTS + "test_every_act_says_by_whom"), "do_it does not take *, by"),
    ("an act asks nobody's leave", {"rempart/justice/actions.py": "+def do_it(case, *, by):\n    case.save()\n"}, test(ACTS + "test_every_act_asks_who_may"), "do_it refuses nobody"),
    ("...or hides behind async", {"rempart/justice/actions.py": "+async def do_it(case, *, by):\n    await case.asave()\n"}, test(ACTS + "test_every_act_asks_who_may"), "do_it refuses nobody"),
    ("an act forgets the audit line", {"rempart/justice/actions.py": ACT.format(more="")}, test(ACTS + "test_every_act_is_recorded"), "do_it leaves no audit line"),
    ("...also where actions have become a folder", {"rempart/justice/actions/hearing.py": ACT.format(more="")}, test(ACTS + "test_every_act_is_recorded"), "do_it leaves no audit line"),
    ("an audit line for someone else", {"rempart/justice/actions.py": ACT.format(more="    record(case, 'case.done', case)\n")}, test(ACTS + "test_every_act_is_recorded"), "records case, not who did it"),
    ("an audit line in typed words", {"rempart/justice/actions.py": ACT.format(more="    record(by, f'{case} done', case)\n")}, test(ACTS + "test_every_act_is_recorded"), "not room.past"),
    # doors
    ("a new address without a listed door", {"rempart/project/urls.py": "+urlpatterns += [path('attic/', include([path('', print)]))]\n"}, test("test_doors.py::test_every_door_is_listed"), "GET /attic/"),
    ("a door that lets a stranger in", {"rempart/project/urls.py": "+from django.http import HttpResponse\nurlpatterns.insert(0, path('account/password/', lambda r: HttpResponse('')))\n"}, test("test_doors.py::test_a_door_opens_only_to_whom_it_may"), "GET /account/password/"),
    ("a page that asks again for every row", {"rempart/project/urls.py": "+" + ASKING, "tests/house/doors/attic.py": ASKED}, test("test_lists.py"), "GET /attic/ asks"),
    # what is stored
    ("a new field without a privacy class", {"rempart/vault/models.py": "+    secretly = models.TextField()\n"}, test(STORAGE + "test_every_stored_field_has_a_privacy_class"), "secretly has no privacy class"),
    ("a field of Django's user without a privacy class", {"rempart/accounts/models.py": '~"last_name", ~'}, test(STORAGE + "test_every_stored_field_has_a_privacy_class"), "last_name has no privacy class"),
    ("a hidden table without a privacy class", {"rempart/accounts/models.py": "+    friends = models.ManyToManyField('self')\n"}, test(STORAGE + "test_every_stored_field_has_a_privacy_class"), "_friends.from_"),
    ("a model that no migration follows", {"rempart/vault/models.py": "+    extra = models.TextField(db_comment='operational')\n"}, test(STORAGE + "test_migrations_match_the_models"), "Add field extra"),
    ("a migration that says nothing", {"rempart/vault/migrations/0099_auto_2026.py": MIGRATION.format(then="")}, test(STORAGE + "test_migrations_are_named_and_lead_back"), "vault.0099_auto_2026 does not say"),
    ("a migration that leads nowhere back", {"rempart/vault/migrations/0099_x.py": MIGRATION.format(then="migrations.RunPython(print)")}, test(STORAGE + "test_migrations_are_named_and_lead_back"), "does not lead back"),
    ("...or says so, and does not", {"rempart/vault/migrations/0099_x.py": MIGRATION.format(then="migrations.RunSQL('SELECT 1', 'SELECT 1 FROM nowhere')")}, test(STORAGE + "test_the_database_goes_back_and_comes_forth_again"), "nowhere"),
    # rooms
    ("a word without its translation", {"rempart/justice/forms.py": '+from django.utils.translation import gettext as _\nWHY = _("Why")\n'}, test("test_words.py::test_every_word_is_said"), "Why"),
    ("a dead word in a catalogue", {"rempart/justice/locale/fr/LC_MESSAGES/django.po": '+msgid "Why"\nmsgstr "Pourquoi"\n'}, test("test_words.py::test_every_word_is_said"), "Why"),
    ("a word said otherwise in another room", {"rempart/justice/locale/fr/LC_MESSAGES/django.po": '+msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\nmsgid "Cancel"\nmsgstr "Laisser tomber"\n'}, test("test_words.py::test_the_same_words_are_said_alike_in_every_room"), "Laisser tomber"),
    ("a strange piece of furniture", {"rempart/justice/piano.py": '"""x."""\n'}, test(HOUSE + "test_a_room_holds_only_known_furniture"), "justice holds {'piano'}"),
    ("a junk drawer in a folder", {"rempart/justice/rules/utils.py": '"""x."""\n'}, test(HOUSE + "test_no_file_is_a_junk_drawer"), "utils.py is a drawer"),
    ("a room that does not say what it is for", {"rempart/justice/__init__.py": ""}, test(HOUSE + "test_a_room_says_what_it_is_for"), "justice does not say"),
    ("a room whose furniture nothing orders", {"rempart/attic/__init__.py": '"""Attic."""\n'}, test(HOUSE + "test_a_rooms_furniture_stands_in_the_order"), "no contract orders the furniture of attic"),
    ("a function nobody can see whole", {"rempart/justice/rules.py": "+def f():\n" + "    print()\n" * 40}, test(HOUSE + "test_files_and_functions_stay_short"), "rules.py:f has 41 lines"),
    ("a file nobody reads to its end", {"rempart/justice/rules/long.py": "print()\n" * 301}, test(HOUSE + "test_files_and_functions_stay_short"), "long.py has 301 lines"),
    # the content
    ("a key of the content that nobody knows", {"content/lists/sex.yaml": "+colour: red\n"}, guide("test_translations.py"), "content/lists/sex.yaml: unknown key colour"),
    ("a tag of the content that names nothing", {"content/terms/term.csam.yaml": "~themes: [online]~themes: [attic]"}, guide("test_translations.py"), "themes: attic is not in list guide_theme"),
    ("a text of the content without its translation", {"content/lists/sex.yaml": "+  someone: Someone\n"}, guide("test_translations.py"), "lists/sex/someone/label: not translated"),
    ("a text of the content changed past its translation", {"content/terms/term.csam.yaml": "~Every such picture~Each such picture"}, guide("test_translations.py"), "terms/term.csam/text: the source has changed since"),
    ("an entry of the guide that moves to another kind", {"content/catalogue/law/kp.01.yaml": "number: 10\ntitle: x\nplace: {part: law}\n"}, guide("test_nothing_dropped.py"), "kp.01.yaml has the same name"),
    ("a word to avoid in the content", {"content/terms/term.csam.yaml": "~Every such picture~Child porn"}, guide("test_terms.py"), "words='Child porn'"),
    ("...and on a page", {"rempart/justice/locale/fr/LC_MESSAGES/django.po": '+msgid "x"\nmsgstr "Le sauvetage"\n'}, guide("test_terms.py"), "words='sauvetage'"),
    # the review of plans
    ("a block that its words make light of", {"content/rules/RULE-001.yaml": "~programme: block~programme: advice"}, review("rempart/programmes/tests/test_rule_texts.py"), "'RULE-001': <Severity.ADVICE"),
    ("a question that no rule reads", {"content/programme/questions/colour.yaml": "type: text\nlabel: Which colour?\n"}, review("rempart/programmes/tests/test_sorts.py"), "colour"),
    ("a check without its examples", {"tests/rules/RULE-067.programme.yaml": "violated: []\nkept: []\n"}, review("tests/rules/test_rules.py"), "test_every_check_has_its_table[RULE-067.programme]"),
    # places and their ranking
    ("places that a stranger sees", {"rempart/communities/queries/places.py": "~Place.objects.filter(organisation=user.organisation_id)~Place.objects.all()"}, places("test_places.py::test_a_designer_adds_a_place_once_and_a_stranger_does_not_see_it"), "assert not True"),
    ("a figure that anybody writes", {"rempart/communities/actions/values.py": "~if not may_write_places(by, place.organisation_id):~if not by:"}, places("test_ranking.py::test_whoever_may_not_write_writes_nothing"), "DID NOT RAISE"),
    ("a place that anybody changes", {"rempart/communities/actions/places.py": "~if not may_write_places(by, place.organisation_id):~if not by:"}, places("test_places.py::test_neither_a_reviewer_nor_a_stranger_writes_about_places"), "DID NOT RAISE"),
    ("an area ranked where people can be recognised", {"rempart/communities/rules/places.py": "~FEWEST_CHILDREN = 1_000~FEWEST_CHILDREN = 10"}, places("test_index.py::test_an_area_is_ranked_from_a_thousand_children_on"), "State.TOO_SMALL"),
    ("missing data read as zero", {"rempart/communities/rules/index/scoring.py": "~total / weight, np.nan~total / shares.sum(axis=0), np.nan"}, places("test_index.py::test_scores_are_those_of_the_definition_a_missing_value_included"), "AssertionError"),
    ("a side of risk told from next to nothing", {"rempart/communities/rules/index/scoring.py": "~ENOUGH = 2 / 3~ENOUGH = 1 / 9"}, places("test_index.py::test_what_is_missing_is_never_zero_but_too_little_cannot_be_told"), "AssertionError"),
    ("an interval that is always the rank itself", {"rempart/communities/rules/index/ranking.py": '~np.percentile(drawn, [LOW, HIGH], axis=1, method="nearest")~(ranks, ranks)'}, places("test_index.py::test_intervals_and_shares_are_those_of_the_draws"), "AssertionError"),
    ("a place that moves when another is added", {"rempart/communities/rules/index/ranking.py": "~scaled = by_goalposts(table, columns)~scaled = by_goalposts(table - table.mean(axis=0), columns)"}, places("test_index.py::test_an_added_place_leaves_the_others_unmoved"), "AssertionError"),
    ("a map that is no GeoJSON", {"rempart/communities/rules/outlines.py": '~areas, code = [], code or "not_geojson"~areas, code = [], ""'}, places("test_files.py::test_a_map_that_will_not_do_is_refused_and_the_old_one_stays"), "ValueError"),
    ("a map that shows where on earth it lies", {"rempart/communities/rules/outlines.py": '~POLYGONS = {"Polygon": 1, "MultiPolygon": 2}~POLYGONS = {"Point": 0, "Polygon": 1, "MultiPolygon": 2}'}, places("test_files.py::test_a_map_that_will_not_do_is_refused_and_the_old_one_stays"), "Error"),
    ("a ranking that passes for prevalence", {"rempart/communities/templates/communities/ranking.html": "~It is no prevalence: it~It"}, places("test_ranking.py::test_the_ranking_says_what_it_is_and_explains_the_first_place"), "AssertionError"),
    ("another person's change undone unasked", {"rempart/kit/conflicts.py": '~return "theirs"~return "mine"'}, places("test_two_people.py"), "AssertionError"),
    # pages and their styles
    ("a page with a style of its own", {PAGE: '<p style="color: red"></p>\n'}, test(PAGES + "test_a_template_holds_no_inline_script_or_style"), "x.html holds"),
    ("...or a script", {PAGE: '<p onclick="x()"></p>\n'}, test(PAGES + "test_a_template_holds_no_inline_script_or_style"), "x.html holds"),
    ("a page where a typed word may be code", {PAGE: "{{ word|safe }}\n"}, test(PAGES + "test_a_template_lets_no_typed_word_be_code"), "x.html holds"),
    ("a page that asks another site", {PAGE: '<img src="//x.example/a.png" alt="">\n'}, test(PAGES + "test_a_template_asks_nothing_of_another_site"), "x.html leads to"),
    ("a colour that is no token", {SHEET: RULE.format("color: #123456")}, look("test_styles.py"), "'#123456'"),
    ("a token that nobody defined", {SHEET: RULE.format("color: var(--nowhere)")}, look("test_styles.py"), "--nowhere"),
    ("a side that cannot be mirrored", {SHEET: RULE.format("margin-left: 0")}, look("test_styles.py"), "margin-left"),
    ("a style that shouts", {SHEET: RULE.format("margin: 0 !important")}, look("test_styles.py"), "important"),
    ("a dark of the reader that is not the device's", {"rempart/look/static/look/css/tokens.css": '+@layer tokens {\n  :root[data-theme="dark"] { --ground: #000; }\n}\n'}, look("test_styles.py"), "test_the_dark_of_the_device_and_of_the_reader_are_one"),
    ("a word on a page that nobody marked", {"rempart/look/templates/look/foot.html": "+<p>Forgotten words</p>\n"}, look("test_words.py"), "Forgotten words"),
    # files
    ("an excuse without its reason", {"rempart/justice/rules.py": "+import os  # noqa: F401\n"}, test(FILES + "test_every_excuse_gives_its_reason"), "rempart/justice/rules.py: a noqa without its reason"),
    ("a type ignored without a reason", {"rempart/justice/rules.py": "+x: int = ''  # type: ignore[assignment]\n"}, test(FILES + "test_every_excuse_gives_its_reason"), "rempart/justice/rules.py: a type: ignore without its reason"),
    ("a path of somebody's machine", {"docs/x.md": "See /" + "home/amina/notes.\n"}, test(FILES + "test_no_file_knows_a_machine_or_a_registry"), "docs/x.md holds the path"),
    ("the address of a registry", {"docs/x.md": "From https://pypi" + ".org/simple.\n"}, test(FILES + "test_no_file_knows_a_machine_or_a_registry"), "docs/x.md holds the address"),
    ("a translation that loses what stands in it", {"rempart/justice/locale/fr/LC_MESSAGES/django.po": '+#, python-format\nmsgid "%(count)s children"\nmsgstr "enfants %(nombre)s"\n'}, test(FILES + "test_a_catalogue_of_words_is_whole"), "%(count)s children"),
    ("a style in a template", {"rempart/justice/templates/justice/x.html": '<p style="color: red"></p>\n'}, test(TEMPLATES + "test_a_template_holds_no_inline_script_or_style"), "justice/templates/justice/x.html holds"),
    ("a script in a template", {"rempart/justice/templates/justice/x.html": '<button onclick="go()">x</button>\n'}, test(TEMPLATES + "test_a_template_holds_no_inline_script_or_style"), "justice/templates/justice/x.html holds"),
    ("typed words let through as code", {"rempart/justice/templates/justice/x.html": "{{ typed|safe }}\n"}, test(TEMPLATES + "test_a_template_lets_no_typed_word_be_code"), "justice/templates/justice/x.html holds"),
    ("a picture from another site", {"rempart/justice/templates/justice/x.html": '<img src="//example.org/x.png" alt="">\n'}, test(TEMPLATES + "test_a_template_asks_nothing_of_another_site"), "justice/templates/justice/x.html leads to"),
    # requirements
    ("a package without its hash", {"requirements.txt": "+loose==1.0\n"}, test(NEEDS + "test_every_package_is_pinned_by_hash_and_without_address"), "loose==1.0 is loose"),
    ("a package pinned without its extra", {"requirements.txt": "~psycopg[binary]==~psycopg=="}, test(NEEDS + "test_an_extra_is_pinned_with_its_package"), "pip would look for the newest {('psycopg', 'binary')}"),
    ("a package from an address", {"requirements.txt": "+# from https" + "://example.org\n"}, test(NEEDS + "test_every_package_is_pinned_by_hash_and_without_address"), "requirements.txt holds an address"),
    ("packages that weigh too much", {"requirements.txt": "+" + "".join(f"{name}==1 --hash=sha256:{'0' * 64}\n" for name in ("playwright", "mypy", "ruff"))}, test(NEEDS + "test_what_runs_is_small"), "MB to run"),
    ("too many packages", {"requirements.txt": "+" + "".join(f"p{n}==1 --hash=sha256:{'0' * 64}\n" for n in range(60))}, test(NEEDS + "test_few_packages_are_needed_to_run"), "packages to run"),
    ("a package that the tests do not have", {"requirements.txt": f"+other==1 --hash=sha256:{'0' * 64}\n"}, test(NEEDS + "test_the_tests_run_on_the_packages_of_the_product"), "other==1"),
    ("a dependency without its reason", {"pyproject.toml": '~\ndependencies = [\n~\ndependencies = [\n  "left-pad",\n'}, test(NEEDS + "test_every_dependency_has_its_reason_on_the_line_above"), "left-pad has no reason"),
    # docs
    ("a link that leads nowhere", {"docs/style.md": "+See [it](nowhere.md).\n"}, test("test_docs.py::test_every_link_leads_somewhere"), "style.md points at nowhere.md"),
    ("a README that says more than its twin", {"README.fr.md": "+[registre](pyproject.toml)\n"}, test("test_docs.py::test_both_readmes_say_the_same"), "only one README points at"),
    ("a room that the map does not show as it is", {"rempart/justice/queries.py": '+"""Reading proceedings."""\n'}, test("test_docs.py::test_what_is_drawn_is_current"), "map.md is not current"),
    ("an indicator that the docs do not know", {"content/indicators/charge_rate.yaml": "~title: Charge rate~title: Rate of charges"}, test("test_docs.py::test_what_is_drawn_is_current"), "indicators.md is not current"),
    ("a page of the handbook without a picture", {"docs/handbook/reviewer.fr.md": "# Relire\n"}, test("test_docs.py::test_every_role_has_its_page_with_pictures_in_both_languages"), "reviewer.fr.md shows no picture"),
    ("a recipe that takes too long", {"CONTRIBUTING.md": "+4. And this.\n5. And that.\n6. And then some.\n"}, test("test_docs.py::test_a_recipe_has_at_most_five_steps"), "Add a requirement's proof takes"),
    ("a decision that hides what follows", {"docs/decisions/0999-x.md": "# X\n\n**Context.** x\n\n**Decision.** y\n"}, test("test_docs.py::test_a_decision_says_its_context_what_was_decided_and_what_follows"), "0999-x.md lacks its consequences"),
    ("a style that nobody reads to its end", {"docs/style.md": "+" + "\n" * 200}, test("test_docs.py::test_the_style_can_be_read_in_five_minutes"), "docs/style.md has"),
    ("a target of make that says nothing", {"Makefile": "~  ## the tests again~  # the tests again"}, test("test_docs.py::test_every_target_of_make_says_what_it_does"), "make soak says nothing"),
    ("a picture that weighs too much", {"docs/pictures/x.webp": "x" * 160000}, test("test_docs.py::test_every_main_page_is_pictured_and_every_picture_is_light"), "heavier than"),
    # settings
    ("a setting that the docs do not know", {"rempart/project/settings.py": "+SECRETLY = environ.get('SECRETLY')\n"}, test(SETTINGS + "test_every_variable_of_the_environment_is_in_the_docs"), "settings.py reads SECRETLY"),
    ("the environment read past the settings", {"rempart/justice/views.py": "+from os import environ\nX = environ['SECRETLY']\n"}, test(SETTINGS + "test_the_environment_is_read_in_the_settings_only"), "views.py reads {'SECRETLY'}"),
    ("a server that starts without its key", {"rempart/project/settings.py": '~SECRET_KEY = needed("SECRET_KEY")~SECRET_KEY = environ.get("SECRET_KEY")'}, test(SETTINGS + "test_a_production_start_says_what_it_lacks"), "it started without SECRET_KEY"),
    ("a secret that must stand in the list of processes", {"rempart/project/settings.py": '~environ.get(f"{name}_FILE")~environ.get(f"{name}_PATH")'}, test(SETTINGS + "test_a_secret_may_come_from_a_file"), "SECRET_KEY"),
    ("a server that sends cookies in clear", {"rempart/project/settings.py": "+SESSION_COOKIE_SECURE = False\n"}, test(SETTINGS + "test_djangos_own_list_for_a_deployment_is_clean"), "security.W012"),
    # a build machine
    ("a test skipped where everything must be seen", {"tests/gate.py": "~if BUILD_MACHINE and report.skipped~if report.failed"}, test("test_gate.py::test_nothing_is_skipped_on_a_build_machine"), "(0 == 0) == False"),
    ("a run of everything that wants settings before it begins", {"tests/everything.py": "+from tests.shared import SHARED\n"}, test("test_gate.py::test_make_test_starts_by_itself"), "ImproperlyConfigured"),
    # the ledger
    ("a claim without a test", {"tests/requirements.yaml": "+PR-999: {state: done}\n"}, test("test_ledger.py::test_a_claim_names_tests_that_exist"), "PR-999 is claimed without a test"),
    ("a claim whose test does not exist", {"tests/requirements.yaml": "+PR-999: {state: done, tests: [tests/cast.py::test_it]}\n"}, test("test_ledger.py::test_a_claim_names_tests_that_exist"), "PR-999: tests/cast.py::test_it does not exist"),
    ("a claim whose test fails", {"tests/requirements.yaml": "+PR-999: {state: done, tests: [tests/house/test_ledger.py::test_it]}\n", "tests/house/test_ledger.py": "+\n\ndef test_it():\n    assert 0\n"}, test("test_ledger.py"), "LEDGER: PR-999 is claimed, but tests/house/test_ledger.py::test_it failed"),
    ("a requirement claimed without showing it", {"tests/requirements.yaml": '+REQ-999: {state: done, proofs: [{says: "All is well.", tests: []}]}\n'}, test("test_ledger.py::test_a_requirement_is_shown_from_outside"), "REQ-999: no test shows"),
    ("a claim that a skipped test carries", {"tests/claims.py": '~"passed" not in results~not results'}, test("test_ledger.py::test_a_claim_needs_a_test_that_passed"), "{'skipped'} carries a claim"),
    ("a rule claimed without its examples", {"tests/requirements.yaml": "+RULE-999/case: {state: done}\n"}, test("test_ledger.py::test_a_rule_is_carried_by_its_table_of_examples"), "two violated and two kept"),
    ("a state that nobody knows", {"tests/requirements.yaml": "+PR-999: {state: nearly}\n"}, test("test_ledger.py::test_every_line_has_a_state_and_what_it_owes"), "PR-999"),
    ("a part done without saying which", {"tests/requirements.yaml": "+PR-999: {state: partial}\n"}, test("test_ledger.py::test_every_line_has_a_state_and_what_it_owes"), "PR-999 gives no reason"),
    ("...beside others that are proven", {"tests/house/test_docs.py": "+\n\ndef test_it():\n    pass\n"}, test("test_proofs.py::test_every_guard_is_proven"), "test_docs.py::test_it has no mistake"),
    ("a guard that nobody proves", {"tests/house/test_attic.py": "def test_it():\n    pass\n"}, test("test_proofs.py::test_every_guard_is_proven"), "test_attic.py::test_it has no mistake"),
    ("an id that left the ledger", {"tests/requirements.yaml": "~\nPR-01: ~\n# PR-01: "}, test("test_ledger.py::test_every_id_is_there_once"), "104"),
)]
# fmt: on
