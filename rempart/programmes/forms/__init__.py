"""The forms of the steps and of the rows. A later step adds its own to the two tables below."""

from rempart.programmes.forms.activities import ActivityForm
from rempart.programmes.forms.base import FactsForm, RowForm, Section, StepForm
from rempart.programmes.forms.campaigns import (
    CampaignForm,
    MeasureForm,
    ReachForm,
    SegmentForm,
)
from rempart.programmes.forms.citations import CitationForm
from rempart.programmes.forms.frame import BudgetLineForm, FrameForm, PartnerForm, PlaceForm
from rempart.programmes.forms.handover import CapacityForm, MilestoneForm, ReportForm
from rempart.programmes.forms.law import LawForm
from rempart.programmes.forms.materials import MaterialForm
from rempart.programmes.forms.participation import ChildInputForm, ConsultationForm
from rempart.programmes.forms.results import (
    IndicatorForm,
    ObjectiveForm,
    OutputForm,
    ResultsForm,
)
from rempart.programmes.forms.risks import RiskForm
from rempart.programmes.forms.safeguarding import AssessmentForm
from rempart.programmes.forms.situation import CauseForm, FactorForm, GenderForm, SituationForm
from rempart.programmes.forms.strategies import ChoiceForm, StrategiesForm
from rempart.programmes.forms.who import (
    BeneficiariesForm,
    EligibilityForm,
    NeedForm,
    PartForm,
    StakeholderForm,
    WhoForm,
)
from rempart.programmes.rules.codes import Step

STEP_FORMS: dict[Step, type[StepForm]] = {
    form.step: form for form in (FrameForm, SituationForm, WhoForm, StrategiesForm, ResultsForm)
}
ROW_FORMS: dict[str, type[RowForm]] = {
    form.listed_as: form
    for form in (
        BudgetLineForm,
        PlaceForm,
        PartnerForm,
        AssessmentForm,
        MilestoneForm,
        CapacityForm,
        ReportForm,
        FactorForm,
        CauseForm,
        CitationForm,
        GenderForm,
        BeneficiariesForm,
        EligibilityForm,
        NeedForm,
        StakeholderForm,
        PartForm,
        ConsultationForm,
        ChildInputForm,
        ChoiceForm,
        LawForm,
        ObjectiveForm,
        OutputForm,
        ActivityForm,
        IndicatorForm,
        RiskForm,
        MaterialForm,
        SegmentForm,
        CampaignForm,
        MeasureForm,
        ReachForm,
    )
}

__all__ = [
    "ROW_FORMS",
    "STEP_FORMS",
    "ActivityForm",
    "FactsForm",
    "RowForm",
    "Section",
    "StepForm",
]
