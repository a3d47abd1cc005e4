"""Fill an empty database with invented people, so that a newcomer sees a living product."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any, cast

import yaml
from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils.timezone import localdate, now

from rempart.accounts.actions import found_organisation, open_account
from rempart.accounts.models import Organisation, User
from rempart.accounts.rules import Role
from rempart.communities.actions import (
    add_figure,
    add_finding,
    add_question,
    add_study,
    count_interview,
    describe_place,
    keep_outlines,
    keep_sheet,
    move_study,
    store_sheet,
    write_cell,
    write_ethics,
    write_summaries,
)
from rempart.communities.actions.laws import keep_law_sheet, store_law_sheet
from rempart.communities.models import LawEntry, Study, StudyFigure, StudyFinding
from rempart.communities.queries import vocabulary_for
from rempart.communities.queries.laws import law_words
from rempart.communities.rules.laws.reading import rows_of
from rempart.communities.rules.laws.registers import REGISTERS
from rempart.communities.rules.outlines import read_map
from rempart.communities.rules.readings import Common, readings_of
from rempart.communities.rules.studies import EthicsTold, StudyMove, StudyTold
from rempart.communities.rules.study_findings import FindingTold
from rempart.communities.rules.study_grid import CellTold, SourceKind
from rempart.communities.rules.study_rounds import FigureTold
from rempart.communities.rules.told import Told
from rempart.kit.sheets import read_sheet
from rempart.programmes.actions import (
    add_row,
    change_step,
    mark_publishable,
    move_programme,
    review_material,
    set_aside_finding,
    store_plan,
)
from rempart.programmes.actions.changes import open_change
from rempart.programmes.actions.comments import write_comment
from rempart.programmes.forms.citations import QUOTED
from rempart.programmes.models import Cause, Material, Objective, Programme
from rempart.programmes.queries.citations import register_of
from rempart.programmes.queries.known import known
from rempart.programmes.queries.law import texts_of
from rempart.programmes.rules.codes import Branch, Step
from rempart.programmes.rules.exchange import read_plan
from rempart.programmes.rules.lifecycle import Move, Said
from rempart.project.management.region import describe_region

if TYPE_CHECKING:
    from uuid import UUID

    from rempart.programmes.rules.plan import Plan

PASSWORD = "demo"  # noqa: S105 -- of invented people, and on a laptop only
PEOPLE = {  # organisation -> its administrator, then the others
    "Passerelle (fictional)": {
        "dalia": Role.ADMINISTRATOR,
        "amina": Role.DESIGNER,
        "bento": Role.REVIEWER,
    },
    "Elsewhere (fictional)": {"enzo": Role.ADMINISTRATOR, "chipo": Role.DESIGNER},
}
COMMENTS = (  # what colleagues say about its first objective
    ("bento", "@amina La base vient-elle du recensement de 2026 ?"),
    ("amina", "Oui, @bento : chiffres agrégés par quartier."),
)
EXAMPLE, AUTHOR, REVIEWER = "programmes/port-city.json", "amina", "bento"
REGION = "places/port-amarin"  # its places, sheets of figures in their order, and a map
RUNNING = "Haute-Sérelle : un programme en cours (fictif)"
CHANGE = "Une année de plus (fictif)"
WHY = "Le ministère prolonge le programme d’un an pour former la relève (fictif)."
HELD = ("ethics", "findings", "figures", "questions", "interviews", "public", "officials", "state")
LINKS = {  # entry of law and policy -> what the programme does about it
    "Plan national pour l’enfance 2023-2028 (fictif)": "Inscrire l’exploitation sexuelle parmi les comptages annuels du plan (fictif).",
    "Âge protégé par le code pénal (fictif)": "Porter la rédaction proposée devant la commission des lois (fictif).",
    "Table ronde de l’hôtellerie (fictive)": "Suivre les décisions avec la fédération et le syndicat (fictif).",
}
TWICE = {  # a second service that does the same in one place (invented)
    "kind": "health_care",
    "place": "vieux-bassin",
    "provision": "works_today",
    "answered_by": "Dispensaire des quais (fictif)",
}
ON_THE_WAY = (
    ("amina", Move.ASK_REVIEW),
    ("bento", Move.PASS),
    ("amina", Move.SUBMIT),
    ("dalia", Move.APPROVE),
    ("amina", Move.START),
)


class Command(BaseCommand):
    """``manage.py demo``: changes nothing where there is an organisation already."""

    help = "Fill an empty database with invented organisations, people, places and an example programme."

    def handle(self, **_options: object) -> None:
        """Open the organisations and their people's accounts; one of them wrote a programme."""
        if not settings.LAPTOP:
            message = "Everybody knows the demo's passwords: it is for a laptop only"
            raise CommandError(message)
        if not Organisation.objects.exists():
            for organisation, people in PEOPLE.items():
                self.fill(organisation, people)
            self.describe()
            self.study()
            self.legislate()
            self.write()
            self.cite()

    def fill(self, organisation: str, people: dict[str, Role]) -> None:
        """Found one organisation; its administrator opens the others' accounts."""
        (first, _), *others = people.items()
        administrator = User(username=first)
        administrator.set_password(PASSWORD)
        found_organisation(organisation, by=administrator)
        for name, role in others:
            open_account(name, role=role, password=PASSWORD, by=administrator)

    def describe(self) -> None:
        """Describe the invented region as the author of the programme: its places, figures and map."""
        author = User.objects.get(username=AUTHOR)
        folder = settings.CONTENT_FOLDERS[0] / REGION
        if not author.organisation:
            raise CommandError(AUTHOR)
        made: dict[str, UUID] = {}
        for told in yaml.safe_load((folder / "places.yaml").read_text("utf-8")):
            place = Told(parent_id=made.get(told.pop("parent", "")), **told)
            made[place.name] = describe_place(author.organisation, place, by=author).pk
        for file in sorted(folder.glob("*.csv")):
            words = vocabulary_for(author, localdate())
            readings, faults = readings_of(read_sheet(file.read_bytes()), words, Common())
            if faults:
                raise CommandError("\n".join(map(str, faults)))
            kept = keep_sheet(author.organisation, readings, by=author, name=file.name)
            store_sheet(kept, by=author)
        keys = frozenset(map(str, made.values()))
        drawn = read_map((folder / "map.geojson").read_bytes(), words.names, keys)
        if drawn.faults:
            raise CommandError("\n".join(map(str, drawn.faults)))
        keep_outlines(author.organisation, drawn.rings, by=author, on=localdate())
        describe_region(folder, author)

    def study(self) -> None:
        """Register invented studies of the region: a baseline and its later round, one of demand, one to come."""
        author = User.objects.get(username=AUTHOR)
        organisation = cast("Organisation", author.organisation)
        places = dict(organisation.places.values_list("name", "pk"))
        studies = settings.CONTENT_FOLDERS[0] / REGION / "studies.yaml"
        for said in yaml.safe_load(studies.read_text("utf-8")):
            held = {name: said.pop(name, None) for name in HELD}
            earlier = Study.objects.filter(title=said.pop("earlier", "")).first()
            said["places"] = tuple(places[name] for name in said["places"])
            said["topics"] = tuple(said["topics"])
            told = StudyTold(earlier_id=earlier.pk if earlier else None, **said)
            study = add_study(organisation, told, by=author, on=localdate())
            self.fill_study(study, held, author)
            if held["ethics"]:
                write_ethics(study, EthicsTold(**held["ethics"]), by=author, on=localdate())
            for move in (StudyMove.BEGIN, StudyMove.FINISH) if held["state"] != "planned" else ():
                study = Study.objects.get(pk=study.pk)
                move_study(study, move, by=author, on=localdate())

    def fill_study(self, study: Study, held: dict[str, Any], by: User) -> None:
        """Write what a study found, measured, asked and counted."""
        for finding in held["findings"] or ():
            add_finding(study, FindingTold(**finding), by=by)
        for said in held["figures"] or ():
            first = StudyFigure.objects.filter(name=said.pop("against", "")).first()
            value = Decimal(said.pop("value"))
            told = FigureTold(value=value, against_id=first.pk if first else None, **said)
            add_figure(study, told, by=by)
        for asked in held["questions"] or ():
            cells = asked.pop("cells", {})
            question = add_question(study, by=by, **asked)
            for source, cell in cells.items():
                write_cell(question, SourceKind(source), CellTold(**cell), by=by)
        for source, themes, new in held["interviews"] or ():
            kind = SourceKind(source)
            count_interview(study, kind, by=by, themes=themes, new_themes=new)
        public, officials = held["public"] or "", held["officials"] or ""
        write_summaries(study, by=by, public=public, officials=officials)

    def cite(self) -> None:
        """Let the example programme rest on what the studies found."""
        author = User.objects.get(username=AUTHOR)
        programme = Programme.objects.exclude(title=RUNNING).get()
        cause = Cause.objects.filter(programme=programme, branch=Branch.CAUSE.value)[0]
        register = register_of(programme)
        rests = {StudyFinding.objects.filter(topic="masculinity").get(): f"causes.{cause.key}"}
        rests[StudyFinding.objects.filter(topic="tolerance").get()] = "campaigns.cp1"
        for finding, about in rests.items():
            told = register[str(finding.pk)]
            quoted = {name: getattr(told, name) for name in QUOTED}
            values = {"finding": str(finding.pk), "about": about, **quoted}
            add_row(programme, by=author, kind="citations", values=values)

    def legislate(self) -> None:
        """Fill the registers of law and policy of the invented country."""
        author = User.objects.get(username=AUTHOR)
        organisation = cast("Organisation", author.organisation)
        for slug, register in REGISTERS.items():
            file = settings.CONTENT_FOLDERS[0] / REGION / "law" / f"{slug}.csv"
            words = law_words(author, register, localdate())
            rows, faults = rows_of(read_sheet(file.read_bytes()), register, words)
            if faults:
                raise CommandError(f"{file.name}: " + "\n".join(map(str, faults)))
            kept = keep_law_sheet(organisation, slug, rows, by=author, name=file.name)
            store_law_sheet(kept, by=author, on=localdate())

    def write(self) -> None:
        """Store the example programme as its author's; a reviewer looked at it."""
        author = User.objects.get(username=AUTHOR)
        plan, faults = read_plan((settings.CONTENT_FOLDERS[0] / EXAMPLE).read_bytes(), known())
        if not (plan and author.organisation):
            raise CommandError("\n".join(map(str, faults)))
        self.run(self.reviewed(replace(plan, title=RUNNING), author))
        programme = self.reviewed(plan, author)
        self.talk(programme, author)
        self.link(programme, author)
        self.need(programme, author)

    def need(self, programme: Programme, author: User) -> None:
        """Let one need be answered twice, for the grid of needs and providers."""
        add_row(programme, by=author, kind="needs", values=TWICE)

    def link(self, programme: Programme, author: User) -> None:
        """Tie a programme to entries of law and policy of its country."""
        for title, purpose in LINKS.items():
            entry = LawEntry.objects.get(title=title)
            values = texts_of(entry) | {"purpose": purpose}
            add_row(programme, by=author, kind="law", values=values)

    def reviewed(self, plan: "Plan", author: User) -> Programme:
        """Store a plan; a reviewer sets aside what the file says was set aside."""
        organisation = cast("Organisation", author.organisation)
        programme = store_plan(replace(plan, set_aside=()), by=author, organisation=organisation)
        reviewer = User.objects.get(username=REVIEWER)
        for one in plan.set_aside:
            on = one.on or localdate()
            set_aside_finding(programme, by=reviewer, on=on, rule=one.rule, reason=one.reason)
        return programme

    def talk(self, programme: Programme, author: User) -> None:
        """Let a reviewer look at materials, and colleagues talk about the first objective."""
        reviewer = User.objects.get(username=REVIEWER)
        play, card, *_ = Material.objects.filter(programme=programme)
        for material in (play, card):
            review_material(material, by=reviewer, on=localdate(), version=material.version)
        mark_publishable(play, by=author, on=localdate())
        first = Objective.objects.filter(programme=programme)[0]
        for name, text in COMMENTS:
            person = User.objects.get(username=name)
            about = ("objectives", first.key)
            write_comment(programme, by=person, at=now(), about=about, text=text)

    def run(self, programme: Programme) -> None:
        """Take a programme as far as it runs, with a change request that waits for a decision."""
        today = localdate()
        for name, move in ON_THE_WAY:
            said = Said(body="Ministère (fictif)", day=today)
            by = User.objects.get(username=name)
            programme = move_programme(programme, by=by, move=move, on=today, said=said)
        author = User.objects.get(username=AUTHOR)
        change = open_change(programme, by=author, title=CHANGE, reason=WHY)
        if copy := change.working_copy:
            later = {"ends_on": date(2030, 2, 28)}
            copy = change_step(copy, by=author, step=Step.FRAME, version=0, values=later)
            move_programme(copy, by=author, move=Move.ASK_REVIEW, on=today)
