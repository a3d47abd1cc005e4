"""The forms of the steps and of the rows. A later step adds its own to the two tables below."""

from rempart.programmes.forms.base import FactsForm, RowForm, Section, StepForm
from rempart.programmes.forms.frame import BudgetLineForm, FrameForm, PartnerForm, PlaceForm
from rempart.programmes.forms.situation import CauseForm, FactorForm, GenderForm, SituationForm
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
    form.step: form for form in (FrameForm, SituationForm, WhoForm)
}
ROW_FORMS: dict[str, type[RowForm]] = {
    form.listed_as: form
    for form in (
        BudgetLineForm,
        PlaceForm,
        PartnerForm,
        FactorForm,
        CauseForm,
        GenderForm,
        BeneficiariesForm,
        EligibilityForm,
        NeedForm,
        StakeholderForm,
        PartForm,
    )
}

__all__ = ["ROW_FORMS", "STEP_FORMS", "FactsForm", "RowForm", "Section", "StepForm"]
