"""Fictional plans for tests."""

from datetime import date
from decimal import Decimal

from django.conf import settings

from rempart.programmes.queries.known import known
from rempart.programmes.rules.campaigns import Campaign, Measure, Reach, Segment
from rempart.programmes.rules.citations import Citation
from rempart.programmes.rules.communication import Material
from rempart.programmes.rules.exchange import read_plan
from rempart.programmes.rules.handover import (
    Capacity,
    CapacityLevel,
    HandoverReport,
    Milestone,
    MilestoneState,
)
from rempart.programmes.rules.law import LawLink
from rempart.programmes.rules.participation import ChildInput, Consultation
from rempart.programmes.rules.plan import (
    ActionPart,
    Beneficiaries,
    BudgetLine,
    Cause,
    Choice,
    EligibilityCriterion,
    FactorMark,
    GenderNote,
    Headcount,
    Need,
    Partner,
    Plan,
    PlannedPlace,
    SetAside,
    Stakeholder,
)
from rempart.programmes.rules.results import (
    Activity,
    Indicator,
    Objective,
    Output,
)
from rempart.programmes.rules.risks import Risk
from rempart.programmes.rules.safeguarding import Assessment


def _indicator(key: str) -> Indicator:
    return Indicator(
        key=key,
        text="Part of the girls who stay",
        about_people=True,
        unit="percent",
        baseline=Decimal("12.5"),
        baseline_on=date(2027, 1, 1),
        target=Decimal(90),
        target_on=date(2028, 1, 1),
        source="Register",
        split=("sex", "age_band"),
        library="ind-1",
        direction="up",
        definition="Girls who sat in class",
        numerator="Girls present",
        denominator="Girls enrolled",
        aggregation="latest",
        method="Visits",
        frequency="quarterly",
        owner="School board",
        analysis="Trend, twice a year",
        analyst="Monitoring officer",
        cost=Decimal("120.5"),
        assumption="Open",
    )


def _activity(key: str, indicators: tuple[Indicator, ...]) -> Activity:
    return Activity(
        key=key,
        text="Open a night school",
        kind="training",
        actions=(17, 21),
        places=("p0",),
        starts_on=date(2027, 2, 1),
        ends_on=date(2027, 9, 1),
        lead="Passerelle",
        targets=("children",),
        audiences=("parents",),
        messengers=("educators",),
        children_take_part=("design",),
        is_one_off=True,
        details={"trainer": "yes", "days": 3, "topics": ("rights", "listening")},
        assumption="Rooms stay free",
        indicators=indicators,
    )


