from django import forms
from django.template import Context, Template

SUMMARY = Template('{% include "look/errors.html" with form=form only %}')


class Shape(forms.Form):
    name = forms.CharField(label="Name", help_text="As it is written.")
    level = forms.ChoiceField(label="Level", widget=forms.RadioSelect, choices=[("v", "village")])
    note = forms.CharField(label="Note", required=False)
    agreed = forms.BooleanField(label="Agreed", required=False, help_text="In writing.")

    def clean(self) -> None:
        self.add_error(None, "These two do not go together.")


def test_an_error_stands_beside_its_field_and_its_control_names_it() -> None:
    drawn = Shape({}).as_div() + str(Shape({})["name"].as_field_group())
    assert '<div id="id_name_error"><p class="error">' in drawn
    assert 'aria-describedby="id_name_helptext id_name_error"' in drawn
    assert 'aria-invalid="true"' in drawn


def test_the_summary_leads_to_each_field_and_says_what_concerns_them_all() -> None:
    drawn = SUMMARY.render(Context({"form": Shape({})}))
    assert 'href="#id_name"' in drawn
    assert 'href="#id_level_group"' in drawn
    assert 'id="id_level_group"' in str(Shape({}))
    assert "These two do not go together." in drawn


def test_a_form_without_errors_has_no_summary() -> None:
    assert SUMMARY.render(Context({"form": Shape()})).strip() == ""


def test_what_may_be_left_out_is_said_unless_almost_all_may() -> None:
    assert '<span class="optional">(optional)</span>' in str(Shape())
    quiet = Shape()
    quiet.mostly_optional = True  # type: ignore[attr-defined]  # what the templates look for
    assert "(optional)" not in str(quiet)


def test_a_tick_carries_its_own_help() -> None:
    assert '<small id="id_agreed_helptext">In writing.</small>' in str(Shape())


def test_a_word_in_a_label_is_never_code() -> None:
    class Sly(forms.Form):
        name = forms.CharField(label="<script>", help_text="<b>x</b>")

    assert "<script>" not in str(Sly())
    assert "&lt;b&gt;x&lt;/b&gt;" in str(Sly())
