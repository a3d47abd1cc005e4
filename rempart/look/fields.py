"""How Django draws our forms: each field with its help and its error, by the look's templates."""

from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms.renderers import TemplatesSetting
from django.utils import formats
from django.utils.translation import gettext_lazy as _

from rempart.kit.figures import read_figure


class Renderer(TemplatesSetting):
    """Draws ``{{ form }}`` and ``{{ field.as_field_group }}``; widgets come from ours, then Django's."""

    form_template_name = "look/form.html"
    field_template_name = "look/field.html"


class Figure(forms.DecimalField):
    """A number that is not negative, typed as one does in the reader's language."""

    def __init__(self, *, whole: bool = False, **kwargs: Any) -> None:  # noqa: ANN401 -- Django's own
        self.whole = whole
        super().__init__(min_value=Decimal(0), **kwargs)
        self.widget = forms.TextInput(
            {"class": "input--short", "inputmode": "numeric" if whole else "decimal"}
        )

    def to_python(self, value: object) -> Any:  # noqa: ANN401 -- Django's own
        """Return the number, or say what a number looks like."""
        if value in self.empty_values:
            return None
        read = read_figure(str(value), str(formats.get_format("DECIMAL_SEPARATOR")))
        if read is None or (self.whole and read != read.to_integral()):
            raise ValidationError(
                _("Give a whole number, in figures.")
                if self.whole
                else _("Give a number, in figures."),
                code="invalid",
            )
        return read

    def clean(self, value: object) -> Any:  # noqa: ANN401 -- Django's own
        """Return a whole number as such."""
        read = super().clean(value)
        return int(read) if self.whole and read is not None else read

    def prepare_value(self, value: object) -> object:
        """Show a stored number as the reader writes it; what she typed stays as she typed it."""
        if isinstance(value, Decimal | int):
            plain = value.normalize() if isinstance(value, Decimal) else Decimal(value)
            return formats.localize_input(Decimal(f"{plain:f}"))
        return value