def full_plan(copies: int = 1) -> Plan:
    """Return a fictional plan with something in every field and ``copies`` rows in every list."""
    n = range(copies)
    girls = Headcount(sex="female", age_band="a12_14", number=40)

    def known(key: str) -> tuple[Indicator, ...]:
        return tuple(_indicator(f"{key}-i{i}") for i in n)

    def activity(key: str) -> Activity:
        return _activity(key, known(key))

    return Plan(
        title="Havre-Neuf (fictional)",
        code="HN-1", level="community", starts_on=date(2027, 1, 1), ends_on=date(2028, 12, 31),
        languages=("fr", "en"), agency="Passerelle", prepared_by="A. N.",
        prepared_on=date(2026, 11, 1), currency="EUR", budget_total=Decimal("240000.5"),
        budget=tuple(BudgetLine(key=f"b{i}", title="School", funder="agency", area="area.1", amount=Decimal(10)) for i in n),
        places=tuple(PlannedPlace(key=f"p{i}", name=f"Quay {i}", level="community", country="Fictional", selection_reason="Harbour") for i in n),
        partners=tuple(Partner(key=f"a{i}", name="School board", group="educators", serves="intermediaries", role="Teach", coordination_agreed="yes", works_with_children="yes", strengthened="Training") for i in n),
        network_rules="Protocol", development_objective="Fewer", baseline="Study",
        baseline_on=date(2026, 5, 1), tracking="Visits", management="Board",
        handover_institution="Town", handover_model="School",
        assessments=tuple(Assessment(key=f"as{i}", partner="a0", assessed_on=date(2026, 11, 2), assessed_by="Board", policy="partly", policy_missing="Two of three", policy_action="Train", policy_owner="Board", policy_due_on=date(2028, 6, 1), people="partly", people_missing="Two of three", people_action="Train", people_owner="Board", people_due_on=date(2028, 6, 1), procedures="partly", procedures_missing="Two of three", procedures_action="Train", procedures_owner="Board", procedures_due_on=date(2028, 6, 1), accountability="partly", accountability_missing="Two of three", accountability_action="Train", accountability_owner="Board", accountability_due_on=date(2028, 6, 1)) for i in n),
        milestones=tuple(Milestone(key=f"mi{i}", text="A budget line is voted", due_on=date(2028, 6, 1), responsible="Town council") for i in n),
        capacities=tuple(Capacity(key=f"ca{i}", text="Runs the school", starting_level="With help", wanted_level="Alone", source="Visit") for i in n),
        handover_reports=tuple(HandoverReport(key=f"hr{i}", reported_on=date(2026, 11, 2), review="First review", reported_by="Coordination", course="late", text="Late", states=(MilestoneState(milestone="mi0", text="A budget line is voted", state="reached", reached_on=date(2026, 11, 1)),), levels=(CapacityLevel(capacity="ca0", text="Runs the school", level="Half alone"),)) for i in n),
        political_instability="no",
        trafficking_route="unknown", cross_border="yes",
        core_problem="Children are exploited", background="Port \u200fقصة\u200b {{ x }}", concerned=(girls,), tried_before="A line", child_labour_present="yes",
        working_children=("street",), risk_sectors=("tourism",), in_national_plans="no",
        factors=tuple(FactorMark(key=f"f{i}", factor=f"vf.{i}", present="yes", evidence="Seen", source="Study") for i in n),
        causes=tuple(Cause(key=f"c{i}", under="c0" if i else "", code="poverty", factors=(f"vf.{i}",), title="x", analysis="y", not_addressed_because="z", source="s", positive="p", becomes="objectives.o0", strategies=("act.17",)) for i in n),
        citations=tuple(Citation(key=f"y{i}", about="causes.c0" if i else "indicators.o0-i0", finding="00000000-0000-4000-8000-00000000000a", quoted="Most look away", study="Baseline", method="Survey", where="Quay 0", on=date(2026, 5, 1)) for i in n),
        gender=tuple(GenderNote(key=f"g{i}", part="ex.08.s1", girls="g", boys="b", text="t") for i in n),
        beneficiaries=tuple(Beneficiaries(key=f"w{i}", name="Girls", serves="children_families", place="p0", organisations=2, planned=(girls,)) for i in n),
        eligibility=tuple(EligibilityCriterion(key=f"e{i}", effect="serves", dimension="age", text="t", min_age=6, max_age=17, reason="r", other_service="o") for i in n),
        needs=tuple(Need(key=f"n{i}", kind="shelter", place="" if i else "p0", answered_by="Town", provision="planned", works_from=date(2027, 3, 1), tested_on=date(2027, 3, 2), capacity=3, complement="c") for i in n),
        stakeholders=tuple(Stakeholder(key=f"s{i}", group="media", name="Radio", stands=("ally",), influence="high", interest="for", note="n") for i in n),
        parts=tuple(ActionPart(key=f"t{i}", action="act.17", group="media", parts=("joins",)) for i in n),
        consultations=tuple(Consultation(key=f"co{i}", title="Ways home", held_on=date(2026, 10, 1), place="p0", method="Drawing", took_part=(girls,), assent="yes", guardian_consent="no", guardian_not_asked_because="Danger", facilitator_trained="yes", someone_to_turn_to="yes", no_promise="yes", may_stop="yes", feedback_promised="unknown", fed_back_on=date(2026, 10, 9), fed_back="On a poster") for i in n),
        child_inputs=tuple(ChildInput(key=f"in{i}", text="Light the path", consultation="co0", topic="Safety", fate="in_part", reason="Half the path", changed="outputs.o0.0") for i in n),
        areas=("area.1",), strategy="Together", prevention_link="Yes",
        choices=tuple(Choice(key=f"h{i}", decision="chosen", action="act.17", title="t", text="x", reason="r", area="area.1", level="community", themes=("school",)) for i in n),
        law=tuple(LawLink(key=f"l{i}", register="ratifications", entry="e", names=("li.crc",), title="Plan", country="Fictional", state="ratified", included="yes", instability="no", briefed="yes", consulted="no", waits=("2027-01-01: Letter (Town)",), purpose="Widen it") for i in n),
        objectives=tuple(Objective(key=f"o{i}", text="Children learn", kind="prevention", assumption="a", indicators=known(f"o{i}"), outputs=tuple(
            Output(key=f"o{i}.{j}", text="School", lead="Town", assumption="b", indicators=known(f"o{i}.{j}"), activities=tuple(activity(f"o{i}.{j}.{k}") for k in n))
            for j in n)) for i in n),
        risks="Storm",
        register=tuple(Risk(key=f"r{i}", text="The town changes hands", likelihood=4, effect=5, owner="Agency", mitigation="A signed agreement", trigger="An election", assumption_of=f"outputs.o{i}.0") for i in n),
        materials=tuple(Material(key=f"m{i}", title="Poster", activity="o0.0.0" if copies else "", audiences=("public",), messengers=("men",), formats=("pictures",), languages=("fr",), literacy="low", out_on=date(2027, 4, 1), text="Rights", invites_reports="no", help_contacts="Town", help_answers="yes", announces_help="no", first_contact_on=date(2027, 1, 2), covers=("gender",), not_relevant_because="r", says_penalties="yes", says_rights="no", mentions_children="yes", mentions_adolescents="yes", image="drawn", image_needed_because="n", dignity_reviewed="yes", safety_reviewed="yes", authorisations_needed=2, authorisations_held=1, authorisations_held_by="Town", story="invented", story_agreed="yes", story_anonymised="yes", story_withdrawable="yes", children_appear="no", children_informed="yes", children_agree="yes", children_consulted="yes", identity_checked="yes", youth_made="yes", sexes_balanced="yes", single_sex_offered="no", reviewed_by="Bento", reviewed_on=date(2026, 11, 3), publishable_on=date(2026, 11, 4)) for i in n),
        segments=tuple(Segment(key=f"g{i}", name="Dockers", audience="men", knowledge="Law?", attitude="Agree?", practice="Speak?") for i in n),
        campaigns=tuple(Campaign(key=f"w{i}", title="Quay", audiences=("men",), message="Law", channels=("street",), at_school="no", on_demand="yes", materials=(f"m{i}",), sessions=("o0.0.0",) if copies else (), places=(), segments=(f"g{i}",), starts_on=date(2027, 3, 1), ends_on=date(2027, 6, 1), invites_reports="no", response="Town", response_tried_on=date(2026, 10, 1), wanted_reach=500, after_due_on=date(2027, 9, 1), cleared_by="Bento", cleared_on=date(2026, 11, 5), unmeasured_because="Flood", started_on=date(2026, 11, 6), closed_on=date(2026, 11, 7)) for i in n),
        measures=tuple(Measure(key=f"v{i}", segment=f"g{i}", moment="before", subject="knowledge", measured_on=date(2026, 10, 1), sample=200, share=Decimal("31.5"), source="Survey") for i in n),
        reached=tuple(Reach(key=f"h{i}", campaign=f"w{i}", audience="men", counted_on=date(2026, 11, 6), number=120, source="Lists") for i in n),
        set_aside=tuple(SetAside(key=f"x{i}", rule=f"RULE-00{i}", reason="Because", by="Bento", on=date(2026, 11, 2)) for i in n),
    )  # fmt: skip


def port_city() -> Plan:
    """Return the example that is shipped: a whole plan, which can be submitted."""
    file = settings.CONTENT_FOLDERS[0] / "programmes" / "port-city.json"
    plan, faults = read_plan(file.read_bytes(), known())
    assert plan is not None, faults
    return plan
