"""What is kept of a programme: its frame, and one table for each kind of row in a ``Plan``."""

from rempart.programmes.models.campaigns import Campaign, Measure, Reach, Segment
from rempart.programmes.models.changes import ChangeRequest
from rempart.programmes.models.citations import Citation
from rempart.programmes.models.comments import Comment, Mention, Thread
from rempart.programmes.models.communication import Material
from rempart.programmes.models.documents import OutlineHeading, OutlinePattern, OutlineTemplate
from rempart.programmes.models.drafts import Draft
from rempart.programmes.models.frame import BudgetLine, Partner, PlannedPlace
from rempart.programmes.models.handover import Capacity, HandoverReport, Milestone
from rempart.programmes.models.law import LawLink
from rempart.programmes.models.levels import LevelName
from rempart.programmes.models.participation import ChildInput, Consultation
from rempart.programmes.models.passages import Passage
from rempart.programmes.models.programme import Programme
from rempart.programmes.models.results import Activity, Indicator, Objective, Output
from rempart.programmes.models.risks import Risk
from rempart.programmes.models.rows import Row
from rempart.programmes.models.safeguarding import Assessment
from rempart.programmes.models.situation import Cause, FactorMark, GenderNote
from rempart.programmes.models.strategies import ActionPart, Choice, SetAside
from rempart.programmes.models.versions import Version
from rempart.programmes.models.who import (
    Beneficiaries,
    EligibilityCriterion,
    Need,
    Stakeholder,
)

ROWS: dict[str, type[Row]] = {  # the name of the list in ``Plan`` -> what keeps its rows
    "budget": BudgetLine,
    "places": PlannedPlace,
    "partners": Partner,
    "assessments": Assessment,
    "milestones": Milestone,
    "capacities": Capacity,
    "handover_reports": HandoverReport,
    "factors": FactorMark,
    "causes": Cause,
    "citations": Citation,
    "gender": GenderNote,
    "beneficiaries": Beneficiaries,
    "eligibility": EligibilityCriterion,
    "needs": Need,
    "stakeholders": Stakeholder,
    "parts": ActionPart,
    "consultations": Consultation,
    "child_inputs": ChildInput,
    "choices": Choice,
    "law": LawLink,
    "objectives": Objective,
    "outputs": Output,
    "activities": Activity,
    "indicators": Indicator,
    "register": Risk,
    "materials": Material,
    "segments": Segment,
    "campaigns": Campaign,
    "measures": Measure,
    "reached": Reach,
    "set_aside": SetAside,
}

__all__ = [
    "ROWS",
    "ActionPart",
    "Activity",
    "Assessment",
    "Beneficiaries",
    "BudgetLine",
    "Campaign",
    "Capacity",
    "Cause",
    "ChangeRequest",
    "ChildInput",
    "Choice",
    "Citation",
    "Comment",
    "Consultation",
    "Draft",
    "EligibilityCriterion",
    "FactorMark",
    "GenderNote",
    "HandoverReport",
    "Indicator",
    "LawLink",
    "LevelName",
    "Material",
    "Measure",
    "Mention",
    "Milestone",
    "Need",
    "Objective",
    "OutlineHeading",
    "OutlinePattern",
    "OutlineTemplate",
    "Output",
    "Partner",
    "Passage",
    "PlannedPlace",
    "Programme",
    "Reach",
    "Risk",
    "Row",
    "Segment",
    "SetAside",
    "Stakeholder",
    "Thread",
    "Version",
]
