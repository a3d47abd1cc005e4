"""How Django draws our forms: each field with its help and its error, by the look's templates."""

from django.forms.renderers import TemplatesSetting


class Renderer(TemplatesSetting):
    """Draws ``{{ form }}`` and ``{{ field.as_field_group }}``; widgets come from ours, then Django's."""

    form_template_name = "look/form.html"
    field_template_name = "look/field.html"
